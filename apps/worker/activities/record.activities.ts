import { activityInfo, log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { ChainHead } from '#audit';
import { RECORD_CONFLICT, type CaseActivities, type RecordBatch } from '#contract';
import { RecordConflict, type CaseStore, type RunStore, type WatchStore } from '#database';

/** What the record activity works with. */
export interface RecordStores {
  readonly cases: CaseStore;
  readonly runs: RunStore;
  readonly watch: WatchStore;
}

/**
 * Writes events of a run and what there is to be known of it; any number of times.
 * @throws RecordConflict where the record holds another event, after the case was frozen.
 */
export async function writeBatch({ cases, runs, watch }: RecordStores, batch: RecordBatch): Promise<ChainHead> {
  const { caseId } = batch;
  try {
    const written = await cases.write(batch, (manager, lastly) =>
      Promise.resolve(lastly(runs.register(manager, batch))),
    );
    if (written.kind === 'written') return written.head;
    throw new Error(`the record of ${caseId} ends at ${written.head.seq}, before these events`);
  } catch (failure) {
    const held = failure instanceof RecordConflict && (await cases.caseOf(caseId));
    if (held) await watch.freeze(caseId, held.head, 'RUN_DIFFERS');
    throw failure;
  }
}

/** Writes what the API has not written; may run any number of times for the same events. */
export const recordActivities = (stores: RecordStores): Pick<CaseActivities, 'record'> => ({
  record: async (batch) => {
    try {
      return await writeBatch(stores, batch);
    } catch (failure) {
      if (!(failure instanceof RecordConflict)) throw failure;
      const { attempt } = activityInfo();
      log.error('the record holds another event than its workflow', { caseId: batch.caseId, attempt });
      throw ApplicationFailure.create({
        type: RECORD_CONFLICT,
        message: failure.message,
        nonRetryable: true,
        cause: failure,
      });
    }
  },
});
