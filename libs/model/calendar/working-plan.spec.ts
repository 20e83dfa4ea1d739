import { describe, expect, test } from '@jest/globals';
import type { Calendar } from './calendar.js';
import { beijing, NINE_TO_SIX } from './calendar.examples.js';
import { dateOf, dayNumberOf } from './day-number.js';
import { isWorked, kindOfDay, planOf, workingDayAt, workingDaysBefore } from './working-plan.js';
import { addWorkingDays, workingMsBetween } from './working-time.js';

/** The same calendar, not prepared for arithmetic yet. */
const fresh = (changes: Partial<Calendar> = {}): Calendar => ({ ...NINE_TO_SIX, ...changes });
const worked = (calendar: Calendar, from: string, to: string): number =>
  workingMsBetween(calendar, beijing(`${from} 00:00`), beijing(`${to} 00:00`)) / planOf(calendar).dayMs;

test('a calendar is prepared once, and another of the same days for itself', () => {
  const calendar = fresh();
  expect(planOf(calendar)).toBe(planOf(calendar));
  expect(planOf(fresh())).not.toBe(planOf(calendar));
});

describe('working days', () => {
  test.each([
    ['of a week without holidays', '2026-11-23', '2026-11-30', 5],
    ['of the week of the Spring Festival', '2026-02-16', '2026-02-23', 0],
    ['of the week after it, with a make-up Saturday', '2026-02-23', '2026-03-02', 5],
    ['of a September with a Sunday at work', '2026-09-01', '2026-10-01', 22],
    ['of the year 2026', '2026-01-01', '2027-01-01', 248],
    ['of a year no table is published for', '2028-01-01', '2029-01-01', 260],
  ])('%s, from %s to %s, are %d', (_, from, to, days) => {
    expect(worked(fresh(), from, to)).toBe(days);
  });

  test('are counted the same in whatever order the table names its years and days', () => {
    const years = [...NINE_TO_SIX.years]
      .reverse()
      .map((year) => ({ ...year, holidays: [...year.holidays].reverse(), makeUpDays: [...year.makeUpDays].reverse() }));
    expect(worked(fresh({ years }), '2026-02-16', '2026-03-02')).toBe(5);
    expect(worked(fresh({ years }), '2026-01-01', '2027-01-01')).toBe(248);
  });

  test('of a calendar without a table are Mondays to Fridays', () => {
    const plain = fresh({ years: [] });
    expect(worked(plain, '2026-02-16', '2026-03-02')).toBe(10);
    expect([1, 4, 5, 6].map((days) => addWorkingDays(plain, beijing('2026-02-16 10:00'), days))).toEqual(
      ['2026-02-17 10:00', '2026-02-20 10:00', '2026-02-23 10:00', '2026-02-24 10:00'].map(beijing),
    );
  });

  test('are found by how many lie before them', () => {
    for (const plan of [planOf(fresh()), planOf(fresh({ years: [] }))]) {
      for (let day = dayNumberOf('2026-01-01'); day < dayNumberOf('2026-12-01'); day += 1) {
        if (!isWorked(kindOfDay(plan, day))) continue;
        const from = day - (day % 40);
        expect(dateOf(workingDayAt(plan, workingDaysBefore(plan, day), from))).toBe(dateOf(day));
      }
    }
  });
});
