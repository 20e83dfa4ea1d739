import { beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, SOUND } from '../support/case.driver.js';
import { renumbered, SAMPLES } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

/** Neither whoever is no senior reviewer nor whoever saw other evidence approves. */
async function refusesWrongApprovals(driver: CaseDriver, evidence: object): Promise<void> {
  expect(await driver.refused('reviewer', 'APPROVE', evidence)).toMatchObject({ status: 403, code: 'auth.role' });
  const other = { evidenceHash: '0'.repeat(64) };
  expect(await driver.refused('senior', 'APPROVE', other)).toMatchObject({
    status: 422,
    code: 'guard.evidence-changed',
  });
  expect((await driver.view()).state).toBe('UNDER_REVIEW');
}

/** Where UnionPay owns the decision it must come, recorded by two persons, before anything is lifted. */
async function recordsOwnersApproval(driver: CaseDriver): Promise<void> {
  expect((await driver.view()).state).toBe('PENDING_EXTERNAL_DECISION');
  const decision = await driver.ownersApproval();
  await driver.send('intake', 'RECORD_EXTERNAL', decision);
  await driver.send('compliance', 'RECORD_EXTERNAL', decision);
}

const statesIn = (events: Awaited<ReturnType<CaseDriver['events']>>): readonly unknown[] =>
  events.flatMap(({ payload }) => payload.changes['state'] ?? []);

test.each(SAMPLES)('$title goes from the notice to the closed, reinstated case and replays', async ({ notice }) => {
  const ofUnionPay = notice.issuer === 'UNIONPAY';
  const driver = await CaseDriver.open(people, renumbered(notice));
  await driver.bringToReview();
  await driver.acceptPapers();
  const evidence = await driver.recommend();
  await refusesWrongApprovals(driver, evidence);
  await driver.send('senior', 'APPROVE', evidence);
  if (ofUnionPay) await recordsOwnersApproval(driver);
  expect((await driver.view()).state).toBe('APPROVED');
  await driver.reinstate();
  const watched = await driver.view();
  expect(watched.state).toBe('FOLLOW_UP');
  expect(watched.scope.map(({ status }) => status)).toEqual(notice.restrictions.map(() => 'RESTORED'));
  const closed = await driver.advance({ toNextDeadline: true });
  const due = watched.deadlines.find(({ name }) => name === 'T_FOLLOWUP')?.dueAt ?? '';
  expect(closed).toMatchObject({ state: 'CLOSED_REINSTATED' });
  expect(closed.now >= due).toBe(true);
  expect(statesIn(await driver.events())).toEqual([
    'NOTICE_RECEIVED', 'NOTICE_CONFIRMED', 'MATERIALS_REQUESTED', 'SUBMITTED', 'UNDER_REVIEW',
    ...(ofUnionPay ? ['PENDING_EXTERNAL_DECISION'] : []), 'APPROVED', 'REINSTATING',
    ...(notice.restrictions.length > 1 ? ['PARTIALLY_REINSTATED'] : []), 'FOLLOW_UP', 'CLOSED_REINSTATED',
  ]); // prettier-ignore
  expect(await driver.replay()).toMatchObject({ ...SOUND, comparedSeq: closed.seq });
});
