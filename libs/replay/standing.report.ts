import { replayReportText, type FailedCase, type SignedReplayReport } from '#audit';
import type { CheckpointSigner, PlacedVerdict, ReplayRun, ReplayRunStore } from '#database';
import { canonical } from '#model';

/** Longer lists are in the record, place by place. */
const MOST_FAILED = 1_000;

/** What a report is made from, and where it is kept. */
export type ReportStore = Pick<ReplayRunStore, 'figures' | 'failed' | 'digestOf' | 'finish'>;

/**
 * Signs the report of a run all of whose cases are judged, and keeps it. Made again it is the same, letter by letter.
 * @param signer undefined where the process has no key: the report is then kept unsigned.
 */
export async function finishRun(
  store: ReportStore,
  run: ReplayRun,
  signer: CheckpointSigner | undefined,
): Promise<SignedReplayReport> {
  const report = await reportOf(store, run, signer?.keyId ?? null);
  const signed = { ...report, signature: signer?.sign(replayReportText(report)) ?? null };
  await store.finish(run.runId, canonical(signed), report.finishedAt);
  return signed;
}

async function reportOf(store: ReportStore, run: ReplayRun, keyId: string | null): Promise<SignedReplayReport> {
  const { runId: id, occasion, requestedBy, chosenAt, buildId } = run;
  if (chosenAt === null || buildId === null) throw new Error('a run without cases chosen has no report');
  const { total, sound, wrong, unjudged, open, ...work } = await store.figures(id);
  const { digest, lastAt } = await store.digestOf(run);
  const failed = await store.failed(id, MOST_FAILED);
  return {
    id,
    buildId,
    occasion,
    requestedBy,
    scope: {
      sample: run.sample ?? null,
      seed: run.seed,
      institutions: run.institutions === '*' ? null : run.institutions,
      reason: run.reason ?? null,
      state: run.state ?? null,
    },
    startedAt: chosenAt,
    finishedAt: lastAt,
    cases: { total, sound, wrong, unjudged, open },
    runs: work.runs,
    historyEvents: work.historyEvents,
    events: work.events,
    durationMs: Date.parse(lastAt) - Date.parse(chosenAt),
    verdictsSha256: digest,
    failed: failed.map(failedCase),
    keyId,
    signature: null,
  };
}

const failedCase = ({ caseId, outcome, firstWrongSeq, problems }: PlacedVerdict): FailedCase => ({
  caseId,
  outcome: outcome === 'UNJUDGED' ? 'UNJUDGED' : 'WRONG',
  firstWrongSeq,
  problems,
});
