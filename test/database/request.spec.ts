import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RequestStore, type AskedRequest, type Planning, type Reservation, type StoredRequest } from '#database';
import { aNotice, INTAKE, OPENED_AT } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let store: RequestStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new RequestStore(database.app);
});
afterAll(() => database.drop());

let keys = 0;
const asked = (more: Partial<AskedRequest> = {}): AskedRequest => ({
  actorId: 'reviewer',
  key: `key-${++keys}`,
  route: 'POST /cases/{id}/commands',
  bodyHash: 'a'.repeat(64),
  caseId: 'case_1',
  ...more,
});
const reservedIn = (reservation: Reservation): StoredRequest => {
  if (!('request' in reservation)) throw new Error(`nothing to carry out: ${reservation.kind}`);
  return reservation.request;
};
const freshly = async (request: AskedRequest): Promise<string> => {
  const reservation = await store.reserve(request);
  if (reservation.kind !== 'fresh') throw new Error(`not fresh but ${reservation.kind}`);
  return reservation.request.requestId;
};
const lockEnds = (requestId: string) =>
  database.owner.query(`UPDATE request SET locked_until = now() - interval '1 minute' WHERE request_id = $1`, [
    requestId,
  ]);

describe('reserving', () => {
  test('ten at once under one key makes one fresh and nine that wait for it', async () => {
    const request = asked();
    const ten = await Promise.all(Array.from({ length: 10 }, () => store.reserve(request)));
    expect(ten.map(({ kind }) => kind).sort()).toEqual(['fresh', ...Array<string>(9).fill('running')]);
    const ids = new Set(
      ten.flatMap((one) =>
        one.kind === 'fresh' ? one.request.requestId : one.kind === 'running' ? one.requestId : [],
      ),
    );
    expect(ids.size).toBe(1);
  });

  test('keeps the plan of a fresh request letter by letter', async () => {
    const fields = aNotice();
    const command = {
      command: { type: 'NOTICE_INGESTED', fields, by: INTAKE, requestId: 'r' },
      acceptedAt: OPENED_AT,
      validUntil: OPENED_AT,
    } as const;
    const request = asked({ caseId: undefined });
    const plan = { command, caseId: 'case_9', validUntil: OPENED_AT };
    const fresh = await store.reserve(request, (_, { acceptedAt }) => {
      expect(Math.abs(Date.parse(acceptedAt) - Date.now())).toBeLessThan(60_000);
      return Promise.resolve(plan);
    });
    expect(reservedIn(fresh)).toMatchObject(plan);
    await lockEnds(reservedIn(fresh).requestId);
    const taken = await store.reserve(request);
    expect(taken).toEqual({ kind: 'takeOver', request: reservedIn(fresh) });
    expect(JSON.stringify(reservedIn(taken).command)).toBe(JSON.stringify(command));
  });

  test('keeps when it was accepted as whoever asks has read it from the database', async () => {
    const acceptedAt = '2026-11-23T01:02:03.004Z';
    const heard: unknown[] = [];
    const plan: Planning = (_, accepted) => Promise.resolve(void heard.push(accepted)).then(() => ({}));
    const { requestId } = reservedIn(await store.reserve(asked({ acceptedAt }), plan));
    expect(heard).toEqual([{ requestId, acceptedAt }]);
    const rows: unknown = await database.owner.query('SELECT created_at FROM request WHERE request_id = $1', [
      requestId,
    ]);
    expect(rows).toEqual([{ created_at: new Date(acceptedAt) }]);
  });

  test('a key that is taken keeps nothing of what another plan wrote', async () => {
    const request = asked();
    const requestId = await freshly(request);
    const plan: Planning = async (manager) => {
      await manager.query(
        `INSERT INTO request (request_id, actor_id, key, route, body_hash, locked_until)
         SELECT 'req_beside', actor_id, 'beside', route, body_hash, locked_until FROM request WHERE request_id = $1`,
        [requestId],
      );
      return {};
    };
    await expect(store.reserve(request, plan)).resolves.toEqual({ kind: 'running', requestId });
    expect(await database.owner.query(`SELECT key FROM request WHERE key = 'beside'`)).toEqual([]);
  });

  test('leaves nothing behind when the plan fails', async () => {
    const request = asked();
    await expect(store.reserve(request, () => Promise.reject(new Error('no plan')))).rejects.toThrow('no plan');
    await expect(store.reserve(request)).resolves.toMatchObject({ kind: 'fresh' });
  });

  test('a key again with another body or on another route is a mismatch', async () => {
    const request = asked();
    await freshly(request);
    await expect(store.reserve({ ...request, bodyHash: 'b'.repeat(64) })).resolves.toEqual({ kind: 'mismatch' });
    await expect(store.reserve({ ...request, route: 'POST /notices' })).resolves.toEqual({ kind: 'mismatch' });
    await expect(store.reserve({ ...request, actorId: 'senior' })).resolves.toMatchObject({ kind: 'fresh' });
  });
});

describe('finishing', () => {
  test('answers every repeat with the first status and body, letter by letter', async () => {
    const request = asked();
    const requestId = await freshly(request);
    const answer = { zebra: 1, apple: { seq: 2, b: [1, 2] }, zh: '恢复\u0000' };
    await expect(store.finish(database.app, requestId, { state: 'DONE', status: 409, answer })).resolves.toBe(true);
    await expect(store.finish(database.app, requestId, { state: 'DONE', status: 200, answer: {} })).resolves.toBe(
      false,
    );
    await expect(store.finish(database.app, requestId, { state: 'UNKNOWN' })).resolves.toBe(false);
    const again = await store.reserve(request);
    expect(JSON.stringify(again)).toBe(JSON.stringify({ kind: 'done', status: 409, answer }));
  });

  test('as unknown lets the next one take over at once, as the same request', async () => {
    const request = asked();
    const requestId = await freshly(request);
    await store.finish(database.app, requestId, { state: 'UNKNOWN' });
    await expect(store.reserve(request)).resolves.toMatchObject({ kind: 'takeOver', request: { requestId } });
    await expect(store.reserve(request)).resolves.toEqual({ kind: 'running', requestId });
  });

  test('a request whose process is gone is taken over by one of many', async () => {
    const request = asked();
    await lockEnds(await freshly(request));
    const many = await Promise.all(Array.from({ length: 8 }, () => store.reserve(request)));
    expect(many.filter(({ kind }) => kind === 'takeOver')).toHaveLength(1);
    expect(many.filter(({ kind }) => kind === 'running')).toHaveLength(7);
  });

  test('as not executed waits until nobody is at it', async () => {
    const request = asked();
    const requestId = await freshly(request);
    await expect(store.finish(database.app, requestId, { state: 'NOT_EXECUTED' })).resolves.toBe(false);
    await lockEnds(requestId);
    await expect(store.finish(database.app, requestId, { state: 'NOT_EXECUTED' })).resolves.toBe(true);
    await expect(store.reserve(request)).resolves.toMatchObject({ kind: 'takeOver' });
    await expect(store.finish(database.app, requestId, { state: 'DONE', status: 409, answer: {} })).resolves.toBe(true);
  });
});

test('who waits sees the outcome as soon as it is there', async () => {
  const requestId = await freshly(asked());
  const waiting = store.waitFor(requestId, 5_000);
  await store.finish(database.app, requestId, { state: 'DONE', status: 200, answer: { seq: 3 } });
  await expect(waiting).resolves.toEqual({ status: 200, answer: { seq: 3 } });
  await expect(store.waitFor(await freshly(asked()), 60)).resolves.toBeUndefined();
});

test('requests left behind are found, answered ones are not', async () => {
  const [left, answered, running] = [await freshly(asked()), await freshly(asked()), await freshly(asked())];
  await store.finish(database.app, answered, { state: 'DONE', status: 200, answer: {} });
  await Promise.all([left, answered].map(lockEnds));
  const stuck = (await store.stuckOlderThan(30_000)).map(({ requestId }) => requestId);
  expect(stuck).toContain(left);
  expect(stuck).not.toContain(answered);
  expect(stuck).not.toContain(running);
});
