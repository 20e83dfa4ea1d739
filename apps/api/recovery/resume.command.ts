import type { CommandEnvelope } from '#contract';
import type { Freeze, ResumeProposal, StoredRequest } from '#database';
import type { Role } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { envelopeOf } from '../cases/command.envelope.js';

/** Roles of the two persons who start a case again; one of each. */
export const RESUMING = ['LEAD', 'COMPLIANCE'] as const satisfies readonly Role[];
type Resuming = (typeof RESUMING)[number];

const resumingOf = (roles: readonly Role[]): readonly Resuming[] => RESUMING.filter((role) => roles.includes(role));

/** The roles under which a caller may start cases again. */
export const resumingRoles = ({ roles }: CallerIdentity): readonly Resuming[] => resumingOf(roles);

/**
 * The command of the second person, carrying what the first proposed. Where each can act under another role they do;
 * else it is the rule that refuses it.
 */
export function resumeCommand(
  request: StoredRequest,
  { cause, proposal }: Freeze & { readonly proposal: ResumeProposal },
  caller: CallerIdentity,
): CommandEnvelope {
  const [proposedAs, second] = pairOf(resumingOf(proposal.as), resumingRoles(caller));
  return envelopeOf(request, {
    type: 'RESUME',
    fields: { proposedBy: proposal.by, proposedAs, proposedAt: proposal.at, cause },
    by: { id: caller.id, roles: [second] },
  });
}

function pairOf(first: readonly Resuming[], second: readonly Resuming[]): readonly [Resuming, Resuming] {
  const pairs = first.flatMap((one) => second.map((other) => [one, other] as const));
  const pair = pairs.find(([one, other]) => one !== other) ?? pairs[0];
  if (!pair) throw new Error('neither LEAD nor COMPLIANCE starts the case again');
  return pair;
}
