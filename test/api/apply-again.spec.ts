import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, eventually, good, type CaseView } from '../support/case.driver.js';
import type { AnswerBody } from '../support/http.js';
import { aNotice, type NoticeBody } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { endsIn, reinstated } from '../support/story.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

type LinkedView = CaseView & {
  readonly linkedTo: string | null;
  readonly noticeNo: string;
  readonly merchantNo: string;
  readonly merchantKind: string;
};
type Applied = AnswerBody & { readonly linkedTo: string };

const linkedView = async (caseId: string): Promise<LinkedView> =>
  good(await people.reviewer.get<LinkedView>(`/api/v1/cases/${caseId}`));

async function withdrawn(notice: NoticeBody = aNotice()): Promise<CaseDriver> {
  const driver = await CaseDriver.open(people, notice);
  await driver.send('intake', 'CONFIRM_NOTICE');
  await driver.send('intake', 'WITHDRAW', { reason: '商户暂不申请' });
  return driver;
}
const applyAgain = async (caseId: string, key?: string): Promise<Applied> =>
  good(await people.intake.command(caseId, 'APPLY_AGAIN', {}, key)) as Applied;

describe('applying again for a closed case', () => {
  test('opens a linked case with what is left, and nothing happens to the old one', async () => {
    const notice = aNotice({ merchant: { kind: 'INDIVIDUAL_BUSINESS' } });
    const old = await withdrawn(notice);
    const before = await linkedView(old.caseId);
    const applied = await applyAgain(old.caseId);
    expect(applied).toMatchObject({
      seq: 1,
      state: 'NOTICE_RECEIVED',
      linkedTo: old.caseId,
      events: [{ seq: 1, type: 'NOTICE_INGESTED' }],
    });
    expect(applied.caseId).not.toBe(old.caseId);
    const linked = await linkedView(applied.caseId);
    expect(linked).toMatchObject({
      linkedTo: old.caseId,
      noticeNo: `${notice.noticeNo}+2`,
      merchantNo: notice.merchantNo,
      merchantKind: 'INDIVIDUAL_BUSINESS',
      reasons: before.reasons,
    });
    expect(linked.scope.map(({ itemId }) => itemId)).toEqual(before.scope.map(({ itemId }) => itemId));
    expect(await linkedView(old.caseId)).toMatchObject({ seq: before.seq, state: 'CLOSED_WITHDRAWN' });
    const driver = new CaseDriver(people, applied.caseId);
    await driver.approve();
    await reinstated(driver);
    await endsIn(old, 'CLOSED_WITHDRAWN');
  });

  test('is one case however often it is sent, and a second one is not opened beside it', async () => {
    const old = await withdrawn();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => applyAgain(old.caseId, key)));
    expect(new Set(answers.map(({ caseId }) => caseId)).size).toBe(1);
    expect(await old.refused('intake', 'APPLY_AGAIN')).toMatchObject({
      status: 409,
      code: 'case.already-open',
      caseId: answers[0]?.caseId,
    });
  });

  test('by two at once opens one', async () => {
    const old = await withdrawn();
    const answers = await Promise.all(
      [people.intake, people.intake2].map((person) => person.command(old.caseId, 'APPLY_AGAIN')),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [opened, refused] = answers.toSorted((a, b) => a.status - b.status);
    expect(refused?.body).toMatchObject({ code: 'case.already-open', caseId: opened?.body.caseId });
  });

  test('goes on from the last linked case', async () => {
    const notice = aNotice();
    const old = await withdrawn(notice);
    const second = new CaseDriver(people, (await applyAgain(old.caseId)).caseId);
    await second.send('intake', 'WITHDRAW', { reason: '商户暂不申请' });
    expect(await old.refused('intake', 'APPLY_AGAIN')).toMatchObject({
      status: 422,
      code: 'guard.applied-again',
      caseId: second.caseId,
    });
    const third = await applyAgain(second.caseId);
    expect(await linkedView(third.caseId)).toMatchObject({ noticeNo: `${notice.noticeNo}+3`, linkedTo: second.caseId });
  });

  test('needs no workflow: the old one may be long over', async () => {
    const old = await withdrawn();
    await old.advance({ by: 'P91D' });
    const reopening = () => old.refused('senior', 'REOPEN', { reason: '补充材料' });
    await eventually(reopening, ({ code }) => code === 'case.closed');
    expect(await applyAgain(old.caseId)).toMatchObject({ state: 'NOTICE_RECEIVED', linkedTo: old.caseId });
  });

  test('passes over a number the issuer has used itself', async () => {
    const notice = aNotice();
    const old = await withdrawn(notice);
    await CaseDriver.open(people, { ...notice, noticeNo: `${notice.noticeNo}+2` });
    const { caseId } = await applyAgain(old.caseId);
    expect(await linkedView(caseId)).toMatchObject({ noticeNo: `${notice.noticeNo}+3` });
  });
});

describe('nobody applies again', () => {
  test('for an open case', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    expect(await driver.refused('intake', 'APPLY_AGAIN')).toMatchObject({
      status: 409,
      code: 'transition.not-allowed',
    });
  });

  test('for a case that left nothing restricted', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    await driver.approve();
    await driver.reinstate();
    await driver.advance({ toNextDeadline: true });
    expect(await driver.refused('intake', 'APPLY_AGAIN')).toMatchObject({
      status: 422,
      code: 'guard.nothing-restricted',
    });
  });

  test('who is not at intake', async () => {
    const old = await withdrawn();
    expect(await old.refused('senior', 'APPLY_AGAIN')).toMatchObject({ status: 403, code: 'auth.role' });
  });

  test('for a case whose restrictions another open case has taken over', async () => {
    const notice = aNotice();
    const target = await CaseDriver.open(people, notice);
    const { merchantNo, institutionCode } = notice;
    const source = await CaseDriver.open(people, aNotice({ merchantNo, institutionCode }));
    await source.send('intake', 'MERGE_INTO', { targetCaseId: target.caseId });
    expect(await source.refused('intake', 'APPLY_AGAIN')).toMatchObject({
      status: 409,
      code: 'case.already-open',
      caseId: target.caseId,
    });
  });
});
