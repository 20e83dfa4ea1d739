import { MERCHANT_KINDS, type Case, type Issuer, type MerchantKind } from '#model';
import type { Finding } from './signal.schema.js';

/** Who sends signals, and for whom it may speak. */
export interface Sender {
  /** Short name in lower case, in signatures and ownership. */
  readonly code: string;
  /** In whose name its own notices are. */
  readonly issuer: Issuer;
  /** Issuers whose word it carries: it may revoke their notices and bring their decisions. */
  readonly voices: readonly Issuer[];
  /** Kinds of merchants it serves (domain §4.6); its notices name no other. */
  readonly merchantKinds: readonly MerchantKind[];
  /** How its own notice numbers begin, where it shares its issuer with others. */
  readonly noticePrefix?: string;
}

/** Under which id a partner acts in a case. */
export const actorId = ({ code }: Pick<Sender, 'code'>): string => `partner:${code}`;

/**
 * What is wrong with a notice of this sender, or with one from its list, as `POST /notices` takes it: it names a kind of
 * merchant the sender does not serve. One that names no kind, or none there is, is no business of this rule.
 */
export function unservedKind({ code, merchantKinds }: Sender, notice: unknown): Finding | undefined {
  const merchant: unknown = Reflect.get(Object(notice), 'merchant');
  const kind = MERCHANT_KINDS.find((known) => known === Reflect.get(Object(merchant), 'kind'));
  if (kind === undefined || merchantKinds.includes(kind)) return undefined;
  const message = `is a kind of merchant ${code} does not serve; it serves ${merchantKinds.join(', ')}`;
  return { pointer: '/merchant/kind', message };
}

/** Whether the notice of a case is one this sender may take back. */
export const issued = ({ voices, noticePrefix = '' }: Sender, { issuer, noticeNo }: Case): boolean =>
  voices.includes(issuer) && noticeNo.startsWith(noticePrefix);

/** Whether every decision a case waits for from outside is this sender's to bring (domain §4.6). */
export function mayDecide({ voices }: Sender, { scope }: Case): boolean {
  const owners = new Set(scope.map(({ decisionOwner }) => decisionOwner).filter((owner) => owner !== 'INSTITUTION'));
  return owners.size > 0 && [...owners].every((owner) => voices.includes(owner));
}
