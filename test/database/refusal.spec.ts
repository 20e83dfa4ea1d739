import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RefusalStore, type AnsweredRefusal } from '#database';
import { INTAKE, OPENED_AT } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let store: RefusalStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new RefusalStore(database.app);
});
afterAll(() => database.drop());

const ALL = { institutions: '*' } as const;
const proven: AnsweredRefusal = {
  code: 'guard.four-eyes',
  actorId: 'senior',
  actorRoles: ['SENIOR_REVIEWER', 'LEAD'],
  caseId: 'case_1',
  requestId: 'req_1',
  row: '31',
  seq: 12,
  stateHash: 'c'.repeat(64),
  chainHead: 'd'.repeat(64),
  now: OPENED_AT,
  command: { type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE, requestId: 'req_1' },
  policyVersion: '2026-11',
  calendarVersion: 'cn-2026.1',
  rulesRevision: 1,
};

test('a refusal is kept with all that proves it', async () => {
  await store.add(proven);
  const [kept] = await store.list({ ...ALL, caseId: 'case_1' }, { limit: 10 });
  expect(kept).toMatchObject(proven);
  expect(Math.abs(Date.parse(kept!.at) - Date.now())).toBeLessThan(60_000);
});

test('a refusal before any case was reached needs who and what only', async () => {
  await store.add({ code: 'auth.role', actorId: 'auditor', actorRoles: ['AUDITOR'] });
  const [kept] = await store.list({ ...ALL, actorId: 'auditor' }, { limit: 10 });
  expect(JSON.parse(JSON.stringify(kept))).toEqual({
    refusalId: kept!.refusalId,
    at: kept!.at,
    code: 'auth.role',
    actorId: 'auditor',
    actorRoles: ['AUDITOR'],
    row: null,
  });
});

test('a refusal of a transaction that fails is not kept', async () => {
  const failing = database.app.transaction(async (manager) => {
    await store.add({ ...proven, caseId: 'case_undone' }, manager);
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect(await store.list({ ...ALL, caseId: 'case_undone' }, { limit: 10 })).toEqual([]);
});

test('pages show every refusal once, newest first', async () => {
  for (let n = 0; n < 25; n++) await store.add({ ...proven, caseId: 'case_many', seq: n });
  await database.owner.query(
    `UPDATE refusal SET at = date_trunc('minute', at) WHERE case_id = 'case_many' AND seq < 10`,
  );
  const seen: string[] = [];
  for (let before: string | undefined; ;) {
    const page = await store.list({ ...ALL, caseId: 'case_many', code: 'guard.four-eyes' }, { before, limit: 4 });
    seen.push(...page.map(({ refusalId }) => refusalId));
    if (page.length < 4) break;
    before = page.at(-1)?.refusalId;
  }
  expect(new Set(seen).size).toBe(25);
  expect(seen).toHaveLength(25);
  const times = (await store.list({ ...ALL, caseId: 'case_many' }, { limit: 30 })).map(({ at }) => at);
  expect(times).toEqual([...times].sort().reverse());
});
