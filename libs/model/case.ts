import type { TextRef } from './fields.js';
import type { FieldsOf } from './commands.js';
import type {
  Alternative,
  Checkpoint,
  Deadline,
  Finding,
  Hold,
  Kpis,
  Material,
  Message,
  Neighbour,
  ParkedFact,
  Proposal,
  Suspension,
  Task,
  Transaction,
} from './case-parts.js';
import type { Instant } from './instant.js';
import type {
  Capability,
  ConditionFact,
  DecisionOwner,
  Disclosure,
  Issuer,
  ItemStatus,
  Level,
  MerchantKind,
  ReasonCode,
  State,
  SubReason,
  Track,
} from './vocabulary.js';

export type * from './case-parts.js';

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
  /** When it worked again; null once it was stopped another time. */
  readonly restoredAt?: Instant | null;
  /** The terminal that took this one's place, or whose place this one took. */
  readonly replaces?: string;
  readonly replacedBy?: string;
  readonly serialNo?: string;
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
  /** What COMPLIANCE lets be told of reasons that are not told by themselves; null while it has said nothing. */
  readonly disclosed: Exclude<Disclosure, 'NONE'> | null;
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
  /** The evidence as it was when it was last handed in (domain §4.3 rows 13 and 18). */
  readonly submittedHash: string | null;
  /** Commitments of the reports written in investigation and rectification, oldest first. */
  readonly reports: readonly string[];
  /** Other cases of the same merchant, open when this one opened or found since, and what is proposed of each. */
  readonly neighbours: readonly Neighbour[];
  /** Figures of the whole life, from the closing on; null before. */
  readonly kpis: Kpis | null;
  readonly supplementRounds: number;
  readonly escalation: number;
  readonly assignee: string | null;
  readonly priority: number;
}
