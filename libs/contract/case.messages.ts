import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ChainedEvent, ChainHead } from '#audit';
import type { Case, Command, Instant, Refusal, State } from '#model';

/** Type of the workflow that is one case; never renamed after release. */
export const CASE_WORKFLOW = 'caseWorkflow';

/** The workflow id of a case: one open run per case, ever. */
export const caseWorkflowId = (caseId: string): string => `case:${caseId}`;

/** A command with the instants of its acceptance, by the database's clock and without the sandbox offset. */
export interface CommandEnvelope {
  readonly command: Command;
  readonly acceptedAt: Instant;
  /** After this workflow time it is refused (`request.expired`): nobody's act is carried out behind their back. */
  readonly validUntil: Instant;
  /** The end of what the record held when it was sent: the workflow need not write again what is there. */
  readonly recorded?: ChainHead;
}

/** What a command did: its own events, chained, and where the case stands after them. */
export interface CommandAnswer {
  readonly caseId: string;
  readonly seq: number;
  readonly state: State;
  /** Case time, sandbox offset included. */
  readonly now: Instant;
  readonly events: readonly ChainedEvent[];
  /** What whoever records the events is to record of the run: the case is closed. */
  readonly run?: CaseRun & { readonly ending: boolean };
}

/** A refusal with what is needed to prove it: `decide` on the case at `seq` with this `now` says the same. */
export interface ProvenRefusal extends Refusal {
  readonly seq: number;
  readonly state: State;
  readonly stateHash: string;
  readonly now: Instant;
}

/** The case as its workflow holds it, and the events it does not know to be recorded. */
export interface CaseSnapshot {
  readonly case: Case;
  readonly head: ChainHead;
  readonly now: Instant;
  readonly unrecorded: readonly ChainedEvent[];
}

/**
 * What a run starts with: the notice that opens the case, or what the run before it carried over, or, where the runs
 * before it were lost, the fold of the record and the RESUME of two persons. A run that is full hands over itself; one
 * whose case has closed ends with what it would carry over, and the next one starts when somebody speaks to the case.
 */
export interface CaseInput {
  readonly caseId: string;
  readonly opening?: CommandEnvelope;
  readonly carried?: Carried;
  /** This run continues as new at so many history events. */
  readonly eventCap: number;
}

/** A run, the one before it, and the code that it ran on last. */
export interface CaseRun {
  readonly runId: string;
  readonly previousRunId: string | null;
  readonly buildId: string;
}

/** What one run hands to the next; all of it derives from events, the ring of recent requests apart. */
export interface Carried {
  /** The run that handed over; none where the case was started again from its record. */
  readonly ended?: CaseRun;
  readonly case: Case;
  readonly head: ChainHead;
  readonly unrecorded: readonly ChainedEvent[];
  /** Requests of the last 15 minutes: 16-byte hash of the id → seq of the first event it caused. */
  readonly ring: readonly (readonly [key: string, seq: number, atMs: number])[];
}

/**
 * A command: a person's, which may be refused, so it is an Update with a synchronous validator.
 * Fails with {@link REFUSED}.
 */
export const commandUpdate = defineUpdate<CommandAnswer, [CommandEnvelope]>('command');
/** Waits for the opening that came with the start and answers with its events; carries nothing itself. */
export const openedUpdate = defineUpdate<CommandAnswer, []>('opened');
/** A fact: it has happened, so it is a Signal and is never refused. Parsed totally; see `parseFact`. */
export const factSignal = defineSignal<[unknown]>('fact');
/** The strongly consistent read. */
export const caseStateQuery = defineQuery<CaseSnapshot>('caseState');

/** Failure type of a refused command; `details[0]` is a {@link ProvenRefusal}. */
export const REFUSED = 'REFUSED';

/** Failure type of a command that came while too much of the case is not recorded; send it again later. */
export const BACKLOGGED = 'BACKLOGGED';
/** Failure type of the record activity when the record holds another event under a number: a person has to look. */
export const RECORD_CONFLICT = 'RECORD_CONFLICT';

const CONTRADICTED = 'the record contradicts this run';

/** Fails the task of a run that the record contradicts: it stands still. Of such a failure Temporal keeps the message alone. */
export class RunContradicted extends Error {
  constructor(why: string) {
    super(`${CONTRADICTED}: ${why}`);
  }

  static isIn(message: string | null | undefined): boolean {
    return message?.startsWith(CONTRADICTED) ?? false;
  }
}
