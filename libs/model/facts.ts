import type { Case, ParkedFact } from './case.js';
import { COMMANDS, type CommandName, type FieldsOf } from './commands.js';
import { decide } from './decide.js';
import { fold, joined } from './evolve.js';
import type { Asker, CaseEvent, Changes, Command } from './event.js';
import { ID_PATTERN } from './fields.js';
import { hashOf } from './hash.js';
import { isInstant, type Instant } from './instant.js';
import { fieldMisfits } from './parse.js';
import type { Context } from './rules.js';
import { ROLES, isClosed } from './vocabulary.js';

/** Something that has happened outside, in the words of a command; `factId` is the same however often it is sent. */
export interface Fact {
  readonly factId: string;
  readonly command: CommandName;
  readonly fields: FieldsOf<CommandName>;
  readonly by: Asker;
  readonly occurredAt: Instant;
  readonly acceptedAt: Instant;
}

/** More parked facts wait in the inbox. */
export const MAX_PARKED = 100;

const isAsker = (value: unknown): value is Asker => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, roles } = value as { id?: unknown; roles?: unknown };
  const known: readonly unknown[] = ROLES;
  return (
    typeof id === 'string' &&
    ID_PATTERN.test(id) &&
    Array.isArray(roles) &&
    roles.length === 1 &&
    known.includes(roles[0])
  );
};

/** Reads a fact out of anything; undefined when it is none. Total: a malformed signal must never stop a case. */
export function parseFact(raw: unknown): Fact | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { factId, command, fields, by, occurredAt, acceptedAt } = raw as { readonly [name: string]: unknown };
  if (typeof factId !== 'string' || !ID_PATTERN.test(factId)) return undefined;
  if (typeof command !== 'string' || !Object.hasOwn(COMMANDS, command)) return undefined;
  if (!isInstant(occurredAt) || !isInstant(acceptedAt) || !isAsker(by)) return undefined;
  if (fieldMisfits(COMMANDS[command as CommandName], fields).length > 0) return undefined;
  return { factId, command: command as CommandName, fields: fields as Fact['fields'], by, occurredAt, acceptedAt };
}

const commandOf = (fact: Pick<Fact, 'factId' | 'command' | 'fields' | 'by'>): Command =>
  ({ type: fact.command, fields: fact.fields, by: fact.by, requestId: fact.factId }) as Command;

/** An event about the fact itself: it does nothing to the case but is kept; `code` says why it was not taken. */
const note = (
  current: Case,
  type: string,
  factId: string,
  by: Asker,
  context: Context,
  { changes = {}, code }: { readonly changes?: Changes; readonly code?: string } = {},
): CaseEvent => ({
  caseId: current.caseId,
  seq: current.seq + 1,
  type,
  at: context.now,
  actor: { id: by.id, role: by.roles[0]! },
  requestId: factId,
  policyVersion: context.rules.policy.version,
  payload: { row: '4.5', fields: code === undefined ? {} : { code }, changes },
});

const park = (fact: Fact, { now }: Context): ParkedFact => ({
  factId: fact.factId,
  command: fact.command,
  fields: fact.fields,
  actor: { id: fact.by.id, role: fact.by.roles[0]! },
  occurredAt: fact.occurredAt,
  parkedAt: now,
  waiting: true,
});

const waiting = (current: Case) => current.parked.filter((fact) => fact.waiting);

/**
 * What a fact does: its command's events where it fits; else it is kept, PARKED when it may fit later, rejected when
 * it cannot, late when the case is closed. Never refused (design §1.5).
 */
export function takeFact(current: Case, raw: unknown, context: Context): readonly CaseEvent[] {
  const fact = parseFact(raw);
  if (!fact)
    return [
      note(current, 'REJECTED_FACT', `fact:${safeHash(raw)}`, { id: 'unknown', roles: ['PARTNER'] }, context, {
        code: 'request.invalid',
      }),
    ];
  const decision = decide(current, commandOf(fact), context);
  if ('events' in decision) return decision.events;
  if (isClosed(current.state)) return [note(current, 'LATE_FACT', fact.factId, fact.by, context)];
  const mayFitLater = decision.refusal.code === 'transition.not-allowed' && waiting(current).length < MAX_PARKED;
  if (!mayFitLater)
    return [note(current, 'REJECTED_FACT', fact.factId, fact.by, context, { code: decision.refusal.code })];
  return [note(current, 'FACT_PARKED', fact.factId, fact.by, context, { changes: { parked: [park(fact, context)] } })];
}

/** Hash of anything a signal can carry; what has no canonical text shares one. */
function safeHash(raw: unknown): string {
  try {
    return hashOf(raw).slice(0, 32);
  } catch {
    return 'unreadable';
  }
}

/** Facts that fit now that the case has moved, oldest first; each may let another in. */
export function unpark(current: Case, context: Context): readonly CaseEvent[] {
  for (const { factId, command, fields, actor } of waiting(current)) {
    const decision = decide(
      current,
      commandOf({ factId, command, fields, by: { id: actor.id, roles: [actor.role] } }),
      context,
    );
    if ('refusal' in decision) continue;
    const [first, ...rest] = decision.events;
    const done: Changes = { parked: [{ factId, waiting: false }] };
    const events = [
      { ...first!, payload: { ...first!.payload, changes: joined(first!.payload.changes, done) } },
      ...rest,
    ];
    return [...events, ...unpark(fold(events, current)!, context)];
  }
  return [];
}
