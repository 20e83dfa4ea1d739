export { headerLines, isRefused, REFUSAL_CODES } from './request.js';
export type { HeaderLines, RawRequest, RefusalCode, Refused, Verified } from './request.js';
export { dateOfCompact, instantOfCompact, SIGNATURE_WINDOW_MS } from './freshness.js';
export { theirName, type Naming } from './naming.js';
export { isLive, KEY_ALGORITHMS, type KeyAlgorithm, type PartnerKey } from './keys.js';
export type { Signer } from './signatures.js';
export { selfSigned } from './self-signed.js';
export { claimedPartner, PLAIN_SCHEMES, signPlain, verifyPlain } from './plain.signature.js';
export { NONCE_KEPT_MS, type NonceCache } from './nonce-cache.js';
export { newWebhookSecret, signWebhook, type WebhookHeaders } from './standard-webhook.js';
export { EVENT_TYPES, isProblem, readSignal, signalSchema } from './signal.schema.js';
export type { EventType, Finding, PartnerSignal, SignalProblem } from './signal.schema.js';
export { FACT_RULES, NOTICE_EVENTS, RESERVED_EVENTS, type FactRule } from './signal.rules.js';
export {
  factsOf,
  readFactPayload,
  routeOf,
  signalFindings,
  uploadMisfit,
  type FactDraft,
  type SignalRoute,
} from './signal.facts.js';
export { actorId, unservedKind, type Sender } from './sender.js';
export { OWNERSHIP_SEEDS, ownsMerchant, RELATIONS, type Ownership, type Relation } from './ownership.js';
export { readJson, type Content } from './json.js';
export type { NativeSignals } from './native.signal.js';
export type {
  MerchantDirectory,
  NativeAnswer,
  NativeRequest,
  Outcome,
  PartnerProfile,
  VerifiedNative,
} from './profile.js';
export { PROFILES, SAMPLE_CHANNEL, SAMPLE_MERCHANTS, SENDER_NAMINGS, senderOf, SENDERS } from './partners.js';
export { BRANCH_LIST, readPickup, type Pickup, type PickupFormat, type PickupLine } from './unionpay.pickup.js';
export { addressFault, isAllowedHost, isPublicIp, type AddressFault } from './webhook-address.js';
export { compareDay, MOST_NOTICES, type ControlTotal, type DayComparison, type TotalBasis } from './control-total.js';
export { numberingOf, seriesOf, type DaySeries } from './notice-numbering.js';
export { standingOf, type HeldPlace, type ListedPlace, type Place, type Standing } from './status-place.js';
export { comparePlaces, DIFFERENCE_KINDS, DIFFERENCE_OWNERS, OWNER_OF } from './status-differences.js';
export type { DifferenceKind, DifferenceOwner, PlaceVerdict } from './status-differences.js';
export { sha256Of, STATUS_COLUMNS, writeStatusFile, type StatusForm, type StatusTrailer } from './status-file.js';
export { MOST_LINES, readStatusFile, type StatusFile } from './status-file.reader.js';
