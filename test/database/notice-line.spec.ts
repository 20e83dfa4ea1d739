import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseRefStore, type Claim, type NoticeLine } from '#database';
import type { CommandEnvelope } from '#contract';
import { INTAKE, OPENED_AT, aNotice } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let store: CaseRefStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new CaseRefStore(database.app);
});
afterAll(() => database.drop());

const lineOf = (n: number, caseId: string): NoticeLine => ({
  issuer: 'UNIONPAY',
  noticeNo: `N-${n}`,
  merchantNo: '822290073920001',
  bodyHash: 'a'.repeat(64),
  caseId,
});
const openingOf = (caseId: string): CommandEnvelope => ({
  command: { type: 'NOTICE_INGESTED', fields: aNotice({ caseId }), by: INTAKE, requestId: 'req_1' },
  acceptedAt: OPENED_AT,
  validUntil: OPENED_AT,
});
const claim = (line: NoticeLine, open = () => Promise.resolve(openingOf(line.caseId))): Promise<Claim> =>
  database.app.transaction((manager) => store.claim(manager, line, open));

test('of ten senders of one line one opens a case and nine repeat it, all with the same opening', async () => {
  const ten = await Promise.all(Array.from({ length: 10 }, (_, n) => claim(lineOf(1, `case_${n}`))));
  expect(ten.map(({ kind }) => kind).sort()).toEqual(['fresh', ...Array<string>(9).fill('repeat')]);
  const { caseId, opening } = ten.find(({ kind }) => kind === 'fresh')!;
  for (const one of ten) expect(one).toMatchObject({ caseId, started: false });
  for (const one of ten) expect(JSON.stringify(one.opening)).toBe(JSON.stringify(opening));
});

test('other content under the same number is an amendment of the same case', async () => {
  const { caseId } = await claim(lineOf(2, 'case_a'));
  await expect(claim({ ...lineOf(2, 'case_b'), bodyHash: 'b'.repeat(64) })).resolves.toMatchObject({
    kind: 'amendment',
    caseId,
  });
  await expect(claim({ ...lineOf(2, 'case_c'), merchantNo: '822290073920002' })).resolves.toMatchObject({
    kind: 'fresh',
    caseId: 'case_c',
  });
});

test('a line whose opening cannot be made is not claimed', async () => {
  await expect(claim(lineOf(3, 'case_x'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(claim(lineOf(3, 'case_y'))).resolves.toMatchObject({ kind: 'fresh', caseId: 'case_y' });
});

test('a case is unstarted until its workflow is known to run', async () => {
  const { caseId, opening } = await claim(lineOf(4, 'case_slow'));
  await database.owner.query(`UPDATE case_ref SET created_at = now() - interval '10 s' WHERE case_id = $1`, [caseId]);
  expect(await store.unstartedOlderThan(5_000)).toEqual([{ caseId, opening }]);
  expect(await store.unstartedOlderThan(60_000)).toEqual([]);
  await store.markStarted(database.app, caseId);
  expect(await store.unstartedOlderThan(5_000)).toEqual([]);
  await expect(claim(lineOf(4, 'case_again'))).resolves.toMatchObject({ kind: 'repeat', caseId, started: true });
});
