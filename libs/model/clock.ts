import { countedIntervals } from './calendar/working-intervals.js';
import type { Case, Deadline, Segment } from './case.js';
import { calendarOf, passedMs, remainingAt } from './deadline.js';
import { formatDuration, type Instant } from './instant.js';
import type { Rules } from './rules.js';

/** The arithmetic of one stretch in which a deadline ran: what counted, what did not, and why. */
function stretch(deadline: Deadline, segment: Segment, to: Instant, { calendar }: Rules) {
  const { from } = segment;
  if (deadline.unit === 'NATURAL') return { from, to, counted: [{ from, to }], skipped: [], makeUpDays: [] };
  return { from, to, ...countedIntervals(calendarOf(segment, calendar), from, to) };
}

/** The arithmetic of one deadline. Lengths are ISO 8601 durations in the deadline's own kind of time. */
export interface DeadlineClock extends Pick<Deadline, 'name' | 'owner' | 'status' | 'unit' | 'dueAt' | 'extensions'> {
  readonly budget: string;
  readonly used: string;
  readonly remaining: string;
  readonly stretches: readonly ReturnType<typeof stretch>[];
}

/** Each deadline's arithmetic up to its due instant, or to now where it has none, so that anybody can recompute it. */
export const clock = (
  current: Case,
  now: Instant,
  rules: Rules,
): { readonly now: Instant; readonly calendarVersion: string; readonly deadlines: readonly DeadlineClock[] } => ({
  now,
  calendarVersion: rules.calendar.version,
  deadlines: current.deadlines.map((deadline) => ({
    name: deadline.name,
    owner: deadline.owner,
    status: deadline.status,
    unit: deadline.unit,
    budget: formatDuration(deadline.budgetMs),
    used: formatDuration(passedMs(deadline, now, rules.calendar)),
    remaining: formatDuration(remainingAt(deadline, now, rules.calendar)),
    dueAt: deadline.dueAt,
    extensions: deadline.extensions,
    stretches: deadline.segments.map((segment) =>
      stretch(deadline, segment, segment.to ?? deadline.dueAt ?? now, rules),
    ),
  })),
});
