import { DAY_MS, fromMs, toMs } from '../instant.js';
import type { Instant } from '../instant.js';
import type { Calendar, DayKind, HolidayName } from './calendar.js';
import { dateOf } from './day-number.js';
import { isWorked, kindOfDay, planOf } from './working-plan.js';
import type { WorkingPlan } from './working-plan.js';

/** A stretch of time that ran on the clock, from its start up to but without its end. */
export interface CountedInterval {
  readonly from: Instant;
  readonly to: Instant;
}

/** A stretch of time that did not count, and why: the hour, the weekend, or the holiday `name`. */
export interface SkippedInterval extends CountedInterval {
  readonly why: 'OUT_OF_HOURS' | 'WEEKEND' | 'HOLIDAY';
  readonly name?: HolidayName;
}

/**
 * The arithmetic of a deadline, so that anyone can follow it. Both lists are in order, neighbours of one kind are
 * joined, and together they cover the time asked about exactly once. `makeUpDays` are the dates `YYYY-MM-DD` of
 * make-up days on which time counted.
 */
export interface WorkingIntervals {
  readonly counted: readonly CountedInterval[];
  readonly skipped: readonly SkippedInterval[];
  readonly makeUpDays: readonly string[];
}

/** A stretch in milliseconds of the calendar's wall clock; without `why` it counts. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly why?: SkippedInterval['why'];
  readonly name?: HolidayName;
}

/** Which stretches between two moments are working time, which are not, and why; empty when the second is not later. */
export function countedIntervals(calendar: Calendar, from: Instant, to: Instant): WorkingIntervals {
  const plan = planOf(calendar);
  const end = toMs(to) + plan.offsetMs;
  const pieces: Piece[] = [];
  const makeUpDays: string[] = [];
  let time = toMs(from) + plan.offsetMs;
  for (let day = Math.floor(time / DAY_MS); time < end; day += 1) {
    const kind = kindOfDay(plan, day);
    const today = piecesOfDay(plan, day * DAY_MS, kind)
      .map((piece) => ({ ...piece, from: Math.max(piece.from, time), to: Math.min(piece.to, end) }))
      .filter((piece) => piece.from < piece.to);
    today.forEach((piece) => join(pieces, piece));
    if (kind.kind === 'MAKE_UP' && today.some(({ why }) => why === undefined)) makeUpDays.push(dateOf(day));
    time = (day + 1) * DAY_MS;
  }
  return { ...written(plan, pieces), makeUpDays };
}

function piecesOfDay(plan: WorkingPlan, midnight: number, kind: DayKind): Piece[] {
  const nextMidnight = midnight + DAY_MS;
  if (kind.kind === 'HOLIDAY') return [{ from: midnight, to: nextMidnight, why: 'HOLIDAY', name: kind.name }];
  if (!isWorked(kind)) return [{ from: midnight, to: nextMidnight, why: 'WEEKEND' }];
  const pieces: Piece[] = [];
  let closed = midnight;
  for (const [start, end] of plan.hours) {
    pieces.push(
      { from: closed, to: midnight + start, why: 'OUT_OF_HOURS' },
      { from: midnight + start, to: midnight + end },
    );
    closed = midnight + end;
  }
  return [...pieces, { from: closed, to: nextMidnight, why: 'OUT_OF_HOURS' }];
}

/** Adds the piece that follows the last one in time, as a part of that one when it is of the same kind. */
function join(pieces: Piece[], next: Piece): void {
  const last = pieces.at(-1);
  if (last !== undefined && last.why === next.why && last.name?.zh === next.name?.zh) {
    pieces[pieces.length - 1] = { ...last, to: next.to };
  } else {
    pieces.push(next);
  }
}

function written(plan: WorkingPlan, pieces: readonly Piece[]): Pick<WorkingIntervals, 'counted' | 'skipped'> {
  const counted: CountedInterval[] = [];
  const skipped: SkippedInterval[] = [];
  for (const { from, to, why, name } of pieces) {
    const interval = { from: fromMs(from - plan.offsetMs), to: fromMs(to - plan.offsetMs) };
    if (why === undefined) counted.push(interval);
    else skipped.push({ ...interval, why, ...(name && { name }) });
  }
  return { counted, skipped };
}
