export * from './vocabulary-causes.js';

/** States of a case, in the order of a usual life (domain §4.1). */
export const OPEN_STATES = [
  'NOTICE_RECEIVED',
  'NOTICE_CONFIRMED',
  'MATERIALS_REQUESTED',
  'SUBMITTED',
  'UNDER_REVIEW',
  'SUPPLEMENT_REQUIRED',
  'UNDER_INVESTIGATION',
  'RECTIFICATION',
  'PENDING_EXTERNAL_DECISION',
  'APPROVED',
  'REINSTATING',
  'PARTIALLY_REINSTATED',
  'FOLLOW_UP',
  'REJECTED',
  'APPEAL_REVIEW',
  'AWAITING_SERVICE',
  'ON_HOLD',
] as const;
export const CLOSED_STATES = [
  'CLOSED_REINSTATED',
  'CLOSED_REJECTED',
  'CLOSED_TERMINATED',
  'CLOSED_WITHDRAWN',
  'CLOSED_EXPIRED',
  'CLOSED_MERGED',
  'CLOSED_INVALID',
] as const;
export const STATES = [...OPEN_STATES, ...CLOSED_STATES] as const;
export type OpenState = (typeof OPEN_STATES)[number];
export type ClosedState = (typeof CLOSED_STATES)[number];
export type State = (typeof STATES)[number];

/** Where nothing is decided yet, so that reasons may still change within the case (domain §4.5). */
export const PRE_DECISION_STATES: readonly State[] = [
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

/** Whether nothing but the rows that start again may happen to a case in this state. */
export const isClosed = (state: State): state is ClosedState => state.startsWith('CLOSED_');

/** Who acts (domain §4.2). Staff are the roles a person of the institution may hold and decide or work under. */
export const STAFF_ROLES = [
  'INTAKE',
  'REVIEWER',
  'SENIOR_REVIEWER',
  'INVESTIGATOR',
  'COMPLIANCE',
  'SETTLEMENT_OPS',
  'OPS',
  'FIELD_SERVICE',
  'LEAD',
] as const;
export const ROLES = [
  ...STAFF_ROLES,
  'AUDITOR',
  'ADMIN',
  'MERCHANT',
  'AGENT',
  'UNIONPAY',
  'PARTNER',
  'AUTHORITY',
  'SYSTEM',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = (typeof ROLES)[number];

/** Who may issue a notice; further issuers are rows of the registry. */
export const ISSUERS = ['UNIONPAY', 'UMS', 'LAKALA', 'SHENGPAY', 'ALLINPAY', 'ACQUIRER', 'AUTHORITY'] as const;
export type Issuer = (typeof ISSUERS)[number];

/** Whose decision lifts a restriction: the network's, an authority's, or the acquiring institution's own (domain §4.6). */
export const DECISION_OWNERS = ['UNIONPAY', 'AUTHORITY', 'INSTITUTION'] as const;
export type DecisionOwner = (typeof DECISION_OWNERS)[number];

/** Why a merchant or terminal was stopped (domain §2). */
export const REASONS = [
  'TRADING_VIOLATION',
  'ILLEGAL_OPERATION',
  'SETTLEMENT_ACCOUNT_ABNORMAL',
  'MAINTENANCE',
  'QUALIFICATION_EXPIRED',
  'SYSTEM_FAILURE',
  'POLICY_CHANGE',
  'HARDWARE_DAMAGE',
  'NATURAL_DISASTER',
  'OTHER',
  'INACTIVITY',
  'TERMINAL_MISMATCH',
  'AUTHORITY_FREEZE',
] as const;
export type ReasonCode = (typeof REASONS)[number];

/** How a reason is brought to its end: by review, by a technical fact, by an authority's release, or not before triage. */
export const TRACKS = ['REVIEW', 'SERVICE', 'HOLD', 'TRIAGE'] as const;
export type Track = (typeof TRACKS)[number];

/** What a restriction takes away (domain §1.2, §4.6). */
export const CAPABILITIES = [
  'ACCEPT_CARD',
  'ACCEPT_CREDIT',
  'ACCEPT_QR',
  'REFUND',
  'SETTLEMENT',
  'WITHDRAW',
  'PREAUTH',
  'PREAUTH_COMPLETE',
  'VOID',
  'ACCEPT_CNP',
  'ACCEPT_NO_PIN',
  'ACCEPT_FOREIGN',
] as const;
export type Capability = (typeof CAPABILITIES)[number];
export const LEVELS = ['MERCHANT', 'STORE', 'TERMINAL'] as const;
export type Level = (typeof LEVELS)[number];

export const MERCHANT_KINDS = ['ENTERPRISE', 'INDIVIDUAL_BUSINESS', 'MICRO_PERSON', 'INSTITUTION'] as const;
export type MerchantKind = (typeof MERCHANT_KINDS)[number];

/** Papers of the checklist library and remedial measures (domain §1.6, §4.6). */
export const MATERIAL_CODES = [
  'M01',
  'M02',
  'M03',
  'M04',
  'M05',
  'M06',
  'M07',
  'M08',
  'M09',
  'M10',
  'M11',
  'M12',
  'M13',
  'M14',
  'M15',
  'M16',
  'M17',
  'M18',
  'M19',
  'M20',
  'M21',
  'M22',
  'M23',
  'M24',
  'M25',
  'M26',
  'M27',
  'R01',
  'R02',
  'R03',
  'R04',
] as const;
export type MaterialCode = (typeof MATERIAL_CODES)[number];
export const MATERIAL_STATUSES = ['REQUESTED', 'UPLOADED', 'ACCEPTED', 'REJECTED', 'WAIVED', 'EXPIRED'] as const;
export type MaterialStatus = (typeof MATERIAL_STATUSES)[number];
export const REQUIREMENTS = ['REQUIRED', 'CONDITIONAL', 'OPTIONAL'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** Life of one restriction on one place (domain §4.1). */
export const ITEM_STATUSES = [
  'STOP_ORDERED',
  'SUSPENDED',
  'RESTORE_REQUESTED',
  'RESTORED',
  'RESTORE_FAILED',
  'REPLACED',
  'DECOMMISSIONED',
  'RE_SUSPENDED',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Timers (domain §4.4). */
export const DEADLINE_NAMES = [
  'T_STOP',
  'T_FEEDBACK',
  'T_HOLD_LIMIT',
  'T_COMPLAINT',
  'T_CONFIRM',
  'T_TRIAGE',
  'T_CONTACT',
  'T_MATERIALS',
  'T_GRACE',
  'T_COMPLETENESS',
  'T_REVIEW',
  'T_SUPPLEMENT',
  'T_INVESTIGATE',
  'T_RECTIFY',
  'T_EXTERNAL',
  'T_REINSTATE',
  'T_APPEAL_WINDOW',
  'T_APPEAL',
  'T_RESUBMIT',
  'T_SERVICE',
  'T_PROBE',
  'T_REPORT',
  'T_HOLD_END',
  'T_TEMPORARY',
  'T_FOLLOWUP',
  'T_EFFECTIVE',
] as const;
export type DeadlineName = (typeof DEADLINE_NAMES)[number];
/** Whose time a deadline measures. */
export const CLOCK_OWNERS = ['MERCHANT', 'INSTITUTION', 'EXTERNAL'] as const;
export type ClockOwner = (typeof CLOCK_OWNERS)[number];
export const DEADLINE_STATUSES = ['WAITING', 'RUNNING', 'PAUSED', 'MET', 'PASSED', 'VOID'] as const;
export type DeadlineStatus = (typeof DEADLINE_STATUSES)[number];

/** What a reviewer makes of one listed transaction. */
export const VERDICTS = ['EXPLAINED', 'PARTIAL', 'UNEXPLAINED', 'UPHELD'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a merchant may take payments with meanwhile (domain §4.5). A personal collection code is never one: 259号. */
export const ALTERNATIVE_TYPES = [
  'OTHER_PSP_QR',
  'LOANER_TERMINAL',
  'BANK_TRANSFER',
  'CASH',
  'E_CNY',
  'PERSONAL_QR',
] as const;
export type AlternativeType = (typeof ALTERNATIVE_TYPES)[number];

/** Work outside the states that a rule asks of somebody. */
export const TASK_KINDS = [
  'REACH_MERCHANT',
  'ON_SITE_INSPECTION',
  'REPORT_TO_AUTHORITY',
  'RECOVER_TERMINALS',
  'PROPOSE_BLACKLIST',
  'PLAN_HELD_FUNDS',
  'EXPLAIN_OUTSIDE_REINSTATEMENT',
  'TERMINATION_PROPOSAL',
  'REBIND_TERMINAL',
  'CONSIDER_EXTENSION',
  'RELATE_CASES',
  'REVIEW_ACCOUNT_CHANGE',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
