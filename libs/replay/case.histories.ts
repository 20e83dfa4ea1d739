import type { Client } from '@temporalio/client';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { caseWorkflowId } from '#contract';
import type { RecordedRun, RunStore } from '#database';
import { CaseUnavailable, endingOf, fetchHistory, isUnknownRun, type History } from '#temporal';

/** One run of a case with its whole history. */
export interface RunHistory {
  readonly runId: string;
  /** From the archive; else from Temporal. */
  readonly archived: boolean;
  readonly open: boolean;
  readonly history: History;
}

/**
 * The runs of a case, first to last; `missingRun` is the one where the trail is lost. After `lostRuns` the case was
 * started again from its record.
 */
export interface CaseTrail {
  readonly runs: readonly RunHistory[];
  readonly lostRuns: readonly string[];
  readonly missingRun?: string;
}

/** What the record has of the runs of a case. */
interface Kept {
  readonly caseId: string;
  readonly archive: ReadonlyMap<string, string>;
  readonly known: readonly RecordedRun[];
}

const DESCRIBE_LIMIT_MS = 5_000;

/** Finds every run of a case: the archived ones in the record, the others in Temporal. */
export class CaseHistories {
  constructor(
    private readonly store: Pick<RunStore, 'runsOf' | 'historiesOf'>,
    private readonly client: Client,
  ) {}

  /**
   * Follows the runs from the first on, each to the one it continued in, of which the record may not have heard, or to
   * the one that followed when it had ended. A case that was started again from its record has several first runs.
   * @throws CaseUnavailable when Temporal is asked and does not answer.
   */
  async trailOf(caseId: string): Promise<CaseTrail> {
    const archive = new Map((await this.store.historiesOf(caseId)).map(({ runId, json }) => [runId, json]));
    const known = await this.store.runsOf(caseId);
    const runs: RunHistory[] = [];
    const missing: (string | undefined)[] = [];
    for (const first of await this.firstRunsOf(caseId, known))
      missing.push(await this.follow({ caseId, archive, known }, first, runs));
    const missingRun = missing.pop();
    const lostRuns = missing.filter((runId) => runId !== undefined);
    return { runs, lostRuns, ...(missingRun !== undefined && { missingRun }) };
  }

  /** Adds a run and those that continue it; answers the one that cannot be found. */
  private async follow(
    { caseId, archive, known }: Kept,
    first: string,
    runs: RunHistory[],
  ): Promise<string | undefined> {
    for (let next: string | undefined = first; next !== undefined;) {
      const runId: string = next;
      const run = await this.runOf(caseId, runId, archive.get(runId));
      if (!run) return runId;
      runs.push(run);
      const ending = endingOf(run.history);
      next = ending.kind === 'CONTINUED' ? ending.runId : known.find((each) => each.previousRunId === runId)?.runId;
    }
    return undefined;
  }

  private async runOf(caseId: string, runId: string, archived: string | undefined): Promise<RunHistory | undefined> {
    const history = archived === undefined ? await this.live(caseId, runId) : historyFromJSON(JSON.parse(archived));
    return history && { runId, archived: archived !== undefined, open: endingOf(history).kind === 'OPEN', history };
  }

  private live(caseId: string, runId: string): Promise<History | undefined> {
    return unlessUnknown(() => fetchHistory(this.client, caseWorkflowId(caseId), runId));
  }

  private async firstRunsOf(caseId: string, known: Kept['known']): Promise<readonly string[]> {
    const first = known.filter(({ previousRunId }) => previousRunId === null);
    if (first.length > 0) return first.map(({ runId }) => runId);
    const handle = this.client.workflow.getHandle(caseWorkflowId(caseId));
    const found = await unlessUnknown(() =>
      this.client.withDeadline(Date.now() + DESCRIBE_LIMIT_MS, () => handle.describe()),
    );
    return [found?.raw.workflowExecutionInfo?.firstRunId ?? 'of the opening'];
  }
}

/** Undefined when Temporal does not know the run. */
async function unlessUnknown<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isUnknownRun(error)) return undefined;
    throw new CaseUnavailable(error);
  }
}
