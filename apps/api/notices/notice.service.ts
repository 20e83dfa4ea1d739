import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseStore, type Accepted, type Claim, type RequestPlan } from '#database';
import type { CallerIdentity } from '../auth/caller.js';
import { checkSandboxRight } from '../auth/sandbox.right.js';
import { cardDataProblem } from '../cases/card-data.js';
import { CommandSender } from '../cases/command.sender.js';
import { checked } from '../problem/checked.js';
import { Answer } from '../requests/answer.js';
import { Idempotency, outcomeUnknown, type Carrying } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { CaseOpener } from './case.opener.js';
import { NoticePlans } from './notice.plans.js';
import { noticeSchema, type Notice } from './notice.schema.js';

/** Takes notices in: one line of one issuer's letter opens one case, however often it is sent (api.md §2). */
@Injectable()
export class NoticeService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly plans: NoticePlans,
    private readonly opener: CaseOpener,
    private readonly sender: CommandSender,
    private readonly cases: CaseStore,
  ) {}

  /**
   * Opens a case, or finds the one the notice is about.
   * @throws Problem for a notice that is not well-formed or not the caller's to send, and those of {@link Idempotency.runOnce}.
   */
  async ingest(once: OnceRequest, body: unknown): Promise<Answer> {
    const { caller } = once;
    const cardData = cardDataProblem(body);
    const notice = cardData ? undefined : readNotice(body, caller);
    let claim: Claim | undefined;
    const plan = async (manager: EntityManager, accepted: Accepted): Promise<RequestPlan> => {
      if (!notice) throw cardData ?? new Error('a notice without card data was not read');
      const planned = await this.plans.of(manager, accepted, caller, notice);
      claim = planned.claim;
      return planned.plan;
    };
    return this.idempotency.runOnce(once, { plan, carryOut: (carrying) => this.carryOut(carrying, claim, caller) });
  }

  /** @param claim known to the process that made the plan; to one that takes over, the relay sees to the start. */
  private async carryOut(carrying: Carrying, claim: Claim | undefined, caller: CallerIdentity): Promise<Answer> {
    const { caseId, command } = carrying.request;
    if (caseId === null) throw new Error('a notice was accepted without a case');
    if (command?.command.type === 'NOTICE_INGESTED') return this.opener.open(command, carrying);
    if (claim && !claim.started) await this.opener.ensureStarted(claim.opening, carrying);
    if (!command) return new Answer(200, { caseId, repeat: true });
    const held = await this.cases.caseOf(caseId);
    if (!held) throw outcomeUnknown();
    const answer = (): Answer => new Answer(200, { caseId, amendment: true });
    return this.sender.send(carrying, caller, held, { caseId, type: 'NOTICE_AMENDED', values: {}, answer });
  }
}

function readNotice(body: unknown, caller: CallerIdentity): Notice {
  const notice = checked(noticeSchema, body, Object.keys(noticeSchema.shape));
  checkSandboxRight(notice.sandbox, caller);
  return notice;
}
