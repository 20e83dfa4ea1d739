import type { Calendar } from './calendar/calendar.js';
import type { Case, Deadline } from './case.js';
import { ended, fixed, paused, recounted, resumed, waiting } from './deadline.js';
import type { Changes, Command } from './event.js';
import type { Instant } from './instant.js';
import type { Budget, MarkRule } from './policy/policy.js';
import type { Context } from './rules.js';
import type { ClockOwner, DeadlineName } from './vocabulary.js';

const LIVE: readonly Deadline['status'][] = ['WAITING', 'RUNNING', 'PAUSED'];

export const deadlineOf = (current: Case, name: DeadlineName): Deadline | undefined =>
  current.deadlines.find((deadline) => deadline.name === name);

export const isRunning = (current: Case, name: DeadlineName): boolean =>
  deadlineOf(current, name)?.status === 'RUNNING';

/** Whether a time allowed is not over: it runs, stands still, or waits for the merchant to be told. */
export const isOpen = (current: Case, name: DeadlineName): boolean =>
  LIVE.includes(deadlineOf(current, name)?.status ?? 'VOID');

/**
 * The budget of a deadline for this case: where several reasons differ, the longest. A merchant that was suspended
 * again is followed up longer.
 */
export function budgetFor(
  current: Pick<Case, 'reasons' | 'repeatOffender'>,
  name: DeadlineName,
  context: Context,
): Budget {
  const { policy } = context.rules;
  const special = current.reasons.flatMap(({ code }) => policy.reasons[code].budgets[name] ?? []);
  const weight = { WD: 1440, D: 1440, WH: 60, H: 60, M: 1 };
  const usual = special.sort((a, b) => b.n * weight[b.unit] - a.n * weight[a.unit])[0] ?? policy.deadlines[name].budget;
  return name === 'T_FOLLOWUP' && current.repeatOffender
    ? { ...usual, n: Math.ceil((usual.n * policy.repeatFollowUpPercent) / 100) }
    : usual;
}

/** Counts every deadline of working time on another calendar from now on (domain §4.4: the table of a year becomes known). */
export const recount = (current: Case, calendar: Calendar, context: Context): Changes => ({
  deadlines: current.deadlines
    .filter(({ unit }) => unit === 'WORKING')
    .map((deadline) => recounted(deadline, marksFor(current, deadline.name, context), context, calendar)),
});

/** Marks of the follow-up come from the reasons, all others from the deadline's own rule. */
export function marksFor(
  current: Pick<Case, 'reasons'>,
  name: DeadlineName,
  { rules: { policy } }: Context,
): readonly MarkRule[] {
  if (name !== 'T_FOLLOWUP') return policy.deadlines[name].marks;
  const days = new Set(current.reasons.flatMap(({ code }) => policy.reasons[code].checkpointDays));
  return [...days].map((n) => ({ mark: `d${n}`, after: { n, unit: 'D' } as const }));
}

/** Force majeure: while it lasts, no clock of the merchant's runs (domain §2 NATURAL_DISASTER). */
export const inDisaster = ({ reasons, cleared }: Pick<Case, 'reasons' | 'cleared'>): boolean =>
  reasons.some(({ code }) => code === 'NATURAL_DISASTER') && !cleared.includes('NATURAL_DISASTER');

const stillIn = (current: Case, deadline: Deadline, at: Instant, calendar: Calendar): Deadline =>
  deadline.owner === 'MERCHANT' && inDisaster(current) ? paused(deadline, at, calendar) : deadline;

/** Starts a deadline now, or has it wait for the proof of delivery that starts it. */
export function start(current: Case, name: DeadlineName, context: Context, wait = false): Changes {
  const { policy, calendar } = context.rules;
  const fresh = waiting(name, policy.deadlines[name], budgetFor(current, name, context), calendar);
  if (wait) return { deadlines: [fresh] };
  const running = resumed(fresh, marksFor(current, name, context), context.now, calendar);
  return { deadlines: [stillIn(current, running, context.now, calendar)] };
}

/** A deadline at an instant the issuer set. */
export const startFixed = (name: DeadlineName, dueAt: Instant, { now, rules }: Context): Changes => ({
  deadlines: [fixed(name, rules.policy.deadlines[name], now, dueAt, rules.calendar)],
});

/** Resumes deadlines that wait or pause; others are left as they are. `at` may lie before now: proof of delivery does. */
export function resume(current: Case, names: readonly DeadlineName[], context: Context, at = context.now): Changes {
  const stopped = current.deadlines.filter(
    ({ name, status }) => names.includes(name) && (status === 'WAITING' || status === 'PAUSED'),
  );
  return {
    deadlines: stopped.map((deadline) => {
      const running = resumed(deadline, marksFor(current, deadline.name, context), at, context.rules.calendar);
      return stillIn(current, running, at, context.rules.calendar);
    }),
  };
}

export const pause = (current: Case, names: readonly DeadlineName[], { now, rules }: Context): Changes => ({
  deadlines: current.deadlines
    .filter(({ name, status }) => names.includes(name) && status === 'RUNNING')
    .map((deadline) => paused(deadline, now, rules.calendar)),
});

/** Ends live deadlines among the named ones. */
export const end = (
  current: Case,
  names: readonly DeadlineName[],
  status: 'MET' | 'PASSED' | 'VOID',
  { now, rules }: Context,
): Changes => ({
  deadlines: current.deadlines
    .filter((deadline) => names.includes(deadline.name) && LIVE.includes(deadline.status))
    .map((deadline) => ended(deadline, status, now, rules.calendar)),
});

/** Clocks that no turn of the case ends: the law's, the issuer's and a complaint's. */
const STANDING: readonly DeadlineName[] = ['T_STOP', 'T_FEEDBACK', 'T_HOLD_LIMIT', 'T_COMPLAINT', 'T_REPORT'];

/** Names of the live deadlines that belong to where the case stands. */
export const liveOfTurn = (current: Case): readonly DeadlineName[] =>
  liveNames(current).filter((name) => !STANDING.includes(name));

/** Names of the live deadlines, of one owner where given. */
export const liveNames = (current: Case, owner?: ClockOwner): readonly DeadlineName[] =>
  current.deadlines
    .filter((deadline) => LIVE.includes(deadline.status) && (owner === undefined || deadline.owner === owner))
    .map(({ name }) => name);

/** What is due next and when; a mark goes before the due instant it belongs to. */
export interface Due {
  readonly at: Instant;
  readonly deadline: DeadlineName;
  readonly mark: string | null;
}

/** The next thing the clock will do to this case, or undefined when none runs. */
export function nextDue(current: Case): Due | undefined {
  let next: Due | undefined;
  for (const { name, status, dueAt, marks } of current.deadlines) {
    if (status !== 'RUNNING' || dueAt === null) continue;
    const mark = marks.find(({ fired }) => !fired);
    const due: Due = mark
      ? { at: mark.at, deadline: name, mark: mark.mark }
      : { at: dueAt, deadline: name, mark: null };
    if (!next || due.at < next.at) next = due;
  }
  return next;
}

export const nextDueAt = (current: Case): Instant | null => nextDue(current)?.at ?? null;

/** Whether a timer's command is about something that does not run, is not due, or has been said already. */
export function isLateTimer(current: Case, command: Command, now: Instant): boolean {
  if (command.type !== 'DEADLINE_PASSED' && command.type !== 'MARK_REACHED') return false;
  const deadline = deadlineOf(current, command.fields.deadline);
  if (deadline?.status !== 'RUNNING' || deadline.dueAt === null) return true;
  if (command.type === 'DEADLINE_PASSED') return deadline.dueAt > now;
  const { mark } = command.fields;
  return !deadline.marks.some((planned) => planned.mark === mark && !planned.fired && planned.at <= now);
}
