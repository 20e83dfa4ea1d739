import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { mergeFactId, mergeFactOf } from '#contract';
import { CaseStore, NeighbourStore } from '#database';
import { ENGINE, type Command, type FieldsOf } from '#model';
import { CaseChain, INTAKE, OPENED_AT } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let cases: CaseStore;
let neighbours: NeighbourStore;
beforeAll(async () => {
  database = await freshDatabase();
  cases = new CaseStore(database.app);
  neighbours = new NeighbourStore(database.app);
});
afterAll(() => database.drop());
afterEach(() => database.owner.query('TRUNCATE case_view, case_event'));

const record = (chain: CaseChain) => cases.write({ caseId: chain.caseId, events: chain.events });

async function recorded(caseId: string, notice: Partial<FieldsOf<'NOTICE_INGESTED'>> = {}): Promise<CaseChain> {
  const chain = new CaseChain({ caseId, noticeNo: caseId, ...notice });
  await record(chain);
  return chain;
}

async function merged(source: CaseChain, target: CaseChain): Promise<void> {
  const { caseId, merchantNo } = target.case!;
  source.say({
    type: 'MERGE_INTO',
    fields: { targetCaseId: caseId },
    by: INTAKE,
    requestId: `req_${source.caseId}`,
    observed: { at: OPENED_AT, target: { caseId, open: true, merchantNo } },
  });
  await record(source);
  await database.owner.query(
    `UPDATE case_event SET recorded_at = recorded_at - interval '1 minute' WHERE case_id = $1`,
    [source.caseId],
  );
}

describe('a merge', () => {
  test('is untold until the target holds an event of it', async () => {
    const [source, target] = [await recorded('case_source'), await recorded('case_target')];
    await merged(source, target);
    expect(await neighbours.untoldMerges(6_000)).toEqual([
      { sourceCaseId: 'case_source', targetCaseId: 'case_target' },
    ]);
    expect(await neighbours.untoldMerges(3_600_000)).toEqual([]);
    const { command, fields } = mergeFactOf(source.case!, OPENED_AT);
    target.say({ type: command, fields, by: ENGINE, requestId: mergeFactId('case_source') } as Command);
    await record(target);
    expect(await neighbours.untoldMerges(6_000)).toEqual([]);
  });

  test('is not looked for for ever', async () => {
    await merged(await recorded('case_source'), await recorded('case_target'));
    await database.owner.query(`UPDATE case_event SET recorded_at = recorded_at - interval '31 days'`);
    expect(await neighbours.untoldMerges(6_000)).toEqual([]);
  });

  test('has a target as the record shows it', async () => {
    await recorded('case_target', { sandbox: true });
    expect(await neighbours.mergeTarget(database.app, 'case_target')).toEqual({
      caseId: 'case_target',
      open: true,
      merchantNo: '822290073920001',
      institutionCode: '48222900',
      sandbox: true,
      state: 'NOTICE_RECEIVED',
      reasons: ['TRADING_VIOLATION'],
    });
    expect(await neighbours.mergeTarget(database.app, 'case_none')).toBeUndefined();
  });
});

test('beside a case are the open ones of its merchant and institution, practice left out', async () => {
  const own = await recorded('case_own');
  const closed = await recorded('case_closed');
  await merged(closed, own);
  await recorded('case_beside');
  await recorded('case_practice', { sandbox: true });
  await recorded('case_of_others', { merchantNo: '822290073920002' });
  await recorded('case_elsewhere', { institutionCode: '10200000' });
  const beside = await neighbours.openBeside(database.app, own.case!);
  expect(beside.map(({ caseId }) => caseId)).toEqual(['case_beside']);
});

test('the last change of a merchant’s account is one another case of it has carried out', async () => {
  const reasonCodes = ['SETTLEMENT_ACCOUNT_ABNORMAL'] as const;
  const own = await recorded('case_own', { reasonCodes });
  const restored = async (caseId: string, restoredAt: string | null, facts: readonly string[], more = {}) => {
    const { case: current } = await recorded(caseId, { reasonCodes, ...more });
    const folded = { ...current, facts, scope: current!.scope.map((item) => ({ ...item, restoredAt })) };
    await database.owner.query('UPDATE case_view SET folded = $2 WHERE case_id = $1', [caseId, JSON.stringify(folded)]);
  };
  const [earlier, later] = ['2026-11-01T00:00:00.000Z', '2026-11-20T00:00:00.000Z'];
  await restored('case_earlier', earlier, ['accountChanges']);
  await restored('case_unchanged', later, ['accountFrozen']);
  await restored('case_under_way', null, ['accountChanges']);
  await restored('case_practice', later, ['accountChanges'], { sandbox: true });
  await restored('case_of_others', later, ['accountChanges'], { merchantNo: '822290073920002' });
  expect(await neighbours.accountChange(database.app, own.case!)).toEqual({ caseId: 'case_earlier', at: earlier });
  await restored('case_later', later, ['accountChanges']);
  expect(await neighbours.accountChange(database.app, own.case!)).toEqual({ caseId: 'case_later', at: later });
});
