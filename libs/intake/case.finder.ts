import type { CaseReference, PartnerStore, ReferenceStore, ReferredCase } from '#database';
import type { Instant } from '#model';
import { ownsMerchant, type Ownership, type PartnerSignal, type Sender } from '#partner';

/**
 * What a reference comes to: a case; nothing yet; nothing that is the partner's, which is said like nothing at all; or
 * several that it does not tell apart.
 */
export type Found =
  { readonly kind: 'CASE'; readonly caseId: string } | { readonly kind: 'UNKNOWN' | 'FOREIGN' | 'SEVERAL' };

const referenceOf = ({ caseId, noticeNo, subject }: PartnerSignal): CaseReference => ({
  caseId,
  noticeNo,
  merchantNo: subject?.merchantNo,
});

/** Finds the case a partner speaks of, among those of its merchants. */
export class CaseFinder {
  constructor(
    private readonly references: ReferenceStore,
    private readonly partners: Pick<PartnerStore, 'ownershipOf'>,
  ) {}

  /** The relations of a partner. */
  async relationsOf(partner: string): Promise<readonly Ownership[]> {
    return (await this.partners.ownershipOf(partner)) as readonly Ownership[];
  }

  /** Cases of a partner's merchants that a reference fits, the youngest first. */
  async owned(partner: string, reference: CaseReference, now: Instant): Promise<readonly ReferredCase[]> {
    const [cases, relations] = await Promise.all([this.references.casesOf(reference), this.relationsOf(partner)]);
    return cases.filter(({ merchantNo, institutionCode }) =>
      ownsMerchant(relations, partner, merchantNo, now, institutionCode),
    );
  }

  /** The case a signal is about: of several under one notice number the sender's own, then the one that is open. */
  async of(sender: Sender, signal: PartnerSignal, now: Instant): Promise<Found> {
    const reference = referenceOf(signal);
    const [cases, relations] = await Promise.all([this.references.casesOf(reference), this.relationsOf(sender.code)]);
    const isOwn = (merchantNo: string, institutionCode?: string): boolean =>
      ownsMerchant(relations, sender.code, merchantNo, now, institutionCode);
    const own = cases.filter(({ merchantNo, institutionCode }) => isOwn(merchantNo, institutionCode));
    const isForeign = reference.merchantNo !== undefined && !isOwn(reference.merchantNo);
    if (own.length === 0) return { kind: isForeign || cases.length > 0 || reference.caseId ? 'FOREIGN' : 'UNKNOWN' };
    const candidates = narrowed(
      narrowed(own, ({ issuer }) => sender.issuer === issuer),
      ({ open }) => open,
    );
    const [only] = candidates;
    return candidates.length === 1 && only ? { kind: 'CASE', caseId: only.caseId } : { kind: 'SEVERAL' };
  }
}

/** Those that fit where some do, else all. */
function narrowed<T>(all: readonly T[], fits: (one: T) => boolean): readonly T[] {
  const some = all.filter(fits);
  return some.length > 0 ? some : all;
}
