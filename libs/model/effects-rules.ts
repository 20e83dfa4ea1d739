import { recount } from './clocks.js';
import type { Effect } from './effect.js';
import { migrated } from './policy/migration.js';
import { rulesOf } from './policy/policies.js';
import { fieldsOf } from './reading.js';

/** Moves of an open case to other rules than it was opened under. */
export const RULES_EFFECTS = {
  /** The calendar stays: a later one is a decision of its own. */
  migrate: (current, command, { rules }) => {
    const { policyVersion } = fieldsOf(command, 'MIGRATE_POLICY');
    return migrated(current, rules, rulesOf({ policyVersion, calendarVersion: current.calendarVersion }));
  },
  changeCalendar: (current, command, context) => {
    const { calendarVersion } = fieldsOf(command, 'CALENDAR_CHANGED');
    const { calendar, calendarHash } = rulesOf({ policyVersion: current.policyVersion, calendarVersion });
    return { calendarVersion, calendarHash, ...recount(current, calendar, context) };
  },
} as const satisfies Record<string, Effect>;
