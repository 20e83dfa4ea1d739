import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Instant } from '#model';

/** What a key may be used for, and nothing else: no message chooses its algorithm. */
export const KEY_ALGORITHMS = [
  'SHA256withRSA',
  /** Older Allinpay gateways sign so still; never for the plain API. */
  'SHA1withRSA',
  'SM3withSM2',
  'HMAC-SHA256',
  /** Opens what a sender has sealed; proves nothing by itself. */
  'AES-256-GCM',
] as const;
export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** One key a partner signs with, or a secret it shares with us; several are live while one replaces another. */
export interface PartnerKey {
  readonly partner: string;
  readonly serial: string;
  readonly algorithm: KeyAlgorithm;
  /** PEM of a public key or of the certificate it stands in; null for a shared secret. */
  readonly publicKey: string | null;
  /** Shared secret as both sides type it; null for a key pair. */
  readonly secret: string | null;
  readonly notBefore: Instant;
  /** From this instant on it is refused; null as long as nothing replaces it. */
  readonly notAfter: Instant | null;
  /** Identity agreed for SM2 where it is not the usual one. */
  readonly sm2Id?: string;
}

/** Whether a key may be used at an instant. */
export const isLive = ({ notBefore, notAfter }: PartnerKey, now: Instant): boolean =>
  notBefore <= now && (notAfter === null || now < notAfter);

/** The keys that may be used now for any of these algorithms; of one serial only, where the message names it. */
export const liveKeys = (
  keys: readonly PartnerKey[],
  now: Instant,
  algorithms: readonly KeyAlgorithm[],
  serial?: string,
): readonly PartnerKey[] =>
  keys.filter(
    (key) => isLive(key, now) && algorithms.includes(key.algorithm) && (serial === undefined || key.serial === serial),
  );

const sizes = new WeakMap<KeyObject, number>();

/** Bits of an RSA key; 0 for any other. */
export function rsaBitsOf(key: KeyObject): number {
  const known = sizes.get(key);
  if (known !== undefined) return known;
  const bits = key.asymmetricKeyType === 'rsa' ? (key.asymmetricKeyDetails?.modulusLength ?? 0) : 0;
  sizes.set(key, bits);
  return bits;
}

const parsed = new WeakMap<PartnerKey, KeyObject>();

/**
 * The public key of a row, parsed once.
 * @throws Error when the row holds no readable public key.
 */
export function publicKeyOf(key: PartnerKey): KeyObject {
  const known = parsed.get(key);
  if (known) return known;
  if (key.publicKey === null) throw new TypeError(`key ${key.serial} of ${key.partner} is a secret`);
  const made = createPublicKey(key.publicKey);
  parsed.set(key, made);
  return made;
}
