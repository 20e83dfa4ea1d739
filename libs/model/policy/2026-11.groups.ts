import type { Role, State } from '../vocabulary.js';
import { OPEN_STATES } from '../vocabulary.js';

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
export const preDecision: readonly State[] = [
  'NOTICE_RECEIVED',
  'NOTICE_CONFIRMED',
  'MATERIALS_REQUESTED',
  'SUBMITTED',
  'UNDER_REVIEW',
  'SUPPLEMENT_REQUIRED',
  'UNDER_INVESTIGATION',
  'RECTIFICATION',
  'AWAITING_SERVICE',
];
/** States in which a restriction may be found lifted by somebody else. */
export const beforeReinstating: readonly State[] = [
  ...preDecision,
  'PENDING_EXTERNAL_DECISION',
  'APPROVED',
  'REJECTED',
  'APPEAL_REVIEW',
];
