import type { ChainedEvent, ChainHead } from '#audit';
import type { CaseRun } from './case.messages.js';

/** Events of one case on their way into the record, in order, and what there is to be known of the run they are of. */
export interface RecordBatch extends CaseRun {
  readonly caseId: string;
  /** Empty when a run only announces itself or its end. */
  readonly events: readonly ChainedEvent[];
  /** The run is over, or ends with this. */
  readonly ending: boolean;
}

/** Whose service is looked for. */
export interface ProbeOrder {
  readonly caseId: string;
  readonly issuer: string;
  readonly institutionCode: string;
}

/** What the case workflow asks of the world outside. Each may run more than once. */
export interface CaseActivities {
  /**
   * Writes events the record does not hold yet and registers the run.
   * @returns the head the record holds after it; the workflow compares it with its own.
   */
  record(batch: RecordBatch): Promise<ChainHead>;
  /** Looks whether a service answers; returns when it does and throws when it does not. Its retry policy is the schedule. */
  probe(order: ProbeOrder): Promise<void>;
}
