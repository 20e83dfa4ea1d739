import type { Actor, Case, ScopeItem } from './case.js';
import type { CommandName, FieldsOf } from './commands.js';
import type { Instant } from './instant.js';
import type { ReasonCode, Role, State } from './vocabulary.js';

/** Lists whose elements are told apart by a key; they are merged element by element, all other members are replaced. */
export const LIST_KEYS = {
  scope: 'itemId',
  transactions: 'transactionId',
  materials: 'code',
  deadlines: 'name',
  proposals: 'key',
  messages: 'messageId',
  checkpoints: 'mark',
  findings: 'findingId',
  parked: 'factId',
  holds: 'document',
  tasks: 'taskId',
  alternatives: 'alternativeId',
} as const satisfies Partial<Record<keyof Case, string>>;
export type KeyedList = keyof typeof LIST_KEYS;
export type ElementOf<K extends KeyedList> = Case[K][number];

/**
 * What an event changes, as data: plain members replace, elements of a keyed list are merged into the one of the
 * same key or added at the end. Folding needs no rule, so an old event means for ever what it meant.
 */
export type Changes = { readonly [K in keyof Case]?: K extends KeyedList ? readonly Partial<ElementOf<K>>[] : Case[K] };

/**
 * One thing that happened to a case. `seq` is gapless from 1 over the whole life. `type` is the event's name in
 * domain §4.3, `row` the number of the rule there; `fields` is what the command carried.
 */
export interface CaseEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly actor: Actor;
  /** What asked for it: a person's request, a partner's signal, or the timer's own name. */
  readonly requestId: string;
  readonly policyVersion: string;
  readonly payload: {
    readonly row: string;
    readonly fields: FieldsOf<CommandName>;
    readonly observed?: Observed;
    readonly changes: Changes;
  };
}

/** Another open case of the same merchant, as the record has it. */
export interface NeighbourCase {
  readonly caseId: string;
  readonly state: State;
  readonly openedAt: Instant;
  readonly reasonCodes: readonly ReasonCode[];
  /** What it still holds back. */
  readonly items: readonly Pick<ScopeItem, 'level' | 'place' | 'capability'>[];
}

/** What the synchronous rule cannot look up itself; read by the sender in the transaction that stores the request. */
export interface Observed {
  readonly at: Instant;
  /** Whether the merchant's channel proves delivery as it takes a message. */
  readonly delivery?: 'AT_ONCE' | 'LATER';
  /** Other open cases that hold the same places, whose restriction would outlive ours. */
  readonly blockingCases?: readonly string[];
  /** Other open cases of the merchant of a new notice, the newest of them. */
  readonly neighbours?: readonly NeighbourCase[];
  /** The last change of the merchant's settlement account by another case; absent where there was none. */
  readonly accountChange?: AccountChange;
  /** The case this one is to be merged into, as the record has it. */
  readonly target?: ObservedTarget;
}

/** A change of the merchant's settlement account by another of its cases; it took effect at `at`, that case's time. */
export interface AccountChange {
  readonly caseId: string;
  readonly at: Instant;
}

/** A case others are merged into; `decidedFor` the reasons of one that is decided, or past its decision. */
export interface ObservedTarget {
  readonly caseId: string;
  readonly open: boolean;
  readonly merchantNo: string;
  readonly decidedFor?: readonly ReasonCode[];
}

/** Who asks: the person or system, with every role held; the rule's row says under which one it acts. */
export interface Asker {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly onBehalfOf?: 'MERCHANT';
}

/** A human command, a due deadline or a partner's fact on its way through the one door. */
export type Command<N extends CommandName = CommandName> = {
  [K in N]: {
    readonly type: K;
    readonly fields: FieldsOf<K>;
    readonly by: Asker;
    readonly requestId: string;
    readonly expectedSeq?: number;
    readonly observed?: Observed;
  };
}[N];

/** Why nothing happened: a stable code (api.md §6), words for people, and the rule that said no. */
export interface Refusal {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly row: string | null;
  /** What would help: missing papers, the present evidence hash, the state. Codes, ids and numbers only. */
  readonly facts?: { readonly [name: string]: string | number | readonly string[] };
}

export type Decision = { readonly events: readonly CaseEvent[] } | { readonly refusal: Refusal };
