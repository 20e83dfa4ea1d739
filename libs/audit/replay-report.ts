import { canonical, type Instant } from '#model';

/** What a standing replay found, as it is signed. Whole numbers and texts only. */
export interface ReplayReport {
  readonly id: string;
  /** Workflow code that judged: the first 16 hex digits of the SHA-256 of its bundle. */
  readonly buildId: string;
  /** What it was begun for: `request:<id>`, `release:<build>` or `night:<day in China>`. */
  readonly occasion: string;
  readonly requestedBy: string;
  /** Which cases it looked at: all of these, or the first `sample` of them in the order of MD5(seed, case id). */
  readonly scope: {
    readonly sample: number | null;
    readonly seed: string;
    readonly institutions: readonly string[] | null;
    readonly reason: string | null;
    readonly state: string | null;
  };
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly cases: {
    readonly total: number;
    readonly sound: number;
    readonly wrong: number;
    readonly unjudged: number;
    /** Of all of them, those whose last run goes on. */
    readonly open: number;
  };
  /** Runs of Temporal that were replayed, the events of their histories, and the case events computed anew. */
  readonly runs: number;
  readonly historyEvents: number;
  readonly events: number;
  readonly durationMs: number;
  /** SHA-256, hex, over a line `case outcome comparedSeq` a case, each ended by a line feed, in the order they were taken. */
  readonly verdictsSha256: string;
  /** Cases that are not sound, a thousand at most. */
  readonly failed: readonly FailedCase[];
}

/** A case a standing replay did not find sound. */
export interface FailedCase {
  readonly caseId: string;
  readonly outcome: 'WRONG' | 'UNJUDGED';
  readonly firstWrongSeq: number | null;
  readonly problems: readonly { readonly seq: number; readonly what: string }[];
}

/** A report with the name of the key and its signature: Ed25519 over {@link replayReportText}, hex; null where there is no key. */
export type SignedReplayReport = ReplayReport & {
  readonly keyId: string | null;
  readonly signature: string | null;
};

/** What is signed: a line that names the format, and the report with the key's name as canonical JSON, each ended by a line feed. */
export const replayReportText = (report: SignedReplayReport): string =>
  `reinstate replay report 1\n${canonical({ ...report, signature: undefined })}\n`;
