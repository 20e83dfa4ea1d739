import {
  COMMANDS,
  CAPABILITIES,
  code,
  id,
  instant,
  optional,
  restricted,
  text,
  type Case,
  type CommandName,
  type Fields,
  type ScopeItem,
} from '#model';
import type { Values } from './payload.js';
import { issued, mayDecide, type Sender } from './sender.js';
import { problem, type EventType, type PartnerSignal, type SignalProblem } from './signal.schema.js';

/** One command a signal comes to, and the item that tells it from others of the same signal. */
export interface Said {
  readonly command: CommandName;
  readonly values: Values;
  readonly itemId?: string;
  /** Whose act it is, where that is not the act the event type as a whole is. */
  readonly actor?: FactRule['actor'];
}

/** A signal about a known case, with its payload read. */
export interface Telling {
  readonly signal: PartnerSignal;
  readonly sender: Sender;
  readonly current: Case;
  readonly values: Values;
}

/** What an event type means to a case. */
export interface FactRule {
  /** The form of its payload. */
  readonly payload: Fields;
  /**
   * Whose act it is: the partner's own, the merchant's through the partner's app, an authority's that the partner passes
   * on, or the issuer's (the network acts as UNIONPAY, another issuer as PARTNER).
   */
  readonly actor: 'PARTNER' | 'MERCHANT' | 'AUTHORITY' | 'ISSUER';
  readonly say: (telling: Telling) => readonly Said[] | SignalProblem;
}

const only =
  (command: CommandName) =>
  ({ values }: Telling): readonly Said[] => [{ command, values }];

/** The command whose fields the payload has (api.md §4). */
const as = (actor: FactRule['actor'], command: CommandName): FactRule => ({
  payload: COMMANDS[command],
  actor,
  say: only(command),
});

const place = { terminalNo: optional(id), capability: optional(code(CAPABILITIES)), itemId: optional(id) } as const;

/** The items a payload speaks of: one by its id, or all of a terminal, or those of one capability. */
function itemsOf({ current, values }: Telling): readonly ScopeItem[] {
  const { terminalNo, capability, itemId } = values;
  return current.scope.filter(
    (item) =>
      (itemId === undefined || item.itemId === itemId) &&
      (terminalNo === undefined || (item.level === 'TERMINAL' && item.place === terminalNo)) &&
      (capability === undefined || item.capability === capability),
  );
}

/** The same command for each item; those that wait for it where some do, so that a second report is told apart from a first. */
function each(
  items: readonly ScopeItem[],
  waiting: readonly ScopeItem['status'][],
  say: (itemId: string) => Omit<Said, 'itemId'>,
): readonly Said[] | SignalProblem {
  if (items.length === 0)
    return problem('guard.item-unknown', [{ pointer: '/payload', message: 'names nothing in the scope of the case' }]);
  const first = items.filter(({ status }) => waiting.includes(status));
  return (first.length > 0 ? first : items).map(({ itemId }) => ({ ...say(itemId), itemId }));
}

/** What is said of a terminal names it, or the one item of it. */
const ofTerminal =
  (say: FactRule['say']): FactRule['say'] =>
  (telling) =>
    (telling.values['terminalNo'] ?? telling.values['itemId']) === undefined
      ? problem('request.invalid', [{ pointer: '/payload/terminalNo', message: 'is missing; name the terminal' }])
      : say(telling);

const AWAITED = ['RESTORE_REQUESTED', 'RESTORE_FAILED'] as const;
const NO_REASON = '对接方未说明原因';
const LIFTING: readonly Case['state'][] = ['REINSTATING', 'PARTIALLY_REINSTATED'];

/** Back at the merchant as a whole: item by item where we ordered it, else it was somebody else's doing (rows 34, 51). */
function merchantReinstated(telling: Telling): readonly Said[] | SignalProblem {
  const { current, values } = telling;
  if (!LIFTING.includes(current.state)) return [{ command: 'OUTSIDE_REINSTATED', values }];
  const items = values['itemId'] === undefined ? restricted(current) : itemsOf(telling);
  return each(items, AWAITED, (itemId) => ({ command: 'ITEM_RESTORED', values: { itemId }, actor: 'PARTNER' }));
}

function revoked({ sender, current, values }: Telling): readonly Said[] | SignalProblem {
  const named = values['issuer'] ?? current.issuer;
  return named === current.issuer && issued(sender, current)
    ? [{ command: 'NOTICE_REVOKED', values: { issuer: current.issuer } }]
    : problem('guard.issuer-differs');
}

function decided({ sender, current, signal, values }: Telling): readonly Said[] | SignalProblem {
  if (!mayDecide(sender, current)) return problem('auth.role');
  return [{ command: 'RECORD_EXTERNAL', values: { refNo: signal.signalId, receivedAt: signal.occurredAt, ...values } }];
}

/** Only a document that holds the case can release it: the kernel takes the authority's word for its own document. */
function released({ sender, current, values }: Telling): readonly Said[] | SignalProblem {
  if (!sender.voices.includes('AUTHORITY')) return problem('auth.role');
  const holds = current.holds.some(({ document, open }) => open && document === values['document']);
  return holds ? [{ command: 'RELEASE', values }] : problem('guard.document-missing');
}

/** Every event type that is a fact about a case (domain §3.3), and what it comes to. */
export const FACT_RULES = {
  'SUSPENSION.REVOKED': {
    payload: { issuer: optional(COMMANDS.NOTICE_REVOKED.issuer) },
    actor: 'ISSUER',
    say: revoked,
  },
  'SUSPENSION.STOPPED': {
    payload: { ...place, at: optional(instant), evidence: optional(text()) },
    actor: 'PARTNER',
    say: (telling) => {
      const { at = telling.signal.occurredAt, evidence } = telling.values;
      return each(itemsOf(telling), ['STOP_ORDERED'], (itemId) => ({
        command: 'STOP_CONFIRMED',
        values: { itemId, at, ...(evidence !== undefined && { evidence }) },
      }));
    },
  },
  'MATERIAL.SUBMITTED': as('MERCHANT', 'UPLOAD'),
  'REVIEW.DECISION': {
    payload: {
      kind: code(['APPROVED', 'REJECTED', 'SUPPLEMENT']),
      refNo: optional(id),
      receivedAt: optional(instant),
      documentId: optional(id),
    },
    actor: 'ISSUER',
    say: decided,
  },
  'MAINTENANCE.SCHEDULED': as('PARTNER', 'WINDOW_CHANGED'),
  'MAINTENANCE.EXTENDED': as('PARTNER', 'WINDOW_CHANGED'),
  'MAINTENANCE.ENDED': as('PARTNER', 'SERVICE_RESTORED'),
  'TERMINAL.REINSTATED': {
    payload: { ...place, reason: optional(text()), firstTransaction: optional(id) },
    actor: 'PARTNER',
    say: ofTerminal((telling) => {
      const { firstTransaction } = telling.values;
      return each(itemsOf(telling), AWAITED, (itemId) => ({
        command: 'ITEM_RESTORED',
        values: { itemId, ...(firstTransaction !== undefined && { firstTransaction }) },
      }));
    }),
  },
  'TERMINAL.REINSTATE_FAILED': {
    payload: { ...place, reason: optional(text()) },
    actor: 'PARTNER',
    say: ofTerminal((telling) =>
      each(itemsOf(telling), AWAITED, (itemId) => ({
        command: 'ITEM_FAILED',
        values: { itemId, reason: telling.values['reason'] ?? NO_REASON },
      })),
    ),
  },
  'MERCHANT.REINSTATED': { payload: COMMANDS.OUTSIDE_REINSTATED, actor: 'ISSUER', say: merchantReinstated },
  'RISK.REHIT': as('ISSUER', 'RISK_REHIT'),
  'AUTHORITY.FREEZE': as('AUTHORITY', 'HOLD'),
  'AUTHORITY.RELEASE': { payload: COMMANDS.RELEASE, actor: 'AUTHORITY', say: released },
  'SETTLEMENT.VERIFY_RESULT': as('PARTNER', 'VERIFY_ACCOUNT'),
  'MERCHANT.ACKNOWLEDGED': as('MERCHANT', 'MERCHANT_ACKNOWLEDGED'),
  'MERCHANT.SUBMITTED': as('MERCHANT', 'SUBMIT'),
  'MERCHANT.SUPPLEMENTED': as('MERCHANT', 'SUPPLEMENT_SUBMITTED'),
  'MERCHANT.EXTENSION_REQUESTED': as('MERCHANT', 'EXTEND'),
  'MERCHANT.PLAN_SUBMITTED': as('MERCHANT', 'PLAN_SUBMITTED'),
  'MERCHANT.RECTIFIED': as('MERCHANT', 'RECTIFICATION_DONE'),
  'MERCHANT.RESUBMITTED': as('MERCHANT', 'RESUBMIT'),
  'MERCHANT.APPEALED': as('MERCHANT', 'APPEAL'),
  'MERCHANT.WITHDRAWN': as('MERCHANT', 'WITHDRAW'),
  'MERCHANT.COMPLAINED': as('MERCHANT', 'COMPLAINT'),
} as const satisfies Partial<Record<EventType, FactRule>>;

/** Signals that carry a notice of api.md §3 and open a case, or amend its notice. */
export const NOTICE_EVENTS = ['SUSPENSION.NOTICE', 'SUSPENSION.AMENDED'] as const satisfies readonly EventType[];
/** Reserved: kept and answered REJECTED `kind.unsupported` (domain §3.3). */
export const RESERVED_EVENTS = ['RETRIEVAL.REQUESTED'] as const satisfies readonly EventType[];
