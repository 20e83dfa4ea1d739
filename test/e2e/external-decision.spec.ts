import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver } from '../support/case.driver.js';
import { aNotice, sampleOf } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

async function pendingCase(): Promise<CaseDriver> {
  const driver = await CaseDriver.open(people, aNotice({}, sampleOf('UNIONPAY', 'INACTIVITY')));
  await driver.approve();
  return driver;
}

describe('our approval of what UnionPay ordered', () => {
  test('is an opinion: thirty days of silence change nothing', async () => {
    const driver = await pendingCase();
    const before = await driver.view();
    expect(before).toMatchObject({ state: 'PENDING_EXTERNAL_DECISION', blockedOn: [{ owner: 'UNIONPAY' }] });
    const { state, now } = await driver.advance({ by: 'P30D' });
    expect(state).toBe('PENDING_EXTERNAL_DECISION');
    expect(Date.parse(now) - Date.parse(before.now)).toBeGreaterThanOrEqual(30 * 86_400_000);
    const after = await driver.view();
    expect(after).toMatchObject({ state: 'PENDING_EXTERNAL_DECISION', evidenceHash: before.evidenceHash });
    expect(after.scope).toEqual(before.scope);
    const byTheClock = (await driver.events()).filter(({ seq }) => seq > before.seq + 1);
    expect(byTheClock.map(({ type }) => type)).toEqual(['OWNER_CHASED', 'OWNER_CHASED', 'DEADLINE_PASSED']);
  });

  test('lifts nothing by itself', async () => {
    const driver = await pendingCase();
    const [item] = (await driver.view()).scope;
    const early = { itemId: item?.itemId };
    expect(await driver.refused('ops', 'START_REINSTATE')).toMatchObject({
      status: 409,
      code: 'transition.not-allowed',
    });
    expect(await driver.refused('ops', 'ITEM_RESTORED', early)).toMatchObject({
      status: 409,
      code: 'transition.not-allowed',
    });
    expect((await driver.view()).scope.map(({ status }) => status)).toEqual(['SUSPENDED', 'SUSPENDED', 'SUSPENDED']);
  });
});

describe("UnionPay's decision", () => {
  test('counts only when a second person records the same', async () => {
    const driver = await pendingCase();
    const decision = await driver.ownersApproval();
    const first = await driver.send('intake', 'RECORD_EXTERNAL', decision);
    expect(first).toMatchObject({ state: 'PENDING_EXTERNAL_DECISION', events: [{ type: 'RECORD_EXTERNAL_PROPOSED' }] });
    await people.intake.command(driver.caseId, 'RECORD_EXTERNAL', decision);
    expect((await driver.view()).state).toBe('PENDING_EXTERNAL_DECISION');
    await people.intake2.command(driver.caseId, 'RECORD_EXTERNAL', { ...decision, refNo: 'UPR-OTHER' });
    expect((await driver.view()).state).toBe('PENDING_EXTERNAL_DECISION');
    const second = await driver.send('intake2', 'RECORD_EXTERNAL', decision);
    expect(second).toMatchObject({ state: 'APPROVED', events: [{ type: 'EXTERNAL_APPROVED' }] });
  });

  test.each([
    ['REJECTED', 'REJECTED'],
    ['SUPPLEMENT', 'SUPPLEMENT_REQUIRED'],
  ])('%s leads to %s', async (kind, state) => {
    const driver = await pendingCase();
    const decision = { ...(await driver.ownersApproval()), kind };
    await driver.send('intake', 'RECORD_EXTERNAL', decision);
    expect(await driver.send('reviewer2', 'RECORD_EXTERNAL', decision)).toMatchObject({ state });
    expect((await driver.view()).scope.every(({ status }) => status === 'SUSPENDED')).toBe(true);
  });

  test('may be proposed and taken back', async () => {
    const driver = await pendingCase();
    const decision = await driver.ownersApproval();
    await driver.send('intake', 'RECORD_EXTERNAL', decision);
    await driver.send('compliance', 'DECLINE', { declined: 'RECORD_EXTERNAL', reason: '文号有误' });
    expect(await driver.send('intake2', 'RECORD_EXTERNAL', decision)).toMatchObject({
      state: 'PENDING_EXTERNAL_DECISION',
    });
  });
});
