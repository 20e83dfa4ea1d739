import { MINUTE_MS } from '../instant.js';
import type { Calendar, DayKind } from './calendar.js';
import { dayNumberOf, daysHoldingWeekdays, isWeekday, weekdaysBefore } from './day-number.js';
import type { DayNumber } from './day-number.js';

/** A day on which the holiday table differs from plain weeks, and how many working days the table has added by its end. */
interface Correction {
  readonly day: DayNumber;
  readonly sum: number;
}

/** A calendar prepared for arithmetic: its dates as day numbers, its hours in milliseconds after midnight. */
export interface WorkingPlan {
  readonly offsetMs: number;
  /** Working milliseconds of one working day. */
  readonly dayMs: number;
  readonly hours: readonly (readonly [startMs: number, endMs: number])[];
  readonly named: ReadonlyMap<DayNumber, DayKind>;
  /** In order of days. */
  readonly corrections: readonly Correction[];
}

const plans = new WeakMap<Calendar, WorkingPlan>();

/** The plan of a calendar, prepared at its first use. */
export function planOf(calendar: Calendar): WorkingPlan {
  const known = plans.get(calendar);
  if (known !== undefined) return known;
  const plan = prepare(calendar);
  plans.set(calendar, plan);
  return plan;
}

function prepare(calendar: Calendar): WorkingPlan {
  const hours = calendar.hours.map(([start, end]) => [start * MINUTE_MS, end * MINUTE_MS] as const);
  const named = namedDays(calendar);
  return {
    offsetMs: calendar.offsetMinutes * MINUTE_MS,
    dayMs: hours.reduce((sum, [start, end]) => sum + end - start, 0),
    hours,
    named,
    corrections: correctionsOf(named),
  };
}

function namedDays({ years }: Calendar): Map<DayNumber, DayKind> {
  const named = new Map<DayNumber, DayKind>();
  for (const { holidays, makeUpDays } of years) {
    for (const holiday of holidays) named.set(dayNumberOf(holiday.date), { kind: 'HOLIDAY', name: holiday.name });
    for (const makeUp of makeUpDays) named.set(dayNumberOf(makeUp.date), { kind: 'MAKE_UP', for: makeUp.for });
  }
  return named;
}

function correctionsOf(named: ReadonlyMap<DayNumber, DayKind>): Correction[] {
  let sum = 0;
  return [...named]
    .sort(([a], [b]) => a - b)
    .map(([day, { kind }]) => {
      sum += Number(kind === 'MAKE_UP') - Number(isWeekday(day));
      return { day, sum };
    });
}

/** What sort of day it is. */
export function kindOfDay(plan: WorkingPlan, day: DayNumber): DayKind {
  return plan.named.get(day) ?? { kind: isWeekday(day) ? 'WORKING' : 'WEEKEND' };
}

/** Whether work is done on such a day: a plain working day or a make-up day. */
export function isWorked({ kind }: DayKind): boolean {
  return kind === 'WORKING' || kind === 'MAKE_UP';
}

/** Working days before this day, counted from a fixed day far back: only differences and order mean something. */
export function workingDaysBefore(plan: WorkingPlan, day: DayNumber): number {
  let low = 0;
  let high = plan.corrections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((plan.corrections[middle]?.day ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return weekdaysBefore(day) + (plan.corrections[low - 1]?.sum ?? 0);
}

/** The working day that has exactly so many working days before it, which must not lie before `from`. */
export function workingDayAt(plan: WorkingPlan, count: number, from: DayNumber): DayNumber {
  const missing = count + 1 - workingDaysBefore(plan, from);
  let low = from;
  // Every named day may take one working day away, so that many more than the missing ones are sure to be enough.
  let high = from + daysHoldingWeekdays(missing + plan.corrections.length);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (workingDaysBefore(plan, middle + 1) > count) high = middle;
    else low = middle + 1;
  }
  return low;
}
