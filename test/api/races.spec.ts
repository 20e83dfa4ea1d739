import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

async function recommended(): Promise<{ driver: CaseDriver; evidence: { evidenceHash: string } }> {
  const driver = await CaseDriver.open(people, aNotice());
  await driver.bringToReview();
  await driver.acceptPapers();
  return { driver, evidence: await driver.recommend() };
}

describe('two different decisions sent at once', () => {
  test.each([1, 2, 3])('on approvals: one wins, the other is refused with 409, time %p', async () => {
    const { driver, evidence } = await recommended();
    const { seq } = await driver.view();
    const answers = await Promise.all([
      people.senior.command(driver.caseId, 'APPROVE', evidence),
      people.senior2.command(driver.caseId, 'APPROVE', { ...evidence, conditions: { perDayFen: 1_000_000 } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.body).toMatchObject({
      code: 'transition.not-allowed',
      state: 'APPROVED',
      allowedActions: expect.any(Array),
    });
    const approvals = (await driver.events()).filter((event) => event.seq > seq && event.type === 'APPROVE');
    expect(approvals).toHaveLength(1);
  });

  test('one approves, one rejects: the case stands where the winner put it', async () => {
    const { driver, evidence } = await recommended();
    const [approval, rejection] = await Promise.all([
      people.senior.command(driver.caseId, 'APPROVE', evidence),
      people.senior2.command(driver.caseId, 'REJECT', { reasonCode: 'INCOMPLETE', remedy: '补充交易凭证' }),
    ]);
    expect([approval.status, rejection.status].toSorted()).toEqual([200, 409]);
    expect((await driver.view()).state).toBe(approval.status === 200 ? 'APPROVED' : 'REJECTED');
  });
});

test('of twenty commands on the same expected seq one is carried out', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  const { seq: expectedSeq } = await driver.view();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: `${n}`, expectedSeq }),
    ),
  );
  const stale = answers.filter(({ status }) => status === 409);
  expect(stale).toHaveLength(19);
  for (const { body } of stale) expect(body).toMatchObject({ code: 'case.stale', seq: expectedSeq + 1 });
  expect((await driver.view()).seq).toBe(expectedSeq + 1);
});

test('ten different notes at once are ten events without a gap', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  const { seq } = await driver.view();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: `${n}` })),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  const seqs = answers.map(({ body }) => body.seq).toSorted((a, b) => a - b);
  expect(seqs).toEqual(Array.from({ length: 10 }, (_, n) => seq + 1 + n));
});
