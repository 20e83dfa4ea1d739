import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY_MS, MINUTE_MS, fromMs, toMs } from '../instant.js';
import type { Instant } from '../instant.js';
import type { Calendar, CalendarYear } from './calendar.js';
import { calendarProblems } from './calendar-problems.js';
import { NINE_TO_SIX, WITH_NOON_BREAK } from './calendar.examples.js';
import { CN_HOLIDAYS } from './cn-holidays.js';
import { countedIntervals } from './working-intervals.js';
import { addWorkingMs, workingDayMs, workingMsBetween } from './working-time.js';

const OFFSET_MS = 480 * MINUTE_MS;
const RUNS = { numRuns: 400 };

const someHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((minutes) => minutes.flatMap((end, i) => (i % 2 === 1 ? [[minutes[i - 1] ?? 0, end] as const] : [])));

const someYear: fc.Arbitrary<CalendarYear> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 60 }),
    fc.constantFrom(...Object.values(CN_HOLIDAYS)),
  )
  .map(([days, name]) => {
    const dates = days.map((day) => new Date(Date.UTC(2026, 0, 1 + day)));
    const [off, worked] = [
      dates.filter((_, i) => i % 3 !== 0),
      dates.filter((d, i) => i % 3 === 0 && d.getUTCDay() % 6 === 0),
    ];
    const text = (date: Date): string => date.toISOString().slice(0, 10);
    return {
      year: 2026,
      published: true,
      source: 'made up',
      holidays: off.map((date) => ({ date: text(date), name })),
      makeUpDays: worked.map((date) => ({ date: text(date), for: name })),
    };
  });

const someCalendar: fc.Arbitrary<Calendar> = fc.oneof(
  fc.constantFrom(NINE_TO_SIX, WITH_NOON_BREAK),
  fc.record({ hours: someHours, years: fc.tuple(someYear) }).map((parts) => ({ ...NINE_TO_SIX, ...parts })),
);

// Moments on the minute are asked for often, because openings, closings and midnights lie there.
const someInstant: fc.Arbitrary<Instant> = fc
  .tuple(fc.integer({ min: 0, max: 800 * 1440 }), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 59_999 })))
  .map(([minutes, ms]) => fromMs(Date.UTC(2025, 11, 1) + minutes * MINUTE_MS + ms));

const someWork = fc.oneof(
  fc.integer({ min: 0, max: 60 * DAY_MS }),
  fc.integer({ min: 0, max: 10_000 }).map((minutes) => minutes * MINUTE_MS),
);

/** The plain way to count, day after day, to hold the arithmetic against. */
function countDayByDay({ hours, years }: Calendar, from: Instant, to: Instant): number {
  const off = new Set(years.flatMap(({ holidays }) => holidays.map(({ date }) => date)));
  const madeUp = new Set(years.flatMap(({ makeUpDays }) => makeUpDays.map(({ date }) => date)));
  const [start, end] = [toMs(from) + OFFSET_MS, toMs(to) + OFFSET_MS];
  let sum = 0;
  for (let midnight = Math.floor(start / DAY_MS) * DAY_MS; midnight < end; midnight += DAY_MS) {
    const date = new Date(midnight).toISOString().slice(0, 10);
    const weekend = new Date(midnight).getUTCDay() % 6 === 0;
    if (!madeUp.has(date) && (weekend || off.has(date))) continue;
    const overlaps = hours.map(([open, close]) => {
      const [opens, closes] = [midnight + open * MINUTE_MS, midnight + close * MINUTE_MS];
      return Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    });
    sum = overlaps.reduce((total, ms) => total + ms, sum);
  }
  return sum;
}

describe('working time, for any calendar', () => {
  test('the calendars tried here are fit', () => {
    fc.assert(
      fc.property(someCalendar, (calendar) => expect(calendarProblems(calendar)).toEqual([])),
      RUNS,
    );
  });

  test('is what counting day by day gives', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someInstant, (calendar, from, to) => {
        expect(workingMsBetween(calendar, from, to)).toBe(countDayByDay(calendar, from, to));
      }),
      RUNS,
    );
  });

  test('added to a moment lies between that moment and the sum', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someWork, (calendar, from, ms) => {
        expect(workingMsBetween(calendar, from, addWorkingMs(calendar, from, ms))).toBe(ms);
      }),
      RUNS,
    );
  });

  test('is reached at the earliest moment: one millisecond before, one is missing', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someWork, (calendar, from, ms) => {
        const justBefore = fromMs(toMs(addWorkingMs(calendar, from, ms + 1)) - 1);
        expect(workingMsBetween(calendar, from, justBefore)).toBe(ms);
      }),
      RUNS,
    );
  });

  test('is due later for more work and for a later start', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someInstant, someWork, someWork, (calendar, a, b, ms, more) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(addWorkingMs(calendar, early, ms) <= addWorkingMs(calendar, early, ms + more)).toBe(true);
        expect(addWorkingMs(calendar, early, ms) <= addWorkingMs(calendar, late, ms)).toBe(true);
      }),
      RUNS,
    );
  });

  test('is due at the same moment when it is added in two parts', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someWork, someWork, (calendar, from, first, rest) => {
        const inParts = addWorkingMs(calendar, addWorkingMs(calendar, from, first), rest);
        expect(inParts).toBe(addWorkingMs(calendar, from, first + rest));
      }),
      RUNS,
    );
  });

  test('is due at the same moment when the clock is paused and resumed at once', () => {
    fc.assert(
      fc.property(
        someCalendar,
        someInstant,
        someWork,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (calendar, from, ms, share) => {
          const due = addWorkingMs(calendar, from, ms + 1);
          const paused = fromMs(Math.floor(toMs(from) + (toMs(due) - 1 - toMs(from)) * share));
          const remainder = ms + 1 - workingMsBetween(calendar, from, paused);
          expect(addWorkingMs(calendar, paused, remainder)).toBe(due);
        },
      ),
      RUNS,
    );
  });

  test('of whole days takes the same time of day to the same time of day', () => {
    fc.assert(
      fc.property(someInstant, fc.integer({ min: 1, max: 500 }), (from, days) => {
        const opened = addWorkingMs(NINE_TO_SIX, from, 1);
        const due = addWorkingMs(NINE_TO_SIX, opened, days * workingDayMs(NINE_TO_SIX));
        expect(due.slice(10)).toBe(opened.slice(10));
      }),
      RUNS,
    );
  });
});

describe('the explained clock, for any calendar', () => {
  test('covers the time asked about once, without gap or overlap', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someInstant, (calendar, a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const { counted, skipped } = countedIntervals(calendar, from, to);
        const pieces = [...counted, ...skipped].toSorted((x, y) => toMs(x.from) - toMs(y.from));
        const ends = [from, ...pieces.map((piece) => piece.to)];
        expect(pieces.every((piece, i) => piece.from === ends[i] && piece.from < piece.to)).toBe(true);
        expect(ends.at(-1)).toBe(to);
      }),
      RUNS,
    );
  });

  test('joins neighbours of one kind, so that two of them never touch', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someInstant, (calendar, from, to) => {
        const { counted, skipped } = countedIntervals(calendar, from, to);
        expect(counted.some((piece, i) => piece.from === counted[i - 1]?.to)).toBe(false);
        const alike = skipped.filter(({ from: start, why, name }, i) => {
          const before = skipped[i - 1];
          return start === before?.to && why === before.why && name === before.name;
        });
        expect(alike).toEqual([]);
      }),
      RUNS,
    );
  });

  test('adds up to the working time between the two moments', () => {
    fc.assert(
      fc.property(someCalendar, someInstant, someInstant, (calendar, from, to) => {
        const { counted } = countedIntervals(calendar, from, to);
        const sum = counted.reduce((total, piece) => total + toMs(piece.to) - toMs(piece.from), 0);
        expect(sum).toBe(workingMsBetween(calendar, from, to));
      }),
      RUNS,
    );
  });
});
