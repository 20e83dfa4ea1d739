import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RevealStore, subjectKey, Vault, VaultError } from '#database';
import type { Case } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { refuseCardDataInTexts } from '../cases/card-data.js';
import { CaseReader } from '../cases/case.reader.js';
import { actionsOf, caseNow } from '../cases/case.view.js';
import { memberOf, MerchantReader, PERSONAL_FIELDS, type PersonalField } from '../cases/merchant.reader.js';
import { checked } from '../problem/checked.js';
import { dependencyUnavailable, Problem } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { audited } from '../requests/audited.js';
import { Idempotency } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { membersNamed, revealBody } from './reveal.schema.js';

/** What is kept of a showing under the Idempotency-Key: never what was shown. */
interface Shown {
  readonly caseId: string;
  readonly revealId: string;
  readonly expiresAt: string;
  readonly fields: readonly PersonalField[];
}

/** Shows personal data of a merchant to those who act in its case, for a while and for a reason. */
@Injectable()
export class RevealService {
  constructor(
    private readonly reader: CaseReader,
    private readonly merchants: MerchantReader,
    private readonly reveals: RevealStore,
    private readonly vault: Vault,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * Writes down who is shown what and why, then shows it; the same request shows it again until it expires.
   * @throws Problem `case.not-found`, `request.expired`, and those of {@link Idempotency.runOnce}.
   */
  async show(caseId: string, once: OnceRequest, body: unknown): Promise<Answer> {
    const { fields: names, reason } = checked(revealBody, body, Object.keys(revealBody.shape));
    const { case: current } = await this.reader.recorded(caseId, once.caller);
    let shown: Shown | undefined;
    const kept = await this.idempotency.runOnce(once, {
      caseId,
      plan: async (manager) => {
        const fields = fieldsNamed(names);
        refuseCardDataInTexts([{ text: reason, pointer: '/reason' }]);
        refuseIdle(current, once.caller);
        shown = await audited('The reveal log', this.keep(manager, current, once.caller, fields, reason));
        return { caseId };
      },
      carryOut: () => (shown ? Promise.resolve(new Answer(200, shown)) : Promise.reject(neverShown())),
    });
    if (kept.isProblem) return kept;
    return new Answer(200, await this.opened(current, kept.body as Shown), kept.replayed);
  }

  private async keep(
    manager: EntityManager,
    { caseId, institutionCode, merchantNo }: Case,
    { id: actorId, roles: actorRoles }: CallerIdentity,
    fields: readonly PersonalField[],
    words: string,
  ): Promise<Shown> {
    const [reason] = await this.vault.seal(manager, subjectKey(institutionCode, merchantNo), caseId, [words]);
    const added = await this.reveals.add(manager, { caseId, actorId, actorRoles, fields, reason: reason! });
    return { caseId, ...added, fields };
  }

  private async opened(current: Case, { fields, ...shown }: Shown) {
    if (shown.expiresAt <= new Date().toISOString()) throw shownLongEnough();
    const merchant = await this.merchants.of(current).catch((error: unknown) => {
      throw error instanceof VaultError ? dependencyUnavailable('The vault') : error;
    });
    return { ...shown, values: Object.fromEntries(fields.map((field) => [field, memberOf(merchant, field) ?? null])) };
  }
}

/** @throws Problem `guard.field-unknown` for names that are none. */
function fieldsNamed(names: readonly string[]): readonly PersonalField[] {
  const unknown = names.filter((name) => membersNamed(name).length === 0);
  if (unknown.length === 0) return [...new Set(names.flatMap(membersNamed))];
  const known = Object.keys(PERSONAL_FIELDS);
  throw new Problem('guard.field-unknown', {
    detail: `There is no field ${unknown.join(', ')} to reveal. There are ${known.join(', ')}.`,
    detailZh: `没有可查看的字段 ${unknown.join('、')};可选字段为 ${known.join('、')}。`,
    extensions: { unknown, known },
  });
}

/** Data is needed to act (PIPL art. 6): who can do nothing in the case now needs none of it. */
function refuseIdle(current: Case, caller: CallerIdentity): void {
  if (actionsOf(current, caller, caseNow(current)).length > 0) return;
  throw new Problem('auth.role', {
    detail: `In the state ${current.state} there is nothing your role can do in this case, so its data is not shown.`,
    detailZh: `案件处于 ${current.state} 状态,您的岗位无可执行操作,不予显示个人信息。`,
  });
}

const neverShown = (): Problem =>
  new Problem('request.expired', {
    detail: 'The first try of this request was lost before anything was shown. Send it with a new Idempotency-Key.',
    detailZh: '该请求首次提交时未能完成,请使用新的 Idempotency-Key 重新提交。',
  });

const shownLongEnough = (): Problem =>
  new Problem('request.expired', {
    detail: 'This data was shown for five minutes. To see it again send a new request with its own reason and key.',
    detailZh: '个人信息的查看时限(五分钟)已过,如需再次查看,请使用新的 Idempotency-Key 并说明理由重新申请。',
  });
