import { DAY_MS, fromMs, isInstant, toMs } from '../instant.js';

/** A date of the calendar's wall clock as a count of days since 1970-01-01; earlier days are negative. */
export type DayNumber = number;

// Day 0 was a Thursday, the fourth day of its week.
const DAYS_FROM_MONDAY_TO_DAY_0 = 3;
const DAYS_A_WEEK = 7;
const WEEKDAYS_A_WEEK = 5;

function midnight(date: string): string {
  return `${date}T00:00:00.000Z`;
}

/** Whether the text is `YYYY-MM-DD` and names a day that exists. */
export function isDate(date: string): boolean {
  return isInstant(midnight(date));
}

/** @throws RangeError when the text is not an existing date `YYYY-MM-DD`. */
export function dayNumberOf(date: string): DayNumber {
  return toMs(midnight(date)) / DAY_MS;
}

/** The day as `YYYY-MM-DD`. */
export function dateOf(day: DayNumber): string {
  return fromMs(day * DAY_MS).slice(0, 10);
}

/** Monday to Fridays before this day, counted from the Monday before day 0 (so negative for days before that). */
export function weekdaysBefore(day: DayNumber): number {
  const days = day + DAYS_FROM_MONDAY_TO_DAY_0;
  const weeks = Math.floor(days / DAYS_A_WEEK);
  return weeks * WEEKDAYS_A_WEEK + Math.min(days - weeks * DAYS_A_WEEK, WEEKDAYS_A_WEEK);
}

/** Whether the day is a Monday, Tuesday, Wednesday, Thursday or Friday. */
export function isWeekday(day: DayNumber): boolean {
  return weekdaysBefore(day + 1) > weekdaysBefore(day);
}

/** How many days, starting anywhere, are sure to hold so many Mondays to Fridays. */
export function daysHoldingWeekdays(weekdays: number): number {
  return DAYS_A_WEEK * Math.ceil(weekdays / WEEKDAYS_A_WEEK);
}
