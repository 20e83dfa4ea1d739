import { Injectable } from '@nestjs/common';
import type { CommandAnswer, ProvenRefusal } from '#contract';
import { RunStore, WatchStore, type Freeze, type RecordedCase, type ResumeProposal } from '#database';
import { decide, hashOf, type Case, type Command } from '#model';
import { CaseClient, type RunStanding } from '#temporal';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseRecorder } from '../cases/case.recorder.js';
import { caseNow, rulesFor } from '../cases/case.view.js';
import { commandAnswer } from '../cases/command.order.js';
import { CommandOutcomes } from '../cases/command.outcome.js';
import { RECORDING_MS, unavailable } from '../cases/command.sender.js';
import { Problem } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import { outcomeUnknown, type Carrying } from '../requests/idempotency.js';
import { RecordProof } from './record.proof.js';
import { resumeCommand } from './resume.command.js';

/** A run that is not in order, or none. */
export type BrokenStanding = Exclude<RunStanding, { kind: 'IN_ORDER' | 'LEFT_MORE' }>;

/** What the second person starts a case again with. */
export interface SecondCall {
  readonly held: RecordedCase;
  readonly standing: BrokenStanding;
  readonly frozen: Freeze & { readonly proposal: ResumeProposal };
  readonly caller: CallerIdentity;
  readonly carrying: Carrying;
}

/** Gives a frozen case its next life. */
@Injectable()
export class ResumeStarter {
  constructor(
    private readonly proof: RecordProof,
    private readonly client: CaseClient,
    private readonly runs: RunStore,
    private readonly watch: WatchStore,
    private readonly recorder: CaseRecorder,
    private readonly outcomes: CommandOutcomes,
  ) {}

  /** Starts the run and records its first event, or answers why these two persons do not start it. */
  async start({ held, standing, frozen, caller, carrying }: SecondCall): Promise<Answer> {
    const { caseId, institutionCode, sandbox } = held.case;
    const envelope = resumeCommand(carrying.request, frozen, caller);
    const refused = refusalOf(held.case, envelope.command);
    if (refused) return this.outcomes.refuse(refused, envelope.command, caller, carrying);
    const carried = await this.proof.carried(held);
    const startBeforeMs = carrying.deadlineMs - RECORDING_MS;
    if ('runId' in standing) {
      const reason = `started again from the record at event ${held.head.seq}: ${standing.kind}`;
      await this.client.end(caseId, standing.runId, reason, startBeforeMs).catch(unavailable);
    }
    await this.runs.endedAll(caseId);
    const order = { caseId, envelope, carried, institutionCode, sandbox };
    const outcome = await this.client.resume(order, startBeforeMs).catch(unavailable);
    if (outcome.kind !== 'DONE') throw outcomeUnknown();
    const [first] = outcome.answer.events;
    if (first?.event.requestId !== envelope.command.requestId) throw notFrozen(caseId);
    return this.recorded(outcome.answer, carrying);
  }

  /** Only what is recorded is answered: it is the record that the case was started again from. */
  private async recorded(said: CommandAnswer, { keep, deadlineMs }: Carrying): Promise<Answer> {
    const answer = commandAnswer(said);
    const written = await this.recorder.write(
      said.caseId,
      said.events,
      async (manager) => {
        await keep(answer, manager);
        await this.watch.thaw(manager, said.caseId);
      },
      deadlineMs,
    );
    if (!written) throw outcomeUnknown();
    return answer;
  }
}

/** Asked here, because a run that refuses its own beginning would never begin. */
function refusalOf(current: Case, command: Command): ProvenRefusal | undefined {
  const now = caseNow(current);
  const decision = decide(current, command, { now, rules: rulesFor(current) });
  if ('events' in decision) return undefined;
  const { seq, state } = current;
  return { ...decision.refusal, seq, state, stateHash: hashOf(current), now };
}

/** A run of the case is in order: it is not to have two. */
export const notFrozen = (caseId: string): Problem =>
  new Problem('case.not-frozen', {
    detail: `The case ${caseId} has its run and takes commands; there is nothing to start again.`,
    detailZh: `案件 ${caseId} 运行正常,无需恢复。`,
  });
