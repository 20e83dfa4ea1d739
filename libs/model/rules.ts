import type { Calendar } from './calendar/calendar.js';
import type { Instant } from './instant.js';
import type { Policy } from './policy/policy.js';

/** The rules one case is bound to, with the hashes it pinned at opening. */
export interface Rules {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly policyHash: string;
  readonly calendarHash: string;
}

/** What a decision needs besides the case and the command: the case's own now, and its rules. */
export interface Context {
  readonly now: Instant;
  readonly rules: Rules;
}
