import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keyIdOf } from '#audit';

/** The key that signs the heads of the log. */
export interface CheckpointSigner {
  readonly keyId: string;
  /** 32 bytes, hex. */
  readonly publicKey: string;
  /** Ed25519 over a text in UTF-8, hex. */
  sign(text: string): string;
}

/**
 * Opens the key a setting names: `file:<path>` of a PEM file (PKCS #8), or such a file's content in base64.
 * @throws Error when it is no private key of Ed25519. The message never holds the key.
 */
export function openCheckpointSigner(setting: string): CheckpointSigner {
  const pem = setting.startsWith('file:')
    ? readFileSync(setting.slice('file:'.length))
    : Buffer.from(setting, 'base64');
  const key = privateKeyIn(pem);
  const publicKey = Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
  return { keyId: keyIdOf(publicKey), publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('hex') };
}

function privateKeyIn(pem: Buffer): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // What Node says of a key may quote it.
  }
  throw new Error('CHECKPOINT_KEY is no private key of Ed25519 in PKCS #8, PEM');
}
