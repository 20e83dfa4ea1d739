import { describe, expect, jest, test } from '@jest/globals';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { pino } from 'pino';
import { register } from 'prom-client';
import type { RecordedRun } from '#database';
import { archiveLoop, type ArchiveRecord } from './archive.loop.js';

const ENDINGS = {
  ended: { eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED', workflowExecutionCompletedEventAttributes: {} },
  open: { eventType: 'EVENT_TYPE_WORKFLOW_TASK_SCHEDULED', workflowTaskScheduledEventAttributes: {} },
};
type Fate = keyof typeof ENDINGS | 'lost' | 'away';

/** Ended runs of a record, and what Temporal makes of each. */
function around(fates: Readonly<Record<string, Fate>>, overdue = 0) {
  const archived: string[] = [];
  const lost: string[] = [];
  const goingOn: string[] = [];
  const runs: ArchiveRecord = {
    unarchived: () => Promise.resolve(Object.keys(fates).map((runId) => ({ runId, caseId: 'case_1' }) as RecordedRun)),
    archive: (runId) => Promise.resolve(void archived.push(runId)),
    goesOn: (runId) => Promise.resolve(void goingOn.push(runId)),
    lost: (runId) => Promise.resolve(void lost.push(runId)),
    archiveState: () => Promise.resolve({ waiting: overdue, overdue, lost: 0, oldestEndedAt: null }),
  };
  const fetchHistory = (runId: string) => {
    const fate = fates[runId] ?? 'lost';
    if (fate === 'lost') return Promise.reject(new WorkflowNotFoundError('gone', 'case:case_1', runId));
    if (fate === 'away') return Promise.reject(new Error('14 UNAVAILABLE'));
    return Promise.resolve(historyFromJSON({ events: [{ eventId: '1', ...ENDINGS[fate] }] }));
  };
  const client = {
    withDeadline: <T>(_: number, ask: () => T): T => ask(),
    workflow: { getHandle: (_: string, runId: string) => ({ fetchHistory: () => fetchHistory(runId) }) },
  } as unknown as Client;
  const logger = pino({ level: 'silent' });
  const error = jest.spyOn(logger, 'error');
  return { loop: archiveLoop(client, runs, logger), archived, goingOn, lost, error };
}
const gauge = async (): Promise<number | undefined> =>
  (await register.getSingleMetric('reinstate_archive_overdue_runs')?.get())?.values[0]?.value;

describe('the archive', () => {
  test('takes a run only when its last event closes it; one that goes on has not ended', async () => {
    const { loop, archived, goingOn } = around({ a: 'ended', b: 'open' });
    await loop.round();
    expect([archived, goingOn]).toEqual([['a'], ['b']]);
  });

  test('takes the others when one cannot be had, and says so', async () => {
    const { loop, archived } = around({ a: 'away', b: 'ended' });
    await expect(loop.round()).rejects.toThrow('1 run(s) could not be archived');
    expect(archived).toEqual(['b']);
  });

  test('does not ask again for what Temporal has lost, and raises an alarm', async () => {
    const { loop, lost, error } = around({ a: 'lost' });
    await loop.round();
    expect(lost).toEqual(['a']);
    expect(error).toHaveBeenCalledTimes(1);
  });

  test('raises an alarm once for runs that wait for more than an hour, and shows their number', async () => {
    const { loop, error } = around({}, 2);
    await loop.round();
    await loop.round();
    expect(error).toHaveBeenCalledTimes(1);
    expect(await gauge()).toBe(2);
    await around({}, 0).loop.round();
    expect(await gauge()).toBe(0);
  });
});
