import { Inject, Injectable } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { CaseStore, WatchStore, type Freeze, type RecordedCase } from '#database';
import { plusMs } from '#model';
import { CaseClient, standingOf, type RunStanding } from '#temporal';
import { seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { CASE_ID_PATTERN } from '../cases/case-id.js';
import { freezeView, isHeard } from '../cases/case.view.js';
import { commandAnswer } from '../cases/command.order.js';
import { CommandOutcomes } from '../cases/command.outcome.js';
import { unavailable } from '../cases/command.sender.js';
import { caseClosed } from '../cases/refusal.problem.js';
import { caseNotFound } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { Idempotency, outcomeUnknown, type Carrying } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { resumingRoles } from './resume.command.js';
import { notFrozen, ResumeStarter, type BrokenStanding } from './resume.starter.js';

const LOOK_WITHIN_MS = 1_500;
/** A run this request has started is in the record by then. */
const STARTED_WITHIN_MS = 30_000;

/** Starts a case whose runs are lost again from its record: one person proposes it, another of the other role does it. */
@Injectable()
export class ResumeService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly cases: CaseStore,
    private readonly watch: WatchStore,
    private readonly outcomes: CommandOutcomes,
    private readonly caseClient: CaseClient,
    private readonly starter: ResumeStarter,
    @Inject(Client) private readonly client: Client,
  ) {}

  /**
   * The first person's call answers with the proposal and changes nothing; the second's with the event RESUMED.
   * @throws Problem `case.not-frozen` while a run of the case is in order, `case.closed` where none is due any more, and
   * those of {@link Idempotency.runOnce}.
   */
  resume(caseId: string, once: OnceRequest): Promise<Answer> {
    const { caller } = once;
    return this.idempotency.runOnce(once, {
      caseId,
      plan: async (_, { acceptedAt }) => {
        await this.visible(caseId, caller);
        return { caseId, validUntil: plusMs(acceptedAt, STARTED_WITHIN_MS) };
      },
      carryOut: (carrying) => this.carryOut(caseId, caller, carrying),
    });
  }

  private async carryOut(caseId: string, caller: CallerIdentity, carrying: Carrying): Promise<Answer> {
    const { requestId } = carrying.request;
    const before = carrying.takenOver ? await this.outcomes.recorded(caseId, requestId) : undefined;
    if (before) return commandAnswer(before);
    const held = await this.visible(caseId, caller);
    const standing = await this.brokenStanding(held, carrying);
    const frozen = await this.watch.freeze(caseId, held.head, standing.kind);
    if (!frozen) throw outcomeUnknown();
    const proposed = await this.watch.propose(caseId, held.head, {
      by: caller.id,
      as: resumingRoles(caller),
      requestId,
    });
    if (!proposed) throw outcomeUnknown();
    if (proposed.proposal.requestId === requestId) return proposedAnswer(held, proposed);
    return this.starter.start({ held, standing, frozen: proposed, caller, carrying });
  }

  /** What is wrong with the run of the case. */
  private async brokenStanding(held: RecordedCase, { request, takenOver }: Carrying): Promise<BrokenStanding> {
    const { case: current, head } = held;
    const standing: RunStanding = await standingOf(
      this.client,
      this.caseClient,
      { caseId: current.caseId, head },
      Date.now() + LOOK_WITHIN_MS,
    ).catch(unavailable);
    // The worker records what the run left; then the case is no longer what it seems.
    if (standing.kind === 'LEFT_MORE') throw outcomeUnknown();
    if (standing.kind !== 'IN_ORDER') {
      if (!isHeard(current)) throw caseClosed(current);
      return standing;
    }
    if (takenOver && Date.now() - Date.parse(request.acceptedAt) < STARTED_WITHIN_MS) throw outcomeUnknown();
    await this.watch.inOrder(current.caseId, { ...standing.run, head });
    throw notFrozen(current.caseId);
  }

  private async visible(caseId: string, caller: CallerIdentity): Promise<RecordedCase> {
    const held = CASE_ID_PATTERN.test(caseId) ? await this.cases.caseOf(caseId) : undefined;
    if (held && seesInstitution(caller, held.case.institutionCode)) return held;
    throw caseNotFound(caseId);
  }
}

const proposedAnswer = ({ case: { caseId, seq, state } }: RecordedCase, frozen: Freeze): Answer =>
  new Answer(200, { caseId, seq, state, events: [], frozen: freezeView(frozen) });
