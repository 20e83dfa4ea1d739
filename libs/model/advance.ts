import type { Case } from './case.js';
import type { FieldsOf } from './commands.js';
import { DAY_MS, earliest, parseDuration, parseInstant, plusMs, type Instant } from './instant.js';

/** Instant of the nearest running deadline; reminders on the way are no stops (api.md §2). */
const nearestDeadline = (current: Case): Instant | undefined =>
  earliest(
    ...current.deadlines.map(({ status, dueAt }) => (status === 'RUNNING' && dueAt !== null ? dueAt : undefined)),
  );

/** Where a sandbox clock is to be moved; undefined when nothing is asked for or no deadline runs. Days are natural days. */
export function advanceTarget(current: Case, fields: FieldsOf<'ADVANCE_CLOCK'>, now: Instant): Instant | undefined {
  if (fields.to !== undefined) return parseInstant(fields.to);
  if (fields.toNextDeadline) return nearestDeadline(current);
  const by = fields.by === undefined ? undefined : parseDuration(fields.by);
  return by && plusMs(now, by.days * DAY_MS + by.ms);
}
