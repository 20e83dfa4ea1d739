import type { Case } from './case.js';
import { DAY_MS, plusMs, type Instant } from './instant.js';
import type { Rules } from './rules.js';

/** Case time until which a closed case still hears what comes late and can be opened again; null while it is open. */
export function hearingEndsAt({ closedAt, state }: Case, { policy }: Rules): Instant | null {
  const { days, longDays, longAfter } = policy.afterlife;
  return closedAt && plusMs(closedAt, (longAfter.includes(state) ? longDays : days) * DAY_MS);
}
