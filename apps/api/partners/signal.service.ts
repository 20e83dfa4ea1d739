import { Injectable } from '@nestjs/common';
import { CaseRefStore, CaseStore, InboxStore, type StoredSignal } from '#database';
import { SignalIntake, startCase } from '#intake';
import { CaseClient } from '#temporal';
import { Problem } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import { bodyChanged, signalAnswerOf, signalStatusOf } from './signal.answer.js';
import { SignalKeeper, type IncomingSignal, type KeptSignal } from './signal.keeper.js';
import type { SignalAnswer } from './signal.schema.js';
import { SignalWaiter } from './signal.waiter.js';

/** A sender waits so long for what becomes of its signal; then it is told where to ask (api.md §4). */
const WAIT_MS = 2_000;

const isOpen = ({ state }: StoredSignal): boolean => state === 'ACCEPTED' || state === 'PARKED';

/** Takes partners' signals: kept before anything is answered, then told to their cases, each once. */
@Injectable()
export class SignalService {
  constructor(
    private readonly inbox: InboxStore,
    private readonly keeper: SignalKeeper,
    private readonly intake: SignalIntake,
    private readonly waiter: SignalWaiter,
    private readonly client: CaseClient,
    private readonly refs: CaseRefStore,
    private readonly cases: CaseStore,
  ) {}

  /**
   * Takes a signal, or says what became of it when it came before.
   * @param answerAtOnce does not wait for its case.
   * @throws Problem `signal.body-changed`, and those of {@link SignalKeeper.keep}.
   */
  async take(incoming: IncomingSignal, answerAtOnce: boolean): Promise<Answer> {
    const deadlineMs = Date.now() + WAIT_MS;
    const { partner, signalId, bodyHash } = incoming.received;
    const before = await this.inbox.of(partner, signalId);
    const kept = before ? undefined : await this.keeper.keep(incoming);
    const stored = before ?? kept?.stored ?? (await this.inbox.of(partner, signalId));
    if (!stored) throw new Error(`signal ${signalId} of ${partner} is neither new nor known`);
    if (stored.bodyHash !== bodyHash) throw bodyChanged(signalId);
    // What waits for its case, or in it, has nothing to tell within the time a sender waits.
    if (stored.state !== 'ACCEPTED' || stored.caseId === null) return signalAnswerOf(stored);
    if (kept) void this.carry(kept, deadlineMs).catch(() => undefined);
    const ended = this.waiter.wait(stored, deadlineMs);
    if (answerAtOnce) return signalAnswerOf(stored);
    await ended;
    return signalAnswerOf((await this.inbox.of(partner, signalId)) ?? stored);
  }

  /** @throws Problem `signal.not-found`. */
  async statusOf(partner: string, signalId: string): Promise<SignalAnswer> {
    const stored = await this.inbox.of(partner, signalId);
    if (stored && !isOpen(stored)) return signalStatusOf(stored);
    if (stored) {
      await this.intake.settle([stored]);
      return signalStatusOf((await this.inbox.of(partner, signalId)) ?? stored);
    }
    throw new Problem('signal.not-found', {
      detail: `No signal ${signalId} of yours was received.`,
      detailZh: `未收到贵方的信号 ${signalId}。`,
    });
  }

  /** What is cut off here the worker's sweeper and relay go on with. */
  private async carry({ stored, opening }: KeptSignal, deadlineMs: number): Promise<void> {
    const { client, refs, cases } = this;
    if (opening) await startCase({ client, refs, cases }, opening, deadlineMs);
    await this.intake.deliver(stored, deadlineMs);
  }
}
