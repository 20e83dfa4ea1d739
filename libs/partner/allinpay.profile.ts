import { randomBytes } from 'node:crypto';
import type { Instant } from '#model';
import { bytesOfBase64 } from './base64.js';
import { formOf, readForm, sortedText, textsOfForm, writeForm, type SortedText } from './form.js';
import { compactOf, instantOfCompact, staleness } from './freshness.js';
import type { KeyAlgorithm, PartnerKey } from './keys.js';
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
import { refused, type RawRequest, type Refused } from './request.js';
import { signatureOf } from './signatures.js';
import { pairOf } from './sm2.js';

/**
 * Allinpay's names: `cusid`, `orgid`, `termno`, `reqsn` of its 收银宝, else ours in its manner. Its codes for suspensions
 * are not public: ours stand in their place until it names its own here.
 */
export const ALLINPAY_NAMING: Naming = {
  issuer: 'ALLINPAY',
  style: 'lowercase',
  names: {
    signalId: 'reqsn',
    eventType: 'trxcode',
    merchantNo: 'cusid',
    institutionCode: 'orgid',
    terminalNo: 'termno',
    terminalNos: 'termnos',
  },
  instants: 'COMPACT',
  values: 'TEXT',
  codes: { kind: { '0000': 'APPROVED', '3000': 'REJECTED', '2000': 'SUPPLEMENT' } },
};

/** Keys each `signtype` may be checked with; MD5, which 收银宝 has too, with none. */
const SIGN_TYPES: Readonly<Record<string, readonly KeyAlgorithm[]>> = {
  RSA: ['SHA256withRSA', 'SHA1withRSA'],
  SM2: ['SM3withSM2'],
};
const SIGNED: SortedText = { without: ['sign'], empty: 'DROPPED' };
const NONCE = /^[A-Za-z0-9]{8,64}$/;
const ANSWER: AnswerForm = { contentType: 'text/plain', taken: 'success', refused: 'fail' };
const APP_ID = '00000051';

function verify(request: RawRequest, keys: readonly PartnerKey[], now: Instant): VerifiedNative | Refused {
  const form = readForm(request.body);
  const field = (name: string): string => form?.get(name)?.toString('latin1') ?? '';
  if (!form) return refused('signature.invalid', 'not a form that can be signed');
  if (!field('sign')) return refused('auth.missing', 'no sign field');
  const signType = field('signtype');
  const algorithms = Object.hasOwn(SIGN_TYPES, signType) ? SIGN_TYPES[signType]! : [];
  const signature = bytesOfBase64(field('sign'));
  const timestamp = instantOfCompact(field('reqtime'));
  const nonce = field('randomstr');
  if (algorithms.length === 0 || !signature || !timestamp || !NONCE.test(nonce))
    return refused('signature.invalid', 'malformed sign, signtype, reqtime or randomstr');
  const own = keys.filter(({ partner }) => partner === 'allinpay');
  const key = signingKey(own, now, { algorithms, sm2Id: field('appid') }, sortedText(form, SIGNED), signature);
  if (!key) return refused('signature.invalid', 'the signature holds under no live key of its signtype');
  const content = textsOfForm(form, 'utf-8');
  return staleness(timestamp, now) ?? { partner: 'allinpay', serial: key.serial, timestamp, nonce, content };
}

/**
 * Allinpay's 收银宝: a form whose fields with a value, sorted and joined without `sign`, are signed with RSA or SM2 by
 * `signtype`; for SM2 the signer's identity is its `appid` and the signature the 64 bytes of r and s (DER is read too).
 * Its public samples hash with SHA-1 for RSA: such a key is registered as SHA1withRSA, ours as SHA256withRSA. `reqtime`
 * (Beijing time) is ours: its forms have no instant of signing. Answered `success`. That suspensions come so is an
 * assumption: names and codes are {@link ALLINPAY_NAMING}. It serves merchants with a licence and a corporate account.
 */
export const allinpay: PartnerProfile = {
  code: 'allinpay',
  issuer: 'ALLINPAY',
  merchantKinds: LICENSED_KINDS,
  keyAlgorithms: ['SHA256withRSA', 'SHA1withRSA', 'SM3withSM2'],
  verify,
  toSignals: (content) => nativeSignal(ALLINPAY_NAMING, content),
  answer: (outcome) => answerOf(ANSWER, outcome),
  mapEvent: (event) => nativeEvent(ALLINPAY_NAMING, event),
  fromSignal: (signal) => nativeContent(ALLINPAY_NAMING, signal),
  sign(content, signers, at) {
    const signer = signerFor(signers, allinpay.keyAlgorithms);
    const inSm2 = signer.algorithm === 'SM3withSM2';
    const fields = {
      appid: APP_ID,
      version: '11',
      randomstr: randomBytes(8).toString('hex'),
      reqtime: compactOf(at),
      signtype: inSm2 ? 'SM2' : 'RSA',
      ...(content as Readonly<Record<string, string>>),
    };
    const made = signatureOf(signer, sortedText(formOf(fields), SIGNED), APP_ID);
    const sign = (inSm2 ? pairOf(made) : made).toString('base64');
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: writeForm({ ...fields, sign }),
    };
  },
};
