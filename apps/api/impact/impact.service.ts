import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTransaction, TurnoverStore } from '#database';
import { impact, type Impact } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { caseNow } from '../cases/case.view.js';
import { checked } from '../problem/checked.js';
import { Answer } from '../requests/answer.js';
import { Idempotency } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { turnoverBody } from './turnover.schema.js';

/** Reckons what a suspension costs from what was handed in; without turnover it says so and makes nothing up. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly reader: CaseReader,
    private readonly turnovers: TurnoverStore,
    private readonly idempotency: Idempotency,
    private readonly database: DataSource,
  ) {}

  async of(
    caseId: string,
    caller: CallerIdentity,
  ): Promise<{ readonly caseId: string; readonly now: string } & Impact> {
    const { case: current } = await this.reader.recorded(caseId, caller);
    const now = caseNow(current);
    return { caseId, now, ...impact(current, now, (await this.turnovers.of(caseId)) ?? null) };
  }

  async handIn(caseId: string, once: OnceRequest, body: unknown): Promise<Answer> {
    const turnover = checked(turnoverBody, body, Object.keys(turnoverBody.shape));
    await this.reader.recorded(caseId, once.caller);
    return this.idempotency.runOnce(once, {
      caseId,
      carryOut: async ({ keep }) => {
        const answer = new Answer(200, { caseId, window: turnover.window });
        await inTransaction(this.database, async (manager) => {
          await this.turnovers.keep(manager, caseId, turnover, once.caller.id);
          await keep(answer, manager);
        });
        return answer;
      },
    });
  }
}
