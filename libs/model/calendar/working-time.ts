import { DAY_MS, fromMs, toMs } from '../instant.js';
import type { Instant } from '../instant.js';
import type { Calendar, DayKind } from './calendar.js';
import { dateOf, dayNumberOf } from './day-number.js';
import type { DayNumber } from './day-number.js';
import { isWorked, kindOfDay, planOf, workingDayAt, workingDaysBefore } from './working-plan.js';
import type { WorkingPlan } from './working-plan.js';

/**
 * What sort of day a date `YYYY-MM-DD` of the calendar's wall clock is. A weekend day inside a holiday is a HOLIDAY.
 *
 * @throws RangeError when the date does not exist.
 */
export function dayKind(calendar: Calendar, date: string): DayKind {
  return kindOfDay(planOf(calendar), dayNumberOf(date));
}

/** The date `YYYY-MM-DD` the calendar's wall clock shows at a moment. */
export function localDate(calendar: Calendar, at: Instant): string {
  return dateOf(localDay(planOf(calendar), toMs(at)));
}

/** Working milliseconds of one working day. Deadlines keep their remainder in this unit, so a pause loses nothing. */
export function workingDayMs(calendar: Calendar): number {
  return planOf(calendar).dayMs;
}

/** Working milliseconds that pass between two moments; 0 when the second is not later. */
export function workingMsBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const plan = planOf(calendar);
  return Math.max(0, workingPosition(plan, toMs(to)) - workingPosition(plan, toMs(from)));
}

/**
 * The earliest moment by which so many working milliseconds have passed: at the end of a working day it stays at that
 * day's close and does not move to the next opening. None asked for gives `from` itself, worked or not.
 *
 * @throws RangeError when the milliseconds are negative or not whole, or the moment lies beyond the year 9999.
 */
export function addWorkingMs(calendar: Calendar, from: Instant, ms: number): Instant {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`not a length of working time: ${ms}`);
  if (ms === 0) return from;
  const plan = planOf(calendar);
  const fromTime = toMs(from);
  const target = workingPosition(plan, fromTime) + ms;
  const fullDays = Math.ceil(target / plan.dayMs) - 1;
  const day = workingDayAt(plan, fullDays, localDay(plan, fromTime));
  return fromMs(day * DAY_MS + timeOfDayAfter(plan, target - fullDays * plan.dayMs) - plan.offsetMs);
}

/** `addWorkingMs` of so many working days: five from a Friday 17:00 is the next Friday 17:00. */
export function addWorkingDays(calendar: Calendar, from: Instant, days: number): Instant {
  return addWorkingMs(calendar, from, days * workingDayMs(calendar));
}

function localDay(plan: WorkingPlan, ms: number): DayNumber {
  return Math.floor((ms + plan.offsetMs) / DAY_MS);
}

/** Working time up to a moment since a fixed moment far back. It never falls, and the time between two moments is its difference. */
function workingPosition(plan: WorkingPlan, ms: number): number {
  const day = localDay(plan, ms);
  const timeOfDay = ms + plan.offsetMs - day * DAY_MS;
  const today = isWorked(kindOfDay(plan, day)) ? workedBy(plan, timeOfDay) : 0;
  return workingDaysBefore(plan, day) * plan.dayMs + today;
}

function workedBy(plan: WorkingPlan, timeOfDay: number): number {
  return plan.hours.reduce((sum, [start, end]) => sum + Math.max(0, Math.min(timeOfDay, end) - start), 0);
}

/** The time of day at which a working day has seen so much work; more than none, at most the whole day's. */
function timeOfDayAfter(plan: WorkingPlan, workedMs: number): number {
  let left = workedMs;
  for (const [start, end] of plan.hours) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  throw new RangeError('the calendar has no working hours');
}
