import type { Instant } from '#model';

/** Which cases a standing replay looks at; members left out narrow nothing. */
export interface ReplayScope {
  /** Cases at most; left out for all. */
  readonly sample?: number | undefined;
  /** Cases are taken in the order of the MD5 of seed and case id. */
  readonly seed: string;
  /** Institutions; `*` for all. */
  readonly institutions: readonly string[] | '*';
  readonly reason?: string | undefined;
  readonly state?: string | undefined;
}

/** A standing replay to be begun. */
export interface NewReplayRun extends ReplayScope {
  /** What it is begun for: once each. */
  readonly occasion: string;
  readonly requestedBy: string;
  /** Processes of each worker that share it. */
  readonly processes?: number | undefined;
}

/** PENDING until its cases are chosen; ABANDONED when the build that judged is gone. */
export type ReplayRunState = 'PENDING' | 'RUNNING' | 'DONE' | 'ABANDONED';

/** SOUND, WRONG, or UNJUDGED where no process came to an end with the case. */
export type ReplayOutcome = 'SOUND' | 'WRONG' | 'UNJUDGED';

/** A standing replay as it stands. */
export interface ReplayRun extends NewReplayRun {
  readonly runId: string;
  readonly progress: ReplayRunState;
  readonly createdAt: Instant;
  readonly buildId: string | null;
  readonly chosenAt: Instant | null;
  readonly finishedAt: Instant | null;
  /** Canonical text of the signed report. */
  readonly report: string | null;
}

/** How far a standing replay has come. */
export interface ReplayFigures {
  readonly total: number;
  readonly done: number;
  readonly sound: number;
  readonly wrong: number;
  readonly unjudged: number;
  readonly open: number;
  /** Runs of Temporal that were replayed. */
  readonly runs: number;
  /** Case events computed anew. */
  readonly events: number;
  /** Events of Temporal's histories. */
  readonly historyEvents: number;
  /** Time the replay workers worked, all processes together. */
  readonly replayMs: number;
}

/** Something that is not as it ought to be, and the first event it concerns. */
export interface FoundProblem {
  readonly seq: number;
  readonly what: string;
}

/** What a case of a standing replay came to. */
export interface CaseVerdict {
  readonly outcome: ReplayOutcome;
  readonly open: boolean;
  readonly runs: number;
  readonly events: number;
  readonly historyEvents: number;
  readonly replayMs: number;
  readonly comparedSeq: number;
  readonly firstWrongSeq: number | null;
  readonly problems: readonly FoundProblem[];
}

/** The verdict on one case with its place in the run. */
export interface PlacedVerdict extends CaseVerdict {
  readonly place: number;
  readonly caseId: string;
}

/** A case a process has to itself for a while. */
export interface LeasedCase {
  readonly runId: string;
  readonly place: number;
  readonly caseId: string;
}
