import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, eventually } from '../support/case.driver.js';
import { aNotice, type NoticeBody } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';
import { endsIn, reinstated } from '../support/story.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const stop = (terminalNo: string) => ({ capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo, execution: 'DONE' });

/** Two open cases of one merchant; the second may be said otherwise. */
async function twoOfOneMerchant(second: Partial<NoticeBody> = {}): Promise<{ source: CaseDriver; target: CaseDriver }> {
  const notice = aNotice({ restrictions: [stop('47781282')] });
  const { merchantNo, institutionCode } = notice;
  const target = await CaseDriver.open(people, notice);
  const source = await CaseDriver.open(
    people,
    aNotice({ merchantNo, institutionCode, reasonCodes: ['INACTIVITY'], restrictions: [stop('47781283')], ...second }),
  );
  return { source, target };
}

const mergedIn = (target: CaseDriver) =>
  eventually(
    async () => (await target.events()).filter(({ type }) => type === 'CASE_MERGED'),
    ({ length }) => length > 0,
  );

describe('a case merged into another of the same merchant', () => {
  test('closes, and its reasons and restrictions go over', async () => {
    const { source, target } = await twoOfOneMerchant();
    const answer = await source.send('intake', 'MERGE_INTO', { targetCaseId: target.caseId });
    expect(answer).toMatchObject({ state: 'CLOSED_MERGED', events: [{ type: 'MERGE_INTO' }] });
    const [told] = await mergedIn(target);
    expect(told).toMatchObject({
      requestId: `merge:${source.caseId}`,
      actor: { id: 'engine', role: 'SYSTEM' },
      payload: { fields: { sourceCaseId: source.caseId, issuer: 'ALLINPAY', reasonCodes: ['INACTIVITY'] } },
    });
    const { reasons, scope, state } = await target.view();
    expect(state).toBe('NOTICE_RECEIVED');
    expect(reasons.map(({ code }) => code)).toEqual(['TRADING_VIOLATION', 'INACTIVITY']);
    expect(scope.map(({ itemId }) => itemId)).toEqual([
      'TERMINAL:47781282:ACCEPT_CARD',
      'TERMINAL:47781283:ACCEPT_CARD',
    ]);
    expect(await source.view()).toMatchObject({ mergedInto: target.caseId });
    await endsIn(source, 'CLOSED_MERGED');
    await target.approve();
    await reinstated(target);
    expect((await target.view()).scope.map(({ status: now }) => now)).toEqual(['RESTORED', 'RESTORED']);
  });

  test('is told of once, however often it is asked for', async () => {
    const { source, target } = await twoOfOneMerchant();
    const key = `merge-${source.caseId}`;
    const ask = () => people.intake.command(source.caseId, 'MERGE_INTO', { targetCaseId: target.caseId }, key);
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await mergedIn(target);
    // Whatever was told twice is in the target before what is said to it now.
    await target.send('reviewer', 'ADD_NOTE', { text: '已合并' });
    expect(await mergedIn(target)).toHaveLength(1);
  });

  test('leaves a place both hold to the reasons of both, and to the issuer that alone may lift it', async () => {
    const { source, target } = await twoOfOneMerchant({ issuer: 'UNIONPAY', restrictions: [stop('47781282')] });
    await source.send('intake', 'MERGE_INTO', { targetCaseId: target.caseId });
    await mergedIn(target);
    expect((await target.view()).scope).toMatchObject([
      {
        itemId: 'TERMINAL:47781282:ACCEPT_CARD',
        reasons: ['TRADING_VIOLATION', 'INACTIVITY'],
        decisionOwner: 'UNIONPAY',
      },
    ]);
  });
});

describe('a case is not merged', () => {
  const unfit = { status: 422, code: 'guard.target-unfit' };

  test('into one of another merchant, into itself, or into none', async () => {
    const { source } = await twoOfOneMerchant();
    const stranger = await CaseDriver.open(people, aNotice());
    for (const targetCaseId of [stranger.caseId, source.caseId, `${source.caseId.slice(0, -1)}Z`]) {
      expect(await source.refused('intake', 'MERGE_INTO', { targetCaseId })).toMatchObject(unfit);
    }
    expect((await source.view()).seq).toBe(1);
  });

  test('into a closed one', async () => {
    const { source, target } = await twoOfOneMerchant();
    await target.send('intake', 'WITHDRAW', { reason: '商户撤回' });
    expect(await source.refused('intake', 'MERGE_INTO', { targetCaseId: target.caseId })).toMatchObject(unfit);
  });

  test('into one of another institution', async () => {
    const { source, target } = await twoOfOneMerchant({ institutionCode: '10200000' });
    const narrow = await callerWith({ roles: ['INTAKE'], institutions: ['10200000'] });
    const { status, body } = await narrow.command(source.caseId, 'MERGE_INTO', { targetCaseId: target.caseId });
    expect({ status, code: body.code }).toEqual(unfit);
  });

  test('into one in earnest when it is practice', async () => {
    const { source, target } = await twoOfOneMerchant({ sandbox: false });
    expect(await source.refused('intake', 'MERGE_INTO', { targetCaseId: target.caseId })).toMatchObject(unfit);
  });
});

describe('a restriction that another open case holds too', () => {
  async function approvedBesideAnother(sandbox: boolean): Promise<{ approved: CaseDriver; other: CaseDriver }> {
    const { source: approved, target: other } = await twoOfOneMerchant({ restrictions: [stop('47781282')], sandbox });
    await approved.approve();
    return { approved, other };
  }

  test('is not lifted in earnest before that case is over', async () => {
    const notice = aNotice({ restrictions: [stop('47781282')], sandbox: false });
    const approved = await CaseDriver.open(people, notice);
    const { merchantNo, institutionCode } = notice;
    const same = aNotice({ merchantNo, institutionCode, restrictions: [stop('47781282')], sandbox: false });
    const other = await CaseDriver.open(people, same);
    await CaseDriver.open(people, {
      ...aNotice({ merchantNo, institutionCode, sandbox: false }),
      restrictions: [stop('99999999')],
    });
    await approved.approve();
    const refused = await approved.refused('ops', 'START_REINSTATE');
    expect(refused).toMatchObject({ status: 422, code: 'guard.scope-blocked', cases: [other.caseId] });
    await other.send('intake', 'WITHDRAW', { reason: '商户撤回' });
    expect(await approved.send('ops', 'START_REINSTATE')).toMatchObject({ state: 'REINSTATING' });
  });

  test('stands in nobody’s way in the sandbox', async () => {
    const { approved } = await approvedBesideAnother(true);
    expect(await approved.send('ops', 'START_REINSTATE')).toMatchObject({ state: 'REINSTATING' });
  });
});
