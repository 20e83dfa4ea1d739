import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '#config';
import { RunStore, type ArchiveState } from '#database';
import { CaseEvidence, CaseHistories } from '#replay';
import { historyToPlain, replayHistories, verdictOf, type ReplayVerdict } from '#temporal';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { CONFIG } from '../settings.js';

/** What an auditor asks of the record and of Temporal. Changes nothing. */
@Injectable()
export class AuditService {
  constructor(
    private readonly cases: CaseReader,
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
}
