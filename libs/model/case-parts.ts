import type { FieldsOf, CommandName } from './commands.js';
import type { Instant } from './instant.js';
import type {
  AlternativeType,
  Capability,
  ClockOwner,
  DeadlineName,
  DeadlineStatus,
  MaterialCode,
  MaterialStatus,
  Requirement,
  Role,
  State,
  TaskKind,
  Verdict,
} from './vocabulary.js';

/** Who did something: a stable person or system id, the role it acted under, and for whom where not for itself. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
  readonly onBehalfOf?: 'MERCHANT';
}

export interface DocumentRef {
  readonly documentId: string;
  readonly sha256: string;
  readonly round: number;
  /** When the paper itself was received, where it lay before it was uploaded; decides whether it came in time. */
  readonly receivedAt?: Instant;
  /** The last day on which the paper is valid. */
  readonly validUntil?: string;
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

/** A message to the merchant and the clocks that its proven delivery starts. */
export interface Message {
  readonly messageId: string;
  readonly template: string;
  readonly sentAt: Instant;
  readonly deliveredAt: Instant | null;
  readonly starts?: readonly DeadlineName[];
  /** The law wants it told (反电信网络诈骗法 art. 32): reason, remedy and how to object. */
  readonly statutory?: true;
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
  /** What it covers, where it names an amount or capabilities. */
  readonly amountFen?: number;
  readonly capabilities?: readonly Capability[];
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

/**
 * What to do about another case of the same merchant; a person decides (domain §4.5). RISK_REVIEW: it changed the
 * settlement account only lately, and this one changes it again.
 */
export interface Neighbour {
  readonly caseId: string;
  readonly propose: 'MERGE' | 'LINK' | 'RE_SUSPEND' | 'RISK_REVIEW';
}

/** Figures a closed case is counted with (domain §6.1); natural milliseconds, null where it did not come to it. */
export interface Kpis {
  readonly toFirstRestorationMs: number | null;
  readonly toReinstatementMs: number | null;
  readonly openMs: number;
  readonly submissions: number;
  readonly supplementRounds: number;
  readonly escalations: number;
  readonly cycles: number;
}
