import { describe, expect, test } from '@jest/globals';
import { beijing, NINE_TO_SIX, WITH_NOON_BREAK } from './calendar/calendar.examples.js';
import type { Deadline } from './case.js';
import {
  budgetMs,
  calendarOf,
  ended,
  extended,
  fixed,
  passedMs,
  paused,
  remainingAt,
  resumed,
  waiting,
} from './deadline.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './instant.js';
import { CURRENT_RULES } from './policy/policies.js';
import type { Budget, DeadlinePolicy, MarkRule } from './policy/policy.js';

const REVIEW: DeadlinePolicy = CURRENT_RULES.policy.deadlines.T_REVIEW;
const WD = (n: number): Budget => ({ n, unit: 'WD' });
const H = (n: number): Budget => ({ n, unit: 'H' });
const monday = beijing('2026-11-23 10:00');
const started = (budget: Budget, rules: readonly MarkRule[] = [], from = monday): Deadline =>
  resumed(waiting('T_REVIEW', REVIEW, budget, NINE_TO_SIX), rules, from, NINE_TO_SIX);
const marksOf = ({ marks }: Deadline) => marks.map(({ mark, at, fired }) => [mark, at, fired]);

describe('a budget', () => {
  test.each([
    [{ n: 2, unit: 'WD' }, 18 * HOUR_MS],
    [{ n: 3, unit: 'WH' }, 3 * HOUR_MS],
    [{ n: 2, unit: 'D' }, 2 * DAY_MS],
    [{ n: 5, unit: 'H' }, 5 * HOUR_MS],
    [{ n: 7, unit: 'M' }, 7 * MINUTE_MS],
  ] as const)('of %j is so many milliseconds of its own kind of time', (budget, ms) => {
    expect(budgetMs(budget, NINE_TO_SIX)).toBe(ms);
  });

  test('of working days is as long as the days of the calendar', () => {
    expect(budgetMs(WD(2), WITH_NOON_BREAK)).toBe(15 * HOUR_MS);
  });

  test.each([
    ['WD', 'WORKING'],
    ['WH', 'WORKING'],
    ['D', 'NATURAL'],
    ['H', 'NATURAL'],
    ['M', 'NATURAL'],
  ] as const)('in %s is counted in %s time', (unit, kind) => {
    expect(waiting('T_REVIEW', REVIEW, { n: 1, unit }, NINE_TO_SIX).unit).toBe(kind);
  });
});

describe('a deadline that waits', () => {
  test('has its whole budget, no end, no stretch and no mark', () => {
    expect(waiting('T_REVIEW', REVIEW, WD(2), NINE_TO_SIX)).toEqual({
      name: 'T_REVIEW',
      owner: 'INSTITUTION',
      status: 'WAITING',
      unit: 'WORKING',
      budgetMs: 18 * HOUR_MS,
      remainingMs: 18 * HOUR_MS,
      dueAt: null,
      segments: [],
      marks: [],
      extensions: 0,
    });
    expect(remainingAt(waiting('T_REVIEW', REVIEW, WD(2), NINE_TO_SIX), monday, NINE_TO_SIX)).toBe(18 * HOUR_MS);
  });
});

describe('the marks of a deadline', () => {
  const rules: readonly MarkRule[] = [
    { mark: '-24h', before: H(24) },
    { mark: '80%', percent: 80 },
    { mark: '50%', percent: 50 },
    { mark: '1WD', after: WD(1) },
  ];

  test('lie where their rules say, in the order of time; at one instant in that of the table', () => {
    const deadline = started(WD(5), rules);
    expect(deadline.dueAt).toBe(beijing('2026-11-30 10:00'));
    expect(marksOf(deadline)).toEqual([
      ['1WD', beijing('2026-11-24 10:00'), false],
      ['50%', beijing('2026-11-25 14:30'), false],
      ['80%', beijing('2026-11-27 10:00'), false],
      ['-24h', beijing('2026-11-29 10:00'), false],
    ]);
  });

  test('are left out where they would come with the end, or before the start', () => {
    expect(marksOf(started(WD(1), rules))).toEqual([
      ['50%', beijing('2026-11-23 14:30'), false],
      ['80%', beijing('2026-11-23 17:12'), false],
    ]);
    expect(marksOf(started({ n: 24, unit: 'H' }, [{ mark: '-24h', before: H(24) }]))).toEqual([]);
    expect(marksOf(started({ n: 25, unit: 'H' }, [{ mark: '-24h', before: H(24) }]))).toEqual([
      ['-24h', beijing('2026-11-23 11:00'), false],
    ]);
  });

  test('that have fired stay as they were when the clock goes on, and those ahead move with it', () => {
    const before = started(WD(5), rules);
    const fired = { ...before, marks: before.marks.map((mark) => ({ ...mark, fired: mark.mark === '1WD' })) };
    const stopped = paused(fired, beijing('2026-11-25 10:00'), NINE_TO_SIX);
    const again = resumed(stopped, rules, beijing('2026-12-01 10:00'), NINE_TO_SIX);
    expect(again.dueAt).toBe(beijing('2026-12-04 10:00'));
    expect(marksOf(again)).toEqual([
      ['1WD', beijing('2026-11-24 10:00'), true],
      ['50%', beijing('2026-12-01 14:30'), false],
      ['-24h', beijing('2026-12-03 10:00'), false],
      ['80%', beijing('2026-12-03 10:00'), false],
    ]);
  });

  test('that have been passed without firing do not come back', () => {
    const stopped = paused(started(WD(5), rules), beijing('2026-11-25 14:30'), NINE_TO_SIX);
    expect(resumed(stopped, rules, beijing('2026-12-01 10:00'), NINE_TO_SIX).marks.map(({ mark }) => mark)).toEqual([
      '-24h',
      '80%',
    ]);
  });
});

describe('a deadline at an instant of somebody else’s', () => {
  test('is counted in natural time from now on, with the marks that lie ahead', () => {
    const holdEnd = CURRENT_RULES.policy.deadlines.T_HOLD_END;
    const deadline = fixed('T_HOLD_END', holdEnd, monday, beijing('2026-12-03 10:00'), NINE_TO_SIX);
    expect(deadline).toMatchObject({
      status: 'RUNNING',
      unit: 'NATURAL',
      budgetMs: 10 * DAY_MS,
      remainingMs: 10 * DAY_MS,
      dueAt: beijing('2026-12-03 10:00'),
      extensions: 0,
    });
    expect(deadline.segments).toEqual([{ from: monday, to: null }]);
    expect(marksOf(deadline)).toEqual([['-3d', beijing('2026-11-30 10:00'), false]]);
  });

  test('that has gone by has no time left', () => {
    const late = fixed(
      'T_FEEDBACK',
      CURRENT_RULES.policy.deadlines.T_FEEDBACK,
      monday,
      beijing('2026-11-20 10:00'),
      NINE_TO_SIX,
    );
    expect(late).toMatchObject({ budgetMs: 0, remainingMs: 0, dueAt: beijing('2026-11-20 10:00'), marks: [] });
  });
});

describe('what is left', () => {
  test('shrinks while the clock runs, by its own kind of time, and never below nothing', () => {
    const working = started(WD(2));
    const natural = started({ n: 2, unit: 'D' });
    const at = beijing('2026-11-24 09:30');
    expect([remainingAt(working, at, NINE_TO_SIX), remainingAt(natural, at, NINE_TO_SIX)]).toEqual([
      9.5 * HOUR_MS,
      24.5 * HOUR_MS,
    ]);
    expect(remainingAt(working, beijing('2027-01-01 10:00'), NINE_TO_SIX)).toBe(0);
    expect(remainingAt(natural, beijing('2026-11-22 10:00'), NINE_TO_SIX)).toBe(2 * DAY_MS);
  });

  test('is kept while the clock stands still', () => {
    const stopped = paused(started(WD(2)), beijing('2026-11-23 12:00'), NINE_TO_SIX);
    expect(stopped).toMatchObject({
      status: 'PAUSED',
      dueAt: null,
      remainingMs: 16 * HOUR_MS,
      segments: [{ from: monday, to: beijing('2026-11-23 12:00') }],
    });
    expect(remainingAt(stopped, beijing('2026-11-27 12:00'), NINE_TO_SIX)).toBe(16 * HOUR_MS);
    const again = resumed(stopped, [], beijing('2026-11-25 10:00'), NINE_TO_SIX);
    expect(again).toMatchObject({ status: 'RUNNING', dueAt: beijing('2026-11-26 17:00') });
    expect(again.segments).toEqual([
      { from: monday, to: beijing('2026-11-23 12:00') },
      { from: beijing('2026-11-25 10:00'), to: null },
    ]);
  });

  test.each(['MET', 'PASSED', 'VOID'] as const)(
    'is kept when the deadline ends %s, and so is its due instant',
    (status) => {
      const over = ended(started(WD(2)), status, beijing('2026-11-23 15:00'), NINE_TO_SIX);
      expect(over).toMatchObject({
        status,
        remainingMs: 13 * HOUR_MS,
        dueAt: beijing('2026-11-25 10:00'),
        segments: [{ from: monday, to: beijing('2026-11-23 15:00') }],
      });
    },
  );
});

describe('more time', () => {
  const context = { now: beijing('2026-11-23 15:00'), rules: CURRENT_RULES };

  test('moves the end of a running deadline and its marks, and is counted', () => {
    const longer = extended(started(WD(2), REVIEW.marks), 9 * HOUR_MS, context);
    expect(longer).toMatchObject({
      status: 'RUNNING',
      budgetMs: 27 * HOUR_MS,
      remainingMs: 22 * HOUR_MS,
      dueAt: beijing('2026-11-26 10:00'),
      extensions: 1,
    });
    expect(marksOf(longer)).toEqual([['80%', beijing('2026-11-25 13:36'), false]]);
    expect(longer.segments).toHaveLength(2);
    expect(extended(longer, HOUR_MS, context).extensions).toBe(2);
  });

  test('is added to what a paused deadline keeps, without starting it', () => {
    const stopped = paused(started(WD(2)), beijing('2026-11-23 12:00'), NINE_TO_SIX);
    const longer = extended(stopped, 9 * HOUR_MS, context);
    expect(longer).toMatchObject({
      status: 'PAUSED',
      dueAt: null,
      budgetMs: 27 * HOUR_MS,
      remainingMs: 25 * HOUR_MS,
      extensions: 1,
    });
    expect(longer.segments).toEqual(stopped.segments);
  });
});

describe('the time a deadline has run', () => {
  test('is the sum of its stretches, the open one until now', () => {
    const again = resumed(
      paused(started(WD(2)), beijing('2026-11-23 12:00'), NINE_TO_SIX),
      [],
      beijing('2026-11-25 10:00'),
      NINE_TO_SIX,
    );
    expect(passedMs(again, beijing('2026-11-25 13:00'), NINE_TO_SIX)).toBe(5 * HOUR_MS);
    expect(passedMs(waiting('T_REVIEW', REVIEW, WD(2), NINE_TO_SIX), monday, NINE_TO_SIX)).toBe(0);
  });

  test('is counted on the calendar each stretch names, and on the present one where it names none', () => {
    const stretch = { from: monday, to: beijing('2026-11-24 10:00') };
    expect(calendarOf(stretch, WITH_NOON_BREAK)).toBe(WITH_NOON_BREAK);
    expect(calendarOf({ ...stretch, calendarVersion: 'cn-2026.1' }, WITH_NOON_BREAK)).toBe(CURRENT_RULES.calendar);
    const deadline = { ...started(WD(2)), segments: [{ ...stretch, calendarVersion: 'cn-2026.1' }, stretch] };
    expect(passedMs(deadline, monday, WITH_NOON_BREAK)).toBe(16.5 * HOUR_MS);
  });
});
