import { canonical } from '../canonical.js';
import type { Actor, Case, Deadline } from '../case.js';
import { between } from '../deadline.js';
import { decide } from '../decide.js';
import type { CaseEvent, Command } from '../event.js';
import { changed, evolve } from '../evolve.js';
import { formatDuration, type Instant } from '../instant.js';
import type { Rules } from '../rules.js';
import type { DeadlineName, State } from '../vocabulary.js';
import { missingSteps } from './expected-steps.js';
import type { Row } from './policy.js';
import { commandOf, rowsOf } from './recorded-command.js';

/** What a step of a case's path can be, the gravest first. */
export const STEP_VERDICTS = ['IMPOSSIBLE', 'SKIPPED', 'LATE', 'REPEATED', 'ALLOWED'] as const;
export type StepVerdict = (typeof STEP_VERDICTS)[number];

/** What is not as the table has it in one step. */
export type StepFinding =
  /** No row of the pinned policy has this number, name, role, and this way from state to state. */
  | { readonly verdict: 'IMPOSSIBLE'; readonly policyVersion: string }
  /** A step that ought to have come before did not. */
  | { readonly verdict: 'SKIPPED'; readonly step: string; readonly row: string }
  /** It came when its deadline had passed: `by` so much of the deadline's own kind of time. */
  | {
      readonly verdict: 'LATE';
      readonly deadline: DeadlineName;
      readonly dueAt: Instant;
      readonly by: string;
      readonly unit: Deadline['unit'];
    }
  /** The same was done about the same thing before, in this cycle. */
  | { readonly verdict: 'REPEATED'; readonly firstSeq: number; readonly times: number };

/** One event as a step on the graph of the policy. `verdict` is that of its gravest finding. */
export interface ConformanceStep {
  readonly seq: number;
  readonly at: Instant;
  readonly type: string;
  readonly row: string;
  readonly from: State | null;
  readonly to: State;
  readonly actor: Actor;
  readonly verdict: StepVerdict;
  readonly findings: readonly StepFinding[];
}

/** What was looked at so far: how often what was done, and which passed deadlines no act has answered yet. */
interface Path {
  readonly done: Map<string, { firstSeq: number; times: number }>;
  readonly answered: Set<string>;
}

/** Rows of domain §4.4 and §4.5 that are in no table: the engine notes a timer that came too late, a fact that did not fit. */
const NOTES: readonly string[] = ['4.4', '4.5'];

/** Whether a row leads the way the event went. A proposal, the first half of a two-person act, leads nowhere. */
function leads(row: Row, before: Case | undefined, to: State, { type, actor }: CaseEvent): boolean {
  const fits = row.from === 'NOTHING' ? !before : before !== undefined && row.from.includes(before.state);
  if (!fits || !row.by.includes(actor.role)) return false;
  if (row.to === 'SAME' || (row.twoPersons && type === `${row.command}_PROPOSED`)) return to === before?.state;
  return to === (row.to === 'PRIOR' ? before?.heldFrom?.state : row.to);
}

function isPossible(before: Case | undefined, after: Case, event: CaseEvent, { policy }: Rules): boolean {
  if (before && NOTES.includes(event.payload.row))
    return Object.keys(event.payload.changes).every((name) => name === 'parked');
  const isPinned = event.policyVersion === policy.version;
  return isPinned && rowsOf(event).some((row) => leads(row, before, after.state, event));
}

/** What may well be done again without being the same again. */
const FREE_TO_REPEAT: readonly string[] = [
  'ADD_NOTE',
  'LOG_COMMUNICATION',
  'SET_ALTERNATIVE',
  'COMPLAINT',
  'REASSIGN',
  'ESCALATE',
  'CHECKPOINT_RECORDED',
  'CLOCK_ADVANCED',
];
/** Members of a command that say what it is about; all else is how. */
const ABOUT: readonly string[] = [
  'code',
  'documentId',
  'transactionId',
  'itemId',
  'deadline',
  'messageId',
  'document',
  'command',
  'kind',
  'refNo',
];

function repeated({ done }: Path, { seq, type, actor, payload }: CaseEvent, cycle: number): readonly StepFinding[] {
  if (actor.role === 'SYSTEM' || FREE_TO_REPEAT.includes(type) || NOTES.includes(payload.row)) return [];
  const about = Object.entries(payload.fields).filter(([name]) => ABOUT.includes(name));
  const key = canonical([cycle, type, Object.fromEntries(about)]);
  const { firstSeq, times } = done.get(key) ?? { firstSeq: seq, times: 0 };
  done.set(key, { firstSeq, times: times + 1 });
  return times === 0 ? [] : [{ verdict: 'REPEATED', firstSeq, times: times + 1 }];
}

/** The passed deadlines this command would have met, had they not passed: asked of the rules, with their clocks still running. */
function late(path: Path, before: Case, command: Command, at: Instant, rules: Rules): readonly StepFinding[] {
  return before.deadlines.flatMap((deadline): readonly StepFinding[] => {
    const { name, status, dueAt, unit } = deadline;
    if (status !== 'PASSED' || dueAt === null || path.answered.has(`${name} ${dueAt}`)) return [];
    const revived = changed(before, { deadlines: [{ name, status: 'RUNNING' }] });
    const decision = decide(revived, command, { now: at, rules });
    const meets =
      'events' in decision &&
      decision.events[0]?.payload.changes.deadlines?.some((met) => met.name === name && met.status === 'MET');
    if (!meets) return [];
    path.answered.add(`${name} ${dueAt}`);
    return [
      { verdict: 'LATE', deadline: name, dueAt, unit, by: formatDuration(between(unit, dueAt, at, rules.calendar)) },
    ];
  });
}

function findingsOf(
  path: Path,
  before: Case | undefined,
  after: Case,
  event: CaseEvent,
  rules: Rules,
): readonly StepFinding[] {
  const { row } = event.payload;
  if (!isPossible(before, after, event, rules)) return [{ verdict: 'IMPOSSIBLE', policyVersion: event.policyVersion }];
  const command = commandOf(event);
  const isProposal = command !== undefined && event.type === `${command.type}_PROPOSED`;
  const missing = before && !isProposal ? missingSteps(before, row, after.state, rules.policy) : [];
  return [
    ...missing.map((expected) => ({ verdict: 'SKIPPED', step: expected.step, row: expected.row }) as const),
    ...(before && command && event.actor.role !== 'SYSTEM' ? late(path, before, command, event.at, rules) : []),
    ...repeated(path, event, before?.cycle ?? after.cycle),
  ];
}

/**
 * The path of a case held against the graph of the policy it was bound to at each step. Pure: from the events and the
 * tables alone, whatever the workflow made of them.
 * @param events a whole life, oldest first.
 * @param rulesOf the rules a case is bound to.
 * @throws RangeError when the events have a gap.
 */
export function conformanceOf(
  events: readonly CaseEvent[],
  rulesOf: (bound: Case) => Rules,
): readonly ConformanceStep[] {
  const path: Path = { done: new Map(), answered: new Set() };
  let before: Case | undefined;
  return events.map((event) => {
    const after = evolve(before, event);
    const findings = findingsOf(path, before, after, event, rulesOf(before ?? after));
    const from = before?.state ?? null;
    before = after;
    const { seq, at, type, actor, payload } = event;
    const verdict = STEP_VERDICTS.find((known) => findings.some((found) => found.verdict === known)) ?? 'ALLOWED';
    return { seq, at, type, row: payload.row, from, to: after.state, actor, verdict, findings };
  });
}
