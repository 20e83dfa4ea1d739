import type { CommandName } from '../commands.js';
import type { ConditionName } from '../conditions.js';
import type { EffectName } from '../effects.js';
import type { GuardName } from '../guards.js';
import type {
  Capability,
  ClockOwner,
  ConditionFact,
  DeadlineName,
  DecisionOwner,
  Disclosure,
  Issuer,
  MaterialCode,
  MerchantKind,
  ReasonCode,
  Role,
  State,
  SubReason,
  TaskKind,
  Track,
} from '../vocabulary.js';

/** A length of time: working days, working hours, natural days, natural hours, minutes. */
export type Budget = { readonly n: number; readonly unit: 'WD' | 'WH' | 'D' | 'H' | 'M' };

/** Where on the way of a deadline a mark lies: after a part of the budget, a time after the start, or before the due instant. */
export type MarkRule =
  | { readonly mark: string; readonly percent: number }
  | { readonly mark: string; readonly after: Budget }
  | { readonly mark: string; readonly before: Budget };

export interface DeadlinePolicy {
  readonly owner: ClockOwner;
  /** Who has to see to it that it is met, and is told when it is not. */
  readonly responsible: Role;
  readonly budget: Budget;
  /** What a reached mark is: a word to the merchant, a chase of the decision's owner, an alarm, a checkpoint. */
  readonly marksAre: 'REMINDER' | 'CHASE' | 'ALARM' | 'CHECKPOINT';
  readonly marks: readonly MarkRule[];
  readonly maxExtensions: number;
}

/** One paper of a reason's checklist; a conditional one is required while one of its facts holds. */
export interface MaterialRule {
  readonly code: MaterialCode;
  readonly need: 'REQUIRED' | 'OPTIONAL' | { readonly when: readonly ConditionFact[] };
}

export interface ReasonPolicy {
  readonly track: Track;
  readonly highRisk: boolean;
  /** What merchant and partner are told of it. */
  readonly disclosure: Disclosure;
  /** What such a notice usually takes away when it does not say. */
  readonly capabilities: readonly Capability[];
  readonly materials: readonly MaterialRule[];
  /** The particular cause that is taken for given while triage names none of this reason. */
  readonly usualSub?: SubReason;
  /** Budgets that differ from the deadline's usual one. */
  readonly budgets: { readonly [D in DeadlineName]?: Budget };
  /** Days after the start of the follow-up at which a checkpoint is due. */
  readonly checkpointDays: readonly number[];
}

/** A particular cause within a reason (domain §4.6). */
export interface SubReasonPolicy {
  /** The reasons it stands under; empty where it stands for no suspension at all. */
  readonly of: readonly ReasonCode[];
  /** Papers it asks for beside the reason's own, and those of the reason that it makes impossible. */
  readonly materials?: readonly MaterialRule[];
  readonly without?: readonly MaterialCode[];
  /** Condition facts that hold with it. */
  readonly facts?: readonly ConditionFact[];
  /** What is told of it, where that is not what is told of the reason. */
  readonly disclosure?: Disclosure;
  /** Review reasons one of which has to stand beside it. */
  readonly besides?: readonly ReasonCode[];
  /** Work it means from triage on. */
  readonly task?: TaskKind;
}

/**
 * One row of the transition table. Of the rows for a command in a state the first whose conditions hold is the rule;
 * then its guards are asked in order. `to` SAME keeps the state, PRIOR is the one a hold stopped.
 */
export interface Row {
  /** Number in domain §4.3. */
  readonly id: string;
  readonly from: readonly State[] | 'NOTHING';
  readonly command: CommandName;
  readonly deadline?: readonly DeadlineName[];
  readonly by: readonly Role[];
  /** Both must send it: the first proposes, another person of the other set makes it happen. */
  readonly twoPersons?: readonly [readonly Role[], readonly Role[]];
  readonly when?: readonly ConditionName[];
  readonly guards: readonly GuardName[];
  readonly to: State | 'SAME' | 'PRIOR';
  /** Name of the event where it is not the command's. */
  readonly event?: string;
  readonly effects: readonly EffectName[];
}

/** One released set of rules. Never edited after release: a change is a new version. */
export interface Policy {
  readonly version: string;
  readonly calendarVersion: string;
  readonly rulesRevision: number;
  readonly source: string;
  readonly transitions: readonly Row[];
  readonly reasons: { readonly [R in ReasonCode]: ReasonPolicy };
  readonly subReasons: { readonly [S in SubReason]: SubReasonPolicy };
  readonly deadlines: { readonly [D in DeadlineName]: DeadlinePolicy };
  readonly decisionOwners: { readonly [I in Issuer]: DecisionOwner };
  /** What takes the place of a paper a kind of merchant cannot have. */
  readonly substitutes: { readonly [K in MerchantKind]?: { readonly [M in MaterialCode]?: readonly MaterialCode[] } };
  /** Commands that make their sender a maker, who never approves. */
  readonly makerCommands: readonly CommandName[];
  readonly maxSupplementRounds: number;
  /** How often a rejected application may be made again. */
  readonly maxAttempts: number;
  readonly maxReleaseHours: number;
  /** After the announced end a maintenance window has so long before its service is looked for (domain §2). */
  readonly windowGrace: Budget;
  /** How much longer a merchant suspended again is followed up, in percent of the usual time (domain §4.3 row 38). */
  readonly repeatFollowUpPercent: number;
  /** Cases opened within so many days of each other are put beside each other (domain §4.5). */
  readonly neighbourDays: number;
  /** Reasons under which taking cards otherwise, by another acquirer or a lent terminal, would be a way around the restriction. */
  readonly noOtherAcquirerFor: readonly ReasonCode[];
  /** From then on open cases of older versions move here by MIGRATE_POLICY; null where the version is for new cases only. */
  readonly mandatoryFrom: string | null;
  /** Days a closed case still hears: after these states the longer one. */
  readonly afterlife: { readonly days: number; readonly longDays: number; readonly longAfter: readonly State[] };
}
