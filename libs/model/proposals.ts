import { canonical } from './canonical.js';
import type { Case, Proposal } from './case.js';
import type { Command } from './event.js';
import type { Row } from './policy/policy.js';
import { fieldsOf } from './reading.js';
import type { Role } from './vocabulary.js';

const isTextRef = (value: unknown): boolean => typeof value === 'object' && value !== null && 'commitment' in value;

/** A value without the free words in it: two persons give their own reasons for the same act. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((member) => !isTextRef(member)).map(withoutWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => !isTextRef(member))
      .map(([name, member]) => [name, withoutWords(member)]),
  );
}

/** What the second person's command must be equal in. */
export const proposalKey = (command: Command): string => `${command.type}${canonical(withoutWords(command.fields))}`;

export const openProposal = (current: Case, key: string): Proposal | undefined =>
  current.proposals.find((proposal) => proposal.open && proposal.key === key);

/** The proposal a DECLINE speaks of: the newest open one of that command. */
export const proposalToDecline = (current: Case, command: Command): Proposal | undefined =>
  current.proposals.findLast((proposal) => proposal.open && proposal.command === fieldsOf(command, 'DECLINE').command);

/** The role of the second person that completes the pair, among those held; undefined when none does. */
export function secondRole(row: Row, first: Role, held: readonly Role[]): Role | undefined {
  const [a, b] = row.twoPersons ?? [[], []];
  return held.find((role) => (a.includes(first) && b.includes(role)) || (b.includes(first) && a.includes(role)));
}
