import type { Case } from './case.js';
import { isRunning } from './clocks.js';
import { heldByOthers, releasedHold } from './holds.js';
import type { Command } from './event.js';
import { approvedItems, fieldsOf, hasReview, missing, owners, reasonCodesOf, restricted } from './reading.js';
import type { Context } from './rules.js';

type Condition = (current: Case, command: Command, context: Context) => boolean;

const tracks = (command: Command, { rules: { policy } }: Context) =>
  fieldsOf(command, 'CLASSIFY').reasonCodes.map((code) => policy.reasons[code].track);

const marksAre = (command: Command, { rules: { policy } }: Context) =>
  policy.deadlines[fieldsOf(command, 'MARK_REACHED').deadline].marksAre;

const remainingAfter = (current: Case, command: Command) => {
  const { itemId } = fieldsOf(command, 'ITEM_RESTORED', 'DROP_ITEM', 'REPLACE_TERMINAL');
  return restricted(current).filter((item) => item.itemId !== itemId && item.lifting === 'DECIDED');
};

const again = (command: Command, { rules: { policy } }: Context) =>
  fieldsOf(command, 'RECLASSIFY', 'RE_SUSPEND', 'RISK_REHIT').reasonCodes.map((code) => policy.reasons[code]);

const external = (command: Command) => fieldsOf(command, 'RECORD_EXTERNAL').kind;

/** Conditions that tell rows of one command in one state apart by what the command says. */
export const FIELD_CONDITIONS = {
  toReview: (_, command, context) => tracks(command, context).includes('REVIEW'),
  toHold: (_, command, context) => tracks(command, context).includes('HOLD'),
  notSuspended: (_, command) => fieldsOf(command, 'CLASSIFY').subs?.includes('ISSUER_SIDE_LIMIT') ?? false,
  againToInvestigation: (_, command, context) => again(command, context).some(({ highRisk }) => highRisk),
  againToReview: (_, command, context) => again(command, context).some(({ track }) => track === 'REVIEW'),
  removesReview: (current, command) => {
    const { reasonCodes } = fieldsOf(command, 'RECLASSIFY');
    return current.reasons.some(({ code, track }) => track === 'REVIEW' && !reasonCodes.includes(code));
  },
  clearedToReview: (_, command) => fieldsOf(command, 'INVESTIGATION_CLEARED').to === 'UNDER_REVIEW',
  outcomeRectify: (_, command) => fieldsOf(command, 'INVESTIGATION_CONFIRMED').outcome === 'RECTIFICATION',
  outcomeReject: (_, command) => fieldsOf(command, 'INVESTIGATION_CONFIRMED').outcome === 'REJECTED',
  upheldToApproved: (_, command) => fieldsOf(command, 'APPEAL_UPHELD').to === 'APPROVED',
  externalRevoked: (_, command) => external(command) === 'REVOKED',
  externalReinstated: (_, command) => external(command) === 'REINSTATED',
  lastOutside: (current, command) => {
    const itemId = command.type === 'OUTSIDE_REINSTATED' ? command.fields.itemId : undefined;
    return itemId === undefined || restricted(current).every((item) => item.itemId === itemId);
  },
  toService: (_, command, context) => tracks(command, context).every((track) => track === 'SERVICE'),
  othersDecide: (current, command) => owners(approvedItems(current, command)).some((owner) => owner !== 'INSTITUTION'),
  externalApproved: (_, command) => external(command) === 'APPROVED',
  externalRejected: (_, command) => external(command) === 'REJECTED',
  externalSupplement: (_, command) => external(command) === 'SUPPLEMENT',
  itemsRemain: (current, command) => remainingAfter(current, command).length > 0,
  holdLapsed: (current, command, { now }) => {
    const until = releasedHold(current, fieldsOf(command, 'RELEASE').document)?.until;
    return typeof until === 'string' && until <= now;
  },
  markReminds: (_, command, context) => marksAre(command, context) === 'REMINDER',
  markChases: (_, command, context) => marksAre(command, context) === 'CHASE',
  markChecks: (_, command, context) => marksAre(command, context) === 'CHECKPOINT',
} as const satisfies Record<string, Condition>;

/** Conditions on the case alone. */
export const CASE_CONDITIONS = {
  reviewReason: (current, _, { rules }) => hasReview(reasonCodesOf(current), rules.policy),
  othersOwn: (current) => owners(restricted(current)).some((owner) => owner !== 'INSTITUTION'),
  serviceReason: (current) => current.reasons.some(({ track }) => track === 'SERVICE'),
  probeScripted: (current) => current.sandbox,
  windowed: (current) => current.windowEnd !== null,
  disaster: (current) => current.reasons.some(({ code }) => code === 'NATURAL_DISASTER'),
  nothingRestricted: (current) => restricted(current).length === 0,
  /** What stopped the case was the freeze itself, not a hold that came upon it. */
  frozenByNotice: (current) =>
    current.reasons.some(({ code, track }) => track === 'HOLD' && !current.cleared.includes(code)),
  heldByOthers,
  acceptedBeforeClosing: (current, _, { now }) => current.closedAt !== null && now <= current.closedAt,
  papersMissing: (current) => missing(current).length > 0,
  reportDue: (current) => isRunning(current, 'T_REPORT'),
  notEscalated: (current) => current.escalation === 0,
  openFinding: (current) => current.findings.some(({ open }) => open),
  otherWindowRuns: (current, command) => {
    const { deadline } = fieldsOf(command, 'DEADLINE_PASSED');
    return isRunning(current, deadline === 'T_RESUBMIT' ? 'T_APPEAL_WINDOW' : 'T_RESUBMIT');
  },
} as const satisfies Record<string, Condition>;

export const CONDITIONS: { readonly [name in ConditionName]: Condition } = { ...FIELD_CONDITIONS, ...CASE_CONDITIONS };
export type ConditionName = keyof typeof FIELD_CONDITIONS | keyof typeof CASE_CONDITIONS;
