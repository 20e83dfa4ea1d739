import type { Case, ScopeItem } from './case.js';
import { blockedOn } from './blocked-on.js';
import { canonical } from './canonical.js';
import type { CaseEvent } from './event.js';
import { hashOf } from './hash.js';
import { hasReview, missing, reasonCodesOf, worksAgain } from './reading.js';
import type { Rules } from './rules.js';
import { reasonTold } from './reason-told.js';
import type { Capability, Role, State } from './vocabulary.js';
import { STATE_WORDS, type Words } from './words.js';

/** Where a case stands for those outside: that it is under investigation is nobody's business (domain §4.6). */
export const outsideState = (state: State): State => (state === 'UNDER_INVESTIGATION' ? 'UNDER_REVIEW' : state);

/** What a partner is told, by type (api.md §4). Never notes, scores, rules or names of staff. */
export type OutwardEvent =
  | {
      readonly type: 'CASE.STATE_CHANGED';
      readonly payload: {
        readonly state: State;
        readonly previous: State | null;
        readonly stateText: Words;
        readonly reasonText: Words;
      };
    }
  | { readonly type: 'REQUIREMENTS.CHANGED'; readonly payload: { readonly requirements: readonly OwedPaper[] } }
  | {
      readonly type: 'DECISION.ISSUED';
      readonly payload: {
        /** PROPOSED is our opinion, put to the owner of the restriction, who decides. */
        readonly decision: 'APPROVED' | 'PROPOSED' | 'REJECTED' | 'SUPPLEMENT';
        readonly itemIds: readonly string[];
      };
    }
  | { readonly type: 'DEADLINE.NEAR'; readonly payload: { readonly deadline: string; readonly dueAt: string | null } }
  | { readonly type: 'RESTRICTION.LIFT_ORDERED' | 'RESTRICTION.APPLY_ORDERED'; readonly payload: Order };

/** A paper the merchant still owes, and until when. */
export interface OwedPaper {
  readonly code: string;
  readonly status: string;
  readonly dueAt: string | null;
}

/** One thing a partner is to do on one place; answered by item, idempotent on `orderId`. */
export interface Order {
  readonly orderId: string;
  readonly itemId: string;
  readonly capability: Capability;
  readonly limits: NonNullable<Case['approval']>['conditions'];
  readonly notBefore: string;
}

/** What the merchant still owes, with the running merchant clock. */
export function requirementsOf(current: Case): readonly OwedPaper[] {
  const dueAt =
    current.deadlines.find(({ owner, status }) => owner === 'MERCHANT' && status === 'RUNNING')?.dueAt ?? null;
  return missing(current).map(({ code, status }) => ({ code, status, dueAt }));
}

const DECISIONS: { readonly [type: string]: 'APPROVED' | 'REJECTED' | 'SUPPLEMENT' } = {
  EXTERNAL_APPROVED: 'APPROVED',
  EXTERNAL_REJECTED: 'REJECTED',
  EXTERNAL_SUPPLEMENT: 'SUPPLEMENT',
  REJECT: 'REJECTED',
  APPEAL_DENIED: 'REJECTED',
};

const OURS: readonly string[] = ['APPROVE', 'APPEAL_UPHELD'];

/** What we decided, or what we think of what another decides (domain §4.3 row 28). */
const ourDecision = ({ state }: Case): 'APPROVED' | 'PROPOSED' | undefined =>
  state === 'APPROVED' ? 'APPROVED' : state === 'PENDING_EXTERNAL_DECISION' ? 'PROPOSED' : undefined;

function decisionOf(event: CaseEvent, after: Case): OutwardEvent[] {
  const decision = OURS.includes(event.type) ? ourDecision(after) : DECISIONS[event.type];
  if (!decision) return [];
  const said = { APPROVED: 'DECIDED', PROPOSED: 'PROPOSED', REJECTED: null, SUPPLEMENT: null }[decision];
  const itemIds = after.scope.filter(({ lifting }) => lifting === said).map(({ itemId }) => itemId);
  return [{ type: 'DECISION.ISSUED', payload: { decision, itemIds } }];
}

const STOPS: readonly ScopeItem['status'][] = ['STOP_ORDERED', 'RE_SUSPENDED'];

function ordersOf(before: Case | undefined, event: CaseEvent, after: Case): OutwardEvent[] {
  return after.scope.flatMap((item): OutwardEvent[] => {
    const was = before?.scope.find(({ itemId }) => itemId === item.itemId);
    const lift =
      (item.status === 'RESTORE_REQUESTED' && was?.status !== 'RESTORE_REQUESTED') ||
      (Boolean(item.until) && !was?.until);
    const stop =
      (STOPS.includes(item.status) && was?.status !== item.status) ||
      (Boolean(was?.until) && !item.until && item.status === 'SUSPENDED');
    const limits = item.status === 'RESTORED' && was?.status === 'RESTORED' && event.type === 'STEP_CONDITION';
    if (!lift && !stop && !limits) return [];
    const { itemId, capability } = item;
    const order = {
      orderId: `${after.caseId}:${event.seq}:${itemId}`,
      itemId,
      capability,
      limits: after.approval?.conditions ?? null,
      notBefore: event.at,
    };
    // New limits are another order to lift, within those limits.
    return [{ type: stop ? 'RESTRICTION.APPLY_ORDERED' : 'RESTRICTION.LIFT_ORDERED', payload: order }];
  });
}

function stateOf(before: Case | undefined, after: Case, { policy }: Rules): OutwardEvent[] {
  const [previous, state] = [before && outsideState(before.state), outsideState(after.state)];
  if (previous === state) return [];
  return [
    {
      type: 'CASE.STATE_CHANGED',
      payload: {
        state,
        previous: previous ?? null,
        stateText: STATE_WORDS[state],
        reasonText: reasonTold(after, policy),
      },
    },
  ];
}

/** The merchant is reminded, or the owner of the decision is chased. */
const NEAR: readonly string[] = ['REMINDER', 'OWNER_CHASED'];

/** What partners who own the merchant are told of one event, in the order it is told. Pure. */
export function outwardEvents(
  before: Case | undefined,
  event: CaseEvent,
  after: Case,
  rules: Rules,
): readonly OutwardEvent[] {
  const [owed, owes] = [before ? requirementsOf(before) : [], requirementsOf(after)];
  const changed = canonical(owed) !== canonical(owes);
  const near = NEAR.includes(event.type) ? (event.payload.fields as { deadline: string }).deadline : undefined;
  const dueAt = after.deadlines.find(({ name }) => name === near)?.dueAt ?? null;
  return [
    ...stateOf(before, after, rules),
    ...decisionOf(event, after),
    ...(changed ? [{ type: 'REQUIREMENTS.CHANGED', payload: { requirements: owes } } as const] : []),
    ...(near ? [{ type: 'DEADLINE.NEAR', payload: { deadline: near, dueAt } } as const] : []),
    ...ordersOf(before, event, after),
  ];
}

/** One event as a partner receives it: numbered from 1 without a gap, each naming the hash of the one before. */
export type OutwardLink = OutwardEvent & {
  readonly caseId: string;
  readonly number: number;
  readonly at: string;
  readonly previousHash: string;
  readonly hash: string;
};

export const OUTWARD_GENESIS = '0'.repeat(64);

/** Adds an event to what the partners of a case have been told. */
export function linkOutward(
  last: { readonly number: number; readonly hash: string },
  caseId: string,
  at: string,
  event: OutwardEvent,
): OutwardLink {
  const linked = { ...event, caseId, number: last.number + 1, at, previousHash: last.hash };
  return { ...linked, hash: hashOf(linked) };
}

/** Whose turn it is, as far as partners are told: which of our people it is stays with us. */
export type OutsideParty = 'MERCHANT' | 'ISSUER' | 'AUTHORITY' | 'INSTITUTION';
const PARTIES: Readonly<Partial<Record<Role, OutsideParty>>> = {
  MERCHANT: 'MERCHANT',
  AGENT: 'MERCHANT',
  UNIONPAY: 'ISSUER',
  PARTNER: 'ISSUER',
  AUTHORITY: 'AUTHORITY',
};

/** Whom a case waits for, first who moves it on. */
export const outsideWaits = (current: Case, rules: Rules): readonly OutsideParty[] => [
  ...new Set(blockedOn(current, rules).map(({ owner }) => PARTIES[owner] ?? 'INSTITUTION')),
];

/** The case as its partners see it (api.md §4). */
export interface OutsideView extends Pick<
  Case,
  'caseId' | 'issuer' | 'noticeNo' | 'merchantNo' | 'institutionCode' | 'cycle' | 'sandbox'
> {
  readonly state: State;
  readonly stateText: Words;
  readonly reasonText: Words;
  readonly reviewed: boolean;
  readonly requirements: readonly OwedPaper[];
  readonly restrictions: readonly (Pick<ScopeItem, 'itemId' | 'level' | 'place' | 'capability' | 'status'> & {
    readonly effective: boolean;
  })[];
}

/** What partners who own the merchant may see of a case: no notes, scores, rules or names of staff. */
export const outsideView = (current: Case, { policy }: Rules): OutsideView => ({
  caseId: current.caseId,
  issuer: current.issuer,
  noticeNo: current.noticeNo,
  merchantNo: current.merchantNo,
  institutionCode: current.institutionCode,
  cycle: current.cycle,
  state: outsideState(current.state),
  stateText: STATE_WORDS[outsideState(current.state)],
  reasonText: reasonTold(current, policy),
  reviewed: hasReview(reasonCodesOf(current), policy),
  requirements: requirementsOf(current),
  restrictions: current.scope.map(({ itemId, level, place, capability, status }) => ({
    itemId,
    level,
    place,
    capability,
    status,
    effective: worksAgain(current, itemId),
  })),
  sandbox: current.sandbox,
});
