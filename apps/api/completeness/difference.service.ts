import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  inTransaction,
  DifferenceStore,
  subjectKey,
  Vault,
  type DifferenceFilters,
  type RecordedDifference,
} from '#database';
import { institutionsOf, seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { refuseCardDataInTexts } from '../cases/card-data.js';
import type { PartnerIdentity } from '../partners/partner.identity.js';
import { checked } from '../problem/checked.js';
import { Problem } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { Idempotency } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { pageOf, placeIn } from '../requests/page.cursor.js';
import { differencePlace, differencesQuery, explainBody, ownDifferencesQuery } from './difference.schema.js';

/** Differences between partners' lists and the record, as staff and partners see them. */
@Injectable()
export class DifferenceService {
  constructor(
    private readonly differences: DifferenceStore,
    private readonly vault: Vault,
    private readonly idempotency: Idempotency,
    private readonly database: DataSource,
  ) {}

  /** One page of the differences the caller sees, the oldest first. */
  async list(query: unknown, caller: CallerIdentity) {
    const asked = checked(differencesQuery, query, Object.keys(differencesQuery.shape));
    const { limit, cursor, status: state, sandbox, ...narrowed } = asked;
    const world = sandbox === 'both' ? sandbox : sandbox === 'true';
    const { page, nextCursor } = await this.page(
      { ...narrowed, state, sandbox: world, institutions: institutionsOf(caller) },
      cursor,
      limit,
    );
    const words = await this.vault.open(page.flatMap(({ explanation }) => explanation ?? []));
    return { items: page.map((one) => staffView(one, words)), nextCursor };
  }

  /** One page of a partner's own. */
  async listOwn({ code }: PartnerIdentity, query: unknown) {
    const asked = checked(ownDifferencesQuery, query, Object.keys(ownDifferencesQuery.shape));
    const { limit, cursor, status: state, ...narrowed } = asked;
    const filters = { ...narrowed, state, partner: code, institutions: '*' } as const;
    const { page, nextCursor } = await this.page(filters, cursor, limit);
    return { items: page.map(ownView), nextCursor };
  }

  /**
   * Keeps why a difference is none to worry about; it closes when a later list no longer shows it.
   * @throws Problem `difference.not-found`, `difference.not-open`, and those of {@link Idempotency.runOnce}.
   */
  async explain(differenceId: string, once: OnceRequest, body: unknown): Promise<Answer> {
    const { reason } = checked(explainBody, body, Object.keys(explainBody.shape));
    refuseCardDataInTexts([{ text: reason, pointer: '/reason' }]);
    return this.idempotency.runOnce(once, {
      carryOut: async ({ keep }) =>
        inTransaction(this.database, async (manager) => {
          const held = await this.open(manager, differenceId, once.caller);
          const subject = subjectKey(held.institutionCode ?? '*', held.merchantNo);
          const [text] = await this.vault.seal(manager, subject, held.caseId ?? differenceId, [reason]);
          await this.differences.explain(manager, differenceId, once.caller.id, text!.textId);
          const answer = new Answer(200, { differenceId, status: 'EXPLAINED' });
          await keep(answer, manager);
          return answer;
        }),
    });
  }

  private async open(manager: EntityManager, differenceId: string, caller: CallerIdentity) {
    const held = await this.differences.hold(manager, differenceId);
    const { institutionCode } = held ?? {};
    const isSeen = institutionCode ? seesInstitution(caller, institutionCode) : institutionsOf(caller) === '*';
    if (!held || !isSeen) throw notFound(differenceId);
    if (held.state !== 'OPEN') throw notOpen(held);
    return held;
  }

  private async page(filters: DifferenceFilters, cursor: string | undefined, limit: number) {
    const found = await this.differences.list(filters, placeIn(cursor, differencePlace), limit + 1);
    return pageOf(found, limit, ({ firstDay, differenceId }) => [firstDay, differenceId]);
  }
}

function ownView(one: RecordedDifference) {
  const { differenceId, merchantNo, itemId, kind, owner, caseId, state, firstDay, lastDay, closedDay } = one;
  const place = { differenceId, merchantNo, itemId, kind, owner, caseId, status: state };
  return { ...place, firstDay, lastDay, closedDay, ageDays: one.ageDays, sandbox: one.sandbox };
}

function staffView(one: RecordedDifference, words: ReadonlyMap<string, string>) {
  const { partner, institutionCode, explanation, explainedBy: by, explainedAt: at } = one;
  const reason = explanation === null ? null : (words.get(explanation) ?? null);
  return { ...ownView(one), partner, institutionCode, explanation: explanation === null ? null : { by, at, reason } };
}

const notFound = (differenceId: string): Problem =>
  new Problem('difference.not-found', {
    detail: `There is no difference ${differenceId}.`,
    detailZh: `没有差异 ${differenceId}。`,
  });

const notOpen = ({ state }: RecordedDifference): Problem =>
  new Problem('difference.not-open', {
    detail: `Only an open difference is explained; this one is ${state}.`,
    detailZh: state === 'CLOSED' ? '该差异已消除,无需说明。' : '该差异已有说明。',
    extensions: { state },
  });
