import { beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, SOUND } from '../support/case.driver.js';
import { aNotice, type NoticeBody } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;
beforeAll(async () => {
  people = await peopleOf();
});

const reasonCodes = ['SETTLEMENT_ACCOUNT_ABNORMAL'];

/** A case in which the merchant’s settlement account is to be replaced. */
async function changing(notice: NoticeBody): Promise<CaseDriver> {
  const driver = await CaseDriver.open(people, notice);
  await driver.send('intake', 'CONFIRM_NOTICE');
  await driver.send('intake', 'CLASSIFY', { reasonCodes, subs: ['ACCOUNT_CLOSED'] });
  return driver;
}

test('a merchant that changes its account again so soon is looked at by the investigators', async () => {
  const notice = aNotice({ reasonCodes });
  const first = await changing(notice);
  await first.apply();
  await first.decide();
  await first.reinstate();
  const second = await changing(aNotice({ reasonCodes, merchantNo: notice.merchantNo }));
  const view = await second.view();
  expect(view).toMatchObject({
    state: 'MATERIALS_REQUESTED',
    neighbours: expect.arrayContaining([{ caseId: first.caseId, propose: 'RISK_REVIEW' }]),
    tasks: expect.arrayContaining([
      expect.objectContaining({ kind: 'REVIEW_ACCOUNT_CHANGE', owner: 'INVESTIGATOR', open: true }),
    ]),
  });
  expect(view.blockedOn).toContainEqual(
    expect.objectContaining({ what: 'review of a settlement account changed again so soon', owner: 'INVESTIGATOR' }),
  );
  const { taskId } = (view as unknown as { tasks: { taskId: string; kind: string }[] }).tasks.find(
    ({ kind }) => kind === 'REVIEW_ACCOUNT_CHANGE',
  )!;
  await second.send('investigator', 'COMPLETE_TASK', { taskId });
  expect((await second.view()).blockedOn.map(({ owner }) => owner)).not.toContain('INVESTIGATOR');
  expect(await second.replay()).toMatchObject(SOUND);
});
