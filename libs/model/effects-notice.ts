import { accountChangedAgain } from './account-change.js';
import type { Case, Reason, ScopeItem } from './case.js';
import { end, isRunning, start, startFixed } from './clocks.js';
import type { FieldsOf } from './commands.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import type { Changes } from './event.js';
import { checklist } from './checklist.js';
import { holdLimit } from './held-funds.js';
import { task } from './tasks.js';
import { neighboursOf } from './neighbours.js';
import { message } from './messages.js';
import type { Policy } from './policy/policy.js';
import { fieldsOf, itemOf, restricted } from './reading.js';
import type { Context } from './rules.js';
import type { ReasonCode } from './vocabulary.js';

export const reasonsOf = (codes: readonly ReasonCode[], policy: Policy): readonly Reason[] =>
  [...new Set(codes)].map((code) => ({ code, track: policy.reasons[code].track }));

type Notice = Pick<FieldsOf<'NOTICE_INGESTED'>, 'restrictions' | 'reasonCodes' | 'merchantNo' | 'issuer'>;

/** The places a notice stops, each capability of each once. */
export function scopeOf(notice: Notice, policy: Policy): readonly ScopeItem[] {
  const items = notice.restrictions.map(({ capability, level, place, execution, limitFen }): ScopeItem => {
    const at = place ?? notice.merchantNo;
    return {
      itemId: `${level}:${at}:${capability}`,
      level,
      place: at,
      capability,
      status: execution === 'ORDERED' ? 'STOP_ORDERED' : 'SUSPENDED',
      reasons: notice.reasonCodes,
      decisionOwner: policy.decisionOwners[notice.issuer],
      lifting: 'NONE',
      ...(limitFen !== undefined && { limitFen }),
    };
  });
  return [...new Map(items.map((item) => [item.itemId, item])).values()];
}

/** Whether an amended notice no longer named a place: nobody made it work again, its stopping was taken back. */
const isTakenOut = ({ status, restoredAt, until }: ScopeItem): boolean =>
  status === 'RESTORED' && !restoredAt && !until;

/** Settlement that the notice itself keeps back: the listed transactions, where it stops settlement. */
const heldBy = ({ restrictions, transactions }: FieldsOf<'NOTICE_INGESTED'>): number =>
  restrictions.some(({ capability }) => capability === 'SETTLEMENT')
    ? transactions.reduce((sum, { amountFen }) => sum + amountFen, 0)
    : 0;

/** Everything a case has from its first event on. */
function newCase(notice: FieldsOf<'NOTICE_INGESTED'>, now: string, policy: Policy): Omit<Case, 'seq'> {
  const { issuer, noticeNo, noticeDate, effectiveAt, institutionCode, merchantNo, content, contentHash, sandbox } =
    notice;
  return {
    caseId: notice.caseId,
    cycle: 1,
    state: 'NOTICE_RECEIVED',
    stateSince: now,
    openedAt: now,
    lastEventAt: now,
    closedAt: null,
    policyVersion: notice.policyVersion,
    policyHash: notice.policyHash,
    calendarVersion: notice.calendarVersion,
    calendarHash: notice.calendarHash,
    rulesRevision: policy.rulesRevision,
    sandbox,
    offsetMs: 0,
    issuer,
    noticeNo,
    noticeDate,
    effectiveAt,
    institutionCode,
    merchantNo,
    merchantKind: notice.merchantKind ?? 'ENTERPRISE',
    content,
    contentHash,
    amendment: null,
    documentNo: notice.documentNo ?? null,
    windowEnd: notice.window?.end ?? null,
    linkedTo: notice.linkedTo ?? null,
    delivery: 'LATER',
    mergedInto: null,
    reasons: reasonsOf(notice.reasonCodes, policy),
    cleared: [],
    subs: [],
    facts: [],
    scope: scopeOf(notice, policy),
    transactions: notice.transactions,
    materials: [],
    deadlines: [],
    proposals: [],
    messages: [],
    checkpoints: [],
    findings: [],
    parked: [],
    makers: [],
    deciders: [],
    holds: [],
    heldFrom: null,
    tasks: [],
    alternatives: [],
    heldFen: heldBy(notice),
    rectification: null,
    releasedInCycle: 0,
    repeatOffender: false,
    attempts: 0,
    appealed: false,
    recommendation: null,
    signOff: null,
    approval: null,
    submissions: 0,
    submittedHash: null,
    reports: [],
    neighbours: [],
    kpis: null,
    disclosed: null,
    supplementRounds: 0,
    escalation: 0,
    assignee: null,
    priority: policy.decisionOwners[issuer] === 'INSTITUTION' ? 3 : 2,
  };
}

/** A place that both merged cases hold: for the reasons of both, and where one of them is another licensee's, under its decision. */
function heldByBoth(ours: ScopeItem, theirs: ScopeItem): Partial<ScopeItem> {
  const { itemId, decisionOwner } = ours;
  const reasons = [...new Set([...ours.reasons, ...theirs.reasons])];
  const undecided = decisionOwner === 'INSTITUTION' && theirs.decisionOwner !== 'INSTITUTION';
  return { itemId, reasons, ...(undecided && { decisionOwner: theirs.decisionOwner, lifting: 'NONE' }) };
}

/** The clock of stops that are ordered of us. */
const stopClock = (current: Case, context: Context): Changes =>
  current.scope.some(({ status }) => status === 'STOP_ORDERED') && !isRunning(current, 'T_STOP')
    ? start(current, 'T_STOP', context)
    : {};

/** A new rule takes effect on its own day, whatever the papers do (domain §2 POLICY_CHANGE). */
export const effectiveDate = ({ effectiveAt }: Case, reasons: readonly ReasonCode[], context: Context): Changes =>
  reasons.includes('POLICY_CHANGE') && effectiveAt > context.now ? startFixed('T_EFFECTIVE', effectiveAt, context) : {};

export const NOTICE_EFFECTS = {
  openCase: (_, command, context) => {
    const notice = fieldsOf(command, 'NOTICE_INGESTED');
    const delivery = command.observed?.delivery ?? 'LATER';
    const fresh = { ...newCase(notice, context.now, context.rules.policy), delivery };
    const opened = { ...fresh, neighbours: neighboursOf(fresh, command.observed?.neighbours ?? [], context) };
    const clocks: Changes[] = [start(opened as Case, 'T_CONFIRM', context)];
    clocks.push(stopClock(opened as Case, context));
    clocks.push(holdLimit(opened as Case, context));
    if (notice.feedbackDueAt) clocks.push(startFixed('T_FEEDBACK', notice.feedbackDueAt, context));
    if (opened.neighbours.length > 0) clocks.push(task({ ...opened, seq: 0 }, context.now, 'RELATE_CASES'));
    return clocks.reduce(joined, opened);
  },
  confirmNotice: (current, command, context) =>
    joined(
      joined(end(current, ['T_CONFIRM'], 'MET', context), start(current, 'T_TRIAGE', context)),
      message(current, command, context, 'NOTICE'),
    ),
  classify: (current, command, context) => {
    const { reasonCodes, subs = [], facts = [] } = fieldsOf(command, 'CLASSIFY');
    const { policy } = context.rules;
    const reasons = reasonsOf(reasonCodes, policy);
    const held = reasons.map(({ code }) => code);
    const work = subs.flatMap((sub) => policy.subReasons[sub].task ?? []);
    const triaged = { reasons, subs, facts, scope: current.scope.map(({ itemId }) => ({ itemId, reasons: held })) };
    return [
      end(current, ['T_CONFIRM', 'T_TRIAGE'], 'MET', context),
      task(current, context.now, ...work),
      effectiveDate(current, held, context),
      accountChangedAgain(current, triaged, command, context),
    ].reduce<Changes>(joined, triaged);
  },
  buildChecklist: (current, _, { rules }) => ({ materials: checklist(current, rules.policy) }),
  requestMaterials: (current, command, context) =>
    message(current, command, context, 'MATERIALS_REQUESTED', 'T_MATERIALS'),
  keepAmendment: (_, command) => ({ amendment: fieldsOf(command, 'NOTICE_AMENDED') }),
  acceptAmendment: (current, _, context) => {
    const { policy } = context.rules;
    const { reasonCodes, restrictions, content, contentHash } = current.amendment!;
    const { merchantNo, issuer } = current;
    const listed = scopeOf({ reasonCodes, restrictions, merchantNo, issuer }, policy);
    const known = new Map(current.scope.map((item) => [item.itemId, item]));
    const kept = listed.map((item) => {
      const ours = known.get(item.itemId);
      return ours && !isTakenOut(ours) ? { itemId: item.itemId, reasons: item.reasons } : item;
    });
    const lifted = current.scope
      .filter((item) => !listed.some(({ itemId }) => itemId === item.itemId))
      .map(({ itemId }) => ({ itemId, status: 'RESTORED' as const, lifting: 'DECIDED' as const }));
    const amended = {
      amendment: null,
      content,
      contentHash,
      reasons: reasonsOf(reasonCodes, policy),
      scope: [...kept, ...lifted],
    };
    return joined(amended, stopClock(changed(current, amended), context));
  },
  rebuildChecklist: (current, _, { rules }) =>
    current.materials.length > 0 ? { materials: checklist(current, rules.policy) } : {},
  absorb: (current, command, context) => {
    const { policy } = context.rules;
    const { reasonCodes, restrictions, issuer = current.issuer } = fieldsOf(command, 'CASE_MERGED');
    const { merchantNo } = current;
    const held = new Map(restricted(current).map((item) => [item.itemId, item]));
    const scope = scopeOf({ reasonCodes, restrictions, merchantNo, issuer }, policy).map((item) => {
      const ours = held.get(item.itemId);
      if (ours) return heldByBoth(ours, item);
      return itemOf(current, item.itemId) ? { ...item, until: null, restoredAt: null } : item;
    });
    const reasons = reasonsOf([...current.reasons.map(({ code }) => code), ...reasonCodes], policy);
    return joined({ reasons, scope }, stopClock(changed(current, { scope }), context));
  },
} as const satisfies Record<string, Effect>;
