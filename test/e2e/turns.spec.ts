import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseDuration } from '#model';
import { CaseDriver, good } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';
import { appliedAndReinstated, endsIn, reinstated, together } from '../support/story.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const reason = { reason: '情况属实' };
const hold = { authority: 'COURT-1', document: 'H-1', kind: 'FREEZE', ...reason };
const opened = (): Promise<CaseDriver> => CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'] }));
const remainingMs = async (driver: CaseDriver, deadline: string): Promise<number> => {
  const { remaining } = (await driver.view()).deadlines.find(({ name }) => name === deadline)!;
  return parseDuration(remaining)!.ms;
};

describe('a hold', () => {
  test('stops every clock and is released to exactly where the case was', async () => {
    const driver = await opened();
    await driver.bringToReview();
    const left = await remainingMs(driver, 'T_REVIEW');
    await driver.send('compliance', 'HOLD', hold);
    await driver.advance({ by: 'P40D' });
    expect((await driver.send('compliance', 'RELEASE', { document: 'H-2' })).state).toBe('UNDER_REVIEW');
    // In working hours it has run on for the moment this took.
    const stoodStill = left - (await remainingMs(driver, 'T_REVIEW'));
    expect(stoodStill).toBeGreaterThanOrEqual(0);
    expect(stoodStill).toBeLessThan(5 * MINUTE_MS);
    await driver.decide();
    await reinstated(driver);
  });

  test('that lapses warns twice and is ended by two of compliance', async () => {
    const driver = await opened();
    await driver.askForPapers();
    await driver.send('compliance', 'HOLD', { ...hold, until: new Date(Date.now() + 40 * DAY_MS).toISOString() });
    await driver.advance({ by: 'P41D' });
    expect((await driver.events()).filter(({ type }) => type === 'DEADLINE_NEAR')).toHaveLength(2);
    const release = { document: 'H-1' };
    expect((await driver.send('compliance', 'RELEASE', release)).state).toBe('ON_HOLD');
    expect(await driver.refused('compliance', 'RELEASE', release)).toMatchObject({ code: 'guard.four-eyes' });
    const second = await callerWith({ roles: ['COMPLIANCE'] });
    const lapsed = good(await second.command(driver.caseId, 'RELEASE', release));
    expect(lapsed).toMatchObject({ state: 'MATERIALS_REQUESTED', events: [{ type: 'HOLD_LAPSED' }] });
    await appliedAndReinstated(driver);
  });
});

describe('an end before any decision', () => {
  test('is a termination when compliance and a senior reviewer say so', async () => {
    const driver = await opened();
    await driver.askForPapers();
    expect(await together(driver, ['compliance', 'senior'], 'TERMINATE', reason)).toBe('CLOSED_TERMINATED');
    await endsIn(driver, 'CLOSED_TERMINATED');
    expect((await driver.view()).scope.every(({ status }) => status === 'SUSPENDED')).toBe(true);
  });

  test('is opened again under the same id where it had only expired', async () => {
    const driver = await opened();
    await driver.askForPapers();
    expect((await driver.advance({ by: 'P30D' })).state).toBe('CLOSED_EXPIRED');
    expect(await driver.send('senior', 'REOPEN', reason)).toMatchObject({
      caseId: driver.caseId,
      state: 'MATERIALS_REQUESTED',
    });
    expect(await driver.view()).toMatchObject({ cycle: 2 });
    await appliedAndReinstated(driver);
    const events = await driver.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  test('is no case at all where the notice was an error, which two at intake say', async () => {
    const driver = await opened();
    expect(await together(driver, ['intake', 'intake2'], 'MARK_INVALID', reason)).toBe('CLOSED_INVALID');
    await endsIn(driver, 'CLOSED_INVALID');
  });
});

describe('a rejection', () => {
  const rejected = async (): Promise<CaseDriver> => {
    const driver = await opened();
    await driver.bringToReview();
    await driver.send('senior', 'REJECT', { reasonCode: 'RULE-7', remedy: '请补充经营证明' });
    return driver;
  };

  test('is appealed against, and two who took no part uphold it', async () => {
    const driver = await rejected();
    await driver.send('intake', 'APPEAL', { grounds: '材料已齐' });
    const uphold = { ...reason, to: 'APPROVED' };
    expect(await driver.refused('senior', 'APPEAL_UPHELD', uphold)).toMatchObject({ code: 'guard.took-part' });
    expect(await together(driver, ['senior2', 'compliance'], 'APPEAL_UPHELD', uphold)).toBe('APPROVED');
    await reinstated(driver);
  });

  test('is appealed against and stands', async () => {
    const driver = await rejected();
    await driver.send('intake', 'APPEAL', { grounds: '材料已齐' });
    await driver.send('compliance', 'APPEAL_DENIED', reason);
    await endsIn(driver, 'CLOSED_REJECTED');
  });

  test('is answered with a new application', async () => {
    const driver = await rejected();
    expect((await driver.send('intake', 'RESUBMIT', { onBehalfOf: 'MERCHANT' })).state).toBe('MATERIALS_REQUESTED');
    await appliedAndReinstated(driver);
  });

  test('stands when nobody does anything about it', async () => {
    const driver = await rejected();
    await driver.advance({ by: 'P45D' });
    await endsIn(driver, 'CLOSED_REJECTED');
  });
});
