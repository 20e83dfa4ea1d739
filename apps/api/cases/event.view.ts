import type { ChainedEvent } from '#audit';
import type { Instant } from '#model';

/** An event as api.md has it; `recordedAt` is null while nobody knows when the record took it. */
export const eventView = ({ event, hash, previousHash }: ChainedEvent, recordedAt: Instant | null = null) => ({
  seq: event.seq,
  type: event.type,
  at: event.at,
  recordedAt,
  actor: event.actor,
  requestId: event.requestId,
  policyVersion: event.policyVersion,
  payload: event.payload,
  hash,
  previousHash,
});
