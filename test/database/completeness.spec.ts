import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  CaseRefStore,
  CaseStore,
  ControlTotalStore,
  DifferenceStore,
  HeldPlaceStore,
  StatusFileStore,
  type FoundDifference,
  type HeldItem,
  type ReceivedFile,
} from '#database';
import { DAY_MS, plusMs, type Asker } from '#model';
import { aNotice, CaseChain, INTAKE, OPENED_AT } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const ISSUER: Asker = { id: 'partner:unionpay', roles: ['UNIONPAY'] };
let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.owner.query(
    `INSERT INTO ownership (partner, institution, merchants, relation, valid_from, valid_until) VALUES
     ('lakala', '*', '822', 'ACQUIRER', '2000-01-01', NULL),
     ('past', '*', '8222', 'SERVICER', '2000-01-01', '2026-11-24T00:00:00Z')`,
  );
});
afterAll(() => database.drop());

describe('what cases hold at an instant', () => {
  const chains: CaseChain[] = [];
  const restoredAt = plusMs(OPENED_AT, 3 * DAY_MS);
  beforeAll(async () => {
    const store = new CaseStore(database.app);
    // One stays stopped, one is reported working again three days later, one is another partner's, one is a sandbox case.
    for (const [caseId, merchantNo, sandbox] of [
      ['case_stays', '822290073920001', false],
      ['case_lifted', '822290073920002', false],
      ['case_foreign', '821290073920003', false],
      ['case_sandbox', '822290073920004', true],
    ] as const) {
      const chain = new CaseChain({ caseId, merchantNo, noticeNo: `N-${caseId}`, sandbox });
      chain.say({ type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE, requestId: 'req_2' });
      chains.push(chain);
    }
    for (const chain of [chains[1]!, chains[3]!]) {
      chain.wait(3 * DAY_MS);
      chain.say({ type: 'OUTSIDE_REINSTATED', fields: {}, by: ISSUER, requestId: 'req_3' });
    }
    for (const chain of chains) await store.write(chain);
  });

  const heldBy = async (asked: { at: string; partner?: string; sandbox?: boolean; merchants?: string[] }) => {
    const items = await new HeldPlaceStore(database.app).heldAt({ partner: 'lakala', sandbox: false, ...asked });
    return items.map(({ caseId, status }) => [caseId, status]);
  };

  test('is the fold of what was recorded by then, however much happened since', async () => {
    const before = plusMs(restoredAt, -DAY_MS);
    const both = [
      ['case_lifted', 'SUSPENDED'],
      ['case_stays', 'SUSPENDED'],
    ];
    await expect(heldBy({ at: before })).resolves.toEqual(both);
    const later = plusMs(restoredAt, DAY_MS);
    await expect(heldBy({ at: later, merchants: ['822290073920002'] })).resolves.toEqual([
      ['case_lifted', 'RESTORED'],
      ['case_stays', 'SUSPENDED'],
    ]);
    await expect(heldBy({ at: plusMs(OPENED_AT, -1) })).resolves.toEqual([]);
  });

  test('is the same whether a case is read as it stands or folded', async () => {
    const later = plusMs(restoredAt, DAY_MS);
    // Recorded long before the instant: only what still holds something is looked at.
    await database.owner.query(`UPDATE case_view SET updated_at = $1`, [plusMs(later, -DAY_MS)]);
    await expect(heldBy({ at: later })).resolves.toEqual([['case_stays', 'SUSPENDED']]);
  });

  test('is a sandbox case’s by its own clock, and only where sandbox cases are asked for', async () => {
    await expect(heldBy({ sandbox: true, at: plusMs(restoredAt, -1) })).resolves.toEqual([
      ['case_sandbox', 'SUSPENDED'],
    ]);
    await expect(heldBy({ sandbox: true, at: plusMs(restoredAt, DAY_MS) })).resolves.toEqual([
      ['case_sandbox', 'RESTORED'],
    ]);
  });

  test('is a partner’s as long as the merchant was its own', async () => {
    const of = (at: string) => new HeldPlaceStore(database.app).heldAt({ partner: 'past', sandbox: false, at });
    const during: readonly HeldItem[] = await of('2026-11-23T23:59:59.000Z');
    expect(during.map(({ merchantNo }) => merchantNo)).toEqual(['822290073920002', '822290073920001']);
    await expect(of('2026-11-24T00:00:00.000Z')).resolves.toEqual([]);
  });
});

describe('differences', () => {
  const file = (day: string, sha: string, partner = 'lakala'): ReceivedFile => ({
    partner, sandbox: false, day, form: 'CSV', sha256: sha.repeat(64), storageKey: `aa/${sha.repeat(64)}`, lines: 1,
  }); // prettier-ignore
  const found = (merchantNo: string, kind = 'STOPPED_THERE_ONLY'): FoundDifference => ({
    merchantNo, itemId: `MERCHANT:${merchantNo}:ACCEPT_CARD`, kind, owner: 'PARTNER', caseId: null,
    institutionCode: '48222900',
  }); // prettier-ignore
  const take = (of: ReceivedFile, ...places: FoundDifference[]) => new StatusFileStore(database.app).take(of, places);
  const shown = async (partner: string, institutions: readonly string[] | '*' = '*') => {
    const store = new DifferenceStore(database.app);
    const all = await store.list({ institutions, partner, sandbox: false }, undefined, 50);
    return [...all].sort((a, b) => (a.merchantNo < b.merchantNo ? -1 : 1));
  };

  test('open with the first list that shows them, go on, and close with the first that does not', async () => {
    await expect(take(file('2026-11-20', '1'), found('A'), found('B'))).resolves.toMatchObject({
      compared: true,
      opened: 2,
      closed: 0,
      differences: { STOPPED_THERE_ONLY: 2 },
      repeat: false,
    });
    await expect(take(file('2026-11-21', '2'), found('B'))).resolves.toMatchObject({ opened: 0, closed: 1 });
    await expect(shown('lakala')).resolves.toMatchObject([
      { merchantNo: 'A', state: 'CLOSED', firstDay: '2026-11-20', closedDay: '2026-11-21', ageDays: 1 },
      { merchantNo: 'B', state: 'OPEN', firstDay: '2026-11-20', lastDay: '2026-11-21', closedDay: null },
    ]);
  });

  test('that come back, or are of another kind, are new ones with an age of their own', async () => {
    await take(file('2026-11-20', '3', 'ums'), found('A'), found('B'));
    await take(file('2026-11-21', '4', 'ums'), found('B', 'STOPPED_WITHOUT_CASE'));
    await take(file('2026-11-22', '5', 'ums'), found('A'), found('B', 'STOPPED_WITHOUT_CASE'));
    const lives = (await shown('ums')).map(({ merchantNo, state, firstDay }) => [merchantNo, state, firstDay].join());
    expect(lives.sort()).toEqual([
      'A,CLOSED,2026-11-20',
      'A,OPEN,2026-11-22',
      'B,CLOSED,2026-11-20',
      'B,OPEN,2026-11-21',
    ]);
  });

  test('are not touched by a list that came before or is of a day before', async () => {
    await take(file('2026-11-21', '6', 'shengpay'), found('A'));
    await expect(take(file('2026-11-20', '7', 'shengpay'))).resolves.toMatchObject({ compared: false, closed: 0 });
    const again = await Promise.all([1, 2, 3].map(() => take(file('2026-11-22', '8', 'shengpay'), found('C'))));
    expect(again.map(({ repeat }) => repeat).sort()).toEqual([false, true, true]);
    expect(new Set(again.map(({ fileId }) => fileId)).size).toBe(1);
    await expect(shown('shengpay')).resolves.toMatchObject([{ state: 'CLOSED' }, { merchantNo: 'C', state: 'OPEN' }]);
  });

  test('are seen by those of the institution, page by page, and stay explained until they are gone', async () => {
    const many = Array.from({ length: 7 }, (_, n) => found(`M${n}`));
    await take(file('2026-11-20', '9', 'allinpay'), ...many, { ...found('X'), institutionCode: null });
    await expect(shown('allinpay')).resolves.toHaveLength(8);
    await expect(shown('allinpay', ['48222900'])).resolves.toHaveLength(7);
    await expect(shown('allinpay', ['11110000'])).resolves.toEqual([]);
    const store = new DifferenceStore(database.app);
    const filters = { institutions: '*', partner: 'allinpay', sandbox: false } as const;
    const paged: string[] = [];
    for (let after: Parameters<DifferenceStore['list']>[1]; ;) {
      const page = await store.list(filters, after, 3);
      paged.push(...page.map(({ differenceId }) => differenceId));
      after = page.at(-1);
      if (page.length < 3) break;
    }
    expect(paged).toEqual((await store.list(filters, undefined, 50)).map(({ differenceId }) => differenceId));
    const [first] = await shown('allinpay');
    await store.explain(database.app, first!.differenceId, 'person:ops', 'txt_1');
    await take(file('2026-11-21', 'a', 'allinpay'), ...many);
    const states = (await shown('allinpay')).map(({ state }) => state);
    expect(states).toEqual(['EXPLAINED', ...Array<string>(6).fill('OPEN'), 'CLOSED']);
    await take(file('2026-11-22', 'b', 'allinpay'));
    expect(new Set((await shown('allinpay')).map(({ state }) => state))).toEqual(new Set(['CLOSED']));
  });
});

describe('control totals', () => {
  test('are kept as they were told, and the youngest of a day counts', async () => {
    const store = new ControlTotalStore(database.app);
    const told = { day: '2026-11-23', notices: 3, lastSequence: 3, noticeNos: null };
    for (const notices of [3, 3, 4]) await store.tell('unionpay', 'UNIONPAY', false, { ...told, notices });
    await expect(store.of('unionpay', false, '2026-11-01', '2026-11-30')).resolves.toEqual([
      { ...told, notices: 4, receivedAt: expect.any(String) },
    ]);
    await expect(store.of('unionpay', true, '2026-11-01', '2026-11-30')).resolves.toEqual([]);
    await expect(database.owner.query('SELECT 1 FROM control_total')).resolves.toHaveLength(2);
  });

  test('are compared with the numbers that opened cases, by the date on the notice', async () => {
    const refs = new CaseRefStore(database.app);
    for (const [noticeNo, merchantNo, noticeDate] of [
      ['UPR-1', '822290073920001', '2026-11-23'],
      ['UPR-1', '822290073920002', '2026-11-23'],
      ['UPR-2', '822290073920001', '2026-11-24'],
    ] as const) {
      const caseId = `case_${noticeNo}_${merchantNo}`;
      const fields = aNotice({ caseId, noticeNo, merchantNo, noticeDate });
      const command = { type: 'NOTICE_INGESTED', fields, by: INTAKE, requestId: 'req_1' } as const;
      const line = { issuer: 'UNIONPAY', noticeNo, merchantNo, bodyHash: 'a'.repeat(64), caseId };
      const opening = { command, acceptedAt: OPENED_AT, validUntil: OPENED_AT };
      await database.app.transaction((manager) => refs.claim(manager, line, () => Promise.resolve(opening)));
    }
    const store = new ControlTotalStore(database.app);
    const days = { issuer: 'UNIONPAY', sandbox: false, from: '2026-11-23', to: '2026-11-24' };
    await expect(store.received(days)).resolves.toEqual([
      { day: '2026-11-23', noticeNo: 'UPR-1', institutions: ['48222900'] },
      { day: '2026-11-24', noticeNo: 'UPR-2', institutions: ['48222900'] },
    ]);
    await expect(store.received({ ...days, sandbox: true })).resolves.toEqual([]);
  });
});

test('what was told and what was sent is never changed', async () => {
  for (const table of ['control_total', 'status_file']) {
    await expect(database.app.query(`UPDATE ${table} SET partner = 'other'`)).rejects.toThrow('permission denied');
    await expect(database.app.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
  }
});
