import type { Role, State } from '../vocabulary.js';
import { OPEN_STATES, PRE_DECISION_STATES } from '../vocabulary.js';

/** Sets of states and roles that several rows share. */
export const open = OPEN_STATES;
/** Where an authority's hold does not stand in the way. */
export const unheld = OPEN_STATES.filter((state) => state !== 'ON_HOLD');
export const merchant: readonly Role[] = ['MERCHANT', 'PARTNER', 'INTAKE'];
/** Who may put down what the decision's owner has said; any two of them. */
export const recorders: readonly Role[] = ['INTAKE', 'REVIEWER', 'SENIOR_REVIEWER', 'COMPLIANCE'];
export const reviewed: readonly State[] = ['SUBMITTED', 'UNDER_REVIEW', 'APPEAL_REVIEW'];
export const uploading: readonly State[] = [
  'MATERIALS_REQUESTED',
  'SUPPLEMENT_REQUIRED',
  'AWAITING_SERVICE',
  'UNDER_INVESTIGATION',
  'RECTIFICATION',
  'REJECTED',
  'APPEAL_REVIEW',
];
export const preDecision = PRE_DECISION_STATES;
/** States in which a restriction may be found lifted by somebody else. */
export const beforeReinstating: readonly State[] = [
  ...preDecision,
  'PENDING_EXTERNAL_DECISION',
  'APPROVED',
  'REJECTED',
  'APPEAL_REVIEW',
];
