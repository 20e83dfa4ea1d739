import type { Instant } from '#model';

/** One HTTP request as it came, before anything in it was parsed. */
export interface RawRequest {
  readonly method: string;
  /** Path with query, as sent. */
  readonly path: string;
  /** Every header line in the order it came: a header sent twice is here twice. */
  readonly headers: HeaderLines;
  readonly body: Uint8Array;
}
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** Why a message is not taken for genuine (api.md §6); a nonce used before is the caller's to find. */
export const REFUSAL_CODES = ['auth.missing', 'signature.invalid', 'signature.stale'] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A message that is not taken; `why` is for the log, in fixed words that hold nothing of the message. */
export interface Refused {
  readonly refused: RefusalCode;
  readonly why: string;
}

/** Whose message it is and by which key that is known. */
export interface Verified {
  readonly partner: string;
  readonly serial: string;
  /** When it was signed, by the sender's clock. */
  readonly timestamp: Instant;
  /**
   * To be used once by this partner. Absent where the sender's format has none: such a message says the same under the
   * same signal id however often it comes, so a replay does nothing.
   */
  readonly nonce?: string;
}

/** A refusal; `why` is a fixed phrase. */
export const refused = (code: RefusalCode, why: string): Refused => ({ refused: code, why });

/** Header lines out of what Node calls `rawHeaders`: names and values in turn. */
export const headerLines = (rawHeaders: readonly string[]): HeaderLines =>
  rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []));

/**
 * The value of a header that must be there exactly once. A second line of the same name is an attempt to show two
 * readers two values.
 */
export function onlyHeader({ headers }: RawRequest, name: string): string | Refused {
  const values = headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value);
  if (values[0] === undefined) return refused('auth.missing', `no ${name} header`);
  return values.length === 1 ? values[0] : refused('signature.invalid', `${name} header sent ${values.length} times`);
}

/** Whether a reader or verifier said no. */
export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'refused' in value;

/** The values of headers that must each be there exactly once; the first refusal otherwise. */
export function onlyHeaders<const N extends string>(
  request: RawRequest,
  names: readonly N[],
): Readonly<Record<N, string>> | Refused {
  const read: Partial<Record<N, string>> = {};
  for (const name of names) {
    const value = onlyHeader(request, name);
    if (isRefused(value)) return value;
    read[name] = value;
  }
  return read as Record<N, string>;
}
