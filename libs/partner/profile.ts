import type { Instant, Issuer, MerchantKind, OutwardLink } from '#model';
import type { Content } from './json.js';
import { liveKeys, type KeyAlgorithm, type PartnerKey } from './keys.js';
import type { NativeSignals } from './native.signal.js';
import type { RawRequest, Refused, Verified } from './request.js';
import { signatureHolds, type Signer } from './signatures.js';
import type { PartnerSignal, SignalProblem } from './signal.schema.js';

/** A genuine native message, opened; `content` is absent where what was signed cannot be read. */
export interface VerifiedNative extends Verified {
  readonly content: Content | undefined;
}

/** What became of a message: the status and code the plain API would answer. */
export interface Outcome {
  readonly status: number;
  readonly code: string;
}

/** An answer in the form the partner expects. */
export interface NativeAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** A signed message ready to be posted. */
export interface NativeRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The merchant a channel knows under a number of its own. */
export type MerchantDirectory = (
  theirNo: string,
) => { readonly merchantNo: string; readonly institutionCode: string } | undefined;

/** One partner's own way of talking: how its messages are signed, named, answered. */
export interface PartnerProfile {
  readonly code: string;
  /** In whose name its notices are. */
  readonly issuer: Issuer;
  /** Kinds of merchants it takes (domain §4.6). */
  readonly merchantKinds: readonly MerchantKind[];
  /** Keys its messages may be signed or sealed with. */
  readonly keyAlgorithms: readonly KeyAlgorithm[];
  /** Whether a message is genuine, by these keys of the partner; opens it. Never throws. */
  verify(request: RawRequest, keys: readonly PartnerKey[], now: Instant): VerifiedNative | Refused;
  /** What an opened message says in our words. Never throws. */
  toSignals(content: Content | undefined, directory?: MerchantDirectory): NativeSignals | SignalProblem;
  answer(outcome: Outcome): NativeAnswer;
  /** An event of a case in the partner's words, to be signed and posted to it. */
  mapEvent(event: OutwardLink): Content;
  /** A signal in the partner's words: what its simulator sends. */
  fromSignal(signal: PartnerSignal): Content;
  /**
   * A message of these members, signed as this partner's are.
   * @throws TypeError when a signer lacks what the format needs.
   */
  sign(content: Content, signers: readonly Signer[], at: Instant): NativeRequest;
}

/** Which key, of the live ones of a profile, made a signature over these bytes. */
export const signingKey = (
  keys: readonly PartnerKey[],
  now: Instant,
  {
    algorithms,
    serial,
    sm2Id,
  }: {
    readonly algorithms: readonly KeyAlgorithm[];
    readonly serial?: string;
    readonly sm2Id?: string;
  },
  message: Uint8Array,
  signature: Buffer,
): PartnerKey | undefined =>
  liveKeys(keys, now, algorithms, serial).find((key) => signatureHolds(key, message, signature, sm2Id));

/**
 * The signer of one of these algorithms.
 * @throws TypeError when there is none.
 */
export function signerFor(signers: readonly Signer[], algorithms: readonly KeyAlgorithm[]): Signer {
  const signer = signers.find(({ algorithm }) => algorithms.includes(algorithm));
  if (!signer) throw new TypeError(`no signer for ${algorithms.join(' or ')}`);
  return signer;
}

/** Answers of a format: one when the message was taken, one when it was not, `$code` in it standing for why. */
export interface AnswerForm {
  readonly contentType: string;
  readonly taken: string;
  readonly refused: string;
}

/** The answer to an outcome; what is kept but rejected by a rule was taken, or the sender would send it for ever. */
export const answerOf = ({ contentType, taken, refused }: AnswerForm, { status, code }: Outcome): NativeAnswer =>
  status < 300
    ? { status: 200, contentType, body: taken }
    : { status, contentType, body: refused.replace('$code', code) };

/** Every kind of merchant there is (domain §4.6). */
export const ALL_KINDS = ['ENTERPRISE', 'INDIVIDUAL_BUSINESS', 'MICRO_PERSON', 'INSTITUTION'] as const;
/** Merchants with a licence and a corporate account. */
export const LICENSED_KINDS = ['ENTERPRISE', 'INDIVIDUAL_BUSINESS', 'INSTITUTION'] as const;
