import type { Client } from '@temporalio/client';
import type { Asks, RequestStore, StuckRequest } from '#database';
import type { RecordStores } from './activities/record.activities.js';
import { recordLeft } from './left.record.js';
import type { Loop } from './loop.js';

/**
 * Finds out what became of requests whose process died: one that left no event and may no longer be carried out is
 * NOT_EXECUTED. It never runs a person's command again; only its sender may, with the same key.
 */
export function settleLoop(database: Asks, requests: RequestStore, stores: RecordStores, client: Client): Loop {
  const happened = async ({ requestId, caseId }: StuckRequest): Promise<boolean> =>
    caseId !== null && (await stores.cases.eventsOfRequest(caseId, requestId)).length > 0;
  const settle = async (stuck: StuckRequest): Promise<void> => {
    const { requestId, caseId, validUntil } = stuck;
    const over = validUntil !== null && Date.parse(validUntil) + SKEW_MS < Date.now();
    if (!over || (await happened(stuck))) return;
    // It may have closed its case, whose run then left it to the process that died to say so.
    if (caseId !== null) await recordLeft(client, stores, caseId);
    if (!(await happened(stuck))) await requests.finish(database, requestId, { state: 'NOT_EXECUTED' });
  };
  const round = async (): Promise<void> => {
    for (const stuck of await requests.stuckOlderThan(STUCK_MS)) await settle(stuck);
  };
  return { name: 'settle', everyMs: 5_000, round };
}

const STUCK_MS = 30_000;
/** Clocks of the database, Temporal and this process may differ so much. */
const SKEW_MS = 10_000;
