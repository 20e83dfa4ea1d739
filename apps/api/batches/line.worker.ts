import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { BatchStore, type EndedLine, type LineState } from '#database';
import type { CallerIdentity } from '../auth/caller.js';
import { NoticeService } from '../notices/notice.service.js';
import { loggedError, problemOf } from '../problem/problem-of.js';
import { Problem, type Finding, type ProblemBody } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { Idempotency } from '../requests/idempotency.js';
import { requestHash, type OnceRequest } from '../requests/once.js';
import type { TakenBatch } from './batch.intake.js';
import { findingsByLine, namesOf, type Letter, type RowFinding } from './letter.js';

/** What became of one line, as its sender is told; FAILED ones are to be sent again. */
export interface LineOutcome {
  readonly line: number;
  readonly noticeNo: string | null;
  readonly merchantNo: string | null;
  readonly status: LineState | 'FAILED';
  readonly caseId?: string;
  readonly code?: string;
  readonly detail?: string | undefined;
  readonly detailZh?: string | undefined;
  readonly errors?: readonly RowFinding[];
}
/** One that stays. */
type Settled = LineOutcome & { readonly status: LineState };

/** A list being worked off by whoever sent it. */
export interface BatchRun {
  readonly batch: TakenBatch;
  readonly caller: CallerIdentity;
  /** The Idempotency-Key the list came under. */
  readonly key: string;
}

const ROUTE = 'POST /api/v1/notices/batch';
/** Whoever was at the line before and is gone has lost it after 8 s. */
const AGAIN_AFTER_MS = [250, 1_000, 3_000, 6_000];

const mayPass = ({ status, code }: Problem): boolean =>
  status === 503 || status === 429 || code === 'idempotency.running';

/** Takes one notice of a list in, on the very way of `POST /notices`. */
@Injectable()
export class LineWorker {
  private readonly logger = new Logger(LineWorker.name);

  constructor(
    private readonly notices: NoticeService,
    private readonly idempotency: Idempotency,
    private readonly batches: BatchStore,
  ) {}

  /**
   * Takes one letter in and keeps what became of its lines. Never throws: what went wrong is an outcome.
   * @param isOver asked before each further try.
   */
  async take(run: BatchRun, letter: Letter, isOver: () => boolean): Promise<readonly LineOutcome[]> {
    try {
      const answer = await this.insisting(() => this.answerTo(run, letter), isOver);
      const outcomes = outcomesOf(letter, answer);
      const ended = outcomes.map((outcome) => endedLine(run, letter, answer, outcome));
      await this.insisting(() => this.batches.settle(run.batch.batchId, ended), isOver);
      return outcomes;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 500) this.logger.error(loggedError(error), `a line of ${run.batch.batchId} failed`);
      return refusedAs('FAILED', letter, problem.body());
    }
  }

  /** Tries again what may pass. */
  private async insisting<R>(attempt: () => Promise<R>, isOver: () => boolean): Promise<R> {
    for (const pauseMs of AGAIN_AFTER_MS) {
      try {
        return await attempt();
      } catch (error) {
        if (!mayPass(problemOf(error)) || isOver()) throw error;
        await sleep(pauseMs);
      }
    }
    return attempt();
  }

  /**
   * A line has its key from the file, so that the same file again does each line once, under whatever key it comes. A
   * refusal of then is looked at again once for each key, and so is what came too late after its process had died.
   */
  private async answerTo(run: BatchRun, letter: Letter): Promise<Answer> {
    const answer = await this.answered(run, letter, '');
    const isOld = answer.replayed || Reflect.get(Object(answer.body), 'code') === 'request.expired';
    return answer.isProblem && isOld ? this.answered(run, letter, run.key) : answer;
  }

  /** A refusal is an answer too. */
  private async answered(run: BatchRun, letter: Letter, attempt: string): Promise<Answer> {
    try {
      return await this.ingest(run, letter, attempt);
    } catch (error) {
      if (error instanceof Problem && !mayPass(error) && error.status < 500) return answerOf(error);
      throw error;
    }
  }

  private async ingest({ batch, caller }: BatchRun, letter: Letter, attempt: string): Promise<Answer> {
    const { problem, notice } = letter;
    const bodyHash = requestHash(ROUTE, problem ? { refused: problem.code } : notice);
    const name = [batch.sha256, letter.lines[0], bodyHash, attempt].join('\n');
    const key = `batch:${createHash('sha256').update(name).digest('hex')}`;
    const once: OnceRequest = { caller, key, route: ROUTE, bodyHash };
    if (!problem) return this.notices.ingest(once, notice);
    return this.idempotency.runOnce(once, { carryOut: () => Promise.reject(problem) });
  }
}

const answerOf = (problem: Problem): Answer => new Answer(problem.status, problem.body());

/** What this list did the first time it was told. */
function firstState({ status, body }: Answer): LineState {
  if (status === 201) return 'OPENED';
  return Reflect.get(Object(body), 'amendment') === true ? 'AMENDMENT' : 'REPEAT';
}

/** As it is kept. What an earlier try of this batch has done, it may not have come to say. */
function endedLine({ batch }: BatchRun, letter: Letter, answer: Answer, outcome: Settled): EndedLine {
  const { line, caseId = null, code = null, errors = [], status } = outcome;
  const isOwn = batch.resumed && status === 'REPEAT' && !letter.doubled.has(line);
  return { line, state: isOwn ? firstState(answer) : status, caseId, code, errors, doneNow: !answer.replayed };
}

function outcomesOf(letter: Letter, answer: Answer): readonly Settled[] {
  if (answer.isProblem) return refusedAs('REFUSED', letter, answer.body as ProblemBody);
  const { caseId } = answer.body as { readonly caseId: string };
  const status = answer.replayed ? 'REPEAT' : firstState(answer);
  return letter.lines.map((line) => ({
    line,
    ...namesOf(letter),
    status: letter.doubled.has(line) ? 'REPEAT' : status,
    caseId,
  }));
}

function refusedAs<S extends 'REFUSED' | 'FAILED'>(
  status: S,
  letter: Letter,
  problem: ProblemBody,
): readonly (LineOutcome & { readonly status: S })[] {
  const { code, detail, detailZh } = problem;
  const said = (problem['errors'] ?? []) as readonly Finding[];
  const findings = findingsByLine(letter, said);
  return letter.lines.map((line) => {
    const errors = findings.get(line) ?? [];
    const words = { code, detail, detailZh };
    return { line, ...namesOf(letter), status, ...words, ...(errors.length > 0 && { errors }) };
  });
}
