import { Injectable } from '@nestjs/common';
import type { ChainHead } from '#audit';
import type { CommandAnswer, CommandEnvelope } from '#contract';
import { RunStore, WatchStore, type Also, type RecordedCase } from '#database';
import { CaseClient, CaseUnavailable, type CommandOutcome } from '#temporal';
import type { CallerIdentity } from '../auth/caller.js';
import { Problem } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import { outcomeUnknown, type Carrying } from '../requests/idempotency.js';
import { CaseRecorder } from './case.recorder.js';
import { commandAnswer, type CommandOrder } from './command.order.js';
import { CommandOutcomes } from './command.outcome.js';
import { isHeard } from './case.view.js';
import { caseClosed, caseFrozen, frozenMeanwhile } from './refusal.problem.js';

/** Of the time a request has, what is left for the record after Temporal has answered. */
export const RECORDING_MS = 900;

/** Sends a stored command to its case and keeps what comes of it. */
@Injectable()
export class CommandSender {
  constructor(
    private readonly client: CaseClient,
    private readonly outcomes: CommandOutcomes,
    private readonly recorder: CaseRecorder,
    private readonly watch: WatchStore,
    private readonly runs: RunStore,
  ) {}

  /**
   * Carries a planned command out, or finds that it was.
   * @param held the case as recorded.
   * @throws Problem where its outcome is not known, it was never sent, or no run of the case takes it.
   */
  async send(carrying: Carrying, caller: CallerIdentity, held: RecordedCase, order: CommandOrder): Promise<Answer> {
    const { request, takenOver, deadlineMs } = carrying;
    const { case: current, frozen } = held;
    const { command: envelope, requestId } = request;
    if (!envelope) throw neverSent();
    const before = takenOver ? await this.outcomes.recorded(current.caseId, requestId) : undefined;
    if (before) return this.done(before, envelope, carrying, order, held);
    if (!isHeard(current)) throw caseClosed(current);
    // Whether a first try was carried out shows when the case runs again.
    if (frozen) throw takenOver ? frozenMeanwhile(current.caseId) : caseFrozen(current.caseId, frozen);
    const outcome = await this.client.command(current.caseId, envelope, deadlineMs - RECORDING_MS).catch(unavailable);
    if (outcome.kind === 'GONE') throw await this.gone(held);
    const isStale = isBehind(outcome, held.head);
    if (outcome.kind === 'DONE' && outcome.answer.events.length > 0 && !isStale)
      return this.done(outcome.answer, envelope, carrying, order, held);
    // A resend that meets the next run of a case finds its events gone from there, or is refused although it was done.
    const after = await this.outcomes.recorded(current.caseId, requestId);
    if (after) return this.done(after, envelope, carrying, order, held);
    if (isStale) throw await this.behind(held);
    if (outcome.kind === 'DONE') return this.done(outcome.answer, envelope, carrying, order, held);
    return this.outcomes.refuse(outcome.refusal, envelope.command, caller, carrying);
  }

  /** No run takes commands, and none can be started: it is lost. */
  private async gone({ case: current, head }: RecordedCase): Promise<Problem> {
    const frozen = await this.watch.freeze(current.caseId, head, 'NO_RUN');
    return frozen ? frozenMeanwhile(current.caseId) : outcomeUnknown();
  }

  /** The run does not know what the record holds: what it says has no place there. */
  private async behind({ case: { caseId }, head }: RecordedCase): Promise<Problem> {
    await this.watch.freeze(caseId, head, 'RUN_BEHIND');
    return frozenMeanwhile(caseId);
  }

  private async done(
    said: CommandAnswer,
    { command }: CommandEnvelope,
    carrying: Carrying,
    order: CommandOrder,
    held: RecordedCase,
  ): Promise<Answer> {
    const answer = (order.answer ?? commandAnswer)(said, command);
    const keep: Also = (manager, lastly) => {
      lastly(carrying.keep(answer, manager));
      if (said.run) lastly(this.runs.register(manager, { caseId: order.caseId, ...said.run }));
      return Promise.resolve();
    };
    const recorded = await this.recorder.write(order.caseId, said.events, keep, carrying.deadlineMs, held);
    if (!recorded && order.mustBeRecorded) throw outcomeUnknown();
    return answer;
  }
}

/** Whether a run answers as if it had not heard of what the record held before it was asked. */
function isBehind(outcome: Exclude<CommandOutcome, { kind: 'GONE' }>, head: ChainHead): boolean {
  if (outcome.kind === 'REFUSED') return outcome.refusal.seq < head.seq;
  const [first] = outcome.answer.events;
  return first !== undefined && first.event.seq <= head.seq;
}

/** A case that did not answer in time is a dependency away. */
export function unavailable(error: unknown): never {
  throw error instanceof CaseUnavailable ? outcomeUnknown() : error;
}

const neverSent = (): Problem =>
  new Problem('request.expired', {
    detail: 'The first try of this request was lost before it was sent. Send it again with a new Idempotency-Key.',
    detailZh: '该请求首次提交时未能发出,请使用新的 Idempotency-Key 重新提交。',
  });
