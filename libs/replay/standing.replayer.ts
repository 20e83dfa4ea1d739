import { ArchiveAltered, type CaseVerdict, type LeasedCase, type ReplayRunStore } from '#database';
import { isSound, verdictOf, type Replayed, type ReplaySession, type ReplayVerdict } from '#temporal';
import type { CaseEvidence, Evidence } from './case.evidence.js';

/** What a process takes part in standing replays with. */
export interface ReplayerParts {
  readonly store: Pick<ReplayRunStore, 'unfinished' | 'choose' | 'take' | 'giveBack' | 'judge' | 'giveUp'>;
  readonly evidence: Pick<CaseEvidence, 'of'>;
  readonly session: Pick<ReplaySession, 'replay'>;
  readonly buildId: string;
}

/** Few, so that at the end of a run no process sits on cases another could do. */
const TAKEN_AT_ONCE = 4;
/** While one case is replayed, the next is fetched and the one before is judged and written down. */
const LANES = 3;
const PROBLEMS_KEPT = 5;

/**
 * One process's share of standing replays. What is judged is in the record case by case, so a process may be ended at any
 * moment and any number may share a run.
 */
export class StandingReplayer {
  constructor(private readonly parts: ReplayerParts) {}

  /**
   * Works until there is no case left that nobody is at.
   * @throws when the record or Temporal is away; what was taken and not begun is given back.
   */
  async work(stop: AbortSignal): Promise<void> {
    const { store, buildId } = this.parts;
    for (const { runId, progress } of await store.unfinished(buildId)) {
      if (progress === 'PENDING') await store.choose(runId, buildId);
      await store.giveUp(runId);
      const cases = this.taken(runId, stop);
      const lanes = await Promise.allSettled(Array.from({ length: LANES }, () => this.lane(cases)));
      for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason;
    }
  }

  private async lane(cases: AsyncIterable<LeasedCase>): Promise<void> {
    for await (const taken of cases) await this.parts.store.judge(taken, await this.verdictOn(taken));
  }

  /** Shared by the lanes; one that fails ends it for all. */
  private async *taken(runId: string, stop: AbortSignal): AsyncGenerator<LeasedCase> {
    const { store } = this.parts;
    while (!stop.aborted) {
      const waiting = [...(await store.take(runId, TAKEN_AT_ONCE))];
      if (waiting.length === 0) return;
      try {
        for (let next = waiting.shift(); next; next = stop.aborted ? undefined : waiting.shift()) yield next;
      } finally {
        if (waiting.length > 0)
          await store.giveBack(
            runId,
            waiting.map(({ place }) => place),
          );
      }
    }
  }

  private async verdictOn(taken: LeasedCase): Promise<CaseVerdict> {
    const evidence = await this.evidenceOf(taken);
    if (evidence instanceof ArchiveAltered) return unreplayed('WRONG', evidence.message);
    const replayed = await this.parts.session.replay(evidence);
    try {
      return caseVerdict(evidence, replayed, verdictOf({ ...evidence, replayed }));
    } catch (error) {
      return unreplayed('UNJUDGED', `the verdict failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  private async evidenceOf({ runId, place, caseId }: LeasedCase): Promise<Evidence | ArchiveAltered> {
    try {
      return await this.parts.evidence.of(caseId);
    } catch (error) {
      if (error instanceof ArchiveAltered) return error;
      await this.parts.store.giveBack(runId, [place]).catch(() => undefined);
      throw error;
    }
  }
}

const unreplayed = (outcome: 'WRONG' | 'UNJUDGED', what: string): CaseVerdict => ({
  outcome,
  open: false,
  runs: 0,
  events: 0,
  historyEvents: 0,
  replayMs: 0,
  comparedSeq: 0,
  firstWrongSeq: outcome === 'WRONG' ? 1 : null,
  problems: [{ seq: 1, what }],
});

const caseVerdict = ({ histories }: Evidence, replayed: Replayed, verdict: ReplayVerdict): CaseVerdict => ({
  outcome: isSound(verdict) ? 'SOUND' : 'WRONG',
  open: verdict.open,
  runs: verdict.runs,
  events: verdict.events,
  historyEvents: histories.reduce((sum, { events }) => sum + (events?.length ?? 0), 0),
  replayMs: replayed.durationMs,
  comparedSeq: verdict.comparedSeq,
  firstWrongSeq: verdict.firstWrongSeq ?? null,
  problems: (verdict.problems ?? []).slice(0, PROBLEMS_KEPT),
});
