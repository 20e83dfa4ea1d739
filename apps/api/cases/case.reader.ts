import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CaseStore } from '#database';
import { isClosed } from '#model';
import { CaseClient } from '#temporal';
import { seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { caseNotFound, dependencyUnavailable } from '../problem/problem.js';
import { CASE_ID_PATTERN } from './case-id.js';
import type { HeldCase } from './case.view.js';

/** How long a read waits for the record to catch up, and how often it looks. */
const CATCH_UP_MS = 1_000;
const LOOK_EVERY_MS = 40;
/** A read is answered within 2 s. */
const ASK_WORKFLOW_MS = 800;
/** After one time-out nobody waits for workflows for so long. */
const BREAK_MS = 5_000;

/** Finds a case for a reader: in the record, or where that is behind or asked so, in its workflow. */
@Injectable()
export class CaseReader {
  private brokenUntilMs = 0;

  constructor(
    private readonly cases: CaseStore,
    private readonly client: CaseClient,
  ) {}

  /**
   * The case as recorded.
   * @throws Problem `case.not-found`, for cases of institutions the caller does not see too.
   */
  async recorded(caseId: string, caller: CallerIdentity): Promise<HeldCase> {
    const held = CASE_ID_PATTERN.test(caseId) ? await this.cases.caseOf(caseId) : undefined;
    if (!held || !seesInstitution(caller, held.case.institutionCode)) throw caseNotFound(caseId);
    return { case: held.case, head: held.head, source: 'record', frozen: held.frozen };
  }

  /** The case with at least the event `minSeq`: waits for the record, then asks the workflow, as far as there is such an event. */
  async recordedWith(minSeq: number, caseId: string, caller: CallerIdentity): Promise<HeldCase> {
    const until = Date.now() + CATCH_UP_MS;
    let held = await this.recorded(caseId, caller);
    while (held.head.seq < minSeq && Date.now() < until) {
      await sleep(LOOK_EVERY_MS);
      held = await this.recorded(caseId, caller);
    }
    if (held.head.seq >= minSeq || Date.now() < this.brokenUntilMs) return held;
    return (await this.asked(held).catch(() => undefined)) ?? held;
  }

  /**
   * The case as its workflow holds it; a closed one is read from the record, which then has it all.
   * @throws Problem `dependency.unavailable` when the workflow does not answer.
   */
  async fromWorkflow(caseId: string, caller: CallerIdentity): Promise<HeldCase> {
    const held = await this.recorded(caseId, caller);
    if (isClosed(held.case.state)) return held;
    const away = dependencyUnavailable('The workflow of the case');
    if (Date.now() < this.brokenUntilMs) throw away;
    return (
      (await this.asked(held).catch(() => {
        throw away;
      })) ?? held
    );
  }

  private async asked({ case: { caseId }, frozen }: HeldCase): Promise<HeldCase | undefined> {
    try {
      const snapshot = await this.client.snapshot(caseId, Date.now() + ASK_WORKFLOW_MS);
      return snapshot && { case: snapshot.case, head: snapshot.head, source: 'workflow', frozen };
    } catch (error) {
      this.brokenUntilMs = Date.now() + BREAK_MS;
      throw error;
    }
  }
}
