import type { SignedReplayReport } from '#audit';
import { isSound } from '#temporal';
import type { ReplayResult } from './replay.js';

const said = (holds: boolean): string => (holds ? 'yes' : 'NO');

/** The result for people: one line, and one more for each problem. */
export function wordsOf(result: ReplayResult): readonly string[] {
  if ('error' in result) return [`✗ ${result.target}: ${result.error}`];
  const {
    caseId,
    runs,
    events,
    durationMs,
    buildId,
    deterministic,
    matchesRecord,
    chainVerified,
    open,
    pendingSeqs,
    problems = [],
  } = result.verdict;
  const state = open ? `, open${result.byRecord ? `, ${pendingSeqs.length} not yet recorded` : ''}` : '';
  const figures = `${runs} run(s), ${events} event(s)${state}, ${durationMs} ms, build ${buildId}`;
  const answers = `deterministic ${said(deterministic)}, ${result.byRecord ? 'matches the record' : 'runs are one life'} ${said(matchesRecord)}, chain verified ${said(chainVerified)}`;
  const head = `${isSound(result.verdict) ? '✓' : '✗'} ${caseId}: ${answers} (${figures})`;
  return [head, ...problems.map(({ seq, what }) => `    seq ${seq}: ${what}`)];
}

/** The report of a standing replay for people: one line, and more for each case that is not sound. */
export function linesOfReport(report: SignedReplayReport): readonly string[] {
  const { cases, historyEvents, durationMs, buildId, keyId, failed } = report;
  const seconds = durationMs / 1000;
  const perSecond = (historyEvents / Math.max(seconds, 0.001)).toFixed(0);
  const found = `${cases.sound} of ${cases.total} cases are sound, ${cases.wrong} differ, ${cases.unjudged} not judged`;
  const figures = `${historyEvents} history events in ${seconds.toFixed(1)} s, ${perSecond} a second, build ${buildId}`;
  const signed = keyId === null ? 'not signed' : `signed by ${keyId}`;
  return [
    `${cases.sound === cases.total ? '✓' : '✗'} ${report.id}: ${found} (${figures}, ${signed})`,
    ...failed.flatMap(({ caseId, outcome, problems }) => [
      `    ${caseId} ${outcome}`,
      ...problems.map(({ seq, what }) => `        seq ${seq}: ${what}`),
    ]),
  ];
}
