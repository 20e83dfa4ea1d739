import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { caseWorkflowId } from '#contract';
import type { RecordedRun, RunStore } from '#database';
import { endingOf, fetchHistory, isUnknownRun } from '#temporal';
import type { Loop } from './loop.js';

/**
 * Keeps the history of every run that has ended. Only one whose last event closes it is taken: an earlier look would
 * see a cut history (design §8). One that Temporal has lost is not asked for again.
 */
export function archiveLoop(client: Client, runs: RunStore): Loop {
  const archive = async ({ caseId, runId }: RecordedRun): Promise<void> => {
    const history = await fetchHistory(client, caseWorkflowId(caseId), runId).catch(unlessUnknown);
    if (!history) return runs.lost(runId);
    if (endingOf(history).kind !== 'OPEN') await runs.archive(runId, historyToJSON(history));
  };
  const round = async (): Promise<void> => {
    const ended = (await runs.unarchived()).filter(({ endedAt }) => endedAt !== null);
    for (const run of ended) await archive(run);
  };
  return { name: 'archive', everyMs: 2_000, round };
}

function unlessUnknown(error: unknown): undefined {
  if (!isUnknownRun(error)) throw error;
}
