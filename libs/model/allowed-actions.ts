import { PERSON_COMMANDS, type PersonCommandName } from './commands.js';
import type { Case } from './case.js';
import { CASE_CONDITIONS, FIELD_CONDITIONS } from './conditions.js';
import type { Asker, Command } from './event.js';
import { CASE_GUARDS, isCaseGuard } from './guards.js';
import type { Row } from './policy/policy.js';
import type { Context } from './rules.js';

/** Something the asker may do now, and the fields it takes. */
export interface AllowedAction {
  readonly command: PersonCommandName;
  readonly fields: readonly string[];
}

/** A row is open while its conditions and guards on the case alone hold; what depends on fields shows when they are sent. */
function isOpen(row: Row, current: Case, asker: Asker, context: Context): boolean {
  const bare = { type: row.command, fields: {}, by: asker, requestId: '' } as Command;
  const conditions = (row.when ?? []).every(
    (name) => name in FIELD_CONDITIONS || CASE_CONDITIONS[name as keyof typeof CASE_CONDITIONS](current, bare, context),
  );
  return (
    conditions &&
    row.guards.every((name) => !isCaseGuard(name) || CASE_GUARDS[name](current, asker, context) === undefined)
  );
}

/** What this asker may do to this case now, in the order of the command list. */
export function allowedActions(current: Case, asker: Asker, context: Context): readonly AllowedAction[] {
  const open = new Set(
    context.rules.policy.transitions
      .filter((row) => row.from !== 'NOTHING' && row.from.includes(current.state))
      .filter((row) => row.by.some((role) => asker.roles.includes(role)))
      .filter((row) => isOpen(row, current, asker, context))
      .map((row) => row.command as string),
  );
  return (Object.keys(PERSON_COMMANDS) as PersonCommandName[])
    .filter((command) => open.has(command))
    .map((command) => ({ command, fields: Object.keys(PERSON_COMMANDS[command]) }));
}
