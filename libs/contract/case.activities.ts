import type { ChainedEvent, ChainHead } from '#audit';

/** Events of one case on their way into the record, in order. */
export interface RecordBatch {
  readonly caseId: string;
  readonly runId: string;
  readonly previousRunId: string | null;
  /** Empty when a run only announces itself or its end. */
  readonly events: readonly ChainedEvent[];
  /** The run is over: another has followed it, or this is the last the case has. */
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
