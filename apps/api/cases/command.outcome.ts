import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CommandAnswer, ProvenRefusal } from '#contract';
import { inTransaction, CaseStore, RefusalStore } from '#database';
import { fold, type Case, type Command } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { Answer } from '../requests/answer.js';
import { audited } from '../requests/audited.js';
import type { Carrying } from '../requests/idempotency.js';
import { problemOfRefusal } from './refusal.problem.js';

const PAGE = 1_000;

/** What the record knows of commands that were carried out, and keeps of those that were refused. */
@Injectable()
export class CommandOutcomes {
  constructor(
    private readonly cases: CaseStore,
    private readonly refusals: RefusalStore,
    private readonly database: DataSource,
  ) {}

  /** What a request did, if the record holds it: the lasting memory of requests. */
  async recorded(caseId: string, requestId: string): Promise<CommandAnswer | undefined> {
    const events = await this.cases.eventsOfRequest(caseId, requestId);
    const last = events.at(-1);
    if (!last) return undefined;
    const { state, lastEventAt } = await this.caseAt(caseId, last.event.seq);
    return { caseId, seq: last.event.seq, state, now: lastEventAt, events };
  }

  /** Keeps a refusal with its proof, and answers it. */
  async refuse(refusal: ProvenRefusal, command: Command, caller: CallerIdentity, carrying: Carrying): Promise<Answer> {
    const { request } = carrying;
    const held = request.caseId === null ? undefined : await this.cases.caseOf(request.caseId);
    const problem = problemOfRefusal(refusal, held?.case, caller);
    const answer = new Answer(problem.status, problem.body());
    const { code, row, seq, stateHash, now } = refusal;
    const writing = inTransaction(this.database, async (manager) => {
      await carrying.keep(answer, manager);
      await this.refusals.add(
        {
          code,
          row,
          seq,
          stateHash,
          now,
          command,
          actorId: caller.id,
          actorRoles: caller.roles,
          requestId: request.requestId,
          ...(held && versionsOf(held.case)),
          ...(held?.case.seq === seq && { chainHead: held.head.hash }),
        },
        manager,
      );
    });
    await audited('The refusal ledger', writing);
    return answer;
  }

  private async caseAt(caseId: string, seq: number): Promise<Case> {
    let current: Case | undefined;
    for (let after = 0; after < seq; after = current?.seq ?? seq) {
      const page = await this.cases.eventsOf(caseId, after, Math.min(PAGE, seq - after));
      current = fold(
        page.map(({ event }) => event),
        current,
      );
    }
    if (!current) throw new Error(`the record of ${caseId} has no event ${seq}`);
    return current;
  }
}

const versionsOf = ({ caseId, policyVersion, calendarVersion, rulesRevision }: Case) => ({
  caseId,
  policyVersion,
  calendarVersion,
  rulesRevision,
});
