import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Instant } from '#model';
import { bytesOfBase64 } from './base64.js';
import { instantOfSeconds, secondsOf, staleness } from './freshness.js';
import { isContent, memberOf, readJson, type Content } from './json.js';
import { liveKeys, type PartnerKey } from './keys.js';
import { nativeEvent } from './native.signal.js';
import {
  ALL_KINDS,
  answerOf,
  signerFor,
  signingKey,
  type AnswerForm,
  type PartnerProfile,
  type VerifiedNative,
} from './profile.js';
import { isRefused, onlyHeader, onlyHeaders, refused, type RawRequest, type Refused } from './request.js';
import { signatureOf, type Signer } from './signatures.js';
import { WECHAT_NAMING, wechatContent, wechatSignal } from './wechat.signal.js';

const AEAD = 'AEAD_AES_256_GCM';
const TAG_BYTES = 16;
const SIGNATURE_TYPE = 'WECHATPAY2-SHA256-RSA2048';
const NONCE = /^[\x21-\x7e]{16,64}$/;
const ANSWER: AnswerForm = {
  contentType: 'application/json',
  taken: '{"code":"SUCCESS","message":"成功"}',
  refused: '{"code":"FAIL","message":"$code"}',
};
const SIGNING = ['SHA256withRSA'] as const;
const SEALING = ['AES-256-GCM'] as const;

const stringToSign = (timestamp: string, nonce: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`, 'utf8'), body, Buffer.from('\n')]);

/** What lies in a resource, under an API v3 key; undefined when it does not open. */
function opened(resource: Content, { secret }: PartnerKey): Buffer | undefined {
  const member = (name: string): string => {
    const value = memberOf(resource, name);
    return typeof value === 'string' ? value : '';
  };
  const sealed = bytesOfBase64(member('ciphertext'));
  if (member('algorithm') !== AEAD || !sealed || sealed.length < TAG_BYTES || secret === null) return undefined;
  try {
    const iv = Buffer.from(member('nonce'), 'utf8');
    const box = createDecipheriv('aes-256-gcm', Buffer.from(secret, 'utf8'), iv, { authTagLength: TAG_BYTES });
    box.setAAD(Buffer.from(member('associated_data'), 'utf8')).setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([box.update(sealed.subarray(0, -TAG_BYTES)), box.final()]);
  } catch {
    return undefined;
  }
}

function contentOf(body: Uint8Array, keys: readonly PartnerKey[], now: Instant): Content | undefined | Refused {
  const envelope = readJson(body);
  const resource = envelope && memberOf(envelope, 'resource');
  if (!envelope || !isContent(resource)) return undefined;
  const plain = liveKeys(keys, now, SEALING)
    .map((key) => opened(resource, key))
    .find((bytes) => bytes !== undefined);
  if (!plain) return refused('signature.invalid', 'the resource does not open');
  const head = Object.entries(envelope).filter(([name]) => name !== 'resource');
  const inside = readJson(plain);
  return inside && { ...inside, ...Object.fromEntries(head) };
}

/** A signature of another type than ours is refused; where the header is not sent the key alone says which it is. */
function isOfType(request: RawRequest): boolean {
  const type = onlyHeader(request, 'wechatpay-signature-type');
  return isRefused(type) ? type.refused === 'auth.missing' : type === SIGNATURE_TYPE;
}

const HEADERS = ['wechatpay-serial', 'wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-signature'] as const;

function verify(request: RawRequest, keys: readonly PartnerKey[], now: Instant): VerifiedNative | Refused {
  const said = onlyHeaders(request, HEADERS);
  if (isRefused(said)) return said;
  const [time, nonce, serial] = [said['wechatpay-timestamp'], said['wechatpay-nonce'], said['wechatpay-serial']];
  const timestamp = instantOfSeconds(time);
  const signature = bytesOfBase64(said['wechatpay-signature']);
  if (!timestamp || !signature || !isOfType(request) || !NONCE.test(nonce))
    return refused('signature.invalid', 'malformed Wechatpay headers');
  const own = keys.filter(({ partner }) => partner === 'wechat');
  const named = { algorithms: SIGNING, serial };
  const key = signingKey(own, now, named, stringToSign(time, nonce, request.body), signature);
  if (!key) return refused('signature.invalid', 'the signature holds under no live key of this serial');
  const content = contentOf(request.body, own, now);
  if (isRefused(content)) return content;
  return staleness(timestamp, now) ?? { partner: 'wechat', serial, timestamp, nonce, content };
}

function sealed(content: Content, { secret }: Signer): Content {
  const nonce = randomBytes(6).toString('hex');
  const box = createCipheriv('aes-256-gcm', Buffer.from(secret!, 'utf8'), Buffer.from(nonce, 'utf8'));
  box.setAAD(Buffer.from('violation', 'utf8'));
  const bytes = [box.update(JSON.stringify(content), 'utf8'), box.final(), box.getAuthTag()];
  const ciphertext = Buffer.concat(bytes).toString('base64');
  return { algorithm: AEAD, original_type: 'violation', ciphertext, nonce, associated_data: 'violation' };
}

/** The sub-merchant of the standalone stack: WeChat's number and the merchant it is. */
export const WECHAT_SAMPLE = {
  subMchid: '1900000109',
  merchantNo: '822290073920001',
  institutionCode: '48222900',
} as const;

/**
 * WeChat Pay's merchant notifications (商户平台处置通知, documents 4012079216 and 4014940982 of its site): headers
 * `Wechatpay-Serial/-Timestamp/-Nonce/-Signature` over `timestamp\nnonce\nbody\n` in RSA-SHA256, in the JSON a `resource`
 * sealed with AEAD_AES_256_GCM under the API v3 key; answered within 5 s. Punishments open cases, recovered records
 * close them; appeals at WeChat and intercepted payments are no event here. Its notices come in the name of ACQUIRER,
 * numbered `WX-<record id>`: the registry of issuers has no WeChat. It serves persons too.
 */
export const wechat: PartnerProfile = {
  code: 'wechat',
  issuer: 'ACQUIRER',
  merchantKinds: ALL_KINDS,
  keyAlgorithms: [...SIGNING, ...SEALING],
  verify,
  toSignals: wechatSignal,
  answer: (outcome) => answerOf(ANSWER, outcome),
  mapEvent: (event) => nativeEvent(WECHAT_NAMING, event),
  fromSignal: (signal) => wechatContent(signal, WECHAT_SAMPLE.subMchid),
  sign(content, signers, at) {
    const [signer, sealer] = [signerFor(signers, SIGNING), signerFor(signers, SEALING)];
    const { id = '', event_type = '', create_time = at, ...inside } = content;
    const envelope = { id, create_time, event_type, resource_type: 'encrypt-resource', summary: '商户平台处置通知' };
    const body = Buffer.from(JSON.stringify({ ...envelope, resource: sealed(inside, sealer) }), 'utf8');
    const [timestamp, nonce] = [String(secondsOf(at)), randomBytes(16).toString('hex')];
    const signature = signatureOf(signer, stringToSign(timestamp, nonce, body)).toString('base64');
    return {
      headers: {
        'content-type': 'application/json',
        'wechatpay-serial': signer.serial,
        'wechatpay-timestamp': timestamp,
        'wechatpay-nonce': nonce,
        'wechatpay-signature': signature,
        'wechatpay-signature-type': SIGNATURE_TYPE,
      },
      body,
    };
  },
};
