import type { Actor, Case } from './case.js';
import { isLateTimer } from './clocks.js';
import { CONDITIONS } from './conditions.js';
import { EFFECTS } from './effects.js';
import { changed, joined } from './evolve.js';
import type { CaseEvent, Changes, Command, Decision } from './event.js';
import { GUARDS } from './guards.js';
import type { Row } from './policy/policy.js';
import { openProposal, proposalKey, secondRole } from './proposals.js';
import { evidenceHash } from './reading.js';
import { refusal } from './refusal.js';
import type { Context } from './rules.js';
import type { Role } from './vocabulary.js';
import { isClosed } from './vocabulary.js';

/** A timer of what runs no longer is kept and does nothing (domain §4.4). */
const LATE_ROW = { id: '4.4' };

/**
 * The rule of the house: what a command does to a case, or why it does nothing. Pure: the same case, command and
 * context give the same decision for ever. Refusals come in the order role, state, guards (api.md §2).
 */
export function decide(current: Case | undefined, command: Command, context: Context): Decision {
  const found = findRow(current, command, context);
  if ('refusal' in found) return found;
  const { row, role } = found;
  if (current && isLateTimer(current, command, context.now)) {
    return eventOf(current, 'LATE_TIMER', LATE_ROW, role, command, context, {});
  }
  for (const name of row.guards) {
    const broken = GUARDS[name](current as Case, command, context);
    if (broken) return { refusal: refusal(broken[0], row.id, broken[1]) };
  }
  return row.twoPersons
    ? inTwo(current as Case, row, role, command, context)
    : carriedOut(current, row, role, command, context);
}

const matches = (row: Row, current: Case | undefined, command: Command): boolean =>
  (row.from === 'NOTHING' ? !current : current !== undefined && row.from.includes(current.state)) &&
  (!row.deadline ||
    ('deadline' in command.fields &&
      row.deadline.some((name) => name === (command.fields as { deadline: string }).deadline)));

const roleIn = (row: Row, held: readonly Role[]): Role | undefined => held.find((role) => row.by.includes(role));

type Found = { readonly row: Row; readonly role: Role } | Extract<Decision, { refusal: unknown }>;

/** The first row for this command in this state whose conditions hold and which lets one of the asker's roles act. */
function findRow(current: Case | undefined, command: Command, context: Context): Found {
  const ofCommand = context.rules.policy.transitions.filter((row) => row.command === command.type);
  const held = command.by.roles;
  if (ofCommand.length > 0 && !ofCommand.some((row) => roleIn(row, held)))
    return { refusal: refusal('auth.role', ofCommand[0]!.id) };
  if (current && command.expectedSeq !== undefined && command.expectedSeq !== current.seq) {
    return { refusal: refusal('case.stale', null, { seq: current.seq }) };
  }
  const possible = ofCommand
    .filter((row) => matches(row, current, command))
    .filter((row) => (row.when ?? []).every((name) => CONDITIONS[name](current as Case, command, context)));
  for (const row of possible) {
    const role = roleIn(row, held);
    if (role) return { row, role };
  }
  if (possible[0]) return { refusal: refusal('auth.role', possible[0].id) };
  if (current && isClosed(current.state)) return { refusal: refusal('case.closed', null, { state: current.state }) };
  return { refusal: refusal('transition.not-allowed', null, { state: current?.state ?? 'NOTHING' }) };
}

const actorOf = ({ by }: Command, role: Role): Actor => ({
  id: by.id,
  role,
  ...(by.onBehalfOf && { onBehalfOf: by.onBehalfOf }),
});

function eventOf(
  current: Case | undefined,
  type: string,
  row: Pick<Row, 'id'>,
  role: Role,
  command: Command,
  context: Context,
  changes: Changes,
): Decision {
  const event: CaseEvent = {
    caseId: current?.caseId ?? (command.fields as { caseId: string }).caseId,
    seq: (current?.seq ?? 0) + 1,
    type,
    at: context.now,
    actor: actorOf(command, role),
    requestId: command.requestId,
    policyVersion: context.rules.policy.version,
    payload: { row: row.id, fields: command.fields, ...(command.observed && { observed: command.observed }), changes },
  };
  return { events: [event] };
}

/** Two persons (domain §4.6): the first proposes; another of the other role, meaning the same on the same evidence, does it. */
function inTwo(current: Case, row: Row, role: Role, command: Command, context: Context): Decision {
  const key = proposalKey(command);
  const evidence = evidenceHash(current);
  const open = openProposal(current, key);
  if (!open || open.evidenceHash !== evidence) {
    const proposal = {
      key,
      command: command.type,
      by: actorOf(command, role),
      at: context.now,
      evidenceHash: evidence,
      open: true,
    };
    return eventOf(current, `${command.type}_PROPOSED`, row, role, command, context, {
      proposals: [proposal],
      ...maker(current, command, role, context),
    });
  }
  if (open.by.id === command.by.id) return { refusal: refusal('guard.four-eyes', row.id, { proposedBy: open.by.id }) };
  const second = secondRole(row, open.by.role, command.by.roles);
  if (!second) return { refusal: refusal('guard.second-role', row.id, { firstRole: open.by.role }) };
  return carriedOut(current, row, second, command, context, { proposals: [{ key, open: false }] });
}

const maker = (current: Case, command: Command, role: Role, { rules }: Context): Changes =>
  role !== 'SYSTEM' && rules.policy.makerCommands.includes(command.type) && !current.makers.includes(command.by.id)
    ? { makers: [...current.makers, command.by.id] }
    : {};

function carriedOut(
  current: Case | undefined,
  row: Row,
  role: Role,
  command: Command,
  context: Context,
  first: Changes = {},
): Decision {
  const actor = actorOf(command, role);
  let changes: Changes = { ...first, ...(current && !row.twoPersons && maker(current, command, role, context)) };
  let working = changed(current ?? ({} as Case), changes);
  for (const name of row.effects) {
    const effect = EFFECTS[name](working, command, context, actor);
    changes = joined(changes, effect);
    working = changed(working, effect);
  }
  const to = row.to === 'PRIOR' ? current?.heldFrom?.state : row.to;
  const moved = to && to !== 'SAME' && to !== working.state ? { state: to, stateSince: context.now } : {};
  return eventOf(current, row.event ?? command.type, row, role, command, context, { ...changes, ...moved });
}
