import { CALENDARS } from '../calendar/calendars.js';
import { hashOf } from '../hash.js';
import type { Instant } from '../instant.js';
import type { Rules } from '../rules.js';
import { POLICY_2026_11 } from './2026-11.js';
import { POLICY_2026_12 } from './2026-12.js';
import type { Policy } from './policy.js';

/**
 * Every released policy with the instant from which new cases open under it, oldest first. When a policy takes over is
 * no part of it: a case keeps what it was opened under, and the hash of the policy tells nothing of the date.
 */
export const RELEASES: readonly { readonly policy: Policy; readonly opensFrom: Instant }[] = [
  { policy: POLICY_2026_11, opensFrom: '2026-10-31T16:00:00.000Z' },
  { policy: POLICY_2026_12, opensFrom: '2026-11-30T16:00:00.000Z' },
];

/** Every released policy by version. */
export const POLICIES: { readonly [version: string]: Policy } = Object.fromEntries(
  RELEASES.map(({ policy }) => [policy.version, policy]),
);

const known = new Map<string, Rules>();

/**
 * The rules a case pinned, with the hashes of the tables as they are in this program.
 * @throws RangeError for a version this program does not have.
 */
export function rulesOf(pinned: { readonly policyVersion: string; readonly calendarVersion: string }): Rules {
  const key = `${pinned.policyVersion}/${pinned.calendarVersion}`;
  const rules = known.get(key) ?? loaded(pinned.policyVersion, pinned.calendarVersion);
  known.set(key, rules);
  return rules;
}

function loaded(policyVersion: string, calendarVersion: string): Rules {
  const policy = POLICIES[policyVersion];
  const calendar = CALENDARS[calendarVersion];
  if (!policy || !calendar) throw new RangeError(`no policy ${policyVersion} with calendar ${calendarVersion} here`);
  return { policy, calendar, policyHash: hashOf(policy), calendarHash: hashOf(calendar) };
}

/**
 * The rules a case opens under at an instant of the real clock, a sandbox case too: the newest policy that opens cases
 * by then. Before the first one it is the first.
 */
export function rulesForOpening(now: Instant): Rules {
  const { policy } = RELEASES.findLast(({ opensFrom }) => opensFrom <= now) ?? RELEASES[0]!;
  return rulesOf({ policyVersion: policy.version, calendarVersion: policy.calendarVersion });
}

/** The rules of the first release. */
export const CURRENT_RULES: Rules = rulesOf({ policyVersion: '2026-11', calendarVersion: 'cn-2026.1' });
