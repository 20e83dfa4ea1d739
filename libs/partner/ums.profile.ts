import { createHash, randomBytes } from 'node:crypto';
import type { Instant } from '#model';
import { readAuthorization, writeAuthorization, type AuthorizationForm } from './authorization.js';
import { bytesOfBase64 } from './base64.js';
import { compactOf, instantOfCompact, staleness } from './freshness.js';
import { readJson } from './json.js';
import type { PartnerKey } from './keys.js';
import type { Naming } from './naming.js';
import { nativeContent, nativeEvent, nativeSignal } from './native.signal.js';
import {
  answerOf,
  LICENSED_KINDS,
  signerFor,
  signingKey,
  type AnswerForm,
  type PartnerProfile,
  type VerifiedNative,
} from './profile.js';
import { isRefused, onlyHeader, refused, type RawRequest, type Refused } from './request.js';
import { signatureOf } from './signatures.js';

/**
 * UMS's names: `msgId`, `mid`, `tid` of its open platform, else ours. Its codes for suspensions are not public (domain
 * §8.6): ours stand in their place until it names its own here.
 */
export const UMS_NAMING: Naming = {
  issuer: 'UMS',
  style: 'camelCase',
  names: {
    signalId: 'msgId',
    eventType: 'msgType',
    merchantNo: 'mid',
    terminalNo: 'tid',
    terminalNos: 'tids',
    institutionCode: 'instCode',
  },
  instants: 'COMPACT',
  values: 'JSON',
  codes: { kind: { PASS: 'APPROVED', REFUSE: 'REJECTED', SUPPLEMENT: 'SUPPLEMENT' } },
};

const FORM: AuthorizationForm = {
  scheme: 'OPEN-BODY-SIG',
  names: ['AppId', 'Timestamp', 'Nonce', 'Signature'],
  quoted: true,
};
const NONCE = /^[A-Za-z0-9]{16,64}$/;
const ANSWER: AnswerForm = { contentType: 'text/plain', taken: 'SUCCESS', refused: 'FAILED' };

/** What is signed: application, time, nonce and the hex of the body's SHA-256, one after the other. */
export const umsStringToSign = (appId: string, timestamp: string, nonce: string, body: Uint8Array): Buffer =>
  Buffer.from(`${appId}${timestamp}${nonce}${createHash('sha256').update(body).digest('hex')}`, 'utf8');

function verify(request: RawRequest, keys: readonly PartnerKey[], now: Instant): VerifiedNative | Refused {
  const header = onlyHeader(request, 'authorization');
  if (isRefused(header)) return header;
  if (!header.startsWith('OPEN-')) return refused('auth.missing', 'no OPEN-BODY-SIG signature');
  const said = readAuthorization(header, FORM);
  const { AppId: serial = '', Timestamp: time = '', Nonce: nonce = '' } = said ?? {};
  const timestamp = instantOfCompact(time);
  const signature = bytesOfBase64(said?.['Signature'] ?? '');
  if (!timestamp || !signature || !NONCE.test(nonce))
    return refused('signature.invalid', 'malformed Authorization header');
  const own = keys.filter(({ partner }) => partner === 'ums');
  const named = { algorithms: ums.keyAlgorithms, serial };
  const key = signingKey(own, now, named, umsStringToSign(serial, time, nonce, request.body), signature);
  if (!key) return refused('signature.invalid', 'the signature holds under no live secret');
  return staleness(timestamp, now) ?? { partner: 'ums', serial, timestamp, nonce, content: readJson(request.body) };
}

/**
 * UMS's open platform, `OPEN-BODY-SIG AppId, Timestamp, Nonce, Signature`: base64 of HMAC-SHA256 over
 * AppId+Timestamp+Nonce+hex SHA-256 of the body, under a secret both sides hold; `AppId` is the serial of that secret,
 * `Timestamp` Beijing time. Answered SUCCESS. That suspensions come so is an assumption: names and codes are
 * {@link UMS_NAMING}. It serves merchants with a licence and a corporate account.
 */
export const ums: PartnerProfile = {
  code: 'ums',
  issuer: 'UMS',
  merchantKinds: LICENSED_KINDS,
  keyAlgorithms: ['HMAC-SHA256'],
  verify,
  toSignals: (content) => nativeSignal(UMS_NAMING, content),
  answer: (outcome) => answerOf(ANSWER, outcome),
  mapEvent: (event) => nativeEvent(UMS_NAMING, event),
  fromSignal: (signal) => nativeContent(UMS_NAMING, signal),
  sign(content, signers, at) {
    const signer = signerFor(signers, ums.keyAlgorithms);
    const body = Buffer.from(JSON.stringify(content), 'utf8');
    const [AppId, Timestamp, Nonce] = [signer.serial, compactOf(at), randomBytes(16).toString('hex')];
    const Signature = signatureOf(signer, umsStringToSign(AppId, Timestamp, Nonce, body)).toString('base64');
    return {
      headers: {
        'content-type': 'application/json',
        authorization: writeAuthorization(FORM, { AppId, Timestamp, Nonce, Signature }),
      },
      body,
    };
  },
};
