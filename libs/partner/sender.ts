import type { Case, Issuer } from '#model';

/** Who sends signals, and for whom it may speak. */
export interface Sender {
  /** Short name in lower case, in signatures and ownership. */
  readonly code: string;
  /** In whose name its own notices are. */
  readonly issuer: Issuer;
  /** Issuers whose word it carries: it may revoke their notices and bring their decisions. */
  readonly voices: readonly Issuer[];
  /** How its own notice numbers begin, where it shares its issuer with others. */
  readonly noticePrefix?: string;
}

/** Under which id a partner acts in a case. */
export const actorId = ({ code }: Pick<Sender, 'code'>): string => `partner:${code}`;

/** Whether the notice of a case is one this sender may take back. */
export const issued = ({ voices, noticePrefix = '' }: Sender, { issuer, noticeNo }: Case): boolean =>
  voices.includes(issuer) && noticeNo.startsWith(noticePrefix);

/** Whether every decision a case waits for from outside is this sender's to bring (domain §4.6). */
export function mayDecide({ voices }: Sender, { scope }: Case): boolean {
  const owners = new Set(scope.map(({ decisionOwner }) => decisionOwner).filter((owner) => owner !== 'INSTITUTION'));
  return owners.size > 0 && [...owners].every((owner) => voices.includes(owner));
}
