import { advanceTarget } from './advance.js';
import { CALENDARS } from './calendar/calendars.js';
import { deadlineOf } from './clocks.js';
import { budgetMs } from './deadline.js';
import { releasedHold } from './holds.js';
import type { Guard } from './guard.js';
import { PAPER_GUARDS } from './guards-papers.js';
import { HOUR_MS, plusMs } from './instant.js';
import { POLICIES } from './policy/policies.js';
import { proposalToDecline } from './proposals.js';
import { approvedItems, evidenceHash, fieldsOf, itemOf, reasonCodesOf, restricted } from './reading.js';

/** Ways of taking cards that a restriction is meant to close: at another acquirer, or on another terminal. */
const EVADING: readonly string[] = ['OTHER_PSP_QR', 'LOANER_TERMINAL'];

/** Guards on what a command says. */
export const COMMAND_GUARDS = {
  ...PAPER_GUARDS,
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
  subsFit: (_, command, { rules: { policy } }) => {
    const { reasonCodes, subs = [] } = fieldsOf(command, 'CLASSIFY', 'RECLASSIFY');
    const under = (wanted: readonly string[]) => reasonCodes.some((code) => wanted.includes(code));
    const stray = subs.filter((sub) => !under(policy.subReasons[sub].of));
    if (stray.length > 0) return ['guard.sub-unfit', { subs: stray }];
    const alone = subs.filter((sub) => !under(policy.subReasons[sub].besides ?? reasonCodes));
    return alone.length > 0
      ? ['guard.sub-alone', { subs: alone, besides: alone.flatMap((sub) => policy.subReasons[sub].besides ?? []) }]
      : undefined;
  },
  rectifiableInTime: (_, command, { now, rules: { policy, calendar } }) => {
    const { dueAt } = fieldsOf(command, 'REQUIRE_RECTIFICATION');
    const latest = plusMs(now, budgetMs(policy.deadlines.T_RECTIFY.budget, calendar));
    return dueAt === undefined || (dueAt > now && dueAt <= latest) ? undefined : ['guard.due-out-of-range', { latest }];
  },
  evidenceNamed: (current, command) => {
    const named = fieldsOf(command, 'RECOMMEND', 'COMPLIANCE_SIGN_OFF', 'APPROVE').evidenceHash;
    const present = evidenceHash(current);
    return named === present ? undefined : ['guard.evidence-changed', { evidenceHash: present }];
  },
  itemsKnown: (current, command) => {
    const unknown = (fieldsOf(command, 'APPROVE').scopeItemIds ?? []).filter((itemId) => !itemOf(current, itemId));
    if (unknown.length > 0) return ['guard.item-unknown', { unknown }];
    return approvedItems(current, command).length > 0 ? undefined : ['guard.nothing-approved'];
  },
  /** What is done with cannot be tried again or given up. */
  itemOpen: (current, command) => {
    const { itemId } = fieldsOf(command, 'RETRY_ITEM', 'DROP_ITEM');
    const open = restricted(current).some((item) => item.itemId === itemId && item.lifting === 'DECIDED');
    return open ? undefined : ['guard.item-not-restorable', { status: itemOf(current, itemId)?.status ?? 'NONE' }];
  },
  terminalReplaceable: (current, command) => {
    const { itemId, newTerminalNo } = fieldsOf(command, 'REPLACE_TERMINAL');
    const item = itemOf(current, itemId);
    const open = item?.level === 'TERMINAL' && item.status !== 'REPLACED' && item.lifting === 'DECIDED';
    const known = current.scope.some(({ level, place }) => level === 'TERMINAL' && place === newTerminalNo);
    return open && !known ? undefined : ['guard.terminal-not-replaceable', { status: item?.status ?? 'NONE' }];
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
  /** Whoever could have taken part in the act may end its proposal, and nobody else. */
  oneOfThePair: (current, command, { rules: { policy } }) => {
    const proposed = proposalToDecline(current, command)?.command;
    const roles = policy.transitions.flatMap((row) => (row.command === proposed ? (row.twoPersons ?? []).flat() : []));
    return command.by.roles.some((role) => roles.includes(role)) ? undefined : ['auth.role'];
  },
  taskOpen: (current, command) => {
    const { taskId } = fieldsOf(command, 'COMPLETE_TASK');
    const known = current.tasks.find((task) => task.open && task.taskId === taskId);
    if (!known)
      return ['guard.task-unknown', { tasks: current.tasks.flatMap((task) => (task.open ? task.taskId : [])) }];
    return command.by.roles.some((role) => role === known.owner || role === 'LEAD') ? undefined : ['auth.role'];
  },
  holdKnown: (current, command) =>
    releasedHold(current, fieldsOf(command, 'RELEASE').document)
      ? undefined
      : ['guard.hold-unknown', { holds: current.holds.flatMap(({ open, document }) => (open ? document : [])) }],
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
    if (!named.every((item) => item?.decisionOwner === 'INSTITUTION')) return ['guard.release-not-ours'];
    const stopped = named.every((item) => item?.status === 'SUSPENDED' || item?.status === 'RE_SUSPENDED');
    return stopped ? undefined : ['guard.item-not-restorable', { status: named.flatMap((item) => item?.status ?? []) }];
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
      EVADING.includes(type) && current.reasons.some(({ code }) => policy.noOtherAcquirerFor.includes(code));
    return type === 'PERSONAL_QR' || evades ? ['guard.alternative-forbidden'] : undefined;
  },
  /** What is decided takes in nothing that was not decided with it (domain §4.5): such a case stays, with a link. */
  targetFits: (current, command) => {
    const { targetCaseId } = fieldsOf(command, 'MERGE_INTO');
    const target = command.observed?.target;
    const fits = target?.caseId === targetCaseId && target.open && target.merchantNo === current.merchantNo;
    if (!fits || targetCaseId === current.caseId) return ['guard.target-unfit'];
    const undecided = reasonCodesOf(current).filter((code) => target.decidedFor && !target.decidedFor.includes(code));
    return undecided.length > 0 ? ['guard.target-decided', { reasons: undecided }] : undefined;
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
