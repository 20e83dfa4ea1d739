import type { Fact, Instant } from '#model';

/** What became of a signal; ACCEPTED and PARKED are not its end yet. */
export type SignalState = 'ACCEPTED' | 'APPLIED' | 'PARKED' | 'REJECTED' | 'DUPLICATE';

/** A place in a message and what its sender should mend there. */
export interface SignalFinding {
  readonly pointer: string;
  readonly message: string;
}

/** A partner's signal as it came. */
export interface ReceivedSignal {
  readonly partner: string;
  readonly signalId: string;
  readonly eventType: string;
  /** Suspected card numbers masked. */
  readonly body: unknown;
  /** SHA-256 of the raw bytes, hex. */
  readonly bodyHash: string;
  readonly occurredAt: Instant;
  readonly findings: readonly SignalFinding[];
  /** Of the request it came with, to be used up as the signal is kept; undefined where that was done before. */
  readonly nonce?: string | undefined;
}

/** The nonce of a request was used before: it is that request once more. */
export class NonceUsed extends Error {
  constructor(partner: string) {
    super(`a nonce of ${partner} was used before`);
    this.name = 'NonceUsed';
  }
}

/** What is known of a signal's end. */
export interface Settlement {
  readonly state: SignalState;
  /** Why it was rejected. */
  readonly code?: string | undefined;
  /** What its sender should mend, beside what was found when it came. */
  readonly findings?: readonly SignalFinding[] | undefined;
  /** Last event it caused, and where the case stood for those outside. */
  readonly outcome?: { readonly seq: number; readonly state: string } | undefined;
}

/** A signal as the inbox holds it. */
export interface StoredSignal extends Omit<ReceivedSignal, 'nonce'> {
  /** Also the request id of the signal to the workflow. */
  readonly inboxId: string;
  /** By the database's clock; decides "accepted in time". */
  readonly receivedAt: Instant;
  /** Null while the case it speaks of is not known. */
  readonly caseId: string | null;
  /** What it says in the case's words; empty for a notice that opened its case. */
  readonly facts: readonly Fact[];
  readonly state: SignalState;
  readonly code: string | null;
  readonly outcome: Settlement['outcome'] | null;
}

/** A {@link StoredSignal} as the database answers it. */
export type InboxRow = Omit<StoredSignal, 'occurredAt' | 'receivedAt'> & {
  readonly occurredAt: Date;
  readonly receivedAt: Date;
};

/** Whether something may still become of it. */
export const isOpen = (state: SignalState): boolean => state === 'ACCEPTED' || state === 'PARKED';
