import type { ReplayEvidence } from '#temporal';
import type { CaseHistories } from './case.histories.js';
import type { RecordedChains } from './recorded.chains.js';

/** What a case is judged by, besides what its replay gives. */
export type Evidence = Omit<ReplayEvidence, 'replayed'> & Required<Pick<ReplayEvidence, 'record'>>;

/** Gathers what a case is judged by. */
export class CaseEvidence {
  constructor(
    private readonly chains: Pick<RecordedChains, 'of'>,
    private readonly histories: Pick<CaseHistories, 'trailOf'>,
  ) {}

  /**
   * The record before the histories: whatever is recorded by then must be in them.
   * @throws CaseUnavailable when Temporal is asked and does not answer, ArchiveAltered when an archived history is not
   * what was kept.
   */
  async of(caseId: string): Promise<Evidence> {
    const record = await this.chains.of(caseId);
    const { runs, missingRun } = await this.histories.trailOf(caseId);
    const histories = runs.map(({ history }) => history);
    return { caseId, record, histories, ...(missingRun !== undefined && { missingRun }) };
  }
}
