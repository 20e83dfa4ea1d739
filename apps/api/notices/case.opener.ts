import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CommandAnswer, CommandEnvelope } from '#contract';
import { CaseRefStore, NOTHING_HELD, type Also } from '#database';
import { CaseClient } from '#temporal';
import { CaseRecorder } from '../cases/case.recorder.js';
import { CommandOutcomes } from '../cases/command.outcome.js';
import { RECORDING_MS, unavailable } from '../cases/command.sender.js';
import { Answer } from '../requests/answer.js';
import { outcomeUnknown, type Carrying } from '../requests/idempotency.js';
import { noticeIn } from './notice.plans.js';

const noticeAnswer = ({ caseId, seq, state }: CommandAnswer): Answer => new Answer(201, { caseId, seq, state });

/** Starts the workflow of a case whose line is claimed; whoever comes first, all others find it started. */
@Injectable()
export class CaseOpener {
  constructor(
    private readonly client: CaseClient,
    private readonly outcomes: CommandOutcomes,
    private readonly recorder: CaseRecorder,
    private readonly refs: CaseRefStore,
  ) {}

  /**
   * Opens the case of a fresh notice, or finds it opened.
   * @param answerOf what its opener is answered; what was sent as a notice is answered as one unless said.
   */
  async open(opening: CommandEnvelope, carrying: Carrying, answerOf = noticeAnswer): Promise<Answer> {
    const { takenOver, deadlineMs } = carrying;
    const { caseId } = noticeIn(opening);
    const before = takenOver ? await this.outcomes.recorded(caseId, opening.command.requestId) : undefined;
    const said = before ?? (await this.started(opening, deadlineMs));
    const answer = answerOf(said);
    await this.record(caseId, said, deadlineMs, (manager) => carrying.keep(answer, manager));
    return answer;
  }

  /** Sees to it that a case others have claimed runs. */
  async ensureStarted(opening: CommandEnvelope, { deadlineMs }: Carrying): Promise<void> {
    const { caseId } = noticeIn(opening);
    await this.record(caseId, await this.started(opening, deadlineMs), deadlineMs);
  }

  private async started(opening: CommandEnvelope, deadlineMs: number): Promise<CommandAnswer> {
    const { caseId, institutionCode, sandbox } = noticeIn(opening);
    const order = { caseId, envelope: opening, institutionCode, sandbox };
    const outcome = await this.client.open(order, deadlineMs - RECORDING_MS).catch(unavailable);
    if (outcome.kind === 'REFUSED') throw new Error(`the opening of ${caseId} was refused: ${outcome.refusal.code}`);
    if (outcome.kind === 'DONE' && outcome.answer.events.length > 0) return outcome.answer;
    // The case is beyond its first run, or already over: its opening is in the record.
    const recorded = await this.outcomes.recorded(caseId, opening.command.requestId);
    if (!recorded) throw outcomeUnknown();
    return recorded;
  }

  /**
   * Records how a case began and that it runs. Nobody is told of a case that is not to be found in the record yet: the
   * same request finds it there, or the relay of the worker records it.
   */
  private async record(
    caseId: string,
    { events }: CommandAnswer,
    deadlineMs: number,
    keep?: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    const also: Also = (manager, lastly) => {
      if (keep) lastly(keep(manager));
      lastly(this.refs.markStarted(manager, caseId));
      return Promise.resolve();
    };
    const recorded = await this.recorder.write(caseId, events, also, deadlineMs, NOTHING_HELD);
    if (!recorded) throw outcomeUnknown();
  }
}
