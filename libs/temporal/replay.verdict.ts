import { hashOf } from '#model';
import type { History } from './history.js';
import { foldOf, lifeProblems, runProblems } from './replay.life.js';
import { compareWithItself, compareWithRecord, type RecordedChain, type ReplayProblem } from './replay.record.js';
import { resumedRuns, wholeLife } from './replay.resumed.js';
import type { Replayed } from './replay.js';

/** What the replay of a case shows. */
export interface ReplayVerdict {
  readonly caseId: string;
  readonly deterministic: boolean;
  readonly runs: number;
  /** Case events computed anew. */
  readonly events: number;
  readonly durationMs: number;
  readonly buildId: string;
  /** Hash of the case folded from the events computed anew; `null` when there are none. */
  readonly stateHash: string | null;
  /** Runs are one life and every recorded event is, byte for byte, one computed anew. */
  readonly matchesRecord: boolean;
  /** The record is one chain from its first event to the head that the view names. */
  readonly chainVerified: boolean;
  /** The last run has not ended. */
  readonly open: boolean;
  /** Up to this seq every event is in both. */
  readonly comparedSeq: number;
  /** Events of an open case that were computed and not yet recorded when the record was read. */
  readonly pendingSeqs: readonly number[];
  /** The case was started again from its record with this event; the last time, where it was more than once. */
  readonly resumedAt?: number;
  /** Events before that of which no history is left: the record alone vouches for them. */
  readonly unreplayed?: number;
  readonly firstWrongSeq?: number;
  readonly problems?: readonly ReplayProblem[];
}

/** What a verdict is made from. */
export interface ReplayEvidence {
  readonly caseId: string;
  /** The runs that were replayed, first to last. */
  readonly histories: readonly History[];
  readonly replayed: Replayed;
  /** Without it `matchesRecord` says whether the runs are one life, `chainVerified` whether their events are one chain. */
  readonly record?: RecordedChain;
  /** A run that should be there and is neither archived nor alive. */
  readonly missingRun?: string;
}

const PROBLEMS_SHOWN = 20;

/** Judges what a replay computed, by itself and, where there is a record, against it. Pure. */
export function verdictOf({ caseId, histories, replayed, record, missingRun }: ReplayEvidence): ReplayVerdict {
  const resumed = resumedRuns(histories);
  const { events: computed, unreplayed, problems: resumptions } = wholeLife(replayed, resumed, record);
  const open = missingRun === undefined && (replayed.runs.at(-1)?.open ?? false);
  const begun = resumed.at(-1);
  const compared = record ? compareWithRecord(computed, record, open) : compareWithItself(computed, begun?.head);
  const life = [...runProblems(replayed, missingRun), ...lifeProblems(histories, replayed, resumed), ...resumptions];
  const problems = [...life, ...compared.problems].sort((a, b) => a.seq - b.seq);
  const state = begun
    ? foldOf(
        computed.filter(({ event }) => event.seq > begun.head.seq),
        begun.case,
      )
    : foldOf(computed);
  return {
    caseId,
    deterministic: replayed.deterministic,
    runs: replayed.runs.length,
    events: computed.length - unreplayed,
    durationMs: replayed.durationMs,
    buildId: replayed.buildId,
    stateHash: state ? hashOf(state) : null,
    matchesRecord: compared.matches && life.length === 0,
    chainVerified: compared.chainVerified,
    open,
    comparedSeq: compared.comparedSeq,
    pendingSeqs: compared.pendingSeqs,
    ...(begun && { resumedAt: begun.head.seq + 1, unreplayed }),
    ...(problems[0] && { firstWrongSeq: problems[0].seq, problems: problems.slice(0, PROBLEMS_SHOWN) }),
  };
}

/** Whether a replay found nothing wrong. */
export const isSound = (verdict: ReplayVerdict): boolean =>
  verdict.deterministic && verdict.matchesRecord && verdict.chainVerified && verdict.problems === undefined;
