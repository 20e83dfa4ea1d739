import { randomBytes } from 'node:crypto';
import type { Instant } from '#model';
import { bytesOfBase64 } from './base64.js';
import { formOf, isAmbiguous, sortedText, type SortedText } from './form.js';
import { compactOf, instantOfCompact, staleness } from './freshness.js';
import { readJson, type Content } from './json.js';
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
import { refused, type RawRequest, type Refused } from './request.js';
import { signatureOf } from './signatures.js';

/**
 * Shengpay's names: `mchId` and `nonceStr` of its merchant interface, else ours. Its fields for suspensions are not
 * public (domain §8.6): ours stand in their place until it names its own here.
 */
export const SHENGPAY_NAMING: Naming = {
  issuer: 'SHENGPAY',
  style: 'camelCase',
  names: {
    signalId: 'notifyId',
    eventType: 'notifyType',
    merchantNo: 'subMchId',
    institutionCode: 'orgId',
    terminalNo: 'terminalId',
    terminalNos: 'terminalIds',
  },
  instants: 'COMPACT',
  values: 'TEXT',
  codes: { kind: { PASS: 'APPROVED', REFUSE: 'REJECTED', SUPPLEMENT: 'SUPPLEMENT' } },
};

const SIGNED: SortedText = { without: ['sign'], empty: 'DROPPED' };
const NONCE = /^[A-Za-z0-9]{16,64}$/;
const ANSWER: AnswerForm = { contentType: 'text/plain', taken: 'SUCCESS', refused: 'FAIL' };

/**
 * The members as the texts that are signed. Undefined where one is no text: what is not signed as a whole, such as a
 * nested object, is not let in beside what is.
 */
function textsOf(body: Content): Readonly<Record<string, string>> | undefined {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string' || !/^[A-Za-z]\w{0,63}$/.test(name) || isAmbiguous(value)) return undefined;
    texts[name] = value;
  }
  return texts;
}

function verify(request: RawRequest, keys: readonly PartnerKey[], now: Instant): VerifiedNative | Refused {
  const body = readJson(request.body);
  if (!body) return refused('signature.invalid', 'not a JSON object');
  if (!Object.hasOwn(body, 'sign')) return refused('auth.missing', 'no sign member');
  const texts = textsOf(body);
  if (!texts || texts['signType'] !== 'RSA2') return refused('signature.invalid', 'members are not texts signed RSA2');
  const signature = bytesOfBase64(texts['sign'] ?? '');
  const timestamp = instantOfCompact(texts['timestamp'] ?? '');
  const nonce = texts['nonceStr'] ?? '';
  if (!signature || !timestamp || !NONCE.test(nonce))
    return refused('signature.invalid', 'malformed sign, timestamp or nonceStr');
  const own = keys.filter(({ partner }) => partner === 'shengpay');
  const named = { algorithms: shengpay.keyAlgorithms };
  const key = signingKey(own, now, named, sortedText(formOf(texts), SIGNED), signature);
  if (!key) return refused('signature.invalid', 'the signature holds under no live key');
  return staleness(timestamp, now) ?? { partner: 'shengpay', serial: key.serial, timestamp, nonce, content: texts };
}

/**
 * Shengpay's merchant interface: JSON whose members are texts; those with a value, sorted and joined as `a=1&b=2` without
 * `sign`, are signed with SHA256withRSA (`signType` RSA2). `timestamp` is Beijing time. Answered SUCCESS. That
 * suspensions come so is an assumption: names and codes are {@link SHENGPAY_NAMING}. It serves persons too.
 */
export const shengpay: PartnerProfile = {
  code: 'shengpay',
  issuer: 'SHENGPAY',
  merchantKinds: ALL_KINDS,
  keyAlgorithms: ['SHA256withRSA'],
  verify,
  toSignals: (content) => nativeSignal(SHENGPAY_NAMING, content),
  answer: (outcome) => answerOf(ANSWER, outcome),
  mapEvent: (event) => nativeEvent(SHENGPAY_NAMING, event),
  fromSignal: (signal) => nativeContent(SHENGPAY_NAMING, signal),
  sign(content, signers, at) {
    const signer = signerFor(signers, shengpay.keyAlgorithms);
    const fields = {
      mchId: '11548088',
      nonceStr: randomBytes(16).toString('hex'),
      timestamp: compactOf(at),
      signType: 'RSA2',
      ...(content as Readonly<Record<string, string>>),
    };
    const sign = signatureOf(signer, sortedText(formOf(fields), SIGNED)).toString('base64');
    return {
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify({ ...fields, sign }), 'utf8'),
    };
  },
};
