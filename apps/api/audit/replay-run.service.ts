import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { SignedReplayReport } from '#audit';
import { ReplayRunStore, type PlacedVerdict, type ReplayRun } from '#database';
import { institutionsOf, seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { Problem } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { Idempotency } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import type { replayRunBody } from './replay-run.schema.js';

const FAILED_SHOWN = 100;

/** Standing replays as an auditor asks for them; the worker's processes do the work. */
@Injectable()
export class ReplayRunService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly runs: ReplayRunStore,
  ) {}

  /** Begins a replay of cases the caller may see; those of other institutions are none of it. */
  begin(asked: z.output<typeof replayRunBody>, once: OnceRequest): Promise<Answer> {
    const { caller } = once;
    return this.idempotency.runOnce(once, {
      carryOut: async ({ request: { requestId } }) => {
        const run = await this.runs.begin({
          occasion: `request:${requestId}`,
          requestedBy: caller.id,
          sample: asked.sample,
          seed: asked.seed ?? requestId,
          institutions: narrowed(institutionsOf(caller), asked.institution),
          reason: asked.reason,
          state: asked.state,
          processes: asked.processes,
        });
        return new Answer(202, await this.viewOf(run));
      },
    });
  }

  /** @throws Problem `replay-run.not-found`. */
  async of(id: string, caller: CallerIdentity) {
    return this.viewOf(await this.visible(id, caller));
  }

  /** @throws Problem `replay-run.not-found`, `replay-run.not-done`. */
  async reportOf(id: string, caller: CallerIdentity): Promise<SignedReplayReport> {
    const { report } = await this.visible(id, caller);
    if (report !== null) return JSON.parse(report) as SignedReplayReport;
    throw new Problem('replay-run.not-done', {
      detail: `The replay ${id} has no report yet. Ask for it again when its state is DONE.`,
      detailZh: `重放 ${id} 尚未完成,请在状态为 DONE 后再取报告。`,
    });
  }

  /** @throws Problem `replay-run.not-found`. */
  async verdictsOf(id: string, { after, limit }: { after: number; limit: number }, caller: CallerIdentity) {
    await this.visible(id, caller);
    const items = await this.runs.verdicts(id, after, limit);
    return { items, nextAfter: items.length === limit ? (items.at(-1)?.place ?? null) : null };
  }

  private async visible(id: string, caller: CallerIdentity): Promise<ReplayRun> {
    const run = await this.runs.find(id);
    const seen = run && (run.institutions === '*' ? ['*'] : run.institutions);
    if (run && seen?.every((institution) => seesInstitution(caller, institution))) return run;
    throw new Problem('replay-run.not-found', {
      detail: `There is no replay ${id}.`,
      detailZh: `没有重放 ${id}。`,
    });
  }

  private async viewOf({ runId: id, progress, sample, seed, ...run }: ReplayRun) {
    const [figures, failed] = await Promise.all([this.runs.figures(id), this.runs.failed(id, FAILED_SHOWN)]);
    const { total, done, sound, wrong, unjudged, runs, events, historyEvents } = figures;
    const { occasion, requestedBy, createdAt, chosenAt, finishedAt, buildId } = run;
    const until = finishedAt === null ? Date.now() : Date.parse(finishedAt);
    return {
      id,
      state: progress,
      ...{ occasion, requestedBy, createdAt, startedAt: chosenAt, finishedAt, buildId, seed, sample: sample ?? null },
      ...{ total, done, sound, wrong, unjudged, runs, events, historyEvents },
      durationMs: chosenAt === null ? 0 : Math.max(0, until - Date.parse(chosenAt)),
      failed: failed.map(failedCase),
    };
  }
}

/** What the caller sees, as far as it was asked for. Nobody is told whether another institution exists. */
function narrowed(seen: readonly string[] | '*', asked: string | undefined): readonly string[] | '*' {
  if (asked === undefined) return seen;
  return seen === '*' || seen.includes(asked) ? [asked] : [];
}

const failedCase = ({ caseId, outcome, firstWrongSeq, problems }: PlacedVerdict) => ({
  caseId,
  outcome,
  firstWrongSeq,
  problems,
});
