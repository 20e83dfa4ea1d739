import { COMMANDS, type CommandName } from '../commands.js';
import type { CaseEvent, Command } from '../event.js';
import { fieldMisfits } from '../parse.js';
import { POLICIES } from './policies.js';
import type { Row } from './policy.js';

const PROPOSED = /_PROPOSED$/;

/** The row an event came from, as far as its number and name tell. */
export const rowsOf = ({ payload, type, policyVersion }: CaseEvent): readonly Row[] => {
  const named =
    POLICIES[policyVersion]?.transitions ?? Object.values(POLICIES).flatMap(({ transitions }) => transitions);
  const isProposal = PROPOSED.test(type);
  return named.filter(
    ({ id, command, event, twoPersons }) =>
      id === payload.row && (isProposal ? twoPersons && `${command}_PROPOSED` === type : (event ?? command) === type),
  );
};

/**
 * The command an event answered, as it was sent by who sent it under the role it acted in. Where commands share an
 * event the fields tell which it was. Undefined for what the engine noted by itself, and for what no row of a known
 * policy is called.
 */
export function commandOf(event: CaseEvent): Command | undefined {
  const { fields, observed } = event.payload;
  const names = new Set(rowsOf(event).map(({ command }) => command));
  const type = [...names].find((name: CommandName) => fieldMisfits(COMMANDS[name], fields).length === 0);
  if (!type) return undefined;
  const { id, role, onBehalfOf } = event.actor;
  const by = { id, roles: [role], ...(onBehalfOf && { onBehalfOf }) };
  return { type, fields, by, requestId: event.requestId, ...(observed && { observed }) } as Command;
}
