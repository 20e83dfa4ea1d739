import { ActivityFailure, ApplicationFailure, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ChainedEvent } from '#audit';
import { RECORD_CONFLICT, RunContradicted, type CaseActivities, type CaseRun, type RecordBatch } from '#contract';

const EVENTS_A_BATCH = 500;

/** Writes a batch into the record, by a task of its own; an unreachable record is waited for. */
export const { record } = proxyActivities<CaseActivities>({
  startToCloseTimeout: '10 s',
  scheduleToCloseTimeout: '60 s',
  retry: {
    initialInterval: '200 ms',
    backoffCoefficient: 2,
    maximumInterval: '30 s',
    nonRetryableErrorTypes: [RECORD_CONFLICT],
  },
});

/** The same within the task under way, for events that an earlier task has made durable; the other way where this fails. */
export const { record: recordWithinTask } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '2 s',
  retry: { maximumAttempts: 1 },
});

/** What is recorded next of a run; with the last of it the run may be said to end. */
export function batchOf(caseId: string, run: CaseRun, left: readonly ChainedEvent[], isLast: boolean): RecordBatch {
  const events = left.slice(0, EVENTS_A_BATCH);
  return { caseId, ...run, events, ending: isLast && events.length === left.length };
}

/**
 * Lets a failure to record pass, unless the record holds another event: that stops the case until a person has looked.
 * @throws RunContradicted, or what is no failure of the activity.
 */
export function stopOnConflict(failure: unknown): void {
  if (!(failure instanceof ActivityFailure)) throw failure;
  const { cause } = failure;
  if (cause instanceof ApplicationFailure && cause.type === RECORD_CONFLICT) throw new RunContradicted(cause.message);
}
