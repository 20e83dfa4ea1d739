import type { Instant } from '#model';

/** How long a used nonce is remembered, milliseconds: twice the window a signature is fresh in (api.md §4). */
export const NONCE_KEPT_MS = 600_000;

/** Nonces that were used, seen by every process that takes signed requests. */
export interface NonceCache {
  /**
   * Marks a partner's nonce as used, once for all processes.
   * @returns false when it was used before: the request is a replay (`signature.replayed`).
   */
  useOnce(partner: string, nonce: string, now: Instant): Promise<boolean>;
}
