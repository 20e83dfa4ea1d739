import { workflowInfo } from '@temporalio/workflow';
import type { CaseInput, CaseRun } from '#contract';

const HISTORY_BYTE_CAP = 1024 * 1024;
/** Temporal keeps a run waiting that follows one which lived shorter. */
const SHORTEST_RUN_MS = 1_000;
/** The build id is the hash of the bundle, which the library puts behind its own name and version. */
const BUILD_ID_LENGTH = 16;

/** Whether the history is long enough to be handed over; asked anew each time, for the figures are those of the task. */
export function isOutgrown({ eventCap }: CaseInput, beganMs: number): boolean {
  const { historyLength, historySize, continueAsNewSuggested } = workflowInfo();
  const isFull = historyLength >= eventCap || historySize >= HISTORY_BYTE_CAP || continueAsNewSuggested;
  return isFull && Date.now() - beganMs >= SHORTEST_RUN_MS;
}

/** The run under way; asked anew each time, for another build may have taken it over. */
export function runOf({ carried }: CaseInput): CaseRun {
  const { runId, currentBuildId = '' } = workflowInfo();
  const buildId = currentBuildId.slice(currentBuildId.lastIndexOf('+') + 1).slice(0, BUILD_ID_LENGTH);
  return { runId, previousRunId: carried?.ended?.runId ?? null, buildId };
}
