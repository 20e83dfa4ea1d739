import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  ApplicationFailure,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { loadDataConverter } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { BACKLOGGED, REFUSED, type CommandEnvelope } from '#contract';
import { CURRENT_RULES, type Fact } from '#model';
import { CaseClient } from './case.client.js';
import { CaseUnavailable } from './case.failures.js';

const executeUpdate = jest.fn<(...given: unknown[]) => Promise<unknown>>();
const query = jest.fn<() => Promise<unknown>>();
const executeUpdateWithStart = jest.fn<(...given: unknown[]) => Promise<unknown>>();
const signalWithStart = jest.fn<(...given: unknown[]) => Promise<unknown>>();
const signalWorkflowExecution = jest.fn<() => Promise<unknown>>();
const getWorkflowExecutionHistory = jest.fn<() => Promise<unknown>>();
const client = {
  workflow: { getHandle: () => ({ executeUpdate, query }), executeUpdateWithStart, signalWithStart },
  workflowService: { signalWorkflowExecution, getWorkflowExecutionHistory },
  options: { namespace: 'default', identity: 'spec', loadedDataConverter: loadDataConverter() },
  withDeadline: (_: number, send: () => Promise<unknown>) => send(),
};
const cases = new CaseClient(client as unknown as Client, 'queue', 2_000);
const ENVELOPE = { command: { requestId: 'req_1' }, acceptedAt: '2026-11-23T02:00:00.000Z' } as CommandEnvelope;
const FACT = { factId: 'sig_1', acceptedAt: ENVELOPE.acceptedAt } as Fact;
const ANSWER = { caseId: 'case_1', seq: 2 };
const TERMINATED = { events: [{ workflowExecutionTerminatedEventAttributes: {} }] };
const gone = () => new WorkflowNotFoundError('over', 'case:case_1', undefined);

/** The last run ended with the case closed at this instant. */
function closedAt(instant: string): void {
  const { policy, calendar } = CURRENT_RULES;
  const versions = { policyVersion: policy.version, calendarVersion: calendar.version };
  const left = { case: { ...versions, state: 'CLOSED_INVALID', closedAt: instant, offsetMs: 0 } };
  const workflowExecutionCompletedEventAttributes = { result: { payloads: [defaultPayloadConverter.toPayload(left)] } };
  getWorkflowExecutionHistory.mockResolvedValue({
    history: { events: [{ workflowExecutionCompletedEventAttributes }] },
  });
}

const grpc = (code: number): Error =>
  new ServiceError('failed', { cause: Object.assign(new Error('inner'), { code, details: 'x', metadata: {} }) });
const failed = (type: string, details: unknown[] = []): Error =>
  new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type, details }));
const send = (withinMs = 5_000) => cases.command('case_1', ENVELOPE, Date.now() + withinMs);

beforeEach(() => void jest.resetAllMocks());

describe('a command', () => {
  test('that is carried out is answered', async () => {
    executeUpdate.mockResolvedValue(ANSWER);
    await expect(send()).resolves.toEqual({ kind: 'DONE', answer: ANSWER });
  });

  test('that is refused is asked once, and comes back with its proof', async () => {
    const refusal = { code: 'guard.four-eyes', seq: 7 };
    executeUpdate.mockRejectedValue(failed(REFUSED, [refusal]));
    await expect(send()).resolves.toEqual({ kind: 'REFUSED', refusal });
    expect(executeUpdate).toHaveBeenCalledTimes(1);
  });

  test('to a case whose run was ended by force finds it gone', async () => {
    executeUpdate.mockRejectedValue(gone());
    getWorkflowExecutionHistory.mockResolvedValue({ history: TERMINATED });
    await expect(send()).resolves.toEqual({ kind: 'GONE' });
  });

  test('finds the run that another has just started', async () => {
    executeUpdate.mockRejectedValueOnce(gone()).mockResolvedValue(ANSWER);
    getWorkflowExecutionHistory.mockResolvedValue({
      history: { events: [{ workflowTaskScheduledEventAttributes: {} }] },
    });
    await expect(send()).resolves.toEqual({ kind: 'DONE', answer: ANSWER });
  });

  test('to a closed case starts another run with what the last one left, under the same id', async () => {
    executeUpdate.mockRejectedValue(gone());
    executeUpdateWithStart.mockResolvedValue(ANSWER);
    closedAt('2026-11-20T02:00:00.000Z');
    await expect(send()).resolves.toEqual({ kind: 'DONE', answer: ANSWER });
    expect(executeUpdateWithStart.mock.calls[0]?.[1]).toMatchObject({
      updateId: 'req_1',
      startWorkflowOperation: { options: { args: [{ carried: { case: { state: 'CLOSED_INVALID' } } }] } },
    });
  });

  test('to a closed case that hears nothing any more finds it gone', async () => {
    executeUpdate.mockRejectedValue(gone());
    closedAt('2026-10-20T02:00:00.000Z');
    await expect(send()).resolves.toEqual({ kind: 'GONE' });
    expect(executeUpdateWithStart).not.toHaveBeenCalled();
  });

  test.each([
    ['the run is not ready', grpc(9)],
    ['the workflow is closing', grpc(8)],
    ['the update was aborted', grpc(10)],
    ['the server is away', grpc(14)],
    ['the run ended under it', failed('AcceptedUpdateCompletedWorkflow')],
    ['the record is far behind', failed(BACKLOGGED)],
    ['the call timed out', new WorkflowUpdateRPCTimeoutOrCancelledError('late')],
  ])('is asked again under the same id while %s', async (_, error) => {
    executeUpdate.mockRejectedValueOnce(error).mockRejectedValueOnce(error).mockResolvedValue(ANSWER);
    await expect(send()).resolves.toMatchObject({ kind: 'DONE' });
    const ids = executeUpdate.mock.calls.map(([, options]) => (options as { updateId: string }).updateId);
    expect(ids).toEqual(['req_1', 'req_1', 'req_1']);
  });

  test('waits for its turn in a crowd, and not for one that has no answer', async () => {
    let stuck = 24;
    executeUpdate.mockImplementation(() => (stuck-- > 0 ? new Promise(() => undefined) : Promise.resolve(ANSWER)));
    for (let sent = 0; sent < 24; sent += 1) void send();
    const last = send();
    await new Promise((soon) => setTimeout(soon, 100));
    expect(executeUpdate).toHaveBeenCalledTimes(24);
    await expect(last).resolves.toMatchObject({ kind: 'DONE' });
  });

  test('is given up at the deadline, with its outcome unknown', async () => {
    executeUpdate.mockRejectedValue(grpc(14));
    await expect(send(60)).rejects.toBeInstanceOf(CaseUnavailable);
  });

  test('that fails for a reason nobody foresaw fails as it is', async () => {
    const error = new TypeError('a fault');
    executeUpdate.mockRejectedValue(error);
    await expect(send()).rejects.toBe(error);
    expect(executeUpdate).toHaveBeenCalledTimes(1);
  });
});

describe('a fact', () => {
  const tell = () => cases.tell('case_1', FACT, Date.now() + 5_000);

  test('is told to the open run, and starts none', async () => {
    await expect(tell()).resolves.toBe(true);
    expect(getWorkflowExecutionHistory).not.toHaveBeenCalled();
  });

  test('finds the run that another has just started', async () => {
    signalWorkflowExecution.mockRejectedValueOnce(gone());
    getWorkflowExecutionHistory.mockResolvedValue({
      history: { events: [{ workflowTaskScheduledEventAttributes: {} }] },
    });
    await expect(tell()).resolves.toBe(true);
    expect([signalWorkflowExecution.mock.calls.length, signalWithStart.mock.calls.length]).toEqual([2, 0]);
  });

  test('starts another run of a closed case while it is heard', async () => {
    signalWorkflowExecution.mockRejectedValue(gone());
    closedAt('2026-11-20T02:00:00.000Z');
    await expect(tell()).resolves.toBe(true);
    expect(signalWithStart.mock.calls[0]?.[1]).toMatchObject({ signalArgs: [FACT] });
    closedAt('2026-10-20T02:00:00.000Z');
    await expect(tell()).resolves.toBe(false);
  });
});

describe('a question to a case', () => {
  const ask = () => cases.snapshot('case_1', Date.now() + 5_000);

  test('is asked again while its run has only just begun', async () => {
    query.mockRejectedValueOnce(grpc(9)).mockResolvedValue({ now: 'then' });
    await expect(ask()).resolves.toEqual({ now: 'then' });
  });

  test('is given up at once where Temporal is away: whoever asks has the record', async () => {
    query.mockRejectedValue(grpc(14));
    await expect(ask()).rejects.toThrow(CaseUnavailable);
    expect(query).toHaveBeenCalledTimes(1);
  });

  test('that has no run is answered with nothing', async () => {
    query.mockRejectedValue(new WorkflowNotFoundError('over', 'case:case_1', undefined));
    await expect(ask()).resolves.toBeUndefined();
  });
});
