import type { ChainedEvent } from '#audit';
import type { CaseEvent, Instant } from '#model';

/** An event as the record holds it, with the database's time of writing. */
export interface RecordedEvent extends ChainedEvent {
  readonly recordedAt: Instant;
}

/** The record holds another event than the workflow under the same number: tampering or two truths. Never retried. */
export class RecordConflict extends Error {
  constructor(
    readonly caseId: string,
    /** The first event that differs. */
    readonly seq: number,
    why: string,
  ) {
    super(`event ${seq} of ${caseId}: ${why}`);
    this.name = 'RecordConflict';
  }
}

/** Columns of `case_event` that a {@link RecordedEvent} is made of, and the row pg makes of them. */
export const EVENT_COLUMNS = `bytes, encode(hash, 'hex') AS hash, encode(previous_hash, 'hex') AS previous_hash, recorded_at`;
export interface EventRow {
  readonly bytes: Buffer;
  readonly hash: string;
  readonly previous_hash: string;
  readonly recorded_at: Date;
}

/** Reads an event back from its canonical bytes: the other columns of the row are for searching only. */
export const recordedEvent = (row: EventRow): RecordedEvent => ({
  event: JSON.parse(row.bytes.toString('utf8')) as CaseEvent,
  hash: row.hash,
  previousHash: row.previous_hash,
  recordedAt: row.recorded_at.toISOString(),
});
