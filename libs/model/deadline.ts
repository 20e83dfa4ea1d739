import { CALENDARS } from './calendar/calendars.js';
import { addWorkingMs, workingDayMs, workingMsBetween } from './calendar/working-time.js';
import type { Calendar } from './calendar/calendar.js';
import type { Deadline, Mark } from './case.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, fromMs, plusMs, toMs, type Instant } from './instant.js';
import type { Budget, DeadlinePolicy, MarkRule } from './policy/policy.js';
import type { Context } from './rules.js';
import type { DeadlineName } from './vocabulary.js';

type Unit = Deadline['unit'];

const unitOf = (budget: Budget): Unit => (budget.unit === 'WD' || budget.unit === 'WH' ? 'WORKING' : 'NATURAL');

/** A budget in milliseconds of its own kind of time. */
export function budgetMs(budget: Budget, calendar: Calendar): number {
  const one = { WD: workingDayMs(calendar), WH: HOUR_MS, D: DAY_MS, H: HOUR_MS, M: MINUTE_MS }[budget.unit];
  return budget.n * one;
}

/** The instant at which so much time of that kind has passed. */
const after = (unit: Unit, from: Instant, ms: number, calendar: Calendar): Instant =>
  unit === 'WORKING' ? addWorkingMs(calendar, from, ms) : plusMs(from, ms);

/** How much time of that kind lies between two instants. */
export const between = (unit: Unit, from: Instant, to: Instant, calendar: Calendar): number =>
  unit === 'WORKING' ? workingMsBetween(calendar, from, to) : Math.max(0, toMs(to) - toMs(from));

/** Plans the marks that still lie ahead when the clock (re)starts at `from` with `deadline.remainingMs` left. */
function plannedMarks(
  deadline: Deadline,
  rules: readonly MarkRule[],
  from: Instant,
  calendar: Calendar,
): readonly Mark[] {
  const passed = deadline.budgetMs - deadline.remainingMs;
  const marks: Mark[] = [];
  for (const rule of rules) {
    const known = deadline.marks.find((mark) => mark.mark === rule.mark);
    if (known?.fired) marks.push(known);
    else {
      const at = markAt(rule, deadline, passed, from, calendar);
      if (at !== undefined && at < deadline.dueAt!) marks.push({ mark: rule.mark, at, fired: false });
    }
  }
  return marks.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function markAt(
  rule: MarkRule,
  deadline: Deadline,
  passed: number,
  from: Instant,
  calendar: Calendar,
): Instant | undefined {
  if ('before' in rule) {
    const at = fromMs(toMs(deadline.dueAt!) - budgetMs(rule.before, calendar));
    return at > from ? at : undefined;
  }
  const target =
    'percent' in rule ? Math.round((deadline.budgetMs * rule.percent) / 100) : budgetMs(rule.after, calendar);
  return target > passed ? after(deadline.unit, from, target - passed, calendar) : undefined;
}

function running(
  deadline: Deadline,
  rules: readonly MarkRule[],
  from: Instant,
  calendar: Calendar,
  notBefore = from,
): Deadline {
  const counted = after(deadline.unit, from, deadline.remainingMs, calendar);
  const dueAt = counted < notBefore ? notBefore : counted;
  const started: Deadline = {
    ...deadline,
    status: 'RUNNING',
    dueAt,
    segments: [...deadline.segments, { from, to: null }],
  };
  return { ...started, marks: plannedMarks(started, rules, from, calendar) };
}

/** A deadline that has its budget but waits for the message that starts it to be proven delivered (domain §4.6). */
export function waiting(name: DeadlineName, policy: DeadlinePolicy, budget: Budget, calendar: Calendar): Deadline {
  const ms = budgetMs(budget, calendar);
  return {
    name,
    owner: policy.owner,
    status: 'WAITING',
    unit: unitOf(budget),
    budgetMs: ms,
    remainingMs: ms,
    dueAt: null,
    segments: [],
    marks: [],
    extensions: 0,
  };
}

/** Starts or resumes a deadline that is WAITING or PAUSED; the remaining time and the marks still ahead go on from `from`. */
export const resumed = (deadline: Deadline, rules: readonly MarkRule[], from: Instant, calendar: Calendar): Deadline =>
  running(deadline, rules, from, calendar);

/** A deadline at an instant somebody else set. */
export function fixed(
  name: DeadlineName,
  policy: DeadlinePolicy,
  from: Instant,
  dueAt: Instant,
  calendar: Calendar,
): Deadline {
  const ms = Math.max(0, toMs(dueAt) - toMs(from));
  const bare: Deadline = {
    name,
    owner: policy.owner,
    status: 'RUNNING',
    unit: 'NATURAL',
    budgetMs: ms,
    remainingMs: ms,
    dueAt,
    segments: [{ from, to: null }],
    marks: [],
    extensions: 0,
  };
  return { ...bare, marks: plannedMarks(bare, policy.marks, from, calendar) };
}

const closedSegments = (deadline: Deadline, at: Instant): Deadline['segments'] =>
  deadline.segments.map((segment) => (segment.to === null ? { from: segment.from, to: at } : segment));

/** What is left at an instant, in the deadline's own kind of time; never below 0. */
export function remainingAt(deadline: Deadline, at: Instant, calendar: Calendar): number {
  const last = deadline.segments.at(-1);
  if (deadline.status !== 'RUNNING' || !last) return deadline.remainingMs;
  return Math.max(0, deadline.remainingMs - between(deadline.unit, last.from, at, calendar));
}

/** Stops the clock and keeps the rest. */
export const paused = (deadline: Deadline, at: Instant, calendar: Calendar): Deadline => ({
  ...deadline,
  status: 'PAUSED',
  dueAt: null,
  remainingMs: remainingAt(deadline, at, calendar),
  segments: closedSegments(deadline, at),
});

/** Ends a deadline: met in time, passed, or void because what it was for is gone. */
export const ended = (
  deadline: Deadline,
  status: 'MET' | 'PASSED' | 'VOID',
  at: Instant,
  calendar: Calendar,
): Deadline => ({
  ...deadline,
  status,
  remainingMs: remainingAt(deadline, at, calendar),
  segments: closedSegments(deadline, at),
});

/**
 * A deadline whose working time is counted on another calendar from now on. What ran until now was counted on the one
 * before and stays so. What a merchant has been told stands: its due instant moves later, never earlier.
 */
export function recounted(
  deadline: Deadline,
  rules: readonly MarkRule[],
  { now, rules: { calendar: old } }: Context,
  calendar: Calendar,
): Deadline {
  const onOld = (stopped: Deadline): Deadline => ({
    ...stopped,
    segments: stopped.segments.map((segment) => ({ calendarVersion: old.version, ...segment })),
  });
  if (deadline.status !== 'RUNNING') return onOld(deadline);
  const stopped = onOld(paused(deadline, now, old));
  const told = deadline.owner === 'MERCHANT' ? deadline.dueAt! : now;
  const added = Math.max(0, workingMsBetween(calendar, now, told) - stopped.remainingMs);
  const rested = { ...stopped, budgetMs: stopped.budgetMs + added, remainingMs: stopped.remainingMs + added };
  return running(rested, rules, now, calendar, told);
}

/** Gives a running or paused deadline more time of its own kind. */
export function extended(deadline: Deadline, ms: number, context: Context): Deadline {
  const { calendar, policy } = context.rules;
  const longer: Deadline = {
    ...paused(deadline, context.now, calendar),
    budgetMs: deadline.budgetMs + ms,
    extensions: deadline.extensions + 1,
  };
  const rested = { ...longer, remainingMs: longer.remainingMs + ms };
  if (deadline.status !== 'RUNNING') return { ...rested, status: deadline.status };
  return running(rested, policy.deadlines[deadline.name].marks, context.now, calendar);
}

/** The calendar a stretch was counted on: its own where the case has changed to another since. */
export const calendarOf = (segment: Deadline['segments'][number], present: Calendar): Calendar =>
  (segment.calendarVersion !== undefined && CALENDARS[segment.calendarVersion]) || present;

/** Counted from the first start until now or the end. */
export const passedMs = (deadline: Deadline, now: Instant, calendar: Calendar): number =>
  deadline.segments.reduce(
    (sum, segment) => sum + between(deadline.unit, segment.from, segment.to ?? now, calendarOf(segment, calendar)),
    0,
  );
