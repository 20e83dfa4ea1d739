import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseStore, inTransaction, TurnoverStore } from '#database';
import { impact, type Case, type Impact, type Instant } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { caseNow } from '../cases/case.view.js';
import { checked } from '../problem/checked.js';
import { invalidRequest } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { Idempotency } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { impactQuery } from './impact.schema.js';
import { turnoverBody } from './turnover.schema.js';

/** Reckons what a suspension costs from what was handed in; without turnover it says so and makes nothing up. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: CaseStore,
    private readonly turnovers: TurnoverStore,
    private readonly idempotency: Idempotency,
    private readonly database: DataSource,
  ) {}

  /** The estimate now, or as it was known at an instant. */
  async of(
    caseId: string,
    query: unknown,
    caller: CallerIdentity,
  ): Promise<{ readonly caseId: string; readonly now: Instant } & Impact> {
    const { at } = checked(impactQuery, query, Object.keys(impactQuery.shape));
    const { case: current } = await this.reader.recorded(caseId, caller);
    const now = at ?? caseNow(current);
    const known = at === undefined ? current : await this.knownAt(current, at);
    return { caseId, now, ...impact(known, now, (await this.turnovers.of(caseId, at)) ?? null) };
  }

  private async knownAt(current: Case, at: Instant): Promise<Case> {
    const known = at <= caseNow(current) ? await this.cases.caseAt(current.caseId, at) : undefined;
    if (known) return known;
    const message = at < current.openedAt ? 'the case did not exist then' : 'must not be later than now';
    throw invalidRequest([{ pointer: '/at', message }]);
  }

  async handIn(caseId: string, once: OnceRequest, body: unknown): Promise<Answer> {
    const turnover = checked(turnoverBody, body, Object.keys(turnoverBody.shape));
    const { case: current } = await this.reader.recorded(caseId, once.caller);
    return this.idempotency.runOnce(once, {
      caseId,
      carryOut: async ({ keep }) => {
        const answer = new Answer(200, { caseId, window: turnover.window });
        await inTransaction(this.database, async (manager) => {
          await this.turnovers.keep(manager, caseId, turnover, once.caller.id, caseNow(current));
          await keep(answer, manager);
        });
        return answer;
      },
    });
  }
}
