import {
  code,
  date,
  duration,
  fen,
  figures,
  flag,
  hash,
  id,
  instant,
  int,
  list,
  optional,
  record,
  text,
} from './fields.js';
import type { Fields, ValuesOf } from './fields.js';
import {
  ALTERNATIVE_TYPES,
  CAPABILITIES,
  CONDITION_FACTS,
  DEADLINE_NAMES,
  ISSUERS,
  LEVELS,
  MATERIAL_CODES,
  MERCHANT_KINDS,
  REASONS,
  SUB_REASONS,
  VERDICTS,
} from './vocabulary.js';

const reasonCodes = list(code(REASONS), 13);
const itemIds = list(id, 500);
const words = { reason: text() };
const evidence = { evidenceHash: hash };
const item = { itemId: id };

/** What a notice takes away, where, and whether it is done already or ordered of us. */
const restrictions = list(
  record({
    capability: code(CAPABILITIES),
    level: code(LEVELS),
    place: optional(id),
    execution: code(['DONE', 'ORDERED']),
    limitFen: optional(fen),
  }),
  1500,
);

/** Limits an approval carries (domain §4.6): amounts in fen, ramp in percent of the usual volume. */
const conditions = record({
  perTransactionFen: optional(fen),
  perDayFen: optional(fen),
  perMonthFen: optional(fen),
  without: optional(list(code(CAPABILITIES), 12)),
  settlementDays: optional(int(0, 365)),
  ramp: optional(list(int(1, 100), 10)),
});

/** Commands a person sends (api.md §2) with the fields beyond the name. */
export const PERSON_COMMANDS = {
  CONFIRM_NOTICE: {},
  MARK_INVALID: words,
  CLASSIFY: {
    reasonCodes,
    subs: optional(list(code(SUB_REASONS), 20)),
    facts: optional(list(code(CONDITION_FACTS), 20)),
  },
  RECLASSIFY: {
    reasonCodes,
    ...words,
    subs: optional(list(code(SUB_REASONS), 20)),
    facts: optional(list(code(CONDITION_FACTS), 20)),
  },
  ACCEPT_AMENDMENT: {},
  OPEN_INVESTIGATION: words,
  INVESTIGATION_CLEARED: { report: text(), to: code(['UNDER_REVIEW', 'MATERIALS_REQUESTED']) },
  INVESTIGATION_CONFIRMED: { report: text(), outcome: code(['RECTIFICATION', 'REJECTED', 'CLOSED_TERMINATED']) },
  ACCEPT_MATERIAL: { code: code(MATERIAL_CODES), documentIds: optional(list(id, 50)) },
  REJECT_MATERIAL: { code: code(MATERIAL_CODES), documentIds: optional(list(id, 50)), errorCode: id, ...words },
  WAIVE_MATERIAL: { code: code(MATERIAL_CODES), ...words },
  JUDGE_TRANSACTION: { transactionId: id, verdict: code(VERDICTS) },
  SUBMIT: {},
  EXTEND: { deadline: code(DEADLINE_NAMES), by: duration, ...words },
  COMPLETE_OK: {},
  REQUEST_SUPPLEMENT: { items: list(record({ code: code(MATERIAL_CODES), ...words }), 31) },
  SUPPLEMENT_SUBMITTED: {},
  REQUIRE_RECTIFICATION: {
    findings: list(text(), 50),
    measures: optional(list(code(['R01', 'R02', 'R03', 'R04']), 4)),
    dueAt: optional(instant),
  },
  PLAN_SUBMITTED: { plan: text(20_000) },
  PLAN_ACCEPTED: {},
  PLAN_RETURNED: words,
  RECTIFICATION_DONE: { evidence: text() },
  RECTIFICATION_VERIFIED: {},
  RECTIFICATION_RETURNED: words,
  RECOMMEND: { opinion: code(['APPROVE', 'REJECT']), ...words, ...evidence },
  RETURN_TO_FIRST: words,
  COMPLIANCE_SIGN_OFF: evidence,
  APPROVE: { scopeItemIds: optional(itemIds), conditions: optional(conditions), ...evidence },
  REJECT: { reasonCode: id, remedy: text() },
  RECORD_EXTERNAL: {
    kind: code(['APPROVED', 'REJECTED', 'SUPPLEMENT', 'REVOKED', 'REINSTATED']),
    refNo: id,
    receivedAt: instant,
    documentId: optional(id),
  },
  START_REINSTATE: {},
  ITEM_RESTORED: { ...item, firstTransaction: optional(id) },
  ITEM_FAILED: { ...item, ...words },
  RETRY_ITEM: item,
  REPLACE_TERMINAL: { ...item, newTerminalNo: id, newSn: id },
  DROP_ITEM: { ...item, ...words },
  STOP_CONFIRMED: { ...item, at: instant, evidence: optional(text()) },
  FEEDBACK_SENT: { channel: id, documentId: optional(id) },
  RECORD_CHECKPOINT: {
    metrics: figures,
    /** False opens a finding; it stands until a later checkpoint passes. */
    passed: optional(flag),
  },
  STEP_CONDITION: { conditions },
  RE_SUSPEND: { reasonCodes, ...words },
  RESUBMIT: {},
  APPEAL: { grounds: text() },
  APPEAL_UPHELD: { ...words, to: code(['APPROVED', 'UNDER_REVIEW']) },
  APPEAL_DENIED: words,
  WITHDRAW: words,
  HOLD: {
    authority: id,
    document: id,
    kind: id,
    ...words,
    until: optional(instant),
    amountFen: optional(fen),
    capabilities: optional(list(code(CAPABILITIES), 12)),
  },
  RELEASE: { document: id },
  TEMPORARY_RELEASE: { scopeItemIds: itemIds, until: instant, ...words },
  TERMINATE: words,
  MERGE_INTO: { targetCaseId: id },
  REOPEN: words,
  APPLY_AGAIN: {},
  VERIFY_ACCOUNT: { amountFen: fen, result: code(['OK', 'FAILED']) },
  DEBIT_RETRIED: { result: code(['OK', 'FAILED']) },
  RECORD_OFFSET: { amountFen: fen, ...words },
  RELEASE_FUNDS: { amountFen: fen, keepFen: fen, ...words },
  SERVICE_RESTORED: {},
  WINDOW_CHANGED: { end: instant },
  ESCALATE: words,
  REASSIGN: { to: id },
  DECLINE: { command: id, ...words },
  MERCHANT_ACKNOWLEDGED: {},
  COMPLAINT: { text: text(20_000) },
  LOG_COMMUNICATION: {
    direction: code(['IN', 'OUT']),
    channel: code(['PHONE', 'SMS', 'MAIL', 'APP', 'PORTAL', 'LETTER']),
    party: code(['MERCHANT', 'AGENT', 'UNIONPAY', 'PARTNER', 'AUTHORITY', 'OTHER']),
    summary: text(),
    templateId: optional(id),
    at: optional(instant),
    delivered: optional(flag),
    read: optional(flag),
    statutory: optional(flag),
    recordingRef: optional(id),
    documentIds: optional(list(id, 20)),
  },
  SET_ALTERNATIVE: {
    type: code(ALTERNATIVE_TYPES),
    provider: optional(id),
    start: optional(instant),
    end: optional(instant),
    costFen: optional(fen),
  },
  ADD_NOTE: { text: text(20_000) },
  COMPLETE_TASK: { taskId: id },
  /** COMPLIANCE lets something be told of reasons that are not told by themselves (domain §4.6). */
  RELEASE_DISCLOSURE: { level: code(['FULL', 'NEUTRAL']), ...words },
  MIGRATE_POLICY: { policyVersion: id },
  CALENDAR_CHANGED: { calendarVersion: id },
} as const satisfies Record<string, Fields>;

/** Moves that do not come through the commands address: the notice itself, uploads, timers, the channel's proof, the sandbox clock. */
export const ENGINE_COMMANDS = {
  NOTICE_INGESTED: {
    caseId: id,
    issuer: code(ISSUERS),
    noticeNo: id,
    noticeDate: date,
    effectiveAt: instant,
    institutionCode: id,
    merchantNo: id,
    mcc: optional(id),
    merchantKind: optional(code(MERCHANT_KINDS)),
    reasonCodes,
    restrictions,
    transactions: list(record({ transactionId: id, at: instant, amountFen: fen }), 1000),
    window: optional(record({ start: instant, end: instant })),
    feedbackDueAt: optional(instant),
    documentNo: optional(id),
    issuerReasonCode: optional(id),
    content: text(1_000_000),
    contentHash: hash,
    sandbox: flag,
    /** The closed case this one applies again for. */
    linkedTo: optional(id),
    policyVersion: id,
    policyHash: hash,
    calendarVersion: id,
    calendarHash: hash,
  },
  NOTICE_AMENDED: { content: text(1_000_000), contentHash: hash, reasonCodes, restrictions },
  NOTICE_REVOKED: { issuer: code(ISSUERS) },
  OUTSIDE_REINSTATED: { itemId: optional(id) },
  RISK_REHIT: { reasonCodes },
  PROBE_OK: {},
  CASE_MERGED: {
    sourceCaseId: id,
    /** Whose restrictions they are; the issuer of the target's own notice where left out. */
    issuer: optional(code(ISSUERS)),
    reasonCodes,
    restrictions,
  },
  UPLOAD: {
    code: code(MATERIAL_CODES),
    documentId: id,
    sha256: hash,
    bytes: int(1, 10_485_760),
    mediaType: code(['application/pdf', 'image/jpeg', 'image/png']),
    transactionId: optional(id),
    medium: optional(code(['PAPER', 'ELECTRONIC'])),
    receivedAt: optional(instant),
    validUntil: optional(date),
  },
  MESSAGE_DELIVERED: { messageId: id, at: instant },
  DEADLINE_PASSED: { deadline: code(DEADLINE_NAMES) },
  MARK_REACHED: { deadline: code(DEADLINE_NAMES), mark: id },
  /** Starts the case again from its record, by the second of two persons; the fields say what the first proposed and why. */
  RESUME: {
    proposedBy: id,
    proposedAs: code(['LEAD', 'COMPLIANCE']),
    proposedAt: instant,
    cause: code(['NO_RUN', 'RUN_ENDED', 'RUN_BEHIND', 'RUN_DIFFERS']),
  },
  ADVANCE_CLOCK: { by: optional(duration), to: optional(instant), toNextDeadline: optional(flag) },
} as const satisfies Record<string, Fields>;

export const COMMANDS = { ...PERSON_COMMANDS, ...ENGINE_COMMANDS } as const;
export type PersonCommandName = keyof typeof PERSON_COMMANDS;
export type CommandName = keyof typeof COMMANDS;
export type FieldsOf<N extends CommandName> = ValuesOf<(typeof COMMANDS)[N]>;
