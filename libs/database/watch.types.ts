import type { ChainHead } from '#audit';
import type { FieldsOf, Instant, Role } from '#model';

/**
 * Why a case is frozen: Temporal knows no run of it; its run has ended though the case has not; its run has not heard of
 * events the record holds; its run holds another event under a number than the record.
 */
export type FreezeCause = FieldsOf<'RESUME'>['cause'];

/** The first of two persons who start a case again. */
export interface ResumeProposal {
  readonly by: string;
  /** Roles under which they may. */
  readonly as: readonly Role[];
  readonly at: Instant;
  readonly requestId: string;
}

/** A case that takes no commands until it is started again from its record. */
export interface Freeze {
  readonly since: Instant;
  readonly cause: FreezeCause;
  /** Where the record ends: what it is started again from. */
  readonly head: ChainHead;
  readonly proposal: ResumeProposal | null;
}

/** A run in order, as it was last seen: while nothing of this changes there is nothing new to ask it. */
export interface SeenRun {
  readonly runId: string;
  /** Number of events in Temporal's history of the run. */
  readonly historyLength: number;
  /** Where the record ended then. */
  readonly head: ChainHead;
}

/** A case whose run is to be looked at. */
export interface WatchedCase {
  readonly caseId: string;
  /** Where the record ends. */
  readonly head: ChainHead;
  /** Why it is frozen; null while it is not. */
  readonly frozen: FreezeCause | null;
  readonly before?: SeenRun;
}
