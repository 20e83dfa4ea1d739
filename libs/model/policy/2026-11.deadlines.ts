import type { DeadlinePolicy, MarkRule, Policy } from './policy.js';

const WD = (n: number) => ({ n, unit: 'WD' }) as const;
const WH = (n: number) => ({ n, unit: 'WH' }) as const;
const D = (n: number) => ({ n, unit: 'D' }) as const;
const H = (n: number) => ({ n, unit: 'H' }) as const;

/** Reminders at half, at four fifths and a day before (domain §4.3 row 5). */
const reminders: readonly MarkRule[] = [
  { mark: '50%', percent: 50 },
  { mark: '80%', percent: 80 },
  { mark: '-24h', before: H(24) },
];

const merchant = (budget: DeadlinePolicy['budget'], maxExtensions = 1): DeadlinePolicy => ({
  owner: 'MERCHANT',
  responsible: 'MERCHANT',
  budget,
  marksAre: 'REMINDER',
  marks: reminders,
  maxExtensions,
});
const ours = (
  responsible: DeadlinePolicy['responsible'],
  budget: DeadlinePolicy['budget'],
  maxExtensions = 0,
): DeadlinePolicy => ({
  owner: 'INSTITUTION',
  responsible,
  budget,
  marksAre: 'ALARM',
  marks: [{ mark: '80%', percent: 80 }],
  maxExtensions,
});

/** Timers of domain §4.4; each figure is a default of the institution, none is a rule of UnionPay's. */
export const DEADLINES: Policy['deadlines'] = {
  T_STOP: ours('OPS', H(24)),
  T_FEEDBACK: ours('INTAKE', D(0)),
  // Counted from the transaction, which may be older than the notice: its alarms lie before the end, not after the start.
  T_HOLD_LIMIT: {
    ...ours('SETTLEMENT_OPS', D(30)),
    marks: [
      { mark: 'd20', before: D(10) },
      { mark: 'd25', before: D(5) },
      { mark: 'd28', before: D(2) },
    ],
  },
  T_COMPLAINT: ours('LEAD', WD(5)),
  T_CONFIRM: ours('INTAKE', WH(4)),
  T_TRIAGE: ours('INTAKE', WD(1)),
  T_CONTACT: ours('INTAKE', WD(1)),
  T_MATERIALS: merchant(WD(5)),
  T_GRACE: { ...merchant(WD(2), 0), marks: [{ mark: '-24h', before: H(24) }] },
  T_COMPLETENESS: ours('INTAKE', WD(1)),
  T_REVIEW: ours('REVIEWER', WD(3)),
  T_SUPPLEMENT: merchant(WD(5)),
  T_INVESTIGATE: ours('INVESTIGATOR', WD(15), 1),
  T_RECTIFY: merchant(D(30)),
  T_EXTERNAL: {
    owner: 'EXTERNAL',
    responsible: 'LEAD',
    budget: WD(10),
    marksAre: 'CHASE',
    maxExtensions: 0,
    marks: [
      { mark: '5WD', after: WD(5) },
      { mark: '8WD', after: WD(8) },
    ],
  },
  T_REINSTATE: ours('OPS', WD(1)),
  T_APPEAL_WINDOW: merchant(WD(10), 0),
  T_APPEAL: ours('SENIOR_REVIEWER', WD(10)),
  T_RESUBMIT: merchant(WD(20), 0),
  T_SERVICE: ours('OPS', WD(1)),
  T_PROBE: ours('OPS', { n: 30, unit: 'M' }),
  T_REPORT: ours('COMPLIANCE', WD(2)),
  T_HOLD_END: {
    ...ours('COMPLIANCE', D(0)),
    marks: [
      { mark: '-15d', before: D(15) },
      { mark: '-3d', before: D(3) },
    ],
  },
  T_TEMPORARY: { ...ours('OPS', H(72)), marks: [{ mark: '-24h', before: H(24) }] },
  T_FOLLOWUP: {
    owner: 'INSTITUTION',
    responsible: 'REVIEWER',
    budget: D(30),
    marksAre: 'CHECKPOINT',
    marks: [],
    maxExtensions: 0,
  },
  T_EFFECTIVE: {
    ...ours('COMPLIANCE', D(0)),
    marks: [
      { mark: '-7d', before: D(7) },
      { mark: '-1d', before: D(1) },
    ],
  },
};
