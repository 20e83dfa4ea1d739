import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Bytes under AES-256-GCM with a random IV. */
export interface SealedBox {
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly ciphertext: Buffer;
}

/**
 * Seals bytes under a key of 32 bytes. (Of mere bytes Node finds out by a caught error that they are no key object, which
 * costs as much as the sealing.)
 * @param place where they are going to lie: a box moved elsewhere does not open.
 */
export function seal(key: Uint8Array, place: string, bytes: Uint8Array): SealedBox {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, createSecretKey(key), iv).setAAD(Buffer.from(place));
  const ciphertext = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), ciphertext };
}

/** The bytes of a box; undefined when it was altered, moved, or sealed under another key. */
export function unseal(key: Uint8Array, place: string, { iv, tag, ciphertext }: SealedBox): Buffer | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, createSecretKey(key), iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** A box as one column: IV, tag, ciphertext. */
export const packed = ({ iv, tag, ciphertext }: SealedBox): Buffer => Buffer.concat([iv, tag, ciphertext]);

/** The inverse of {@link packed}. */
export const unpacked = (bytes: Buffer): SealedBox => ({
  iv: bytes.subarray(0, IV_BYTES),
  tag: bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
  ciphertext: bytes.subarray(IV_BYTES + TAG_BYTES),
});
