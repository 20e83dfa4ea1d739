import type { Case, Deadline } from '../case.js';
import { decide } from '../decide.js';
import type { CaseEvent, Command, Refusal } from '../event.js';
import { evolve, fold } from '../evolve.js';
import { plusMs, type Instant } from '../instant.js';
import { evidenceHash } from '../reading.js';
import type { Rules } from '../rules.js';
import { runUntil } from '../run-until.js';
import type { DeadlineName, State } from '../vocabulary.js';
import { commandOf } from './recorded-command.js';

/** Why a recorded act would have gone otherwise. */
export type Otherwise =
  | {
      readonly kind: 'REFUSED';
      readonly code: string;
      readonly row: string | null;
      readonly facts: NonNullable<Refusal['facts']>;
    }
  | { readonly kind: 'OTHER_EVENT'; readonly recorded: string; readonly simulated: string }
  | { readonly kind: 'OTHER_STATE'; readonly recorded: State; readonly simulated: State }
  /** The clock had passed a deadline that it had not in fact, or the other way round. */
  | {
      readonly kind: 'DEADLINE';
      readonly deadline: DeadlineName;
      readonly recorded: Deadline['status'] | 'NONE';
      readonly simulated: Deadline['status'] | 'NONE';
    };

/** What became of one recorded case under other rules: `otherwise` is null where every recorded act would have gone the same. */
export interface Simulated {
  readonly caseId: string;
  readonly openedUnder: string;
  /** Acts of people and partners that were decided again. */
  readonly decided: number;
  readonly otherwise: {
    readonly seq: number;
    readonly at: Instant;
    readonly type: string;
    readonly why: Otherwise;
  } | null;
}

/** Acts on the clock and the rules themselves: under fixed rules, with the instants as recorded, they say nothing. */
const OF_THE_RULES = ['ADVANCE_CLOCK', 'MIGRATE_POLICY', 'CALENDAR_CHANGED'];

const isTimer = ({ requestId }: CaseEvent): boolean => requestId.startsWith('timer:');

/** The case under the other rules as far as it has come, with how many acts were decided on the way. */
interface Walk {
  readonly recorded: Case | undefined;
  readonly simulated: Case | undefined;
  readonly decided: number;
}

/** A recorded command in the words of the other life: its own evidence, its own messages, its own rules. */
function translated(command: Command, { recorded, simulated }: Walk, rules: Rules): Command {
  const { type, fields } = command;
  if (type === 'NOTICE_INGESTED') {
    const { policy, policyHash, calendar, calendarHash } = rules;
    return {
      ...command,
      fields: { ...fields, policyVersion: policy.version, policyHash, calendarVersion: calendar.version, calendarHash },
    };
  }
  if (!recorded || !simulated) return command;
  if (type === 'MESSAGE_DELIVERED') {
    const known = recorded.messages.findIndex(({ messageId }) => messageId === fields.messageId);
    const messageId = simulated.messages[known]?.messageId ?? fields.messageId;
    return { ...command, fields: { ...fields, messageId } };
  }
  const sawAll = 'evidenceHash' in fields && fields.evidenceHash === evidenceHash(recorded);
  return sawAll ? ({ ...command, fields: { ...fields, evidenceHash: evidenceHash(simulated) } } as Command) : command;
}

const passed = (current: Case): readonly DeadlineName[] =>
  current.deadlines.filter(({ status }) => status === 'PASSED').map(({ name }) => name);

const statusOf = (current: Case, name: DeadlineName): Deadline['status'] | 'NONE' =>
  current.deadlines.find((deadline) => deadline.name === name)?.status ?? 'NONE';

/** What the clock alone has done otherwise by now. */
function clockOtherwise(recorded: Case, simulated: Case): Otherwise | undefined {
  const names = [...new Set([...passed(recorded), ...passed(simulated)])];
  const deadline = names.find((name) => passed(recorded).includes(name) !== passed(simulated).includes(name));
  if (deadline)
    return {
      kind: 'DEADLINE',
      deadline,
      recorded: statusOf(recorded, deadline),
      simulated: statusOf(simulated, deadline),
    };
  if (recorded.state === simulated.state) return undefined;
  return { kind: 'OTHER_STATE', recorded: recorded.state, simulated: simulated.state };
}

/** Decides one recorded command again; the other life one step on, or why it parts here. */
function decidedAgain(walk: Walk, event: CaseEvent, command: Command, rules: Rules): Case | Otherwise {
  const decision = decide(walk.simulated, translated(command, walk, rules), { now: event.at, rules });
  if ('refusal' in decision) {
    const { code, row, facts = {} } = decision.refusal;
    return { kind: 'REFUSED', code, row, facts };
  }
  const [answer] = decision.events;
  if (answer!.type !== event.type) return { kind: 'OTHER_EVENT', recorded: event.type, simulated: answer!.type };
  const after = fold(decision.events, walk.simulated)!;
  const recorded = evolve(walk.recorded, event).state;
  return after.state === recorded ? after : { kind: 'OTHER_STATE', recorded, simulated: after.state };
}

/** The case once time has done its part: a closed one may have a report to make yet. */
const settledBy = (current: Case, until: Instant, rules: Rules): Case => runUntil(current, until, rules, Infinity).case;

/** How far time had run when this was recorded: a timer has fired at its instant, one due at the instant of an act has not. */
const firedBy = (event: CaseEvent): Instant => (isTimer(event) ? event.at : plusMs(event.at, -1));

const isCase = (outcome: Case | Otherwise): outcome is Case => 'caseId' in outcome;

/**
 * Folds a recorded case through other rules: time runs, and every recorded act of a person or partner is decided
 * again, until one goes otherwise than it did; what people would have done from there on nobody knows. Pure.
 * @param events a whole life, oldest first.
 * @param until how far time has run since the last of them, on the clock of the case.
 * @throws RangeError when they are none: a gap, or no event at all.
 */
export function simulate(events: readonly CaseEvent[], rules: Rules, until?: Instant): Simulated {
  const [first] = events;
  if (!first) throw new RangeError('a case without events cannot be simulated');
  const result = { caseId: first.caseId, openedUnder: first.policyVersion };
  let walk: Walk = { recorded: undefined, simulated: undefined, decided: 0 };
  for (const event of events) {
    const { recorded, simulated } = walk;
    const settled = simulated && settledBy(simulated, firedBy(event), rules);
    const command = isTimer(event) ? undefined : commandOf(event);
    const next: Walk = { recorded: evolve(recorded, event), simulated: settled, decided: walk.decided };
    if (!command || OF_THE_RULES.includes(command.type)) {
      walk = next;
      continue;
    }
    const parted = recorded && settled ? clockOtherwise(recorded, settled) : undefined;
    const outcome = parted ?? decidedAgain({ ...walk, simulated: settled }, event, command, rules);
    if (!isCase(outcome))
      return {
        ...result,
        decided: walk.decided,
        otherwise: { seq: event.seq, at: event.at, type: event.type, why: outcome },
      };
    walk = { ...next, simulated: outcome, decided: walk.decided + 1 };
  }
  return { ...result, ...ending(walk, events.at(-1)!, rules, until) };
}

/**
 * After the last act the clocks may still part: a case that time has closed since would not have been, or the other way
 * round. Unless time has run since, nothing the act itself has set going has come to pass.
 */
function ending(
  { recorded, simulated, decided }: Walk,
  last: CaseEvent,
  rules: Rules,
  until?: Instant,
): Pick<Simulated, 'decided' | 'otherwise'> {
  const settled = until === undefined ? simulated! : settledBy(simulated!, until, rules);
  const parted = clockOtherwise(recorded!, settled);
  const at = until ?? firedBy(last);
  return { decided, otherwise: parted ? { seq: last.seq, at, type: last.type, why: parted } : null };
}
