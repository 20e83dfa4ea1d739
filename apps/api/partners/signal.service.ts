import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { CaseRefStore, CaseStore, InboxStore, type StoredSignal } from '#database';
import { SignalIntake, startCase } from '#intake';
import { CaseClient } from '#temporal';
import { Problem } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import { acceptedAnswer, bodyChanged, signalAnswerOf, signalStatusOf } from './signal.answer.js';
import { SignalKeeper, type IncomingSignal, type KeptSignal } from './signal.keeper.js';
import type { SignalAnswer } from './signal.schema.js';
import { SignalPlacing } from './signal.placing.js';
import { SignalWaiter } from './signal.waiter.js';

/** A sender waits so long for what becomes of its signal; then it is told where to ask (api.md §4). */
const WAIT_MS = 2_000;

/** More would only wait longer for the database, and whoever waits too long for it is answered 503. */
const KEPT_AT_ONCE = 6;

const isOpen = ({ state }: StoredSignal): boolean => state === 'ACCEPTED' || state === 'PARKED';

/** Takes partners' signals: kept before anything is answered, then told to their cases, each once. */
@Injectable()
export class SignalService {
  private readonly inTurn = pLimit(KEPT_AT_ONCE);

  constructor(
    private readonly inbox: InboxStore,
    private readonly keeper: SignalKeeper,
    private readonly intake: SignalIntake,
    private readonly placing: SignalPlacing,
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
    const keep = (): Promise<KeptSignal | undefined> => this.keeper.keep(incoming);
    const kept = await (incoming.isLight ? keep() : this.inTurn(keep));
    const stored = kept?.stored ?? (await this.inbox.of(partner, signalId));
    if (!stored) throw new Error(`signal ${signalId} of ${partner} is neither new nor known`);
    if (stored.bodyHash !== bodyHash) throw bodyChanged(signalId);
    if (kept?.isUnplaced) {
      this.placing.later(stored, incoming.signal);
      return acceptedAnswer(stored);
    }
    const ended = this.follow(stored, kept, deadlineMs);
    if (answerAtOnce || !ended) return signalAnswerOf(stored);
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

  /**
   * Resolves once something has become of the signal; undefined where nothing will within the time a sender waits: it
   * waits for its case, or in it.
   */
  private follow(stored: StoredSignal, kept: KeptSignal | undefined, deadlineMs: number): Promise<void> | undefined {
    if (stored.state !== 'ACCEPTED' || stored.caseId === null) return undefined;
    if (kept) void this.carry(kept, deadlineMs).catch(() => undefined);
    return this.waiter.wait(stored, deadlineMs);
  }

  /** What is cut off here the worker's sweeper and relay go on with. */
  private async carry({ stored, opening }: KeptSignal, deadlineMs: number): Promise<void> {
    const { client, refs, cases } = this;
    if (opening) await startCase({ client, refs, cases }, opening, deadlineMs);
    await this.intake.deliver(stored, deadlineMs);
  }
}
