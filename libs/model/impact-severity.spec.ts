import { describe, expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10 } from './case.examples.js';
import type { Case } from './case.js';
import { impact, type Severity, type Turnover } from './impact.js';
import { DAY_MS, plusMs } from './instant.js';
import { task } from './tasks.js';
import type { ReasonCode, TaskKind } from './vocabulary.js';

/** A hundred yuan in every hour of the week. */
const steady: Turnover = {
  window: { from: '2026-09-28T00:00:00.000Z', to: MONDAY_10 },
  weekFen: Array<number>(168).fill(10_000),
  spreadPercent: 0,
  migratedPercent: 0,
};
const after = (days: number) => plusMs(MONDAY_10, days * DAY_MS);
const suspended = (...reasonCodes: readonly ReasonCode[]) => new CaseStory({ reasonCodes }).case;
const withTask = (current: Case, kind: TaskKind): Case => ({
  ...current,
  tasks: task(current, MONDAY_10, kind).tasks as Case['tasks'],
});
/** A case in which transactions of so much were found to be as suspected. */
const upheld = (current: Case, amountFen: number): Case => ({
  ...current,
  transactions: [{ transactionId: '112309481203', at: MONDAY_10, amountFen, verdict: 'UPHELD' }],
});

test.each<[number, number, Severity]>([
  [0, 0, 'NONE'],
  [1.5, 5, 'MEDIUM'],
  [1.2, 4, 'LOW'],
  [6, 20, 'MEDIUM'],
  [6.3, 21, 'HIGH'],
])('turnover lost in %s days is %s percent of a month: %s', (days, percentOfMonth, severity) => {
  const { lostTurnover } = impact(new CaseStory().case, after(days), steady);
  expect(lostTurnover).toMatchObject({ percentOfMonth, severity });
});

describe('held settlement whose worth in days of turnover is not known', () => {
  const held = { ...new CaseStory().case, heldFen: 100 };

  test.each<[number, Severity]>([
    [0.9, 'LOW'],
    [1, 'MEDIUM'],
    [7, 'MEDIUM'],
    [8, 'HIGH'],
  ])('is graded by the %s days it is held: %s', (days, severity) => {
    expect(impact(held, after(days), null).settlementDelay.severity).toBe(severity);
  });

  test.each([
    ['all is held', 3, 5],
    ['the oldest was released', 2, 4],
    ['only part of the newest is held', 0.5, 3],
  ])('counts its days from the oldest transaction that is held, whatever their order: %s', (_, share, days) => {
    const [transaction] = held.transactions;
    const transactions = [2, 0, 1].map((day) => ({ ...transaction!, at: after(day) }));
    const heldFen = transaction!.amountFen * share;
    expect(impact({ ...held, transactions, heldFen }, after(5), null).settlementDelay.days).toBe(days);
  });

  test('is held for no days where nothing is held, or no transaction is listed', () => {
    expect(impact({ ...held, heldFen: 0 }, after(5), null).settlementDelay).toMatchObject({
      days: 0,
      severity: 'NONE',
    });
    expect(impact({ ...held, transactions: [] }, after(5), null).settlementDelay).toMatchObject({
      days: 0,
      fenDays: 0,
    });
  });
});

describe('the credit record suffers', () => {
  test.each<[number, Severity]>([
    [7, 'LOW'],
    [8, 'MEDIUM'],
    [30, 'MEDIUM'],
    [31, 'HIGH'],
  ])('by the %s days the case is unresolved: %s', (daysUnresolved, severity) => {
    const { creditRecord } = impact(new CaseStory().case, after(daysUnresolved), null);
    expect(creditRecord).toEqual({ daysUnresolved, severity });
  });

  test('at once where the merchant is proposed for the blacklist, and by no other task', () => {
    const severityWith = (kind: TaskKind) =>
      impact(withTask(new CaseStory().case, kind), after(1), null).creditRecord.severity;
    expect([severityWith('PROPOSE_BLACKLIST'), severityWith('ON_SITE_INSPECTION')]).toEqual(['HIGH', 'LOW']);
  });
});

describe('the legal risk', () => {
  const severityOf = (current: Case) => impact(current, after(1), null).legalRisk.severity;

  test.each<[readonly ReasonCode[], Severity]>([
    [['SYSTEM_FAILURE'], 'NONE'],
    [['SYSTEM_FAILURE', 'INACTIVITY'], 'LOW'],
    [['TRADING_VIOLATION'], 'LOW'],
    [['TRADING_VIOLATION', 'ILLEGAL_OPERATION'], 'MEDIUM'],
  ])('of %j is %s while nothing is confirmed', (codes, severity) => {
    expect(severityOf(suspended(...codes))).toBe(severity);
  });

  test.each<[number, Severity]>([
    [1, 'MEDIUM'],
    [99_999_999, 'MEDIUM'],
    [100_000_000, 'HIGH'],
  ])('of a trading violation of which %s fen are confirmed is %s', (amountFen, severity) => {
    expect(severityOf(upheld(suspended('TRADING_VIOLATION'), amountFen))).toBe(severity);
  });

  test('grows where the authority has to be told, and by no other task', () => {
    const severityWith = (kind: TaskKind) => severityOf(withTask(suspended('TRADING_VIOLATION'), kind));
    expect([severityWith('REPORT_TO_AUTHORITY'), severityWith('RECOVER_TERMINALS')]).toEqual(['MEDIUM', 'LOW']);
  });
});
