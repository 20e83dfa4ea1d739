import { calendarProblems } from '../calendar/calendar-problems.js';
import { CALENDARS } from '../calendar/calendars.js';
import { figureProblems } from './check-figures.js';
import { nameProblems } from './check-names.js';
import { reasonTableProblems } from './check-reasons.js';
import { rowProblems } from './check-rows.js';
import { stateProblems } from './check-states.js';
import { subReasonProblems } from './check-sub-reasons.js';
import { POLICIES } from './policies.js';
import type { Policy } from './policy.js';

/**
 * Everything that makes a policy unfit to decide by, each in words with the row or name it stands at; empty for one
 * that is fit. Takes a policy as data: it need not have gone through the compiler.
 */
export const policyProblems = (policy: Policy): readonly string[] => [
  ...nameProblems(policy),
  ...stateProblems(policy),
  ...rowProblems(policy),
  ...reasonTableProblems(policy),
  ...subReasonProblems(policy),
  ...figureProblems(policy),
];

/** The tables of this program are not fit; the message lists every fault. */
export class UnsoundRules extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The rules of this program are not sound:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.name = 'UnsoundRules';
  }
}

/**
 * Looks through policies and calendars before anything is decided by them: at the start of every process that does.
 * @throws UnsoundRules with every fault of every one of them.
 */
export function assertSoundRules(policies = Object.values(POLICIES), calendars = Object.values(CALENDARS)): void {
  const problems = [
    ...policies.flatMap((policy) => policyProblems(policy).map((problem) => `policy ${policy.version}: ${problem}`)),
    ...calendars.flatMap((calendar) =>
      calendarProblems(calendar).map((problem) => `calendar ${calendar.version}: ${problem}`),
    ),
  ];
  if (problems.length > 0) throw new UnsoundRules(problems);
}
