import { constants, createHmac, createPrivateKey, sign, timingSafeEqual, verify, type KeyObject } from 'node:crypto';
import { publicKeyOf, rsaBitsOf, type KeyAlgorithm, type PartnerKey } from './keys.js';
import { DEFAULT_SM2_ID, sm2Sign, sm2Verify } from './sm2.js';

/** What one side signs with: the private half of a {@link PartnerKey}, or the same shared secret. */
export interface Signer {
  readonly partner: string;
  readonly serial: string;
  readonly algorithm: KeyAlgorithm;
  /** PEM; where the algorithm signs with a key pair. */
  readonly privateKey?: string;
  readonly secret?: string;
  /** PEM of the certificate that goes with the messages of some formats. */
  readonly certificate?: string;
  readonly sm2Id?: string;
}

/** Digest and least size of an RSA key, bits. 1024 stands for what older gateways still use (Allinpay's own samples). */
const RSA: { readonly [A in KeyAlgorithm]?: { readonly digest: string; readonly bits: number } } = {
  SHA256withRSA: { digest: 'sha256', bits: 2048 },
  SHA1withRSA: { digest: 'sha1', bits: 1024 },
};

/** Characters of a shared secret: 16 of hex are 64 bits, and none that is registered has fewer. */
const SHORTEST_SECRET = 16;

const padding = constants.RSA_PKCS1_PADDING;

function rsaHolds(key: KeyObject, algorithm: KeyAlgorithm, message: Uint8Array, signature: Buffer): boolean {
  const { digest, bits } = RSA[algorithm]!;
  return rsaBitsOf(key) >= bits && verify(digest, message, key, signature);
}

/** HMAC-SHA256 of a message under a shared secret. */
export const hmacOf = (secret: string, message: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(message).digest();

/**
 * Whether a signature over exactly these bytes was made with the private half of a key, by the key's own algorithm.
 * Never throws: a key or signature that cannot be read holds for nothing. Shared secrets are compared in constant time.
 */
export function signatureHolds(key: PartnerKey, message: Uint8Array, signature: Buffer, sm2Id?: string): boolean {
  try {
    switch (key.algorithm) {
      case 'SHA256withRSA':
      case 'SHA1withRSA':
        return rsaHolds(publicKeyOf(key), key.algorithm, message, signature);
      case 'SM3withSM2':
        return sm2Verify(publicKeyOf(key), key.sm2Id ?? sm2Id ?? DEFAULT_SM2_ID, message, signature);
      case 'HMAC-SHA256': {
        if (!key.secret || key.secret.length < SHORTEST_SECRET) return false;
        const expected = hmacOf(key.secret, message);
        return signature.length === expected.length && timingSafeEqual(signature, expected);
      }
      case 'AES-256-GCM':
        return false;
    }
  } catch {
    return false;
  }
}

/**
 * The signature over these bytes.
 * @throws TypeError when the signer lacks what its algorithm needs.
 */
export function signatureOf(signer: Signer, message: Uint8Array, sm2Id?: string): Buffer {
  if (signer.algorithm === 'HMAC-SHA256' && signer.secret) return hmacOf(signer.secret, message);
  if (!signer.privateKey) throw new TypeError(`${signer.partner} has nothing to sign ${signer.algorithm} with`);
  const key = createPrivateKey(signer.privateKey);
  if (signer.algorithm === 'SM3withSM2') return sm2Sign(key, signer.sm2Id ?? sm2Id ?? DEFAULT_SM2_ID, message);
  const rsa = RSA[signer.algorithm];
  if (!rsa) throw new TypeError(`${signer.algorithm} signs nothing`);
  return sign(rsa.digest, message, { key, padding });
}
