import { POLICY_2026_11 } from './2026-11.js';
import type { Policy, ReasonPolicy, Row } from './policy.js';

const { reasons, deadlines, transitions } = POLICY_2026_11;
const reviewedIn4Days = { T_REVIEW: { n: 4, unit: 'WD' } } as const;

/** Violations are reviewed in 4 working days, the middle of the 3 to 5 that merchants are told (domain §1.5). */
const violation = (reason: ReasonPolicy): ReasonPolicy => ({
  ...reason,
  budgets: { ...reason.budgets, ...reviewedIn4Days },
});

/** What expires after its grace is put to COMPLIANCE as a case to terminate (domain §4.3 row 15). */
const proposedForTermination = (row: Row): Row =>
  row.to === 'CLOSED_EXPIRED' ? { ...row, effects: [...row.effects, 'proposeTermination'] } : row;

/**
 * The rules for cases opened from December 2026, as changes upon those of November: the self-check report M26 becomes
 * a paper of its own (domain §2 TRADING_VIOLATION, "self-check"), a merchant that traded too little is watched for 60
 * days instead of 90, and a report to the authority may take the third working day (domain §1.1, §8.2).
 */
export const POLICY_2026_12: Policy = {
  ...POLICY_2026_11,
  version: '2026-12',
  source: 'Policy 2026-11 with the changes of December 2026: domain description §1.1, §1.5, §2 and §4.3 row 15',
  transitions: transitions.map(proposedForTermination),
  reasons: {
    ...reasons,
    TRADING_VIOLATION: {
      ...violation(reasons.TRADING_VIOLATION),
      materials: [...reasons.TRADING_VIOLATION.materials, { code: 'M26', need: 'REQUIRED' }],
    },
    ILLEGAL_OPERATION: violation(reasons.ILLEGAL_OPERATION),
    INACTIVITY: { ...reasons.INACTIVITY, budgets: { ...reasons.INACTIVITY.budgets, T_FOLLOWUP: { n: 60, unit: 'D' } } },
  },
  deadlines: { ...deadlines, T_REPORT: { ...deadlines.T_REPORT, budget: { n: 3, unit: 'WD' } } },
  // 1 January 2027 in Beijing: from then on cases of older versions are to be moved here.
  mandatoryFrom: '2026-12-31T16:00:00.000Z',
};
