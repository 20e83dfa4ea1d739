import type { ChainHead } from '#audit';
import type { CommandEnvelope } from '#contract';
import type { Accepted } from '#database';
import { plusMs, POLICIES, type Asker, type Command, type CommandName, type Plain, type Role } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import type { Observations } from './command.observer.js';

/** A command is carried out within 30 s of the request's own 5 s, or never (api.md, introduction). */
const VALID_MS = 35_000;

/** A command before it is accepted; its free words are references already. */
export interface Sending {
  readonly type: CommandName;
  readonly fields: Readonly<Record<string, Plain>>;
  readonly by: Asker;
  readonly expectedSeq?: number | undefined;
  /** What was read of other cases for its rule. */
  readonly observed?: Observations;
  /** The end of the case's record, as it was read for this command. */
  readonly recorded?: ChainHead;
}

export const askerOf = ({ id, roles }: CallerIdentity, onBehalfOf?: 'MERCHANT'): Asker => ({
  id,
  roles,
  ...(onBehalfOf && { onBehalfOf }),
});

/** The command as it goes to the workflow, accepted when its request was, by the database's clock. */
export function envelopeOf(
  { requestId, acceptedAt }: Accepted,
  { type, fields, by, expectedSeq, recorded, ...sending }: Sending,
): CommandEnvelope {
  const observed = { at: acceptedAt, ...sending.observed };
  const command = { type, fields, by, requestId, observed, ...(expectedSeq !== undefined && { expectedSeq }) };
  const validUntil = plusMs(acceptedAt, VALID_MS);
  return { command: command as unknown as Command, acceptedAt, validUntil, ...(recorded && { recorded }) };
}

const SENDERS = new Map<CommandName, readonly Role[]>();
for (const { command, by } of Object.values(POLICIES).flatMap(({ transitions }) => transitions))
  SENDERS.set(command, [...new Set([...(SENDERS.get(command) ?? []), ...by])]);

/** Roles under which a command can be sent at all, in any state under any policy; undefined where no row of one takes it. */
export const rolesFor = (type: CommandName): readonly Role[] | undefined => SENDERS.get(type);
