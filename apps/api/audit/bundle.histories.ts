import { Injectable } from '@nestjs/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { historyLeaves, textSha256, type ArchivedLeaf, type LogLeaf } from '#audit';
import { RunStore } from '#database';
import { CaseHistories } from '#replay';

/** One run's history as a bundle carries it: the very text whose hash the log is shown. */
export interface BundledHistory {
  readonly runId: string;
  readonly buildId: string;
  readonly archived: boolean;
  readonly json: string;
  readonly sha256: string;
}

/** Gathers the histories of a case, first run to last: the archived texts, and those of runs that go on. */
@Injectable()
export class BundleHistories {
  constructor(
    private readonly runs: RunStore,
    private readonly histories: CaseHistories,
  ) {}

  /** @throws CaseUnavailable when Temporal is asked and does not answer. */
  async of(caseId: string): Promise<readonly BundledHistory[]> {
    const archive = new Map((await this.runs.historiesOf(caseId)).map((run) => [run.runId, run.json]));
    const builds = new Map((await this.runs.runsOf(caseId)).map(({ runId, buildId }) => [runId, buildId]));
    const { runs } = await this.histories.trailOf(caseId);
    return runs.map(({ runId, history }) => {
      const kept = archive.get(runId);
      const json = kept ?? historyToJSON(history);
      const sha256 = textSha256(json);
      return { runId, buildId: builds.get(runId) ?? 'unknown', archived: kept !== undefined, json, sha256 };
    });
  }
}

/** The hash of each run's history that counts in the log. */
const loggedHashes = (leaves: readonly LogLeaf[]): ReadonlyMap<string, string> =>
  new Map(historyLeaves(leaves).map(({ runId, sha256 }) => [runId, sha256]));

/** What the log has to be shown of the runs that are not archived, so that their histories in a bundle are bound too. */
export function unseenHistories(
  caseId: string,
  histories: readonly BundledHistory[],
  leaves: readonly LogLeaf[],
): readonly Omit<ArchivedLeaf, 'previous'>[] {
  const known = loggedHashes(leaves);
  return histories
    .filter(({ runId, archived, sha256 }) => !archived && known.get(runId) !== sha256)
    .map(({ runId, buildId, sha256 }) => ({ kind: 'ARCHIVED', caseId, runId, buildId, complete: false, sha256 }));
}

/** Whether the histories at hand are exactly those that count in the log; a run that ended meanwhile makes them others. */
export function areLogged(histories: readonly BundledHistory[], leaves: readonly LogLeaf[]): boolean {
  const known = loggedHashes(leaves);
  return known.size === histories.length && histories.every(({ runId, sha256 }) => known.get(runId) === sha256);
}
