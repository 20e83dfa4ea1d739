import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { RefusalStore, RequestStore, Reservation } from '#database';
import type { DataSource, EntityManager } from 'typeorm';
import { dependencyUnavailable, Problem } from '../problem/problem.js';
import { Answer } from './answer.js';
import { Idempotency, type Work } from './idempotency.js';
import type { OnceRequest } from './once.js';

const ONCE: OnceRequest = {
  caller: { id: 'person:intake', name: 'Intake', roles: ['INTAKE'], institutions: ['*'], sandbox: true },
  key: 'key-1',
  route: 'POST /api/v1/cases/x/commands',
  bodyHash: 'a'.repeat(64),
};
const REQUEST = {
  requestId: 'req_1',
  acceptedAt: '2026-11-23T01:00:00.000Z',
  caseId: null,
  command: null,
  validUntil: null,
};
const fresh: Reservation = { kind: 'fresh', request: REQUEST };

const reserve = jest.fn<RequestStore['reserve']>();
const finish = jest.fn<RequestStore['finish']>();
const waitFor = jest.fn<RequestStore['waitFor']>();
const add = jest.fn<RefusalStore['add']>();
/** A database whose transactions hold, and where nothing is asked. */
const nothing = () => Promise.resolve();
const manager = { query: nothing } as unknown as EntityManager;
const database = {
  createQueryRunner: () => ({ manager, connect: nothing, release: nothing }),
} as unknown as DataSource;
const idempotency = new Idempotency(
  { reserve, finish, waitFor } as unknown as RequestStore,
  { add } as unknown as RefusalStore,
  database,
);

const answering = (answer: Answer): Work => ({ caseId: 'case_1', carryOut: () => Promise.resolve(answer) });
const failing = (error: Error): Work => ({ caseId: 'case_1', carryOut: () => Promise.reject(error) });

beforeEach(() => {
  jest.resetAllMocks();
  finish.mockResolvedValue(true);
});

describe('a request', () => {
  test('that is fresh is carried out and its answer kept', async () => {
    reserve.mockResolvedValue(fresh);
    await expect(idempotency.runOnce(ONCE, answering(new Answer(200, { seq: 1 })))).resolves.toEqual(
      new Answer(200, { seq: 1 }),
    );
    expect(finish).toHaveBeenCalledTimes(1);
    expect(finish).toHaveBeenCalledWith(database, 'req_1', { state: 'DONE', status: 200, answer: { seq: 1 } });
  });

  test('whose work kept the answer with its own writes is not kept twice', async () => {
    reserve.mockResolvedValue(fresh);
    const work: Work = {
      carryOut: async ({ keep }) => {
        const answer = new Answer(200, {});
        await keep(answer, database);
        return answer;
      },
    };
    await idempotency.runOnce(ONCE, work);
    expect(finish).toHaveBeenCalledTimes(1);
  });

  test('that was answered before gets the same answer, marked as said again', async () => {
    reserve.mockResolvedValue({ kind: 'done', status: 409, answer: { code: 'case.stale' } });
    await expect(idempotency.runOnce(ONCE, failing(new Error('never asked')))).resolves.toEqual(
      new Answer(409, { code: 'case.stale' }, true),
    );
  });

  test('under the key of another one is a mismatch', async () => {
    reserve.mockResolvedValue({ kind: 'mismatch' });
    await expect(idempotency.runOnce(ONCE, answering(new Answer(200, {})))).rejects.toMatchObject({
      status: 422,
      code: 'idempotency.mismatch',
    });
  });

  test('that is under way elsewhere waits for that answer', async () => {
    reserve.mockResolvedValue({ kind: 'running', requestId: 'req_0' });
    waitFor.mockResolvedValueOnce(undefined).mockResolvedValueOnce({ status: 200, answer: { seq: 7 } });
    await expect(idempotency.runOnce(ONCE, answering(new Answer(500, {})))).resolves.toEqual(
      new Answer(200, { seq: 7 }, true),
    );
    expect(reserve).toHaveBeenCalledTimes(2);
  });

  test('whose process was lost goes on here', async () => {
    reserve
      .mockResolvedValueOnce({ kind: 'running', requestId: 'req_1' })
      .mockResolvedValueOnce({ kind: 'takeOver', request: REQUEST });
    waitFor.mockResolvedValue(undefined);
    const work: Work = {
      carryOut: ({ takenOver, request }) => Promise.resolve(new Answer(200, { takenOver, by: request.requestId })),
    };
    await expect(idempotency.runOnce(ONCE, work)).resolves.toEqual(new Answer(200, { takenOver: true, by: 'req_1' }));
  });

  test('that is still under way after 5 s is told so', async () => {
    reserve.mockResolvedValue({ kind: 'running', requestId: 'req_0' });
    const now = jest.spyOn(Date, 'now').mockReturnValueOnce(0).mockReturnValue(5_000);
    await expect(idempotency.runOnce(ONCE, answering(new Answer(200, {})))).rejects.toMatchObject({
      status: 409,
      code: 'idempotency.running',
    });
    now.mockRestore();
  });
});

describe('a refusal', () => {
  const stale = new Problem('case.stale', { extensions: { seq: 3 } });

  test('of the work is kept, recorded and answered', async () => {
    reserve.mockResolvedValue(fresh);
    await expect(idempotency.runOnce(ONCE, failing(stale))).resolves.toEqual(new Answer(409, stale.body()));
    expect(finish).toHaveBeenCalledWith(manager, 'req_1', { state: 'DONE', status: 409, answer: stale.body() });
    expect(add).toHaveBeenCalledWith(
      expect.objectContaining({ code: 'case.stale', caseId: 'case_1', actorId: 'person:intake' }),
      manager,
    );
  });

  test('of the plan is kept under the key alone', async () => {
    const plan: Work = { ...answering(new Answer(200, {})), plan: () => Promise.reject(stale) };
    reserve.mockImplementationOnce(async (_, planned) => {
      await planned?.({} as never, REQUEST, () => undefined);
      return fresh;
    });
    reserve.mockResolvedValueOnce(fresh);
    await expect(idempotency.runOnce(ONCE, plan)).resolves.toEqual(new Answer(409, stale.body()));
    expect(reserve).toHaveBeenLastCalledWith(expect.objectContaining({ key: 'key-1' }));
  });

  test.each([
    ['a malformed request', new Problem('request.invalid')],
    ['too many requests', new Problem('rate.limited')],
    ['a dependency that is away', dependencyUnavailable('The case')],
    ['a fault of the server', new TypeError('inner words')],
  ])('is not kept for %s: the same key goes on', async (_, error) => {
    reserve.mockResolvedValue(fresh);
    await expect(idempotency.runOnce(ONCE, failing(error))).rejects.toBe(error);
    expect(finish).toHaveBeenCalledTimes(1);
    expect(finish).toHaveBeenCalledWith(database, 'req_1', { state: 'UNKNOWN' });
    expect(add).not.toHaveBeenCalled();
  });
});
