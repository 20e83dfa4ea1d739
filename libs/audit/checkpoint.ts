import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Instant } from '#model';

/** The head of the log at a moment, signed: whoever holds it can tell later whether the log was altered before that. */
export interface Checkpoint {
  /** How many leaves. */
  readonly size: number;
  /** Of the tree of these leaves, hex. */
  readonly root: string;
  readonly at: Instant;
  readonly keyId: string;
  /** Ed25519 over {@link checkpointText}, hex: unlike base64 it has one spelling only. */
  readonly signature: string;
}

/** What is signed: five lines of ASCII, each ended by a line feed. */
export const checkpointText = ({ size, root, at, keyId }: Omit<Checkpoint, 'signature'>): string =>
  `reinstate checkpoint 1\n${size}\n${root}\n${at}\n${keyId}\n`;

/** The name of a public key: the first 16 hex digits of the SHA-256 of its 32 bytes. */
export const keyIdOf = (publicKey: string): string => bytesToHex(sha256(hexToBytes(publicKey))).slice(0, 16);
