import { randomBytes } from 'node:crypto';
import type { Instant } from '#model';
import { readAuthorization, writeAuthorization, type AuthorizationForm } from './authorization.js';
import { bytesOfBase64 } from './base64.js';
import { compactOf, instantOfSeconds, secondsOf, staleness } from './freshness.js';
import { isContent, memberOf, readJson, type Content } from './json.js';
import type { PartnerKey } from './keys.js';
import type { Naming } from './naming.js';
import { nativeContent, nativeEvent, nativeSignal } from './native.signal.js';
import {
  ALL_KINDS,
  answerOf,
  signerFor,
  signingKey,
  type AnswerForm,
  type PartnerProfile,
  type VerifiedNative,
} from './profile.js';
import { isRefused, onlyHeader, refused, type RawRequest, type Refused } from './request.js';
import { signatureOf } from './signatures.js';

/**
 * Lakala's names: those of its open platform (`merchant_no`, `term_no`) where it has one, else ours in its manner. Its
 * codes for suspensions are not public: ours stand in their place until it names its own here.
 */
export const LAKALA_NAMING: Naming = {
  issuer: 'LAKALA',
  style: 'snake_case',
  names: {
    signalId: 'notify_id',
    institutionCode: 'org_code',
    terminalNo: 'term_no',
    terminalNos: 'term_nos',
    mcc: 'mcc_code',
  },
  instants: 'COMPACT',
  values: 'JSON',
  codes: { kind: { PASS: 'APPROVED', REFUSE: 'REJECTED', SUPPLEMENT: 'SUPPLEMENT' } },
};

const SCHEME = 'LKLAPI-SHA256withRSA';
/** The header of its requests, and that of its notifications, which names neither application nor key (domain §3.2). */
const REQUEST: AuthorizationForm = {
  scheme: SCHEME,
  names: ['appid', 'serial_no', 'timestamp', 'nonce_str', 'signature'],
  quoted: true,
};
const NOTIFICATION: AuthorizationForm = { ...REQUEST, names: ['timestamp', 'nonce_str', 'signature'] };
/** Its own nonces have 12 characters. */
const NONCE = /^[A-Za-z0-9]{12,64}$/;
const ANSWER: AnswerForm = {
  contentType: 'application/json',
  taken: '{"code":"SUCCESS","message":"执行成功"}',
  refused: '{"code":"FAIL","message":"$code"}',
};

type Said = Readonly<Record<string, string>>;

function stringToSign(said: Said, body: Uint8Array): Buffer {
  const head = said['serial_no'] === undefined ? [] : [said['appid'], said['serial_no']];
  const lines = [...head, said['timestamp'], said['nonce_str']].map((line) => `${line}\n`);
  return Buffer.concat([Buffer.from(lines.join(''), 'utf8'), body, Buffer.from('\n')]);
}

function verify(request: RawRequest, keys: readonly PartnerKey[], now: Instant): VerifiedNative | Refused {
  const header = onlyHeader(request, 'authorization');
  if (isRefused(header)) return header;
  if (!header.startsWith('LKLAPI-')) return refused('auth.missing', `no ${SCHEME} signature`);
  const said = readAuthorization(header, REQUEST) ?? readAuthorization(header, NOTIFICATION);
  const timestamp = instantOfSeconds(said?.['timestamp'] ?? '');
  const signature = bytesOfBase64(said?.['signature'] ?? '');
  const nonce = said?.['nonce_str'] ?? '';
  if (!said || !timestamp || !signature || !NONCE.test(nonce))
    return refused('signature.invalid', 'malformed Authorization header');
  const own = keys.filter(({ partner }) => partner === 'lakala');
  const serial = said['serial_no'];
  const named = { algorithms: lakala.keyAlgorithms, ...(serial !== undefined && { serial }) };
  const key = signingKey(own, now, named, stringToSign(said, request.body), signature);
  if (!key) return refused('signature.invalid', 'the signature holds under no live key');
  const body = readJson(request.body);
  const data = body && memberOf(body, 'req_data');
  const content: Content | undefined = isContent(data) ? data : body;
  return staleness(timestamp, now) ?? { partner: 'lakala', serial: key.serial, timestamp, nonce, content };
}

/**
 * Lakala's open platform, `LKLAPI-SHA256withRSA` (documents 1004 and 1009 of its site): RSA over
 * `appid\nserial_no\ntimestamp\nnonce_str\nbody\n`, in its notifications over `timestamp\nnonce_str\nbody\n`; JSON with the
 * business members in `req_data`; answered `{"code":"SUCCESS"}`. That suspensions come so is an assumption: names and
 * codes are {@link LAKALA_NAMING}. It serves persons too.
 */
export const lakala: PartnerProfile = {
  code: 'lakala',
  issuer: 'LAKALA',
  merchantKinds: ALL_KINDS,
  keyAlgorithms: ['SHA256withRSA'],
  verify,
  toSignals: (content) => nativeSignal(LAKALA_NAMING, content),
  answer: (outcome) => answerOf(ANSWER, outcome),
  mapEvent: (event) => nativeEvent(LAKALA_NAMING, event),
  fromSignal: (signal) => nativeContent(LAKALA_NAMING, signal),
  sign(content, signers, at) {
    const signer = signerFor(signers, lakala.keyAlgorithms);
    const body = Buffer.from(JSON.stringify({ req_time: compactOf(at), version: '3.0', req_data: content }), 'utf8');
    const said = {
      appid: 'OP00000003',
      serial_no: signer.serial,
      timestamp: String(secondsOf(at)),
      nonce_str: randomBytes(6).toString('hex'),
    };
    const signature = signatureOf(signer, stringToSign(said, body)).toString('base64');
    return {
      headers: {
        'content-type': 'application/json',
        authorization: writeAuthorization(REQUEST, { ...said, signature }),
      },
      body,
    };
  },
};
