import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  inTransaction,
  RefusalStore,
  RequestStore,
  type Accepted,
  type Asks,
  type Lastly,
  type RequestPlan,
  type Reservation,
  type StoredRequest,
} from '#database';
import type { Instant } from '#model';
import { dependencyUnavailable, Problem } from '../problem/problem.js';
import { Answer } from './answer.js';
import { audited } from './audited.js';
import type { OnceRequest } from './once.js';

/** Every mutation is answered within 5 s; the rest is for the way back. */
const ANSWER_WITHIN_MS = 4_700;
const LOOK_AGAIN_MS = 1_000;

/** A request this process has to itself. */
export interface Carrying {
  readonly request: StoredRequest;
  /** Its first process was lost: what it did, if anything, is in the record or in the workflow. */
  readonly takenOver: boolean;
  /** Milliseconds since 1970; the answer must be on its way by then. */
  readonly deadlineMs: number;
  /** Keeps the answer in a transaction under way; without it {@link Idempotency.runOnce} keeps it afterwards. */
  readonly keep: (answer: Answer, asks: Asks) => Promise<void>;
}

/** What a mutation does. */
export interface Work {
  /** Named in the record of a refusal. */
  readonly caseId?: string;
  /** By the database's clock, where it was read on the way. */
  readonly acceptedAt?: Instant | undefined;
  /**
   * Runs in the transaction that reserves the key. What it writes is kept if the key is free; a refusal it throws is kept
   * then and said again.
   */
  plan?(manager: EntityManager, accepted: Accepted, lastly: Lastly): Promise<RequestPlan>;
  /** Carries the plan out; may be asked again by another process, with the same request. */
  carryOut(carrying: Carrying): Promise<Answer>;
}

/** Refusals are said again to whoever repeats the request; what the next try may answer otherwise is not. */
const isKept = ({ status }: Problem): boolean => status >= 403 && status < 500 && status !== 429;

const answerOf = (problem: Problem): Answer => new Answer(problem.status, problem.body());

/** Sees to it that a request happens once, however often and to however many processes it is sent (api.md, introduction). */
@Injectable()
export class Idempotency {
  constructor(
    private readonly requests: RequestStore,
    private readonly refusals: RefusalStore,
    private readonly database: DataSource,
  ) {}

  /**
   * Carries a request out, or gives the answer it had.
   * @throws Problem `idempotency.mismatch`, `idempotency.running`, and whatever problem the work has that is not kept.
   */
  async runOnce(once: OnceRequest, work: Work): Promise<Answer> {
    const deadlineMs = Date.now() + ANSWER_WITHIN_MS;
    for (;;) {
      const reservation = await this.reserve(once, work);
      if (reservation instanceof Answer) return reservation;
      switch (reservation.kind) {
        case 'done':
          return new Answer(reservation.status, reservation.answer, true);
        case 'mismatch':
          throw mismatch();
        case 'running': {
          const answer = await this.waitFor(reservation.requestId, deadlineMs);
          if (answer) return answer;
          break;
        }
        case 'fresh':
        case 'takeOver':
          return this.carryOut(once, work, reservation.request, reservation.kind === 'takeOver', deadlineMs);
      }
    }
  }

  private async reserve(once: OnceRequest, work: Work): Promise<Reservation | Answer> {
    const { caller, key, route, bodyHash } = once;
    const asked = { actorId: caller.id, key, route, bodyHash, ...(work.acceptedAt && { acceptedAt: work.acceptedAt }) };
    try {
      return await this.requests.reserve(asked, work.plan?.bind(work));
    } catch (error) {
      if (!(error instanceof Problem) || !isKept(error)) throw error;
      // The plan's own writes were taken back with its transaction; the refusal is kept under the key alone.
      const reservation = await this.requests.reserve(asked);
      if (reservation.kind !== 'fresh' && reservation.kind !== 'takeOver') return reservation;
      return this.refuse(once, work, reservation.request.requestId, error);
    }
  }

  private async refuse(
    { caller }: OnceRequest,
    { caseId }: Work,
    requestId: string,
    problem: Problem,
  ): Promise<Answer> {
    const answer = answerOf(problem);
    const writing = inTransaction(this.database, async (manager) => {
      await this.keep(requestId, answer, manager);
      const refusal = { code: problem.code, actorId: caller.id, actorRoles: caller.roles, requestId };
      await this.refusals.add({ ...refusal, ...(caseId !== undefined && { caseId }) }, manager);
    });
    await audited('The refusal ledger', writing).catch(async (error: unknown) => {
      await this.giveUp(requestId);
      throw error;
    });
    return answer;
  }

  private async carryOut(
    once: OnceRequest,
    work: Work,
    request: StoredRequest,
    takenOver: boolean,
    deadlineMs: number,
  ): Promise<Answer> {
    let kept = false;
    const keep = async (answer: Answer, asks: Asks): Promise<void> => {
      await this.keep(request.requestId, answer, asks);
      kept = true;
    };
    try {
      const answer = await work.carryOut({ request, takenOver, deadlineMs, keep });
      // Without it the answer is still right: whoever repeats the request finds it in the record.
      if (!kept) await this.keep(request.requestId, answer, this.database).catch(() => undefined);
      return answer;
    } catch (error) {
      if (error instanceof Problem && isKept(error)) return this.refuse(once, work, request.requestId, error);
      await this.giveUp(request.requestId);
      throw error;
    }
  }

  /** Lets the same request go on elsewhere at once. */
  private async giveUp(requestId: string): Promise<void> {
    await this.requests.finish(this.database, requestId, { state: 'UNKNOWN' }).catch(() => undefined);
  }

  private async keep(requestId: string, { status, body }: Answer, asks: Asks): Promise<void> {
    await this.requests.finish(asks, requestId, { state: 'DONE', status, answer: body });
  }

  private async waitFor(requestId: string, deadlineMs: number): Promise<Answer | undefined> {
    const leftMs = deadlineMs - Date.now();
    if (leftMs <= 0) throw stillRunning();
    const outcome = await this.requests.waitFor(requestId, Math.min(leftMs, LOOK_AGAIN_MS));
    return outcome && new Answer(outcome.status, outcome.answer, true);
  }
}

const mismatch = (): Problem =>
  new Problem('idempotency.mismatch', {
    detail: 'This Idempotency-Key was used for another request. Use a new key for a new request.',
    detailZh: '该 Idempotency-Key 已用于另一请求,请为新请求使用新的值。',
  });

const stillRunning = (): Problem =>
  new Problem('idempotency.running', {
    detail: 'The first request with this key has no outcome yet. Send the same again in a moment.',
    detailZh: '使用该 Idempotency-Key 的请求仍在处理,请稍后重发同一请求。',
    headers: { 'retry-after': '1' },
  });

/** The outcome is not known: the same request, with the same key, goes on where this one stopped. */
export const outcomeUnknown = (): Problem => dependencyUnavailable('The case', 1);
