import { createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** Whether an Ed25519 signature (hex) over a text is by a public key (32 bytes, hex). */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const x = Buffer.from(publicKey, 'hex').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
  } catch {
    // No point of the curve: nothing is signed by it.
    return false;
  }
}

/**
 * The public key a person names: 64 hex digits, or a PEM file.
 * @returns 32 bytes, hex.
 * @throws Error saying what was expected.
 */
export function publicKeyOf(named: string): string {
  if (/^[0-9a-fA-F]{64}$/.test(named)) return named.toLowerCase();
  if (!existsSync(named)) throw new Error(`${named} is neither a file nor a public key of 64 hex digits`);
  const key = createPublicKey(readFileSync(named));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${named} is no public key of Ed25519`);
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
}
