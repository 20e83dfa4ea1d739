import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { Logger } from 'pino';
import { Counter, Gauge } from 'prom-client';
import { caseWorkflowId } from '#contract';
import type { RecordedRun, RunStore } from '#database';
import { endingOf, fetchHistory, isUnknownRun } from '#temporal';
import type { Loop } from './loop.js';

const overdueRuns = new Gauge({
  name: 'reinstate_archive_overdue_runs',
  help: 'Runs that ended more than an hour ago and whose history is not archived; above 0 is an alarm',
});
const lostRuns = new Counter({
  name: 'reinstate_archive_lost_runs_total',
  help: 'Runs whose history Temporal no longer had when it was to be archived',
});

/** What the loop asks of the record. */
export type ArchiveRecord = Pick<RunStore, 'unarchived' | 'archive' | 'goesOn' | 'lost' | 'archiveState'>;

/**
 * Keeps the history of every run that has ended. Only one whose last event closes it is taken: an earlier look would
 * see a cut history (design §8). One that Temporal has lost is not asked for again. One that cannot be taken keeps no
 * other waiting; after an hour it is an alarm.
 */
export function archiveLoop(client: Client, runs: ArchiveRecord, logger: Logger): Loop {
  let alarmed = 0;
  const archive = async ({ caseId, runId }: RecordedRun): Promise<void> => {
    const history = await fetchHistory(client, caseWorkflowId(caseId), runId).catch(unlessUnknown);
    if (!history) {
      lostRuns.inc();
      logger.error({ caseId, runId }, 'Temporal lost the history of a run before it was archived');
      return runs.lost(runId);
    }
    await (endingOf(history).kind === 'OPEN' ? runs.goesOn(runId) : runs.archive(runId, historyToJSON(history)));
  };
  const alarm = async (): Promise<void> => {
    const { overdue, oldestEndedAt } = await runs.archiveState();
    overdueRuns.set(overdue);
    if (overdue > alarmed) logger.error({ overdue, oldestEndedAt }, 'ended runs are not archived after an hour');
    alarmed = overdue;
  };
  const round = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const run of await runs.unarchived()) await archive(run).catch((error: unknown) => failures.push(error));
    await alarm();
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} run(s) could not be archived`);
  };
  return { name: 'archive', everyMs: 2_000, round };
}

function unlessUnknown(error: unknown): undefined {
  if (!isUnknownRun(error)) throw error;
}
