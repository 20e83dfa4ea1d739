import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  ApplicationFailure,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { BACKLOGGED, REFUSED, type CommandEnvelope } from '#contract';
import { CaseClient } from './case.client.js';
import { CaseUnavailable } from './case.failures.js';

const executeUpdate = jest.fn<(...given: unknown[]) => Promise<unknown>>();
const query = jest.fn<() => Promise<unknown>>();
const client = {
  workflow: { getHandle: () => ({ executeUpdate, query }) },
  withDeadline: (_: number, send: () => Promise<unknown>) => send(),
};
const cases = new CaseClient(client as unknown as Client, 'queue', 2_000);
const ENVELOPE = { command: { requestId: 'req_1' } } as CommandEnvelope;
const ANSWER = { caseId: 'case_1', seq: 2 };

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

  test('to a case that is over finds it gone', async () => {
    executeUpdate.mockRejectedValue(new WorkflowNotFoundError('over', 'case:case_1', undefined));
    await expect(send()).resolves.toEqual({ kind: 'GONE' });
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
