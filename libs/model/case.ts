import type { TextRef } from './fields.js';
import type { FieldsOf, CommandName } from './commands.js';
import type { Instant } from './instant.js';
import type {
  AlternativeType,
  Capability,
  ClockOwner,
  ConditionFact,
  DeadlineName,
  DeadlineStatus,
  DecisionOwner,
  Issuer,
  ItemStatus,
  Level,
  MaterialCode,
  MaterialStatus,
  MerchantKind,
  ReasonCode,
  Requirement,
  Role,
  State,
  SubReason,
  TaskKind,
  Track,
  Verdict,
} from './vocabulary.js';

/** Who did something: a stable person or system id, the role it acted under, and for whom where not for itself. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly onBehalfOf?: 'MERCHANT';
}

export interface Reason {
  readonly code: ReasonCode;
  readonly track: Track;
}

/** One restriction on one place. `itemId` is `LEVEL:place:CAPABILITY`. */
export interface ScopeItem {
  readonly itemId: string;
  readonly level: Level;
  readonly place: string;
  readonly capability: Capability;
  readonly status: ItemStatus;
  readonly reasons: readonly ReasonCode[];
  readonly decisionOwner: DecisionOwner;
  /** Our own approval, or the owner's recorded one: without it an item is never restored. */
  readonly lifting: 'NONE' | 'PROPOSED' | 'DECIDED';
  readonly limitFen?: number;
  /** Restored for a time only; stopped again by itself at this instant. */
  readonly until?: Instant | null;
}

export interface DocumentRef {
  readonly documentId: string;
  readonly sha256: string;
  readonly round: number;
}

/** One paper of the checklist. `round` counts how often it was asked for, from 1. */
export interface Material {
  readonly code: MaterialCode;
  readonly requirement: Requirement;
  readonly status: MaterialStatus;
  readonly round: number;
  readonly documents: readonly DocumentRef[];
  readonly errorCode?: string;
}

/** A moment on the way of a deadline at which something is said: reminder, chase, checkpoint. */
export interface Mark {
  readonly mark: string;
  readonly at: Instant;
  readonly fired: boolean;
}

/** A stretch in which a deadline ran. It names the calendar it was counted on where the case has left that calendar since. */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly calendarVersion?: string;
}

/**
 * One timer. `budgetMs` and `remainingMs` are working milliseconds where `unit` is WORKING, else natural ones.
 * `segments` are the stretches in which it ran; the last is open while it is RUNNING.
 */
export interface Deadline {
  readonly name: DeadlineName;
  readonly owner: ClockOwner;
  readonly status: DeadlineStatus;
  readonly unit: 'WORKING' | 'NATURAL';
  readonly budgetMs: number;
  /** What is left: kept while PAUSED or WAITING, the whole rest at the start of the last segment while RUNNING. */
  readonly remainingMs: number;
  readonly dueAt: Instant | null;
  readonly segments: readonly Segment[];
  readonly marks: readonly Mark[];
  readonly extensions: number;
}

/** The first half of a two-person act: who proposed what, on which evidence. */
export interface Proposal {
  /** Command and its fields without free words, canonical: the second person must mean the same. */
  readonly key: string;
  readonly command: CommandName;
  readonly by: Actor;
  readonly at: Instant;
  readonly evidenceHash: string;
  readonly open: boolean;
}

export interface Transaction {
  readonly transactionId: string;
  readonly at: Instant;
  readonly amountFen: number;
  readonly verdict?: Verdict;
}

/** A message to the merchant and the clock that its proven delivery starts. */
export interface Message {
  readonly messageId: string;
  readonly template: string;
  readonly sentAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly starts?: DeadlineName;
}

export interface Checkpoint {
  readonly mark: string;
  readonly dueAt: Instant;
  readonly status: 'DUE' | 'RECORDED' | 'MISSED';
}

/** Something a person found and has not settled; an open one keeps the follow-up from ending. */
export interface Finding {
  readonly findingId: string;
  readonly open: boolean;
}

/** A stop ordered by an authority or by force majeure; the case stands still while one is open. */
export interface Hold {
  readonly document: string;
  readonly authority: string;
  readonly kind: string;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly open: boolean;
}

/** Where a case on hold came from, and the clocks that go on when it goes back there. */
export interface Suspension {
  readonly state: State;
  readonly paused: readonly DeadlineName[];
}

export interface Task {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly owner: Role;
  readonly since: Instant;
  readonly open: boolean;
}

/** How a merchant takes payments meanwhile; ends by itself at reinstatement. */
export interface Alternative {
  readonly alternativeId: string;
  readonly type: AlternativeType;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly open: boolean;
}

/** A partner's message that does not fit the present state, kept until it does. */
export interface ParkedFact {
  readonly factId: string;
  readonly command: CommandName;
  readonly actor: Actor;
  readonly occurredAt: Instant;
  readonly parkedAt: Instant;
  /** The command's fields, as received and found well-formed. */
  readonly fields: FieldsOf<CommandName>;
  readonly waiting: boolean;
}

/** Limits an approval carries. */
export type Conditions = FieldsOf<'STEP_CONDITION'>['conditions'];

/** Everything a case is between two events; a fold of its events and nothing else (design §1.12). */
export interface Case {
  readonly caseId: string;
  readonly seq: number;
  readonly cycle: number;
  readonly state: State;
  readonly stateSince: Instant;
  readonly openedAt: Instant;
  /** Instant of the last event; the next one is never earlier. */
  readonly lastEventAt: Instant;
  readonly closedAt: Instant | null;
  readonly policyVersion: string;
  readonly policyHash: string;
  readonly calendarVersion: string;
  readonly calendarHash: string;
  readonly rulesRevision: number;
  readonly sandbox: boolean;
  /** Case time minus workflow time, milliseconds; 0 for a real case. */
  readonly offsetMs: number;
  readonly issuer: Issuer;
  readonly noticeNo: string;
  readonly noticeDate: string;
  readonly effectiveAt: Instant;
  readonly institutionCode: string;
  readonly merchantNo: string;
  readonly merchantKind: MerchantKind;
  readonly content: TextRef;
  readonly contentHash: string;
  /** What the issuer now says and nobody has accepted yet. */
  readonly amendment: Pick<
    FieldsOf<'NOTICE_AMENDED'>,
    'content' | 'contentHash' | 'reasonCodes' | 'restrictions'
  > | null;
  readonly documentNo: string | null;
  /** The end of the announced maintenance window. */
  readonly windowEnd: Instant | null;
  /** Whether the merchant's channel proves delivery as it takes a message; as it was at opening. */
  readonly delivery: 'AT_ONCE' | 'LATER';
  readonly linkedTo: string | null;
  readonly mergedInto: string | null;
  readonly reasons: readonly Reason[];
  /** Reasons that no longer hold anything back: approved, restored or released. */
  readonly cleared: readonly ReasonCode[];
  readonly subs: readonly SubReason[];
  readonly facts: readonly ConditionFact[];
  readonly scope: readonly ScopeItem[];
  readonly transactions: readonly Transaction[];
  readonly materials: readonly Material[];
  readonly deadlines: readonly Deadline[];
  readonly proposals: readonly Proposal[];
  readonly messages: readonly Message[];
  readonly checkpoints: readonly Checkpoint[];
  readonly findings: readonly Finding[];
  readonly parked: readonly ParkedFact[];
  readonly holds: readonly Hold[];
  readonly heldFrom: Suspension | null;
  readonly tasks: readonly Task[];
  readonly alternatives: readonly Alternative[];
  /** Settlement kept back, fen. */
  readonly heldFen: number;
  readonly rectification: {
    readonly plan: 'AWAITED' | 'SUBMITTED' | 'ACCEPTED' | 'RETURNED';
    readonly done: boolean;
  } | null;
  /** Cycle in which a temporary release was given last; once a cycle. */
  readonly releasedInCycle: number;
  readonly repeatOffender: boolean;
  readonly attempts: number;
  readonly appealed: boolean;
  /** Persons who took part in a decision; they do not decide an appeal against it. */
  readonly deciders: readonly string[];
  /** Persons who prepared what others decide; they never approve (domain §4.2). */
  readonly makers: readonly string[];
  readonly recommendation: {
    readonly opinion: 'APPROVE' | 'REJECT';
    readonly by: string;
    readonly at: Instant;
    readonly evidenceHash: string;
  } | null;
  readonly signOff: { readonly by: string; readonly evidenceHash: string } | null;
  readonly approval: {
    readonly by: string;
    readonly at: Instant;
    readonly itemIds: readonly string[];
    readonly conditions: Conditions | null;
  } | null;
  /** How often papers were handed in: 1 after SUBMIT, one more after each supplement. */
  readonly submissions: number;
  readonly supplementRounds: number;
  readonly escalation: number;
  readonly assignee: string | null;
  readonly priority: number;
}
