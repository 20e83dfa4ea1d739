import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { loadDataConverter } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { GENESIS, headOf, link, type ChainedEvent } from '#audit';
import { RunContradicted } from '#contract';
import type { CaseEvent } from '#model';
import { CaseClient } from './case.client.js';
import { CaseUnavailable } from './case.failures.js';
import { faultOf, standingOf } from './run.standing.js';

const chained = (before: ChainedEvent | undefined, seq: number): ChainedEvent =>
  link(before ? headOf(before) : GENESIS, { caseId: 'case_1', seq } as CaseEvent);
const one = chained(undefined, 1);
const two = chained(one, 2);
const three = chained(two, 3);
const other = (seq: number) => ({ seq, hash: 'f'.repeat(64) });

describe('a run, held against the record', () => {
  test.each([
    ['ends where the record ends', headOf(two), [], headOf(two)],
    [
      'is further on, with the record’s last event among those not yet recorded',
      headOf(three),
      [two, three],
      headOf(two),
    ],
    ['is further on, right after the record', headOf(three), [three], headOf(two)],
    ['is further on than it can say', headOf(three), [], headOf(one)],
  ])('is in order when it %s', (_, head, unrecorded, recorded) => {
    expect(faultOf({ head, unrecorded }, recorded)).toBeUndefined();
  });

  test.each([
    ['RUN_BEHIND', 'has not heard of recorded events', headOf(two), [], headOf(three)],
    ['RUN_DIFFERS', 'holds another event under the same number', headOf(two), [], other(2)],
    ['RUN_DIFFERS', 'has gone on from another event', headOf(three), [three], other(2)],
    ['RUN_DIFFERS', 'is about to record another event', headOf(three), [two, three], other(2)],
  ])('is %s when it %s', (fault, _, head, unrecorded, recorded) => {
    expect(faultOf({ head, unrecorded }, recorded)).toBe(fault);
  });
});

describe('looking at a run', () => {
  const describeRun = jest.fn<() => Promise<unknown>>();
  const query = jest.fn<() => Promise<unknown>>();
  const lastEvent = jest.fn<() => Promise<unknown>>();
  const lastEvents = jest.fn<() => Promise<unknown>>();
  const client = {
    workflow: { getHandle: () => ({ describe: describeRun, query }) },
    workflowService: {
      getWorkflowExecutionHistory: lastEvent,
      getWorkflowExecutionHistoryReverse: lastEvents,
    },
    options: { namespace: 'default', loadedDataConverter: loadDataConverter() },
    withDeadline: (_: number, ask: () => Promise<unknown>) => ask(),
  } as unknown as Client;
  const cases = new CaseClient(client, 'queue', 2_000);
  /** How the last run ended: by force, or by itself, leaving this. */
  const endsWith = (left?: unknown) => {
    const result = { payloads: [defaultPayloadConverter.toPayload(left)] };
    const byForce = { workflowExecutionTerminatedEventAttributes: {} };
    const events = [left ? { workflowExecutionCompletedEventAttributes: { result } } : byForce];
    lastEvent.mockResolvedValueOnce({ history: { events } });
  };
  const ended = { runId: 'run_1', previousRunId: null, buildId: 'build' };
  const open = { runId: 'run_1', historyLength: 12, closeTime: undefined, raw: {} };
  const look = (before?: { runId: string; historyLength: number; head: { seq: number; hash: string } }) =>
    standingOf(client, cases, { caseId: 'case_1', head: headOf(two), ...(before && { before }) }, Date.now() + 1_000);
  beforeEach(() => void jest.resetAllMocks());

  test('finds it in order, and what it was like', async () => {
    describeRun.mockResolvedValue(open);
    query.mockResolvedValue({ head: headOf(two), unrecorded: [] });
    await expect(look()).resolves.toEqual({ kind: 'IN_ORDER', run: { runId: 'run_1', historyLength: 12 } });
  });

  test('does not wake the case while nothing has happened since', async () => {
    describeRun.mockResolvedValue(open);
    const before = { runId: 'run_1', historyLength: 12, head: headOf(two) };
    await expect(look(before)).resolves.toMatchObject({ kind: 'IN_ORDER' });
    expect(query).not.toHaveBeenCalled();
  });

  test.each([
    ['the record has', { runId: 'run_1', historyLength: 12, head: headOf(one) }],
    ['the history has', { runId: 'run_1', historyLength: 9, head: headOf(two) }],
    ['the run is another', { runId: 'run_0', historyLength: 12, head: headOf(two) }],
  ])('asks the case when %s changed, and finds it behind', async (_, before) => {
    describeRun.mockResolvedValue(open);
    query.mockResolvedValue({ head: headOf(one), unrecorded: [] });
    await expect(look(before)).resolves.toEqual({ kind: 'RUN_BEHIND', runId: 'run_1' });
  });

  test('finds none, and one that is over', async () => {
    describeRun.mockRejectedValueOnce(new WorkflowNotFoundError('none', 'case:case_1', undefined));
    await expect(look()).resolves.toEqual({ kind: 'NO_RUN' });
    describeRun.mockResolvedValue({ ...open, closeTime: new Date() });
    endsWith();
    await expect(look()).resolves.toEqual({ kind: 'RUN_ENDED' });
    endsWith({ head: other(3), unrecorded: [], ended });
    endsWith({ head: headOf(one), unrecorded: [], ended });
    await expect(look()).resolves.toEqual({ kind: 'RUN_ENDED' });
    await expect(look()).resolves.toEqual({ kind: 'RUN_ENDED' });
  });

  test('finds in order one that ended with its case, and what of it is not recorded', async () => {
    describeRun.mockResolvedValue({ ...open, closeTime: new Date() });
    endsWith({ head: headOf(two), unrecorded: [two], ended });
    await expect(look()).resolves.toMatchObject({ kind: 'IN_ORDER' });
    endsWith({ head: headOf(three), unrecorded: [two, three], ended });
    await expect(look()).resolves.toEqual({ kind: 'LEFT_MORE' });
  });

  test('does not ask one that the record contradicts, and finds it differing', async () => {
    describeRun.mockResolvedValue({ ...open, raw: { pendingWorkflowTask: { attempt: 3 } } });
    const failure = { message: new RunContradicted('event 2').message };
    lastEvents.mockResolvedValueOnce({ history: { events: [{}, { workflowTaskFailedEventAttributes: { failure } }] } });
    await expect(look()).resolves.toEqual({ kind: 'RUN_DIFFERS', runId: 'run_1' });
    expect(query).not.toHaveBeenCalled();
  });

  test('that Temporal does not answer finds out nothing', async () => {
    const away = Object.assign(new Error('away'), { code: 14, details: '', metadata: {} });
    describeRun.mockRejectedValue(new ServiceError('failed', { cause: away }));
    await expect(look()).rejects.toBeInstanceOf(CaseUnavailable);
  });
});
