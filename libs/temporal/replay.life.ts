import type { ChainedEvent } from '#audit';
import { fold, hashOf, type Case } from '#model';
import { carriedBy, endingOf, inputOf, previousRunIdOf, runIdOf, type History } from './history.js';
import type { ReplayProblem } from './replay.record.js';
import type { ResumedRun } from './replay.resumed.js';
import type { Replayed } from './replay.js';

/** The seq after the last event of each run and those before it: where a run's fault lies, as far as one can tell. */
function seqsAfter(replayed: Replayed): readonly number[] {
  let last = 0;
  return replayed.runs.map(({ events }) => (last = events.at(-1)?.event.seq ?? last) + 1);
}

/** Runs whose history the present code does not give, and the one whose history is lost. */
export function runProblems(replayed: Replayed, missingRun?: string): readonly ReplayProblem[] {
  const seqs = seqsAfter(replayed);
  const failed = replayed.runs.flatMap(({ runId, error }, index) =>
    error === null ? [] : [{ seq: seqs[index] ?? 1, what: `run ${runId} does not replay on this code: ${error}` }],
  );
  if (missingRun === undefined) return failed;
  return [...failed, { seq: seqs.at(-1) ?? 1, what: `run ${missingRun} is neither archived nor known to Temporal` }];
}

/**
 * Runs are one life only if each starts with exactly what the one before it left, and that is the fold of the events
 * until then. A resumed run follows none: it is held against the record.
 */
export function lifeProblems(
  histories: readonly History[],
  replayed: Replayed,
  resumed: readonly ResumedRun[],
): readonly ReplayProblem[] {
  const seqs = [1, ...seqsAfter(replayed)];
  const folds = foldsBefore(replayed, resumed);
  return histories.flatMap((history, index) => {
    if (resumed.some((run) => run.index === index)) return [];
    const before = histories[index - 1];
    const what = before ? brokenHandOver(before, history, folds[index]) : brokenStart(history);
    return what === undefined ? [] : [{ seq: seqs[index] ?? 1, what: `run ${runIdOf(history)} ${what}` }];
  });
}

const brokenStart = (first: History): string | undefined =>
  previousRunIdOf(first) === '' ? undefined : `continues run ${previousRunIdOf(first)}, which is missing`;

function brokenHandOver(before: History, history: History, expected: Case | undefined): string | undefined {
  const ending = endingOf(before);
  if (ending.kind === 'OPEN') return 'follows a run that goes on';
  if (ending.kind === 'CONTINUED' && ending.runId !== runIdOf(history))
    return `is not the run ${ending.runId} that the one before it continued in`;
  if (previousRunIdOf(history) !== runIdOf(before)) return `does not follow the run ${runIdOf(before)}`;
  const carried = carriedBy(history);
  const isAsLeft =
    ending.kind === 'CONTINUED' ? ending.input === inputOf(history) : ending.left === JSON.stringify(carried);
  if (!isAsLeft) return 'started with something else than the run before it left';
  const then: unknown = Reflect.get(Object(carried), 'case');
  const kept = then !== undefined && expected !== undefined && hashOf(then) === hashOf(expected);
  return kept ? undefined : 'started with another state than the events before it give';
}

/** The case as it stood when each run started. */
function foldsBefore(replayed: Replayed, resumed: readonly ResumedRun[]): readonly (Case | undefined)[] {
  let after: Case | undefined;
  return replayed.runs.map(({ events }, index) => {
    const before = resumed.find((run) => run.index === index)?.case ?? after;
    after = foldOf(events, before);
    return before;
  });
}

/** The case that events lead to, on top of `start`, as far as they follow one another. */
export function foldOf(events: readonly ChainedEvent[], start?: Case): Case | undefined {
  const first = (start?.seq ?? 0) + 1;
  const gap = events.findIndex(({ event }, index) => event.seq !== first + index);
  const following = gap < 0 ? events : events.slice(0, gap);
  return fold(
    following.map(({ event }) => event),
    start,
  );
}
