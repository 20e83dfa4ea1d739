import type { Asks, CaseStore, RequestStore, StuckRequest } from '#database';
import type { Loop } from './loop.js';

/**
 * Finds out what became of requests whose process died: one that left no event and may no longer be carried out is
 * NOT_EXECUTED. It never runs a person's command again; only its sender may, with the same key.
 */
export function settleLoop(database: Asks, requests: RequestStore, cases: CaseStore): Loop {
  const settle = async ({ requestId, caseId, validUntil }: StuckRequest): Promise<void> => {
    const happened = caseId !== null && (await cases.eventsOfRequest(caseId, requestId)).length > 0;
    const over = validUntil !== null && Date.parse(validUntil) + SKEW_MS < Date.now();
    if (!happened && over) await requests.finish(database, requestId, { state: 'NOT_EXECUTED' });
  };
  const round = async (): Promise<void> => {
    for (const stuck of await requests.stuckOlderThan(STUCK_MS)) await settle(stuck);
  };
  return { name: 'settle', everyMs: 5_000, round };
}

const STUCK_MS = 30_000;
/** Clocks of the database, Temporal and this process may differ so much. */
const SKEW_MS = 10_000;
