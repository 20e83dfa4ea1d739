import { generateKeyPairSync } from 'node:crypto';
import type { Instant } from '#model';
import type { KeyAlgorithm, PartnerKey } from './keys.js';
import { signPlain } from './plain.signature.js';
import type { NativeRequest } from './profile.js';
import type { RawRequest } from './request.js';
import { selfSigned } from './self-signed.js';
import type { Signer } from './signatures.js';
import type { PartnerSignal } from './signal.schema.js';

/** Monday 23 November 2026, 10:00 in Beijing. */
export const NOW: Instant = '2026-11-23T02:00:00.000Z';
const EVER: Instant = '2000-01-01T00:00:00.000Z';

/** Both halves of one key: what signs, and the row it is checked by. */
export interface KeyPair {
  readonly key: PartnerKey;
  readonly signer: Signer;
}

/** A key pair of a partner, made anew; valid since ever and for ever. */
export function aPair(partner: string, serial: string, algorithm: KeyAlgorithm, bits = 2048): KeyPair {
  const made =
    algorithm === 'SM3withSM2'
      ? generateKeyPairSync('ec', { namedCurve: 'SM2' })
      : generateKeyPairSync('rsa', { modulusLength: bits });
  const privateKey = made.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const publicKey = made.publicKey.export({ type: 'spki', format: 'pem' }) as string;
  const certificate = algorithm === 'SM3withSM2' ? {} : { certificate: selfSigned(privateKey, serial, new Date(NOW)) };
  return {
    key: { partner, serial, algorithm, publicKey, secret: null, notBefore: EVER, notAfter: null },
    signer: { partner, serial, algorithm, privateKey, ...certificate },
  };
}

/** A secret shared with a partner. */
export const aSecret = (partner: string, serial: string, algorithm: KeyAlgorithm, secret: string): KeyPair => ({
  key: { partner, serial, algorithm, publicKey: null, secret, notBefore: EVER, notAfter: null },
  signer: { partner, serial, algorithm, secret },
});

/** One set of keys for a whole spec: making them takes time. */
export const RING = {
  unionpay: aPair('unionpay', 'k1', 'SHA256withRSA'),
  lakala: aPair('lakala', 'k1', 'SHA256withRSA'),
  lakalaSm2: aPair('lakala', 'k2', 'SM3withSM2'),
  allinpay: aPair('allinpay', 'k1', 'SHA256withRSA'),
  allinpaySm2: aPair('allinpay', 'k2', 'SM3withSM2'),
  shengpay: aPair('shengpay', 'k1', 'SHA256withRSA'),
  wechat: aPair('wechat', 'k1', 'SHA256withRSA'),
  wechatSeal: aSecret('wechat', 'k2', 'AES-256-GCM', '0123456789abcdef0123456789abcdef'),
  ums: aSecret('ums', 'k1', 'HMAC-SHA256', 'fedcba9876543210fedcba9876543210'),
  stranger: aPair('stranger', 'k1', 'SHA256withRSA'),
} as const satisfies Readonly<Record<string, KeyPair>>;

/** What the engine knows of them all. */
export const ALL_KEYS: readonly PartnerKey[] = Object.values(RING).map(({ key }) => key);

/** What one partner signs and seals with. */
export const signersOf = (partner: string): readonly Signer[] =>
  Object.values(RING)
    .map(({ signer }): Signer => signer)
    .filter((signer) => signer.partner === partner);

/** A signal about a known notice, with overrides. */
export const aSignal = (overrides: Partial<PartnerSignal> = {}): PartnerSignal => ({
  signalId: 'sig-1',
  eventType: 'SUSPENSION.REVOKED',
  occurredAt: '2026-11-23T01:59:00.000Z',
  noticeNo: 'N-1',
  payload: {},
  ...overrides,
});

/** A signed message as it reaches the api. */
export const arrived = ({ headers, body }: NativeRequest, path = '/partner/v1/native/x'): RawRequest => ({
  method: 'POST',
  path,
  headers: Object.entries(headers),
  body,
});

/** A request of the plain API, signed; each part may be another one. */
export function aRequest(
  signer: Signer,
  { body = '{"signalId":"sig-1"}', at = NOW, nonce = 'nonce-0123456789', path = '/partner/v1/signals?x=1' } = {},
): RawRequest {
  const request = { method: 'POST', path, body: Buffer.from(body, 'utf8') };
  return { ...request, headers: [['Authorization', signPlain(request, signer, { at, nonce })]] };
}
