import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { endsIn, reinstated, restoreAll, watched } from '../support/story.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const window = {
  start: new Date(Date.now() + 3_600_000).toISOString(),
  end: new Date(Date.now() + 7_200_000).toISOString(),
};

describe('a reason on the review track ends reinstated after two persons have looked', () => {
  test.each([
    'TRADING_VIOLATION',
    'SETTLEMENT_ACCOUNT_ABNORMAL',
    'QUALIFICATION_EXPIRED',
    'POLICY_CHANGE',
    'INACTIVITY',
    'TERMINAL_MISMATCH',
  ])('%s', async (reason) => {
    const driver = await CaseDriver.open(people, aNotice({ reasonCodes: [reason] }));
    await driver.approve();
    await reinstated(driver);
  });

  test('ILLEGAL_OPERATION, after an investigation and with the compliance sign-off', async () => {
    const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['ILLEGAL_OPERATION'] }));
    await driver.askForPapers();
    await driver.handInPapers();
    await driver.send('intake', 'SUBMIT');
    await driver.send('investigator', 'OPEN_INVESTIGATION', { reason: '疑似自刷' });
    await driver.send('investigator', 'INVESTIGATION_CLEARED', { report: '现场核查正常', to: 'UNDER_REVIEW' });
    await driver.acceptPapers();
    const evidence = await driver.recommend();
    expect(await driver.refused('senior', 'APPROVE', evidence)).toMatchObject({ code: 'guard.sign-off-missing' });
    await driver.send('compliance', 'COMPLIANCE_SIGN_OFF', evidence);
    await driver.send('senior', 'APPROVE', evidence);
    await reinstated(driver);
  });
});

describe('a reason on the service track ends reinstated without any review', () => {
  test.each(['SYSTEM_FAILURE', 'HARDWARE_DAMAGE', 'NATURAL_DISASTER'])('%s', async (reason) => {
    const driver = await CaseDriver.open(people, aNotice({ reasonCodes: [reason] }));
    await driver.askForPapers();
    await driver.send('ops', 'SERVICE_RESTORED');
    await restoreAll(driver);
    await watched(driver);
  });

  test('MAINTENANCE, whose window moves and after whose end nothing answers', async () => {
    const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['MAINTENANCE'], window }));
    await driver.askForPapers();
    const end = new Date(Date.now() + 10_800_000).toISOString();
    await driver.send('ops', 'WINDOW_CHANGED', { end });
    await driver.advance({ by: 'PT4H' });
    expect((await driver.view()).reasons).toMatchObject([{ code: 'SYSTEM_FAILURE' }]);
    await driver.send('ops', 'SERVICE_RESTORED');
    await restoreAll(driver);
    await watched(driver);
  });
});

test('OTHER is made definite before anything starts', async () => {
  const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['OTHER'] }));
  await driver.send('intake', 'CONFIRM_NOTICE');
  expect(await driver.refused('intake', 'CLASSIFY', { reasonCodes: ['OTHER'] })).toMatchObject({
    code: 'guard.reason-needed',
  });
  await driver.send('intake', 'CLASSIFY', { reasonCodes: ['SYSTEM_FAILURE'] });
  await driver.send('ops', 'SERVICE_RESTORED');
  await restoreAll(driver);
  await watched(driver);
});

test('AUTHORITY_FREEZE waits for the authority and for nobody else', async () => {
  const notice = aNotice({ reasonCodes: ['AUTHORITY_FREEZE'], issuer: 'AUTHORITY', documentNo: 'GA-2026-17' });
  const driver = await CaseDriver.open(people, notice);
  await driver.askForPapers();
  expect((await driver.advance({ by: 'P300D' })).state).toBe('ON_HOLD');
  await driver.send('compliance', 'RELEASE', { document: 'GA-2026-99' });
  await restoreAll(driver);
  await watched(driver);
});

test('a limit of the card’s issuer is no suspension and ends at triage', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  await driver.send('intake', 'CONFIRM_NOTICE');
  await driver.send('intake', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'], subs: ['ISSUER_SIDE_LIMIT'] });
  await endsIn(driver, 'CLOSED_INVALID');
});
