import { Injectable } from '@nestjs/common';
import { CaseStore, OutboxStore, type ReferredCase } from '#database';
import { CaseFinder } from '#intake';
import { MATERIAL_WORDS, outsideView, outsideWaits, type Case, type MaterialCode } from '#model';
import { CASE_ID_PATTERN } from '../cases/case-id.js';
import { caseNow, rulesFor } from '../cases/case.view.js';
import { checked } from '../problem/checked.js';
import { outwardQuery, partnerCasesQuery } from './partner-case.schema.js';
import type { PartnerIdentity } from './partner.identity.js';
import { caseNotYours } from './signal.answer.js';

/** Cases as the partners of their merchants see them (api.md §4). */
@Injectable()
export class PartnerCaseService {
  constructor(
    private readonly cases: CaseStore,
    private readonly outbox: OutboxStore,
    private readonly finder: CaseFinder,
  ) {}

  /** Cases by notice, merchant or both, the youngest first. */
  async find({ code }: PartnerIdentity, query: unknown) {
    const reference = checked(partnerCasesQuery, query, Object.keys(partnerCasesQuery.shape));
    const found = await this.finder.owned(code, reference, new Date().toISOString());
    const held = await Promise.all(found.map(({ caseId }) => this.cases.caseOf(caseId)));
    return { items: held.flatMap((one) => (one ? [viewOf(one.case)] : [])) };
  }

  async view(partner: PartnerIdentity, caseId: string) {
    return viewOf(await this.owned(partner, caseId));
  }

  /** What partners were told of a case after a number; `nextAfter` is null on the last page. */
  async events(partner: PartnerIdentity, caseId: string, query: unknown) {
    const { after, limit } = checked(outwardQuery, query, Object.keys(outwardQuery.shape));
    await this.owned(partner, caseId);
    const found = await this.outbox.eventsOf(caseId, after, limit + 1);
    const items = found.slice(0, limit);
    return { items, nextAfter: found.length > limit ? (items.at(-1)?.number ?? null) : null };
  }

  /**
   * A case of one of the partner's merchants.
   * @throws Problem `case.not-found`, for cases of others too.
   */
  async owned({ code }: PartnerIdentity, caseId: string): Promise<Case> {
    const known: readonly ReferredCase[] = CASE_ID_PATTERN.test(caseId)
      ? await this.finder.owned(code, { caseId }, new Date().toISOString())
      : [];
    const held = known.length > 0 ? await this.cases.caseOf(caseId) : undefined;
    if (!held) throw caseNotYours(caseId);
    return held.case;
  }
}

function viewOf(current: Case) {
  const rules = rulesFor(current);
  const view = outsideView(current, rules);
  return {
    ...view,
    seq: current.seq,
    requirements: view.requirements.map((owed) => ({ ...owed, reason: MATERIAL_WORDS[owed.code as MaterialCode] })),
    waitsFor: outsideWaits(current, rules).map((owner) => ({ owner })),
    now: caseNow(current),
  };
}
