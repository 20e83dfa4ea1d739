import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, SOUND } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People, type User } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const reason = { reason: '情况属实' };
const opened = (members: object = {}): Promise<CaseDriver> =>
  CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'], ...members }));

/** Both send the same; the first only proposes. */
async function together(
  driver: CaseDriver,
  [first, second]: readonly [User, User],
  command: string,
  fields: object,
): Promise<string> {
  const proposed = await driver.send(first, command, fields);
  expect(proposed.events.map(({ type }) => type)).toContain(`${command}_PROPOSED`);
  return (await driver.send(second, command, fields)).state;
}

const restoreAll = async (driver: CaseDriver): Promise<void> => {
  for (const { itemId, status } of (await driver.view()).scope) {
    if (status === 'RESTORE_REQUESTED') await driver.send('ops', 'ITEM_RESTORED', { itemId });
  }
};

describe('standing still and ending', () => {
  test('a hold stops every clock and is released to exactly where the case was', async () => {
    const driver = await opened();
    await driver.bringToReview();
    const left = (await driver.view()).deadlines.find(({ name }) => name === 'T_REVIEW')?.remaining;
    await driver.send('compliance', 'HOLD', { authority: 'COURT-1', document: 'H-1', kind: 'FREEZE', ...reason });
    await driver.advance({ by: 'P40D' });
    await driver.send('compliance', 'RELEASE', { document: 'H-2' });
    const after = await driver.view();
    expect([after.state, after.deadlines.find(({ name }) => name === 'T_REVIEW')?.remaining.slice(0, 5)]).toEqual([
      'UNDER_REVIEW',
      left?.slice(0, 5),
    ]);
    expect(await driver.replay()).toMatchObject(SOUND);
  });

  test('a hold that lapses warns twice and is ended by two of compliance', async () => {
    const driver = await opened();
    await driver.askForPapers();
    const until = new Date(Date.now() + 40 * 86_400_000).toISOString();
    await driver.send('compliance', 'HOLD', {
      authority: 'COURT-1',
      document: 'H-1',
      kind: 'FREEZE',
      ...reason,
      until,
    });
    await driver.advance({ by: 'P41D' });
    expect((await driver.events()).filter(({ type }) => type === 'DEADLINE_NEAR')).toHaveLength(2);
    expect((await driver.send('compliance', 'RELEASE', { document: 'H-1' })).state).toBe('ON_HOLD');
  });

  test('compliance and a senior reviewer terminate', async () => {
    const driver = await opened();
    await driver.askForPapers();
    expect(await together(driver, ['compliance', 'senior'], 'TERMINATE', reason)).toBe('CLOSED_TERMINATED');
  });

  test('what expired is opened again under the same id', async () => {
    const driver = await opened();
    await driver.askForPapers();
    expect((await driver.advance({ by: 'P30D' })).state).toBe('CLOSED_EXPIRED');
    expect(await driver.send('senior', 'REOPEN', reason)).toMatchObject({
      caseId: driver.caseId,
      state: 'MATERIALS_REQUESTED',
    });
    expect(await driver.replay()).toMatchObject(SOUND);
  });
});

describe('a rejection', () => {
  const rejected = async (): Promise<CaseDriver> => {
    const driver = await opened();
    await driver.bringToReview();
    await driver.send('senior', 'REJECT', { reasonCode: 'RULE-7', remedy: '请补充经营证明' });
    await driver.send('intake', 'APPEAL', { grounds: '材料已齐' });
    return driver;
  };

  test('is appealed against, and two who took no part uphold it', async () => {
    const driver = await rejected();
    const uphold = { ...reason, to: 'APPROVED' };
    expect(await driver.refused('senior', 'APPEAL_UPHELD', uphold)).toMatchObject({ code: 'guard.took-part' });
    expect(await together(driver, ['senior2', 'compliance'], 'APPEAL_UPHELD', uphold)).toBe('APPROVED');
    await driver.reinstate();
    expect((await driver.advance({ by: 'P91D' })).state).toBe('CLOSED_REINSTATED');
    expect(await driver.replay()).toMatchObject(SOUND);
  });

  test('is appealed against and stands', async () => {
    const driver = await rejected();
    expect((await driver.send('compliance', 'APPEAL_DENIED', reason)).state).toBe('CLOSED_REJECTED');
  });
});

describe('the scope', () => {
  const two = {
    restrictions: ['A0000001', 'A0000002'].map((terminalNo) => ({
      capability: 'ACCEPT_CARD',
      level: 'TERMINAL',
      terminalNo,
    })),
  };

  test('is reinstated in part while an item fails, and then wholly', async () => {
    const driver = await opened(two);
    await driver.approve();
    await driver.send('ops', 'START_REINSTATE');
    const [first, second] = (await driver.view()).scope.map(({ itemId }) => itemId);
    await driver.send('ops', 'ITEM_FAILED', { itemId: second, reason: '终端离线' });
    await driver.send('ops', 'ITEM_RESTORED', { itemId: first });
    expect((await driver.view()).state).toBe('PARTIALLY_REINSTATED');
    await driver.send('field', 'RETRY_ITEM', { itemId: second });
    expect((await driver.send('ops', 'ITEM_RESTORED', { itemId: second })).state).toBe('FOLLOW_UP');
  });

  test('is released for a time by two persons and stopped again by itself', async () => {
    const driver = await opened();
    await driver.askForPapers();
    const { scope, now } = await driver.view();
    const fields = {
      scopeItemIds: scope.map(({ itemId }) => itemId),
      until: new Date(Date.parse(now) + 3_600_000).toISOString(),
      ...reason,
    };
    await together(driver, ['senior', 'compliance'], 'TEMPORARY_RELEASE', fields);
    expect((await driver.view()).scope.every(({ status }) => status === 'RESTORED')).toBe(true);
    await driver.advance({ by: 'PT2H' });
    expect((await driver.view()).scope.every(({ status }) => status === 'SUSPENDED')).toBe(true);
  });

  test('is lifted by the issuer’s revocation, recorded by two persons', async () => {
    const driver = await opened({ issuer: 'UNIONPAY', merchantNo: '822290073920001' });
    await driver.bringToReview();
    const revoked = { kind: 'REVOKED', refNo: 'UPR-R-1', receivedAt: (await driver.view()).now };
    await driver.send('intake', 'RECORD_EXTERNAL', revoked);
    expect((await driver.send('reviewer', 'RECORD_EXTERNAL', revoked)).state).toBe('REINSTATING');
    await restoreAll(driver);
    expect((await driver.view()).state).toBe('FOLLOW_UP');
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
  });

  test('changes with an amended notice once a person has accepted it', async () => {
    const notice = aNotice({ reasonCodes: ['INACTIVITY'] });
    const driver = await CaseDriver.open(people, notice);
    const amended = { ...notice, restrictions: [{ capability: 'REFUND', level: 'MERCHANT' }] };
    expect((await people.intake.post('/api/v1/notices', amended)).body).toMatchObject({
      caseId: driver.caseId,
      amendment: true,
    });
    expect((await driver.view()).scope.map(({ itemId }) => itemId)).not.toContainEqual(
      expect.stringContaining('REFUND'),
    );
    await driver.send('intake', 'ACCEPT_AMENDMENT');
    expect((await driver.view()).scope.map(({ itemId }) => itemId)).toContainEqual(expect.stringContaining('REFUND'));
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
    expect((await driver.advance({ by: 'P91D' })).state).toBe('CLOSED_REINSTATED');
    expect(await driver.replay()).toMatchObject(SOUND);
  });

  test('ends in another suspension when the merchant is found out again', async () => {
    const driver = await opened();
    await driver.approve();
    await driver.reinstate();
    const again = await driver.send('investigator', 'RE_SUSPEND', { reasonCodes: ['TRADING_VIOLATION'], ...reason });
    expect(again.state).toBe('MATERIALS_REQUESTED');
    expect((await driver.view()).scope.every(({ status }) => status === 'RE_SUSPENDED')).toBe(true);
  });
});

test('held funds are released in part by settlement and a senior reviewer', async () => {
  const driver = await opened({
    reasonCodes: ['TRADING_VIOLATION'],
    restrictions: [{ capability: 'SETTLEMENT', level: 'MERCHANT' }],
  });
  const { code, heldFen } = (await driver.refused('settlement', 'RELEASE_FUNDS', {
    amountFen: 1,
    keepFen: 1,
    ...reason,
  })) as { code?: string; heldFen?: number };
  expect([code, heldFen]).toEqual(['guard.amounts', expect.any(Number)]);
  const part = { amountFen: Number(heldFen) - 100, keepFen: 100, ...reason };
  await together(driver, ['settlement', 'senior'], 'RELEASE_FUNDS', part);
  const rest = { amountFen: 100, keepFen: 0, ...reason };
  await together(driver, ['settlement', 'senior'], 'RELEASE_FUNDS', rest);
  expect(await driver.refused('settlement', 'RELEASE_FUNDS', rest)).toMatchObject({ code: 'guard.no-held-funds' });
});

test('a micro merchant without a licence shows a face check instead', async () => {
  const driver = await opened({ merchant: { kind: 'MICRO_PERSON', name: '样例商户' } });
  await driver.askForPapers();
  expect((await driver.view()).materials.map(({ code }) => code)).toEqual(['M01', 'M05', 'M08', 'M12', 'M25']);
  await driver.handInPapers();
  expect((await driver.send('intake', 'SUBMIT')).state).toBe('SUBMITTED');
});
