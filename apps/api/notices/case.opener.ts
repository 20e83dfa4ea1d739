import { Injectable } from '@nestjs/common';
import type { CommandAnswer, CommandEnvelope } from '#contract';
import { CaseRefStore } from '#database';
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
    await this.recorder.write(caseId, said.events, (manager) => carrying.keep(answer, manager), deadlineMs);
    await this.markStarted(caseId);
    return answer;
  }

  /** Sees to it that a case others have claimed runs. */
  async ensureStarted(opening: CommandEnvelope, { deadlineMs }: Carrying): Promise<void> {
    const { caseId } = noticeIn(opening);
    const { events } = await this.started(opening, deadlineMs);
    await this.recorder.write(caseId, events, () => Promise.resolve(), deadlineMs);
    await this.markStarted(caseId);
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

  /** Where this fails the relay finds the case started and marks it. */
  private async markStarted(caseId: string): Promise<void> {
    await this.refs.markStarted(caseId).catch(() => undefined);
  }
}
