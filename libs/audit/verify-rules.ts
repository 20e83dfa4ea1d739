import {
  canonical,
  decide,
  hashOf,
  joined,
  plusMs,
  REFUSAL_CODES,
  runUntil,
  type Case,
  type CaseEvent,
  type Changes,
  type Command,
  type Instant,
  type Policy,
  type Rules,
} from '#model';
import type { RefusalProof } from './refusal-proof.js';

/** Events about a fact that did nothing else than be kept (domain §4.5). */
const NOTES = ['FACT_PARKED', 'REJECTED_FACT', 'LATE_FACT'];

/** Whether the rules, asked again, give exactly this event. @returns why not, or undefined when they do. */
export function redecided(before: Case | undefined, event: CaseEvent, rules: Rules): string | undefined {
  if (before && NOTES.includes(event.type)) return noteFault(event);
  const commands = commandsFor(event, rules.policy);
  if (commands.length === 0)
    return `no rule ${event.payload.row} of policy ${rules.policy.version} makes a ${event.type}`;
  const wanted = canonical(event);
  let refused: string | undefined;
  for (const command of commands) {
    const decision = decide(before, command, { now: event.at, rules });
    if ('refusal' in decision) refused = decision.refusal.code;
    else if (decision.events.some((made) => canonical(made) === wanted || canonical(unparked(made)) === wanted))
      return undefined;
  }
  return refused === undefined ? 'the rules give another event here' : `the rules refuse it here: ${refused}`;
}

const noteFault = ({ payload }: CaseEvent): string | undefined =>
  Object.keys(payload.changes).every((name) => name === 'parked')
    ? undefined
    : 'it changes more than what is said of the fact';

/** The commands that can have made an event: by its rule's number and its name. */
function commandsFor({ type, actor, requestId, payload }: CaseEvent, { transitions }: Policy): readonly Command[] {
  const { row, fields, observed } = payload;
  const { id, role, onBehalfOf } = actor;
  const by = { id, roles: [role], ...(onBehalfOf && { onBehalfOf }) };
  const types = transitions
    .filter((rule) => rule.id === row && ((rule.event ?? rule.command) === type || `${rule.command}_PROPOSED` === type))
    .map(({ command }) => command);
  return [...new Set(types)].map(
    (command) => ({ type: command, fields, by, requestId, ...(observed && { observed }) }) as Command,
  );
}

/** The same event where it is a parked fact that fits now. */
function unparked(made: CaseEvent): CaseEvent {
  const done: Changes = { parked: [{ factId: made.requestId, waiting: false }] };
  return { ...made, payload: { ...made.payload, changes: joined(made.payload.changes, done) } };
}

/** What asking the rules again about a refusal shows. `UNDECIDABLE`: they were not what refused it, or not asked. */
export type RefusalVerdict =
  { readonly kind: 'PROVEN' | 'UNDECIDABLE' } | { readonly kind: 'WRONG'; readonly why: string };

const ofTheRules = new Set<string>(REFUSAL_CODES.filter((code) => code !== 'request.expired'));

/**
 * Decides a refused command again on the case as it stood.
 * @param states the case after each event.
 */
export function redecidedRefusal(
  { code, row, seq, stateHash, now, command }: RefusalProof,
  states: readonly Case[],
  rulesOf: (current: Case) => Rules | undefined,
): RefusalVerdict {
  if (!command || seq === undefined || stateHash === undefined || now === undefined || !ofTheRules.has(code)) {
    return { kind: 'UNDECIDABLE' };
  }
  const current = stateAt(states, { seq, stateHash, now }, rulesOf);
  if (!current) return { kind: 'WRONG', why: `the case was never as it says at event ${seq}` };
  const rules = rulesOf(current);
  if (!rules) return { kind: 'WRONG', why: 'the rules it was decided by are missing' };
  const decision = decide(current, command, { now, rules });
  if ('events' in decision) return { kind: 'WRONG', why: `the rules allow ${command.type} at event ${seq}` };
  const same = decision.refusal.code === code && decision.refusal.row === (row ?? null);
  return same
    ? { kind: 'PROVEN' }
    : { kind: 'WRONG', why: `the rules refuse it with ${decision.refusal.code}, not with ${code}` };
}

/** A refused command lets due deadlines pass first without leaving a trace: the case is then some steps ahead of its events. */
function stateAt(
  states: readonly Case[],
  { seq, stateHash, now }: { readonly seq: number; readonly stateHash: string; readonly now: Instant },
  rulesOf: (current: Case) => Rules | undefined,
): Case | undefined {
  const recorded = states[seq - 1];
  if (recorded && hashOf(recorded) === stateHash) return recorded;
  for (let at = Math.min(seq - 1, states.length); at >= Math.max(1, seq - MAX_AHEAD); at--) {
    const [start, rules] = [states[at - 1], states[at - 1] && rulesOf(states[at - 1]!)];
    if (!start || !rules) continue;
    const ahead = runUntil(start, plusMs(now, -1), rules, seq - at).case;
    if (ahead.seq === seq && hashOf(ahead) === stateHash) return ahead;
  }
  return undefined;
}

/** More deadlines than this do not fall due between two acts on a case. */
const MAX_AHEAD = 50;
