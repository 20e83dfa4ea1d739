import type { Client } from '@temporalio/client';
import { RecordConflict } from '#database';
import { leftBy } from '#temporal';
import { writeBatch, type RecordStores } from './activities/record.activities.js';

const LOOK_LIMIT_MS = 3_000;

/**
 * Records what the last run of a closed case left, where whoever was answered did not live to do so. A record that holds
 * other events has frozen the case.
 * @throws CaseUnavailable when Temporal does not say what there is.
 */
export async function recordLeft(client: Client, stores: RecordStores, caseId: string): Promise<void> {
  const held = await stores.cases.caseOf(caseId);
  const left = await leftBy(client, caseId, Date.now() + LOOK_LIMIT_MS);
  if (!left || left === 'OPEN' || !left.ended || left.head.seq <= (held?.head.seq ?? 0)) return;
  const batch = { caseId, ...left.ended, events: left.unrecorded, ending: true };
  await writeBatch(stores, batch).catch(unlessConflict);
}

function unlessConflict(error: unknown): void {
  if (!(error instanceof RecordConflict)) throw error;
}
