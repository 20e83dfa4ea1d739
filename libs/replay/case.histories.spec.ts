import { describe, expect, test } from '@jest/globals';
import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import type { RunStore } from '#database';
import { CaseUnavailable } from '#temporal';
import { CaseHistories } from './case.histories.js';

interface Run {
  readonly archived?: true;
  readonly known?: true;
  readonly lost?: true;
  /** Started from the record, and so follows none. */
  readonly resumed?: true;
  readonly next?: string;
}

const jsonOf = (runId: string, { next }: Run) => ({
  events: [
    {
      eventId: '1',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
      workflowExecutionStartedEventAttributes: { originalExecutionRunId: runId },
    },
    ...(next
      ? [
          {
            eventId: '2',
            eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
            workflowExecutionContinuedAsNewEventAttributes: { newExecutionRunId: next },
          },
        ]
      : []),
  ],
});

/** A record and a Temporal server that hold these runs; the first of them is the first of the life. */
function around(runs: Readonly<Record<string, Run>>, failure?: Error): CaseHistories {
  const all = Object.entries(runs);
  const store = {
    runsOf: () =>
      Promise.resolve(
        all
          .filter(([, { known }]) => known)
          .map(([runId, { resumed }], index) => ({ runId, previousRunId: index === 0 || resumed ? null : 'before' })),
      ),
    historiesOf: () =>
      Promise.resolve(
        all
          .filter(([, { archived }]) => archived)
          .map(([runId, run]) => ({ runId, json: JSON.stringify(jsonOf(runId, run)) })),
      ),
  };
  const fetchHistory = (runId: string): Promise<History> => {
    const run = runs[runId];
    if (failure) return Promise.reject(failure);
    if (!run || run.lost || run.archived)
      return Promise.reject(new WorkflowNotFoundError('gone', 'case:case_1', runId));
    return Promise.resolve(historyFromJSON(jsonOf(runId, run)));
  };
  const client = {
    withDeadline: <T>(_: number, ask: () => T): T => ask(),
    workflow: {
      getHandle: (_: string, runId: string) => ({
        fetchHistory: () => fetchHistory(runId),
        describe: () =>
          failure
            ? Promise.reject(failure)
            : Promise.resolve({ raw: { workflowExecutionInfo: { firstRunId: all[0]?.[0] } } }),
      }),
    },
  };
  return new CaseHistories(store as unknown as RunStore, client as unknown as Client);
}

const trail = async (histories: CaseHistories) => {
  const { runs, missingRun } = await histories.trailOf('case_1');
  return {
    runs: runs.map(
      ({ runId, archived, open }) => `${runId} ${archived ? 'archived' : 'live'} ${open ? 'open' : 'ended'}`,
    ),
    missingRun,
  };
};

describe('the runs of a case', () => {
  test('come from the archive where they are in it, and from Temporal where not', async () => {
    const histories = around({
      a: { archived: true, known: true, next: 'b' },
      b: { known: true, next: 'c' },
      c: { known: true },
    });
    expect(await trail(histories)).toEqual({
      runs: ['a archived ended', 'b live ended', 'c live open'],
      missingRun: undefined,
    });
  });

  test('include one the record has not heard of', async () => {
    expect(await trail(around({ a: { known: true, next: 'b' }, b: {} }))).toMatchObject({
      runs: ['a live ended', 'b live open'],
    });
  });

  test('are found when the record has heard of none', async () => {
    expect(await trail(around({ a: {} }))).toMatchObject({ runs: ['a live open'] });
  });

  test('end where one is neither archived nor known to Temporal', async () => {
    const histories = around({ a: { archived: true, known: true, next: 'b' }, b: { lost: true, next: 'c' }, c: {} });
    expect(await trail(histories)).toEqual({ runs: ['a archived ended'], missingRun: 'b' });
  });

  test('cannot be told while Temporal is away', async () => {
    const histories = around({ a: { known: true } }, new Error('14 UNAVAILABLE'));
    await expect(trail(histories)).rejects.toThrow(CaseUnavailable);
  });

  test('go on after those that were lost where the case was started again from its record', async () => {
    const histories = around({
      a: { archived: true, known: true, next: 'b' },
      b: { lost: true, known: true, next: 'c' },
      d: { known: true, resumed: true, next: 'e' },
      e: {},
    });
    expect(await trail(histories)).toEqual({
      runs: ['a archived ended', 'd live ended', 'e live open'],
      missingRun: undefined,
    });
    expect((await histories.trailOf('case_1')).lostRuns).toEqual(['b']);
  });
});
