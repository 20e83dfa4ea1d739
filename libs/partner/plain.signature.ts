import { createHash } from 'node:crypto';
import type { Instant } from '#model';
import { readAuthorization, writeAuthorization, type AuthorizationForm } from './authorization.js';
import { bytesOfBase64 } from './base64.js';
import { instantOfSeconds, secondsOf, staleness } from './freshness.js';
import { liveKeys, type KeyAlgorithm, type PartnerKey } from './keys.js';
import { isRefused, onlyHeader, refused, type RawRequest, type Refused, type Verified } from './request.js';
import { signatureHolds, signatureOf, type Signer } from './signatures.js';

/** The two schemes of the plain partner API and the only keys each may be used with (api.md §4). */
export const PLAIN_SCHEMES = {
  'REINSTATE-SHA256withRSA': 'SHA256withRSA',
  'REINSTATE-SM3withSM2': 'SM3withSM2',
} as const satisfies Readonly<Record<string, KeyAlgorithm>>;
type PlainScheme = keyof typeof PLAIN_SCHEMES;

const NAMES = ['partner', 'serial', 'timestamp', 'nonce', 'signature'] as const;
const formOf = (scheme: string): AuthorizationForm => ({ scheme, names: NAMES, quoted: false });
const NONCE = /^.{16,64}$/;

type Said = Readonly<Record<(typeof NAMES)[number], string>> & { readonly scheme: PlainScheme };

function readHeader(request: RawRequest): Said | Refused {
  const header = onlyHeader(request, 'authorization');
  if (isRefused(header)) return header;
  if (!header.startsWith('REINSTATE-')) return refused('auth.missing', 'no signature of the plain API');
  const scheme = header.slice(0, header.indexOf(' '));
  if (!Object.hasOwn(PLAIN_SCHEMES, scheme)) return refused('signature.invalid', 'unknown scheme');
  const said = readAuthorization(header, formOf(scheme));
  if (!said || !NONCE.test(said['nonce']!)) return refused('signature.invalid', 'malformed Authorization header');
  return { ...said, scheme } as Said;
}

/** The partner a request says it is from, before anything is proved: whose keys to look up. */
export function claimedPartner(request: RawRequest): string | undefined {
  const said = readHeader(request);
  return isRefused(said) ? undefined : said.partner;
}

const stringToSign = (
  { method, path, body }: Pick<RawRequest, 'method' | 'path' | 'body'>,
  { timestamp, nonce }: { readonly timestamp: string; readonly nonce: string },
): Buffer =>
  Buffer.from(
    `${method}\n${path}\n${timestamp}\n${nonce}\n${createHash('sha256').update(body).digest('hex')}\n`,
    'utf8',
  );

/**
 * Who sent a request of the plain partner API, from its raw bytes. The key is the live one of the named partner and
 * serial; its algorithm must be that of the scheme. A signature that does not hold is refused as such even when it is
 * stale too. That the nonce is new the caller sees to ({@link NonceCache}).
 */
export function verifyPlain(request: RawRequest, keys: readonly PartnerKey[], now: Instant): Verified | Refused {
  const said = readHeader(request);
  if (isRefused(said)) return said;
  const { partner, serial, nonce, scheme } = said;
  const timestamp = instantOfSeconds(said.timestamp);
  const signature = bytesOfBase64(said.signature);
  if (!timestamp || !signature) return refused('signature.invalid', 'malformed timestamp or signature');
  const own = keys.filter((key) => key.partner === partner);
  const [key] = liveKeys(own, now, [PLAIN_SCHEMES[scheme]], serial);
  if (!key) return refused('signature.invalid', 'no live key of this partner, serial and algorithm');
  if (!signatureHolds(key, stringToSign(request, said), signature))
    return refused('signature.invalid', 'the signature does not hold');
  return staleness(timestamp, now) ?? { partner, serial, timestamp, nonce };
}

/**
 * The Authorization header of a request of the plain partner API.
 * @param nonce 16 to 64 visible ASCII characters without quote, comma and backslash; never the same twice.
 * @throws TypeError when the signer's algorithm is none of the two schemes.
 */
export function signPlain(
  request: Pick<RawRequest, 'method' | 'path' | 'body'>,
  signer: Signer,
  { at, nonce }: { readonly at: Instant; readonly nonce: string },
): string {
  const scheme = Object.entries(PLAIN_SCHEMES).find(([, algorithm]) => algorithm === signer.algorithm)?.[0];
  if (!scheme) throw new TypeError(`the plain API has no scheme for ${signer.algorithm}`);
  const timestamp = String(secondsOf(at));
  const signature = signatureOf(signer, stringToSign(request, { timestamp, nonce })).toString('base64');
  return writeAuthorization(formOf(scheme), {
    partner: signer.partner,
    serial: signer.serial,
    timestamp,
    nonce,
    signature,
  });
}
