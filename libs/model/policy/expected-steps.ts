import type { Case } from '../case.js';
import { evidenceHash } from '../reading.js';
import { isClosed, type State } from '../vocabulary.js';
import type { Policy } from './policy.js';

/** A step that ought to have come before an act, where the table of transitions alone does not see to it. */
export interface ExpectedStep {
  /** The step's command, and its row of domain §4.3. */
  readonly step: string;
  readonly row: string;
  /** Rows of the acts that want it; left out where every closing does. */
  readonly before?: readonly string[];
  /** Whether it is missing from the case as it stood before the act. */
  readonly isMissing: (before: Case, policy: Policy) => boolean;
}

const isOnEvidence = (given: { readonly evidenceHash: string } | null, current: Case): boolean =>
  given !== null && given.evidenceHash === evidenceHash(current);

const isHighRisk = ({ reasons }: Case, policy: Policy): boolean =>
  reasons.some(({ code }) => policy.reasons[code].highRisk);

/** What a decision, an acceptance or a closing rests on by the practice of domain §4, each step by the number of its row. */
const EXPECTED_STEPS: readonly ExpectedStep[] = [
  {
    step: 'RECOMMEND',
    row: '26',
    before: ['28', '31', '32'],
    isMissing: (current) => !isOnEvidence(current.recommendation, current),
  },
  {
    step: 'COMPLIANCE_SIGN_OFF',
    row: '31a',
    before: ['28', '31'],
    isMissing: (current, policy) => isHighRisk(current, policy) && !isOnEvidence(current.signOff, current),
  },
  {
    step: 'PLAN_ACCEPTED',
    row: '23',
    before: ['24'],
    isMissing: ({ rectification }) => rectification?.plan !== 'ACCEPTED',
  },
  { step: 'RECTIFICATION_DONE', row: '24', before: ['24a'], isMissing: ({ rectification }) => !rectification?.done },
  {
    step: 'RECORD_CHECKPOINT',
    row: '36',
    before: ['37'],
    isMissing: ({ checkpoints }) => checkpoints.some(({ status }) => status !== 'RECORDED'),
  },
  {
    step: 'FEEDBACK_SENT',
    row: '53',
    isMissing: ({ deadlines }) => deadlines.some(({ name, status }) => name === 'T_FEEDBACK' && status !== 'MET'),
  },
];

/** The expected steps that an act by a row, leading to a state, finds missing. */
export const missingSteps = (before: Case, row: string, to: State, policy: Policy): readonly ExpectedStep[] =>
  EXPECTED_STEPS.filter(
    (expected) =>
      (expected.before?.includes(row) ?? (isClosed(to) && !isClosed(before.state))) &&
      expected.isMissing(before, policy),
  );
