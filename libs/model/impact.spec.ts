import { expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10, words } from './case.examples.js';
import type { ScopeItem } from './case.js';
import { impact, type Turnover } from './impact.js';
import { DAY_MS, HOUR_MS, plusMs } from './instant.js';

/** A hundred yuan in every hour of the week. */
const steady: Turnover = {
  window: { from: '2026-09-28T00:00:00.000Z', to: MONDAY_10 },
  weekFen: Array<number>(168).fill(10_000),
  spreadPercent: 20,
  migratedPercent: 0,
};
const after = (days: number) => plusMs(MONDAY_10, days * DAY_MS);

test('turnover is lost hour by hour of the usual week, with its range and window', () => {
  const { lostTurnover, window, estimate } = impact(new CaseStory().case, after(3), steady);
  expect(lostTurnover).toEqual({
    range: { lowFen: 576_000, highFen: 864_000 },
    percentOfMonth: 10,
    severity: 'MEDIUM',
  });
  expect([window, estimate]).toEqual([steady.window, true]);
});

test('what has moved to an alternative, or works again, is not lost', () => {
  expect(impact(new CaseStory().case, after(3), { ...steady, migratedPercent: 50 }).lostTurnover?.range.highFen).toBe(
    432_000,
  );
  expect(impact(new CaseStory().followUp().case, after(3), steady).lostTurnover).toMatchObject({
    range: { highFen: 0 },
    severity: 'NONE',
  });
});

test('what was lost until it worked again stays lost', () => {
  const story = new CaseStory().approved().until(after(1)).by('OPS', 'START_REINSTATE', {});
  story.by('OPS', 'ITEM_RESTORED', { itemId: story.case.scope[0]!.itemId });
  const exact = { ...steady, spreadPercent: 0 };
  expect(impact(story.case, after(9), exact).lostTurnover?.range.highFen).toBe(240_000);
});

test('what was lost until it was let go for a time is not made good by that', () => {
  const story = new CaseStory({ reasonCodes: ['TRADING_VIOLATION'] }).requested().until(after(1));
  const release = { scopeItemIds: [story.case.scope[0]!.itemId], until: after(4), reason: words };
  story.by('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', release).by('COMPLIANCE', 'TEMPORARY_RELEASE', release);
  const exact = { ...steady, spreadPercent: 0 };
  expect(impact(story.case, after(3), exact).lostTurnover?.range.highFen).toBe(240_000);
});

test('whole weeks and parts of an hour are counted in proportion', () => {
  const busyFirstHour = {
    ...steady,
    spreadPercent: 0,
    weekFen: steady.weekFen.map((fen, hour) => (hour === 10 ? 40_000 : fen)),
  };
  const lost = (hours: number) =>
    impact(new CaseStory().case, plusMs(MONDAY_10, hours * HOUR_MS), busyFirstHour).lostTurnover?.range.highFen;
  expect([0.25, 1, 1.5, 168, 336.25, 337.5].map(lost)).toEqual([
    10_000, 40_000, 45_000, 1_710_000, 3_430_000, 3_465_000,
  ]);
});

test('a week without turnover has none to lose', () => {
  const closed = { ...steady, weekFen: Array<number>(168).fill(0) };
  expect(impact(new CaseStory().case, after(3), closed).lostTurnover).toEqual({
    range: { lowFen: 0, highFen: 0 },
    percentOfMonth: 0,
    severity: 'NONE',
  });
});

test.each<[string, readonly Partial<ScopeItem>[], number]>([
  ['both of two terminals are stopped', [{}, {}], 720_000],
  ['one of two terminals works again at once', [{}, { status: 'RESTORED', restoredAt: MONDAY_10 }], 360_000],
  ['one of two terminals is let go for a time', [{}, { status: 'RESTORED', until: after(9) }], 360_000],
  ['one of two terminals was replaced', [{}, { status: 'REPLACED' }], 720_000],
  ['one of two terminals is put out of use', [{}, { status: 'DECOMMISSIONED' }], 360_000],
  [
    'settlement is held beside it',
    [{}, { capability: 'SETTLEMENT', status: 'RESTORED', restoredAt: MONDAY_10 }],
    720_000,
  ],
  ['nothing but settlement is held', [{ capability: 'SETTLEMENT' }], 0],
])('of the usual turnover the share of stopped acceptance is lost: %s', (_, items, highFen) => {
  const story = new CaseStory();
  const scope = items.map((item, place) => ({ ...story.case.scope[0]!, itemId: `item:${place}`, ...item }));
  const { lostTurnover } = impact({ ...story.case, scope }, after(3), { ...steady, spreadPercent: 0 });
  expect(lostTurnover?.range).toEqual({ lowFen: highFen, highFen });
});

test('held settlement is graded by what it is of a day’s turnover, where that is known', () => {
  const held = (amountFen: number) =>
    new CaseStory({
      restrictions: [{ capability: 'SETTLEMENT', level: 'MERCHANT', execution: 'DONE' }],
      transactions: [{ transactionId: '112309481203', at: MONDAY_10, amountFen }],
    }).case;
  const graded = (amountFen: number) => impact(held(amountFen), after(2), steady).settlementDelay.severity;
  expect([graded(239_999), graded(240_000), graded(720_000), graded(720_001)]).toEqual([
    'LOW',
    'MEDIUM',
    'MEDIUM',
    'HIGH',
  ]);
});

test('hours count by the day of the week in Beijing', () => {
  const onlyMonday = {
    ...steady,
    spreadPercent: 0,
    weekFen: Array.from({ length: 168 }, (_, hour) => (hour < 24 ? 10_000 : 0)),
  };
  expect(impact(new CaseStory().case, after(7), onlyMonday).lostTurnover?.range.highFen).toBe(240_000);
  expect(impact(new CaseStory().case, plusMs(MONDAY_10, 14 * 3_600_000), onlyMonday).lostTurnover?.range.highFen).toBe(
    140_000,
  );
});

test('without turnover data nothing is made up', () => {
  expect(impact(new CaseStory().case, after(3), null)).toMatchObject({ window: null, lostTurnover: null });
});

test('held settlement is graded by its days and shows the day of its limit', () => {
  const held = new CaseStory({ restrictions: [{ capability: 'SETTLEMENT', level: 'MERCHANT', execution: 'DONE' }] })
    .case;
  expect(impact(held, after(2), null).settlementDelay).toEqual({
    heldFen: 4980000,
    days: 2,
    fenDays: 9960000,
    limitAt: '2026-12-23T02:00:00.000Z',
    severity: 'MEDIUM',
  });
  expect(impact(held, after(8), null).settlementDelay.severity).toBe('HIGH');
  expect(impact(new CaseStory().case, after(8), null).settlementDelay.severity).toBe('NONE');
});

test('credit record and law are graded by age, reason and what is confirmed', () => {
  expect(impact(new CaseStory().case, after(31), null).creditRecord).toEqual({ daysUnresolved: 31, severity: 'HIGH' });
  expect(impact(new CaseStory().case, after(8), null).creditRecord.severity).toBe('MEDIUM');
  expect(impact(new CaseStory({ reasonCodes: ['SYSTEM_FAILURE'] }).case, after(1), null).legalRisk.severity).toBe(
    'NONE',
  );
  expect(impact(new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] }).case, after(1), null).legalRisk.severity).toBe(
    'MEDIUM',
  );
  const upheld = new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] })
    .underReview()
    .by('REVIEWER', 'JUDGE_TRANSACTION', { transactionId: '112309481203', verdict: 'UPHELD' });
  expect(impact(upheld.case, after(1), null).legalRisk).toEqual({ confirmedFen: 4980000, severity: 'HIGH' });
});
