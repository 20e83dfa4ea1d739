import { advanceTarget } from './advance.js';
import { CALENDARS } from './calendar/calendars.js';
import { deadlineOf } from './clocks.js';
import type { Guard } from './guard.js';
import { HOUR_MS, plusMs } from './instant.js';
import { POLICIES } from './policy/policies.js';
import { proposalToDecline } from './proposals.js';
import { evidenceHash, fieldsOf, itemOf, materialOf, notAccepted } from './reading.js';

/** Papers one item may hold over all rounds. */
const MAX_DOCUMENTS = 50;

const judged = ['ACCEPT_MATERIAL', 'REJECT_MATERIAL'] as const;

/** Guards on what a command says. */
export const COMMAND_GUARDS = {
  reviewReasonsKept: (current, command) => {
    const { reasonCodes } = fieldsOf(command, 'CLASSIFY');
    const dropped = current.reasons.filter(({ code, track }) => track === 'REVIEW' && !reasonCodes.includes(code));
    return dropped.length > 0 ? ['guard.reason-removed', { dropped: dropped.map(({ code }) => code) }] : undefined;
  },
  reasonsDefinite: (_, command, { rules: { policy } }) => {
    const { reasonCodes } = fieldsOf(command, 'CLASSIFY');
    const vague = reasonCodes.length === 0 || reasonCodes.some((code) => policy.reasons[code].track === 'TRIAGE');
    return vague ? ['guard.reason-needed'] : undefined;
  },
  onChecklist: (current, command) => {
    const { code } = fieldsOf(command, 'UPLOAD', 'WAIVE_MATERIAL', ...judged);
    return materialOf(current, code)
      ? undefined
      : ['guard.material-unknown', { checklist: current.materials.map((material) => material.code) }];
  },
  roomForDocument: (current, command) => {
    const documents = materialOf(current, fieldsOf(command, 'UPLOAD').code)?.documents ?? [];
    return documents.length < MAX_DOCUMENTS ? undefined : ['guard.too-many-documents', { max: MAX_DOCUMENTS }];
  },
  uploaded: (current, command) => {
    const material = materialOf(current, fieldsOf(command, ...judged).code);
    return material?.status === 'UPLOADED'
      ? undefined
      : ['guard.material-not-uploaded', { status: material?.status ?? 'NONE' }];
  },
  documentsKnown: (current, command) => {
    const { code, documentIds = [] } = fieldsOf(command, ...judged);
    const known = materialOf(current, code)?.documents.map(({ documentId }) => documentId) ?? [];
    const foreign = documentIds.filter((documentId) => !known.includes(documentId));
    return foreign.length > 0 ? ['guard.document-unknown', { documentIds: foreign }] : undefined;
  },
  waivable: (current, command) => {
    const { code } = fieldsOf(command, 'WAIVE_MATERIAL');
    return notAccepted(current).some((material) => material.code === code)
      ? undefined
      : ['guard.material-not-required'];
  },
  supplementOnChecklist: (current, command) => {
    const unknown = fieldsOf(command, 'REQUEST_SUPPLEMENT').items.filter(({ code }) => !materialOf(current, code));
    return unknown.length > 0 ? ['guard.material-unknown', { unknown: unknown.map(({ code }) => code) }] : undefined;
  },
  evidenceNamed: (current, command) => {
    const named = fieldsOf(command, 'RECOMMEND', 'COMPLIANCE_SIGN_OFF', 'APPROVE').evidenceHash;
    const present = evidenceHash(current);
    return named === present ? undefined : ['guard.evidence-changed', { evidenceHash: present }];
  },
  acceptedToRecommend: (current, command) => {
    const open = notAccepted(current);
    const approves = fieldsOf(command, 'RECOMMEND').opinion === 'APPROVE';
    return approves && open.length > 0
      ? ['guard.material-not-accepted', { notAccepted: open.map(({ code }) => code) }]
      : undefined;
  },
  itemsKnown: (current, command) => {
    const unknown = (fieldsOf(command, 'APPROVE').scopeItemIds ?? []).filter((itemId) => !itemOf(current, itemId));
    return unknown.length > 0 ? ['guard.item-unknown', { unknown }] : undefined;
  },
  itemKnown: (current, command) => {
    const { itemId } = fieldsOf(
      command,
      'ITEM_RESTORED',
      'ITEM_FAILED',
      'RETRY_ITEM',
      'DROP_ITEM',
      'STOP_CONFIRMED',
      'REPLACE_TERMINAL',
    );
    return itemOf(current, itemId)
      ? undefined
      : ['guard.item-unknown', { items: current.scope.map((item) => item.itemId) }];
  },
  itemRestorable: (current, command) => {
    const item = itemOf(current, fieldsOf(command, 'ITEM_RESTORED', 'ITEM_FAILED').itemId);
    return item && (item.status === 'RESTORE_REQUESTED' || item.status === 'RESTORE_FAILED')
      ? undefined
      : ['guard.item-not-restorable', { status: item?.status ?? 'NONE' }];
  },
  scopeFree: (_, command) => {
    const blocking = command.observed?.blockingCases ?? [];
    return blocking.length > 0 ? ['guard.scope-blocked', { cases: blocking }] : undefined;
  },
  extendable: (current, command, { rules: { policy } }) => {
    const { deadline: name } = fieldsOf(command, 'EXTEND');
    const deadline = deadlineOf(current, name);
    const extendableOwner = deadline?.owner === 'MERCHANT' || name === 'T_INVESTIGATE';
    if (!deadline || !extendableOwner || deadline.status !== 'RUNNING')
      return ['guard.deadline-not-running', { deadline: name }];
    const max = policy.deadlines[name].maxExtensions;
    return deadline.extensions < max ? undefined : ['guard.max-extensions', { max }];
  },
  transactionListed: (current, command) => {
    const { transactionId } = fieldsOf(command, 'JUDGE_TRANSACTION');
    return current.transactions.some((listed) => listed.transactionId === transactionId)
      ? undefined
      : ['guard.transaction-unknown', { transactions: current.transactions.map((listed) => listed.transactionId) }];
  },
  proposalOpen: (current, command) => (proposalToDecline(current, command) ? undefined : ['guard.proposal-missing']),
  messageKnown: (current, command) => {
    const { messageId } = fieldsOf(command, 'MESSAGE_DELIVERED');
    return current.messages.some((message) => message.messageId === messageId) ? undefined : ['guard.message-unknown'];
  },
  definiteAgain: (_, command, { rules: { policy } }) => {
    const { reasonCodes } = fieldsOf(command, 'RECLASSIFY', 'RE_SUSPEND', 'RISK_REHIT');
    const vague =
      reasonCodes.length === 0 || reasonCodes.some((code) => ['TRIAGE', 'HOLD'].includes(policy.reasons[code].track));
    return vague ? ['guard.reason-needed'] : undefined;
  },
  sameIssuer: (current, command) =>
    fieldsOf(command, 'NOTICE_REVOKED').issuer === current.issuer
      ? undefined
      : ['guard.issuer-differs', { issuer: current.issuer }],
  outsideKnown: (current, command) => {
    const { itemId } = fieldsOf(command, 'OUTSIDE_REINSTATED');
    return itemId === undefined || itemOf(current, itemId) ? undefined : ['guard.item-unknown'];
  },
  stopOrdered: (current, command) =>
    itemOf(current, fieldsOf(command, 'STOP_CONFIRMED').itemId)?.status === 'STOP_ORDERED'
      ? undefined
      : ['guard.item-not-ordered'],
  amountsAddUp: (current, command) => {
    const { amountFen, keepFen } = fieldsOf(command, 'RELEASE_FUNDS');
    return amountFen + keepFen === current.heldFen ? undefined : ['guard.amounts', { heldFen: current.heldFen }];
  },
  releaseOfOurs: (current, command) => {
    const named = fieldsOf(command, 'TEMPORARY_RELEASE').scopeItemIds.map((itemId) => itemOf(current, itemId));
    if (named.length === 0 || named.includes(undefined)) return ['guard.item-unknown'];
    return named.every((item) => item?.decisionOwner === 'INSTITUTION') ? undefined : ['guard.release-not-ours'];
  },
  releaseShort: (_, command, { now, rules: { policy } }) => {
    const { until } = fieldsOf(command, 'TEMPORARY_RELEASE');
    return until > now && until <= plusMs(now, policy.maxReleaseHours * HOUR_MS)
      ? undefined
      : ['guard.release-too-long', { maxHours: policy.maxReleaseHours }];
  },
  windowAhead: (_, command, { now }) =>
    fieldsOf(command, 'WINDOW_CHANGED').end > now ? undefined : ['guard.window-passed'],
  alternativeAllowed: (current, command, { rules: { policy } }) => {
    const { type } = fieldsOf(command, 'SET_ALTERNATIVE');
    const evades =
      type === 'OTHER_PSP_QR' && current.reasons.some(({ code }) => policy.noOtherAcquirerFor.includes(code));
    return type === 'PERSONAL_QR' || evades ? ['guard.alternative-forbidden'] : undefined;
  },
  targetFits: (current, command) => {
    const { targetCaseId } = fieldsOf(command, 'MERGE_INTO');
    const target = command.observed?.target;
    const fits = target?.caseId === targetCaseId && target.open && target.merchantNo === current.merchantNo;
    return fits && targetCaseId !== current.caseId ? undefined : ['guard.target-unfit'];
  },
  proposedByAnother: (_, command) => {
    const { proposedBy, proposedAs } = fieldsOf(command, 'RESUME');
    if (proposedBy === command.by.id) return ['guard.four-eyes', { proposedBy }];
    return command.by.roles.includes(proposedAs) ? ['guard.second-role', { firstRole: proposedAs }] : undefined;
  },
  migratable: (current, command, { now }) => {
    const { policyVersion } = fieldsOf(command, 'MIGRATE_POLICY');
    const target = POLICIES[policyVersion];
    const mandatory = target?.mandatoryFrom && target.mandatoryFrom <= now;
    return mandatory && policyVersion > current.policyVersion
      ? undefined
      : ['guard.migration', { policyVersion: current.policyVersion }];
  },
  calendarLater: (current, command) => {
    const released = Object.keys(CALENDARS);
    const { calendarVersion } = fieldsOf(command, 'CALENDAR_CHANGED');
    return released.indexOf(calendarVersion) > released.indexOf(current.calendarVersion)
      ? undefined
      : ['guard.calendar', { calendarVersion: current.calendarVersion }];
  },
  onlyTightens: (current, command) => {
    const [held, wanted] = [current.approval?.conditions, fieldsOf(command, 'STEP_CONDITION').conditions];
    const limits = ['perTransactionFen', 'perDayFen', 'perMonthFen'] as const;
    const looser = limits.some((limit) => (wanted[limit] ?? Infinity) > (held?.[limit] ?? Infinity));
    return looser ? ['guard.checkpoint-missing'] : undefined;
  },
  clockAhead: (current, command, { now }) => {
    const target = advanceTarget(current, fieldsOf(command, 'ADVANCE_CLOCK'), now);
    if (target === undefined) return ['guard.no-deadline'];
    return target < now ? ['guard.clock-backwards', { now }] : undefined;
  },
} as const satisfies Record<string, Guard>;
