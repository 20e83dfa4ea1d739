import { createHash, createHmac, createPrivateKey, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { plusMs } from '#model';
import { headerOf, withBody, withHeader } from './attack.examples.js';
import type { PartnerKey } from './keys.js';
import { ALL_KEYS, aPair, aRequest, NOW, RING } from './partner.examples.js';
import { claimedPartner, verifyPlain } from './plain.signature.js';
import { isRefused, type RawRequest } from './request.js';
import type { Signer } from './signatures.js';

const honest = aRequest(RING.lakala.signer);
const inSm2 = aRequest(RING.lakalaSm2.signer);
const { key, signer } = RING.lakala;
const short = aPair('lakala', 'k1', 'SHA256withRSA', 1024);
const made = /signature=([^,]+)/.exec(headerOf(honest))![1]!;
const signedBy = (changes: Partial<Signer>): RawRequest => aRequest({ ...RING.stranger.signer, ...changes });

/** The same text signed with the right key in the wrong padding. */
const pss = (): string => {
  const digest = createHash('sha256').update(honest.body).digest('hex');
  const text = `POST\n${honest.path}\n1795399200\nnonce-0123456789\n${digest}\n`;
  return sign('sha256', Buffer.from(text), { key: createPrivateKey(signer.privateKey!), padding: 6 }).toString(
    'base64',
  );
};

const MESSAGES: readonly (readonly [string, RawRequest])[] = [
  ['an altered body', withBody(honest, '{"signalId":"sig-2"}')],
  ['a re-serialised body', withBody(honest, '{ "signalId": "sig-1" }')],
  ['a body with a line feed more', withBody(honest, '{"signalId":"sig-1"}\n')],
  ['another method', { ...honest, method: 'PUT' }],
  ['another path', { ...honest, path: '/partner/v1/endpoints' }],
  ['another query', { ...honest, path: '/partner/v1/signals?x=2' }],
  ['the header twice', { ...honest, headers: [...honest.headers, ...honest.headers] }],
  ['a key of one’s own under the name of a partner', signedBy({ partner: 'lakala' })],
  ['a key of one’s own under the serial of another key', signedBy({ partner: 'lakala', serial: 'k2' })],
  ['another partner’s key under one’s own name', aRequest({ ...RING.allinpay.signer, partner: 'unionpay' })],
  ['a serial nobody has', aRequest({ ...signer, serial: 'k9' })],
  ['a partner nobody knows', aRequest({ ...signer, partner: 'nobody' })],
  ['a nonce of 15 characters', aRequest(signer, { nonce: 'n'.repeat(15) })],
  ['a nonce of 65 characters', aRequest(signer, { nonce: 'n'.repeat(65) })],
  ['an SM2 key under the RSA scheme', withHeader(inSm2, (h) => h.replace('SM3withSM2', 'SHA256withRSA'))],
];

const HEADERS: readonly (readonly [string, (header: string) => string])[] = [
  ['a forged signature', (h) => h.replace(made, `${made[0] === 'A' ? 'B' : 'A'}${made.slice(1)}`)],
  ['another nonce', (h) => h.replace('nonce-0', 'nonce-1')],
  ['another timestamp', (h) => h.replace('=1795', '=1796')],
  ['an RSA key under the SM2 scheme', (h) => h.replace('SHA256withRSA', 'SM3withSM2')],
  ['a scheme there is not', (h) => h.replace('SHA256withRSA', 'none')],
  ['an HMAC under the public key', (h) => h.replace(made, createHmac('sha256', key.publicKey!).digest('base64'))],
  ['PSS in place of PKCS #1', (h) => h.replace(made, pss())],
  ['a truncated signature', (h) => h.slice(0, -8)],
  ['a signature that is no base64', (h) => h.replace(made, '!!!!')],
  ['base64 without its padding', (h) => h.replace(/=+$/, '')],
  ['base64 of the URL alphabet', (h) => h.replace(made, made.replaceAll('/', '_').replaceAll('+', '-'))],
  ['base64 with a blank in it', (h) => h.replace(made, `${made.slice(0, 8)} ${made.slice(8)}`)],
  ['an empty signature', (h) => h.replace(made, '')],
  ['a parameter twice', (h) => h.replace('serial=k1', 'serial=k1,serial=k1')],
  ['a parameter missing', (h) => h.replace('serial=k1,', '')],
  ['a parameter more', (h) => `${h},alg=none`],
  ['one parameter in place of another', (h) => h.replace('serial=', '__proto__=')],
  ['blanks after commas', (h) => h.replaceAll(',', ', ')],
  ['a tab after the scheme', (h) => h.replace(' ', '\t')],
  ['two blanks after the scheme', (h) => h.replace(' ', '  ')],
  ['quoted values', (h) => h.replace('=k1', '="k1"')],
  ['a timestamp in milliseconds', (h) => h.replace(/timestamp=\d+/, '$&000')],
  ['a timestamp with a sign', (h) => h.replace('timestamp=', 'timestamp=+')],
  ['a header of 8 kB', (h) => h.replace('nonce=', `nonce=${'n'.repeat(8192)}`)],
  ['the scheme alone', () => 'REINSTATE-SHA256withRSA'],
];

const KEYS: readonly (readonly [string, RawRequest, PartnerKey])[] = [
  ['a retired key', honest, { ...key, notAfter: NOW }],
  ['a key not valid yet', honest, { ...key, notBefore: plusMs(NOW, 1) }],
  ['a key of 1024 bits', aRequest(short.signer), short.key],
  ['a key registered for HMAC', honest, { ...key, algorithm: 'HMAC-SHA256', secret: key.publicKey }],
  ['a key registered with SHA-1', honest, { ...key, algorithm: 'SHA1withRSA' }],
  ['a key registered for SM2 under the RSA scheme', honest, { ...key, algorithm: 'SM3withSM2' }],
  ['an SM2 key that is an RSA key', inSm2, { ...key, serial: 'k2', algorithm: 'SM3withSM2' }],
  ['a row without a readable key', honest, { ...key, publicKey: 'no key' }],
  ['a row without any key', honest, { ...key, publicKey: null }],
];

const refusal = (request: RawRequest, keys: readonly PartnerKey[] = ALL_KEYS) => verifyPlain(request, keys, NOW);

describe('the plain API refuses', () => {
  test.each(MESSAGES)('%s', (_, request) => {
    expect(refusal(request)).toMatchObject({ refused: 'signature.invalid' });
  });

  test.each(HEADERS)('%s', (_, change) => {
    expect(refusal(withHeader(honest, change))).toMatchObject({ refused: 'signature.invalid' });
  });

  test.each(KEYS)('%s', (_, request, only) => {
    expect(refusal(request, [only])).toMatchObject({ refused: 'signature.invalid' });
  });

  test.each([-301_000, 301_000, -86_400_000])('a signature made %d ms from now', (ms) => {
    expect(refusal(aRequest(signer, { at: plusMs(NOW, ms) }))).toMatchObject({ refused: 'signature.stale' });
  });

  test.each([[], [['authorization', 'Bearer eyJhbGciOiJub25lIn0.e30.']], [['authorization', '']]] as const)(
    'what is not signed at all: %p',
    (...headers) => {
      const bare = headers.flat().length > 0 ? [headers.flat() as unknown as [string, string]] : [];
      expect(refusal({ ...honest, headers: bare })).toMatchObject({ refused: 'auth.missing' });
    },
  );
});

describe('what is genuine', () => {
  test.each([honest, inSm2])('passes, in RSA and in SM2', (request) => {
    expect(claimedPartner(request)).toBe('lakala');
    expect(refusal(request)).toMatchObject({ partner: 'lakala', timestamp: NOW, nonce: 'nonce-0123456789' });
  });

  test('passes to the second at both ends of the window', () => {
    for (const ms of [-300_000, 300_000])
      expect(isRefused(refusal(aRequest(signer, { at: plusMs(NOW, ms) })))).toBe(false);
  });

  test('passes with either key while one replaces another, and there is no gap between them', () => {
    const next = aPair('lakala', 'k1-next', 'SHA256withRSA');
    const keys = [
      { ...key, notAfter: plusMs(NOW, 60_000) },
      { ...next.key, notBefore: plusMs(NOW, -60_000) },
    ];
    const acceptedAt = (now: string) =>
      [honest, aRequest(next.signer)].map((request) => !isRefused(verifyPlain(request, keys, now)));
    expect(acceptedAt(NOW)).toEqual([true, true]);
    expect(acceptedAt(plusMs(NOW, 59_999))).toEqual([true, true]);
    expect(acceptedAt(plusMs(NOW, 60_000))).toEqual([false, true]);
  });
});
