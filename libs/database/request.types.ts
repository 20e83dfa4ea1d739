import type { EntityManager } from 'typeorm';
import type { CommandEnvelope } from '#contract';
import type { Instant } from '#model';
import type { RequestState } from './request.entity.js';
import type { Lastly } from './transaction.js';

/** A request as it comes in. */
export interface AskedRequest {
  readonly actorId: string;
  /** The Idempotency-Key. */
  readonly key: string;
  readonly route: string;
  /** SHA-256 of the body, hex. */
  readonly bodyHash: string;
  readonly caseId?: string;
  /** By the database's clock, where whoever asks has read it already. */
  readonly acceptedAt?: Instant;
}

/** What makes a request the same one however often it is sent, and when it was accepted, by the database's clock. */
export interface Accepted {
  /** Also the id of the Temporal update and the `requestId` of its events. */
  readonly requestId: string;
  readonly acceptedAt: Instant;
}

/** What a fresh request is going to do, kept with it so that another process can take over. */
export interface RequestPlan {
  readonly command?: CommandEnvelope;
  readonly caseId?: string;
  /** After this it is never carried out. */
  readonly validUntil?: Instant;
}

/** A reserved request and its plan. */
export interface StoredRequest extends Accepted {
  readonly caseId: string | null;
  readonly command: CommandEnvelope | null;
  readonly validUntil: Instant | null;
}

/** Says what a fresh request is going to do; what it writes is committed with the reservation, or not at all. */
export type Planning = (manager: EntityManager, accepted: Accepted, lastly: Lastly) => Promise<RequestPlan>;

/** What was answered: HTTP status and body. */
export interface Outcome {
  readonly status: number;
  readonly answer: unknown;
}

/**
 * `fresh`: ours to carry out. `takeOver`: its process is gone; ours to carry out again, as the same update.
 * `done`: answered before. `mismatch`: the key stands for another request. `running`: somebody is at it.
 */
export type Reservation =
  | { readonly kind: 'fresh' | 'takeOver'; readonly request: StoredRequest }
  | ({ readonly kind: 'done' } & Outcome)
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'running'; readonly requestId: string };

/** A request that has no outcome though its process had time enough. */
export interface StuckRequest extends StoredRequest {
  readonly actorId: string;
  readonly route: string;
  readonly state: RequestState;
}

/** How a request ended: answered, or not known, or known never to have been carried out. */
export type Ending = ({ readonly state: 'DONE' } & Outcome) | { readonly state: 'UNKNOWN' | 'NOT_EXECUTED' };
