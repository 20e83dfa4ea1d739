import { activityInfo, log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { RECORD_CONFLICT, type CaseActivities } from '#contract';
import { RecordConflict, type CaseStore, type RunStore, type WatchStore } from '#database';

/** What the record activity works with. */
export interface RecordStores {
  readonly cases: CaseStore;
  readonly runs: RunStore;
  readonly watch: WatchStore;
  /** Hash of the workflow bundle this worker runs, kept with each run. */
  readonly buildId: string;
}

/** Writes what the API has not written; may run any number of times for the same events. */
export const recordActivities = ({ cases, runs, watch, buildId }: RecordStores): Pick<CaseActivities, 'record'> => ({
  record: async (batch) => {
    const { caseId, runId, previousRunId, ending, events } = batch;
    try {
      const written = await cases.write({ caseId, events }, (manager) =>
        runs.register(manager, { caseId, runId, previousRunId, ending }, buildId),
      );
      if (written.kind === 'gap')
        throw new Error(`the record of ${caseId} ends at ${written.head.seq}, before these events`);
      return written.head;
    } catch (failure) {
      if (!(failure instanceof RecordConflict)) throw failure;
      log.error('the record holds another event than its workflow', { caseId, attempt: activityInfo().attempt });
      const held = await cases.caseOf(caseId);
      if (held) await watch.freeze(caseId, held.head, 'RUN_DIFFERS');
      throw ApplicationFailure.create({
        type: RECORD_CONFLICT,
        message: failure.message,
        nonRetryable: true,
        cause: failure,
      });
    }
  },
});
