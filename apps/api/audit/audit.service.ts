import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '#config';
import { RefusalStore, RunStore, type ArchiveState, type RecordedRefusal } from '#database';
import { CaseEvidence, CaseHistories } from '#replay';
import { historyToPlain, replayHistories, verdictOf, type ReplayVerdict } from '#temporal';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { Problem } from '../problem/problem.js';
import { CONFIG } from '../settings.js';

/** What refusals are narrowed to. */
export interface RefusalPage {
  readonly caseId?: string | undefined;
  readonly actor?: string | undefined;
  readonly code?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What an auditor asks of the record and of Temporal. Changes nothing. */
@Injectable()
export class AuditService {
  constructor(
    private readonly cases: CaseReader,
    private readonly refusals: RefusalStore,
    private readonly histories: CaseHistories,
    private readonly evidence: CaseEvidence,
    private readonly runs: RunStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Every run of a case with its history, as plain JSON. */
  async historyOf(caseId: string, caller: CallerIdentity) {
    await this.cases.recorded(caseId, caller);
    const { runs, lostRuns, missingRun } = await this.histories.trailOf(caseId);
    const plain = runs.map(({ history, ...run }) => ({ ...run, history: historyToPlain(history) }));
    const lost = lostRuns.length === 0 ? {} : { lostRuns };
    return { caseId, runs: plain, ...lost, ...(missingRun !== undefined && { missingRun }) };
  }

  /** Runs the case once more through the workflow code of this build and holds what comes out against the record. */
  async replay(caseId: string, caller: CallerIdentity): Promise<ReplayVerdict> {
    await this.cases.recorded(caseId, caller);
    const evidence = await this.evidence.of(caseId);
    const replayed = await replayHistories({ ...evidence, bundlePath: this.config.WORKFLOW_BUNDLE });
    return verdictOf({ ...evidence, replayed });
  }

  archiveState(): Promise<ArchiveState> {
    return this.runs.archiveState();
  }

  /** One page of refusals of the cases the caller may see, newest first. */
  async refusalsOf({ caseId, actor, code, limit, cursor }: RefusalPage, caller: CallerIdentity) {
    if (caseId !== undefined) await this.cases.recorded(caseId, caller);
    const filters = {
      ...(caseId !== undefined && { caseId }),
      ...(actor !== undefined && { actorId: actor }),
      ...(code !== undefined && { code }),
    };
    const page = await this.refusals.list(filters, cursor, limit);
    const nextCursor = page.length === limit ? (page.at(-1)?.refusalId ?? null) : null;
    return { items: await this.visible(page, caller), nextCursor };
  }

  /** What reached no case belongs to no institution: only those who see all of them are shown it. */
  private async visible(page: readonly RecordedRefusal[], caller: CallerIdentity): Promise<readonly RecordedRefusal[]> {
    if (caller.institutions.includes('*')) return page;
    const caseIds = [...new Set(page.flatMap(({ caseId }) => caseId ?? []))];
    const seen = await Promise.all(caseIds.map(async (caseId) => ((await this.sees(caseId, caller)) ? [caseId] : [])));
    const visible = new Set(seen.flat());
    return page.filter(({ caseId }) => caseId && visible.has(caseId));
  }

  private async sees(caseId: string, caller: CallerIdentity): Promise<boolean> {
    try {
      await this.cases.recorded(caseId, caller);
      return true;
    } catch (error) {
      if (error instanceof Problem && error.code === 'case.not-found') return false;
      throw error;
    }
  }
}
