import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CASE_SORTS, CaseStore, InvalidCursor, type CaseFilters, type CaseItem } from '#database';
import { CaseChain, INTAKE } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const CASES = 60;
const EVERYTHING: CaseFilters = { institutions: '*', sandbox: 'both' };

let database: FreshDatabase;
let store: CaseStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new CaseStore(database.app);
  for (let n = 0; n < CASES; n++) await store.write(variant(n));
  // Made equal by hand: a page must not end between equals by losing or repeating one.
  await database.owner.query(`UPDATE case_view SET updated_at = date_trunc('minute', updated_at)`);
});
afterAll(() => database.drop());

function variant(n: number): CaseChain {
  const chain = new CaseChain({
    caseId: `case_${String(n).padStart(3, '0')}`,
    noticeNo: `UPR-${n}`,
    merchantNo: `8222900739${String(20000 + n)}`,
    institutionCode: n % 3 === 0 ? '48222900' : '48220000',
    issuer: n % 2 === 0 ? 'UNIONPAY' : 'ACQUIRER',
    sandbox: n % 5 === 0,
  });
  if (n % 4 === 0) chain.say({ type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE, requestId: 'req_2' });
  return chain;
}

async function walk(filters: CaseFilters, limit: number): Promise<CaseItem[]> {
  const items: CaseItem[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await store.list(filters, cursor, limit);
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    expect(page.items).toHaveLength(limit);
    cursor = page.nextCursor;
  }
}
const idsOf = (items: readonly CaseItem[]): string[] => items.map(({ caseId }) => caseId);

describe.each(CASE_SORTS)('a list by %s', (sort) => {
  test.each([1, 7, 20, 60, 200])('in pages of %i shows every case once', async (limit) => {
    const ids = idsOf(await walk({ ...EVERYTHING, sort }, limit));
    expect(ids).toHaveLength(CASES);
    expect(new Set(ids).size).toBe(CASES);
  });

  test('is the other order turned round', async () => {
    const other = CASE_SORTS.find((one) => one !== sort && one.replace('-', '') === sort.replace('-', ''))!;
    const ids = idsOf(await walk({ ...EVERYTHING, sort }, 13));
    expect(ids).toEqual(idsOf(await walk({ ...EVERYTHING, sort: other }, 60)).reverse());
  });
});

test('cases with nothing due come last, however many pages there are', async () => {
  await database.owner.query(
    `UPDATE case_view SET due_real = 'infinity', next_due_at = NULL WHERE case_id < 'case_020'`,
  );
  const items = await walk(EVERYTHING, 7);
  expect(items.slice(-20).map(({ nextDueAt }) => nextDueAt)).toEqual(Array(20).fill(null));
  expect(items.slice(0, -20).every(({ nextDueAt }) => nextDueAt !== null)).toBe(true);
  expect(new Set(idsOf(items)).size).toBe(CASES);
});

describe('a list is narrowed', () => {
  const matching = async (filters: Partial<CaseFilters>, fits: (item: CaseItem) => boolean): Promise<CaseItem[]> => {
    const found = await walk({ ...EVERYTHING, ...filters }, 50);
    const all = await walk(EVERYTHING, 50);
    expect(idsOf(found)).toEqual(idsOf(all.filter(fits)));
    return found;
  };

  test('to the institutions the asker may see', async () => {
    await matching({ institutions: ['48222900'] }, (item) => item.institutionCode === '48222900');
    expect(await walk({ ...EVERYTHING, institutions: [] }, 50)).toEqual([]);
    expect(await walk({ ...EVERYTHING, institutions: ['48222900'], institution: '48220000' }, 50)).toEqual([]);
  });

  test('to real cases unless sandbox ones are asked for', async () => {
    await matching({ sandbox: undefined }, (item) => !item.sandbox);
    await matching({ sandbox: true }, (item) => item.sandbox);
  });

  test('to a state, a queue, a reason, a priority, an institution', async () => {
    expect(await matching({ state: 'NOTICE_CONFIRMED' }, (item) => item.state === 'NOTICE_CONFIRMED')).not.toEqual([]);
    expect(await matching({ queue: 'INTAKE' }, (item) => item.queue === 'INTAKE')).not.toEqual([]);
    expect(await matching({ priority: 3 }, (item) => item.priority === 3)).not.toEqual([]);
    expect(await matching({ reason: 'TRADING_VIOLATION' }, () => true)).toHaveLength(CASES);
    expect(await matching({ institution: '48220000' }, (item) => item.institutionCode === '48220000')).not.toEqual([]);
    expect(await matching({ reason: 'OTHER' }, () => false)).toEqual([]);
    expect(await matching({ assignee: 'reviewer' }, () => false)).toEqual([]);
  });

  test('to what is searched: the case, the beginning of a merchant or notice number', async () => {
    expect(idsOf(await matching({ q: 'case_007' }, (item) => item.caseId === 'case_007'))).toEqual(['case_007']);
    expect(
      await matching({ q: '82229007392001' }, (item) => item.merchantNo.startsWith('82229007392001')),
    ).toHaveLength(10);
    expect(await matching({ q: 'UPR-5' }, (item) => item.noticeNo.startsWith('UPR-5'))).toHaveLength(11);
    for (const q of ['%', '_', 'UPR_5', '\\', "'", '\0']) expect(await walk({ ...EVERYTHING, q }, 50)).toEqual([]);
  });
});

test('a case is overdue once a deadline ran out in the state it stands in', async () => {
  const chain = new CaseChain({ caseId: 'case_late', noticeNo: 'LATE-1' });
  const by = { id: 'engine', roles: ['SYSTEM'] } as const;
  chain.wait(4 * 3_600_000);
  chain.say({ type: 'DEADLINE_PASSED', fields: { deadline: 'T_CONFIRM' }, by, requestId: 'timer' });
  await store.write(chain);
  expect(idsOf(await walk({ ...EVERYTHING, overdue: true }, 50))).toEqual(['case_late']);
  chain.say({ type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE, requestId: 'req_2' });
  await store.write(chain);
  expect(await walk({ ...EVERYTHING, overdue: true }, 50)).toEqual([]);
  await database.owner.query(`DELETE FROM case_view WHERE case_id = 'case_late'`);
});

test.each([
  ['no base64', '§§§'],
  ['no JSON', Buffer.from('{').toString('base64url')],
  ['another order’s', Buffer.from('["priority","2","case_001"]').toString('base64url')],
  ['no value', Buffer.from('["dueAt","tomorrow","case_001"]').toString('base64url')],
  ['no text', Buffer.from('["dueAt","infinity","\\u0000"]').toString('base64url')],
  ['no place', Buffer.from('["dueAt"]').toString('base64url')],
])('a cursor that is %s is refused', async (_, cursor) => {
  await expect(store.list(EVERYTHING, cursor, 10)).rejects.toThrow(InvalidCursor);
});
