import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { appliedAndReinstated, restoreAll, together, watched } from '../support/story.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const reason = { reason: '情况属实' };
const terminals = ['A0000001', 'A0000002'].map((terminalNo) => ({
  capability: 'ACCEPT_CARD',
  level: 'TERMINAL',
  terminalNo,
}));
const opened = (members: object = {}): Promise<CaseDriver> =>
  CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'], ...members }));
const statuses = async (driver: CaseDriver) => (await driver.view()).scope.map(({ status }) => status);

describe('the scope', () => {
  test('is reinstated in part while an item fails, and then wholly', async () => {
    const driver = await opened({ restrictions: terminals });
    await driver.approve();
    await driver.send('ops', 'START_REINSTATE');
    const [first, second] = (await driver.view()).scope.map(({ itemId }) => itemId);
    await driver.send('ops', 'ITEM_FAILED', { itemId: second, reason: '终端离线' });
    await driver.send('ops', 'ITEM_RESTORED', { itemId: first });
    expect((await driver.view()).state).toBe('PARTIALLY_REINSTATED');
    await driver.send('field', 'RETRY_ITEM', { itemId: second });
    expect((await driver.send('ops', 'ITEM_RESTORED', { itemId: second })).state).toBe('FOLLOW_UP');
    await watched(driver);
  });

  test('is reinstated without an item that is dropped', async () => {
    const driver = await opened({ restrictions: terminals });
    await driver.approve();
    await driver.send('ops', 'START_REINSTATE');
    const [first, second] = (await driver.view()).scope.map(({ itemId }) => itemId);
    await driver.send('ops', 'ITEM_RESTORED', { itemId: first });
    expect((await driver.send('field', 'DROP_ITEM', { itemId: second, reason: '终端报废' })).state).toBe('FOLLOW_UP');
    expect(await statuses(driver)).toEqual(['RESTORED', 'DECOMMISSIONED']);
    await watched(driver);
  });

  test('is released for a time by two persons and stopped again by itself', async () => {
    const driver = await opened();
    await driver.askForPapers();
    const { scope, now } = await driver.view();
    const until = new Date(Date.parse(now) + 3_600_000).toISOString();
    const fields = { scopeItemIds: scope.map(({ itemId }) => itemId), until, ...reason };
    await together(driver, ['senior', 'compliance'], 'TEMPORARY_RELEASE', fields);
    expect(new Set(await statuses(driver))).toEqual(new Set(['RESTORED']));
    await driver.advance({ by: 'PT2H' });
    expect(new Set(await statuses(driver))).toEqual(new Set(['SUSPENDED']));
    expect(await driver.refused('senior', 'TEMPORARY_RELEASE', fields)).toMatchObject({
      code: 'guard.release-too-long',
    });
    await appliedAndReinstated(driver);
  });

  test('is lifted by the issuer’s revocation, recorded by two persons', async () => {
    const driver = await opened({ issuer: 'UNIONPAY' });
    await driver.bringToReview();
    const revoked = { kind: 'REVOKED', refNo: 'UPR-R-1', receivedAt: (await driver.view()).now };
    await driver.send('intake', 'RECORD_EXTERNAL', revoked);
    expect((await driver.send('reviewer', 'RECORD_EXTERNAL', revoked)).state).toBe('REINSTATING');
    await restoreAll(driver);
    await watched(driver);
  });

  test('found reinstated by others goes into the follow-up with a question open', async () => {
    const driver = await opened();
    await driver.askForPapers();
    const outside = { kind: 'REINSTATED', refNo: 'UPR-O-1', receivedAt: (await driver.view()).now };
    await driver.send('intake', 'RECORD_EXTERNAL', outside);
    expect((await driver.send('reviewer', 'RECORD_EXTERNAL', outside)).state).toBe('FOLLOW_UP');
    expect((await driver.view()).blockedOn.map(({ what }) => what)).toContain(
      'explanation of the reinstatement by others',
    );
    await watched(driver);
  });

  test('changes with an amended notice once a person has accepted it', async () => {
    const notice = aNotice({ reasonCodes: ['INACTIVITY'] });
    const driver = await CaseDriver.open(people, notice);
    const amended = { ...notice, restrictions: [{ capability: 'REFUND', level: 'MERCHANT' }] };
    const told = await people.intake.post('/api/v1/notices', amended);
    expect(told.body).toMatchObject({ caseId: driver.caseId, amendment: true });
    const refund = expect.stringContaining('REFUND');
    expect((await driver.view()).scope.map(({ itemId }) => itemId)).not.toContainEqual(refund);
    await driver.send('intake', 'ACCEPT_AMENDMENT');
    expect((await driver.view()).scope.map(({ itemId }) => itemId)).toContainEqual(refund);
    await driver.askForPapers();
    await appliedAndReinstated(driver);
    expect(new Set(await statuses(driver))).toEqual(new Set(['RESTORED']));
  });
});

describe('the follow-up', () => {
  test('steps the conditions of the approval after a passed checkpoint', async () => {
    const driver = await opened();
    await driver.approve();
    await driver.reinstate();
    const step = { conditions: { perDayFen: 500_000, ramp: [60] } };
    expect(await driver.refused('reviewer', 'STEP_CONDITION', step)).toMatchObject({
      code: 'guard.checkpoint-missing',
    });
    await driver.advance({ by: 'P31D' });
    await driver.send('reviewer', 'RECORD_CHECKPOINT', { metrics: { transactions: 120, returnRate: 0.01 } });
    expect(await together(driver, ['reviewer', 'senior'], 'STEP_CONDITION', step)).toBe('FOLLOW_UP');
    await watched(driver);
  });

  test('ends in another suspension when the merchant is found out again, and the case goes its way once more', async () => {
    const driver = await opened();
    await driver.approve();
    await driver.reinstate();
    const again = await driver.send('investigator', 'RE_SUSPEND', { reasonCodes: ['TRADING_VIOLATION'], ...reason });
    expect(again.state).toBe('MATERIALS_REQUESTED');
    expect(new Set(await statuses(driver))).toEqual(new Set(['RE_SUSPENDED']));
    await appliedAndReinstated(driver);
  });
});

test('held funds are released in part by settlement and a senior reviewer', async () => {
  const driver = await opened({
    reasonCodes: ['TRADING_VIOLATION'],
    restrictions: [{ capability: 'SETTLEMENT', level: 'MERCHANT' }],
  });
  const wrong = { amountFen: 1, keepFen: 1, ...reason };
  const { code, heldFen } = (await driver.refused('settlement', 'RELEASE_FUNDS', wrong)) as {
    code?: string;
    heldFen?: number;
  };
  expect([code, heldFen]).toEqual(['guard.amounts', expect.any(Number)]);
  const part = { amountFen: Number(heldFen) - 100, keepFen: 100, ...reason };
  await together(driver, ['settlement', 'senior'], 'RELEASE_FUNDS', part);
  const rest = { amountFen: 100, keepFen: 0, ...reason };
  await together(driver, ['settlement', 'senior'], 'RELEASE_FUNDS', rest);
  expect(await driver.refused('settlement', 'RELEASE_FUNDS', rest)).toMatchObject({ code: 'guard.no-held-funds' });
  await driver.askForPapers();
  await appliedAndReinstated(driver);
});

test('a micro merchant without a licence shows a face check instead', async () => {
  const driver = await opened({ merchant: { kind: 'MICRO_PERSON', name: '样例商户' } });
  await driver.askForPapers();
  expect((await driver.view()).materials.map(({ code }) => code)).toEqual(['M01', 'M05', 'M08', 'M12', 'M25']);
  await appliedAndReinstated(driver);
});
