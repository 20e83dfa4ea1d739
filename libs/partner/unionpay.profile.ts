import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { toMs, type Instant } from '#model';
import { bytesOfBase64 } from './base64.js';
import { compactOf, instantOfCompact, staleness } from './freshness.js';
import { formOf, readForm, sortedText, textsOfForm, writeForm, type Form, type SortedText } from './form.js';
import { liveKeys, publicKeyOf, type PartnerKey } from './keys.js';
import type { Naming } from './naming.js';
import { nativeContent, nativeEvent, nativeSignal } from './native.signal.js';
import {
  ALL_KINDS,
  answerOf,
  signerFor,
  type AnswerForm,
  type PartnerProfile,
  type VerifiedNative,
} from './profile.js';
import { refused, type RawRequest, type Refused } from './request.js';
import { signatureHolds, signatureOf } from './signatures.js';

/**
 * UnionPay's names and codes for risk notices. Its rulebooks and their codes are for members only (domain, head), so
 * these stand for what an institution agrees with its branch; change them here. Names that ACP has are ACP's.
 */
export const UNIONPAY_NAMING: Naming = {
  issuer: 'UNIONPAY',
  style: 'camelCase',
  names: {
    signalId: 'orderId',
    eventType: 'txnSubType',
    occurredAt: 'occurTime',
    institutionCode: 'acqInsCode',
    merchantNo: 'merId',
    mcc: 'merCatCode',
    merchantName: 'merName',
    terminalNo: 'termId',
    terminalNos: 'termIds',
    reasonCodes: 'riskTypes',
    reasonText: 'riskDesc',
    capabilities: 'dispositions',
    capability: 'disposition',
    feedbackDueAt: 'feedbackTime',
  },
  instants: 'COMPACT',
  values: 'TEXT',
  codes: {
    eventType: {
      '01': 'SUSPENSION.NOTICE',
      '02': 'SUSPENSION.AMENDED',
      '03': 'SUSPENSION.REVOKED',
      '04': 'RETRIEVAL.REQUESTED',
      '05': 'REVIEW.DECISION',
      '06': 'TERMINAL.REINSTATED',
      '07': 'MERCHANT.REINSTATED',
      '08': 'RISK.REHIT',
    },
    reasonCodes: {
      R01: 'TRADING_VIOLATION',
      R02: 'ILLEGAL_OPERATION',
      R03: 'TERMINAL_MISMATCH',
      R04: 'INACTIVITY',
      R05: 'QUALIFICATION_EXPIRED',
      R06: 'SETTLEMENT_ACCOUNT_ABNORMAL',
      R07: 'POLICY_CHANGE',
      R08: 'MAINTENANCE',
      R09: 'SYSTEM_FAILURE',
      R99: 'OTHER',
    },
    capabilities: {
      D01: 'ACCEPT_CARD',
      D02: 'ACCEPT_CREDIT',
      D03: 'ACCEPT_QR',
      D04: 'ACCEPT_CNP',
      D05: 'SETTLEMENT',
      D06: 'REFUND',
      D07: 'PREAUTH',
    },
    capability: {
      D01: 'ACCEPT_CARD',
      D02: 'ACCEPT_CREDIT',
      D03: 'ACCEPT_QR',
      D04: 'ACCEPT_CNP',
      D05: 'SETTLEMENT',
      D06: 'REFUND',
      D07: 'PREAUTH',
    },
    kind: { '00': 'APPROVED', '01': 'REJECTED', '02': 'SUPPLEMENT' },
  },
};

const SIGNED: SortedText = { without: ['signature'], empty: 'KEPT' };
const CHARSETS: Readonly<Record<string, string>> = { 'UTF-8': 'utf-8', GBK: 'gb18030' };
const ANSWER: AnswerForm = { contentType: 'text/plain', taken: 'ok', refused: '$code' };

/** What ACP signs with RSA: the SHA-256 of the sorted form, in lower-case hex. */
const digestText = (form: Form): Buffer =>
  Buffer.from(createHash('sha256').update(sortedText(form, SIGNED)).digest('hex'), 'latin1');

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

const isSameKey = (key: PartnerKey, came: KeyObject): boolean => {
  try {
    return spkiOf(publicKeyOf(key)).equals(spkiOf(came));
  } catch {
    return false;
  }
};

/** The key in a certificate that came along, while the certificate itself is valid. It only names a registered key. */
function keyThatCame(pem: string, now: Instant): KeyObject | undefined {
  try {
    const certificate = new X509Certificate(pem);
    const valid = certificate.validFromDate.getTime() <= toMs(now) && toMs(now) <= certificate.validToDate.getTime();
    return valid ? certificate.publicKey : undefined;
  } catch {
    return undefined;
  }
}

/** The registered key a form names, by its certificate or, where none came, by the number of it. */
function registeredKey(form: Form, keys: readonly PartnerKey[], now: Instant): PartnerKey | undefined {
  const live = liveKeys(keys, now, unionpay.keyAlgorithms);
  const certificate = form.get('signPubKeyCert')?.toString('latin1');
  if (!certificate) return live.find(({ serial }) => serial === form.get('certId')?.toString('latin1'));
  const came = keyThatCame(certificate, now);
  return came && live.find((key) => isSameKey(key, came));
}

function verify(request: RawRequest, keys: readonly PartnerKey[], now: Instant): VerifiedNative | Refused {
  const form = readForm(request.body);
  const field = (name: string): string => form?.get(name)?.toString('latin1') ?? '';
  if (!form) return refused('signature.invalid', 'not a form that can be signed');
  if (!field('signature')) return refused('auth.missing', 'no signature field');
  if (field('signMethod') !== '01') return refused('signature.invalid', 'signMethod is not 01 (RSA)');
  const signature = bytesOfBase64(field('signature'));
  const timestamp = instantOfCompact(field('txnTime'));
  if (!signature || !timestamp) return refused('signature.invalid', 'malformed signature or txnTime');
  const own = keys.filter(({ partner }) => partner === 'unionpay');
  const key = registeredKey(form, own, now);
  if (!key) return refused('signature.invalid', 'the certificate is none that is registered');
  if (!signatureHolds(key, digestText(form), signature))
    return refused('signature.invalid', 'the signature does not hold');
  const charset = CHARSETS[field('encoding').toUpperCase()];
  const content = charset ? textsOfForm(form, charset) : undefined;
  return staleness(timestamp, now) ?? { partner: 'unionpay', serial: key.serial, timestamp, content };
}

/**
 * UnionPay in the manner of its ACP (全渠道) interface 5.1.0: a form whose fields, sorted and joined without `signature`,
 * are hashed with SHA-256, the hex of the hash signed with RSA; `signMethod` 01, `encoding`, `signPubKeyCert`. The form
 * is public, that risk notices come so is not: names and codes are {@link UNIONPAY_NAMING}. The certificate is never
 * trusted because it came along: its key must be one of the registered ones. There is no nonce; the same bytes say the
 * same under the same `orderId`. It serves every kind of merchant.
 */
export const unionpay: PartnerProfile = {
  code: 'unionpay',
  issuer: 'UNIONPAY',
  merchantKinds: ALL_KINDS,
  keyAlgorithms: ['SHA256withRSA'],
  verify,
  toSignals: (content) => nativeSignal(UNIONPAY_NAMING, content),
  answer: (outcome) => answerOf(ANSWER, outcome),
  mapEvent: (event) => nativeEvent(UNIONPAY_NAMING, event),
  fromSignal: (signal) => nativeContent(UNIONPAY_NAMING, signal),
  sign(content, signers, at) {
    const signer = signerFor(signers, unionpay.keyAlgorithms);
    const fields = {
      version: '5.1.0',
      encoding: 'UTF-8',
      signMethod: '01',
      txnType: '00',
      txnTime: compactOf(at),
      certId: signer.serial,
      ...(signer.certificate && { signPubKeyCert: signer.certificate }),
      ...(content as Readonly<Record<string, string>>),
    };
    const signature = signatureOf(signer, digestText(formOf(fields))).toString('base64');
    return {
      headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
      body: writeForm({ ...fields, signature }),
    };
  },
};
