import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, type CaseEvent } from '#model';

/** The end of a case's chain: the number of its last event and that event's hash. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Where every chain starts. */
export const GENESIS: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** An event with its place in the chain. */
export interface ChainedEvent {
  readonly event: CaseEvent;
  readonly hash: string;
  readonly previousHash: string;
}

/** Made once for each event: whoever links it, records it or counts its length asks again. */
const known = new WeakMap<CaseEvent, Uint8Array>();

/** The bytes that are hashed and kept: the event's canonical text in UTF-8. */
export function eventBytes(event: CaseEvent): Uint8Array {
  const bytes = known.get(event) ?? utf8ToBytes(canonical(event));
  known.set(event, bytes);
  return bytes;
}

/** SHA-256(0x00 ‖ previous hash ‖ bytes), hex. The leading zero tells a leaf from a node of the Merkle log (RFC 6962). */
export const linkHash = (previousHash: string, bytes: Uint8Array): string =>
  bytesToHex(sha256(concatBytes(Uint8Array.of(0), hexToBytes(previousHash), bytes)));

/**
 * Adds one event to a chain.
 * @throws RangeError when the event does not follow the head.
 */
export function link(head: ChainHead, event: CaseEvent): ChainedEvent {
  if (event.seq !== head.seq + 1) throw new RangeError(`event ${event.seq} does not follow event ${head.seq}`);
  return { event, previousHash: head.hash, hash: linkHash(head.hash, eventBytes(event)) };
}

export const headOf = (chained: ChainedEvent): ChainHead => ({ seq: chained.event.seq, hash: chained.hash });

/** One row of the record as the verifier reads it. */
export interface ChainRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly hash: string;
  readonly previousHash: string;
}

/**
 * Checks rows that ought to be one whole chain from its first event on.
 * @returns the head, or the first seq that does not fit and why.
 */
export function verifyChain(
  rows: Iterable<ChainRow>,
): { ok: true; head: ChainHead } | { ok: false; seq: number; why: string } {
  let head = GENESIS;
  for (const row of rows) {
    const why = brokenLink(head, row);
    if (why) return { ok: false, seq: head.seq + 1, why };
    head = { seq: row.seq, hash: row.hash };
  }
  return { ok: true, head };
}

function brokenLink(head: ChainHead, row: ChainRow): string | undefined {
  if (row.seq !== head.seq + 1) return `event ${head.seq + 1} is missing; the next one is ${row.seq}`;
  if (row.previousHash !== head.hash) return `event ${row.seq} names another predecessor`;
  if (linkHash(row.previousHash, row.bytes) !== row.hash) return `the bytes of event ${row.seq} do not match its hash`;
  return undefined;
}
