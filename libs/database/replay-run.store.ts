import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant } from '#model';
import type { Asks } from './clock.js';
import * as sql from './replay-run.sql.js';
import type {
  CaseVerdict,
  LeasedCase,
  NewReplayRun,
  PlacedVerdict,
  ReplayFigures,
  ReplayRun,
  ReplayRunState,
} from './replay-run.types.js';

/** Longer than the biggest case takes; a process that is killed holds its cases up for so long. */
const LEASE_MS = 30_000;
/** A case at which processes have died so often is left to people. */
const MOST_TRIES = 3;
const GAVE_UP = [{ seq: 1, what: `the replay process ended ${MOST_TRIES} times while it judged this case` }];
/** A build whose processes have judged nothing for so long is gone. */
const BUILD_GONE_MS = 900_000;
const SYSTEM = 'system:standing-replay';

/** Standing replays: what they look at, who is at which case, and what they found. */
export class ReplayRunStore {
  constructor(private readonly database: DataSource) {}

  /** Begins a replay, or finds the one that was begun for the same occasion. */
  async begin(run: NewReplayRun, asks: Asks = this.database): Promise<ReplayRun> {
    const { occasion, requestedBy, sample, seed, institutions, reason, state, processes } = run;
    const narrowed = institutions === '*' ? null : institutions;
    const values = [sample ?? null, seed, narrowed, reason ?? null, state ?? null, processes ?? null];
    await asks.query(sql.ADD, [newId(), occasion, requestedBy, ...values]);
    const [row] = await asks.query<sql.ReplayRunRow[]>(sql.BY_OCCASION, [occasion]);
    if (!row) throw new Error('the replay is begun but not to be seen');
    return replayRun(row);
  }

  /** Begins one nobody asked for, once for each occasion; none where one began by itself `since` an instant. */
  async beginDue(occasion: string, sample: number | undefined, since: Instant = 'infinity'): Promise<void> {
    const runId = newId();
    await this.database.query(sql.ADD_DUE, [runId, occasion, SYSTEM, sample ?? null, runId, since]);
  }

  async find(runId: string): Promise<ReplayRun | undefined> {
    return (await this.database.query<sql.ReplayRunRow[]>(sql.BY_ID, [runId])).map(replayRun)[0];
  }

  /** Those a build may go on with, the oldest first. */
  async unfinished(buildId: string): Promise<readonly ReplayRun[]> {
    return (await this.database.query<sql.ReplayRunRow[]>(sql.UNFINISHED, [buildId])).map(replayRun);
  }

  /** Whether a build has something to do that no process is at, and how many processes were asked for. */
  async workFor(buildId: string): Promise<{ readonly processes: number | null } | undefined> {
    const [row] = await this.database.query<{ processes: number | null }[]>(sql.WORK, [buildId]);
    return row;
  }

  /** Chooses the cases of a run, all at once; of several processes one does it. */
  async choose(runId: string, buildId: string): Promise<void> {
    await this.database.query(sql.CHOOSE, [runId, buildId]);
  }

  /** Takes the next cases that nobody is at; empty when there are none now. */
  async take(runId: string, most: number): Promise<readonly LeasedCase[]> {
    const [rows] = await this.database.query<[LeasedCase[], number]>(sql.TAKE, [runId, most, LEASE_MS, MOST_TRIES]);
    return rows.toSorted((a, b) => a.place - b.place);
  }

  /** Lets others have cases that were taken and not judged. */
  async giveBack(runId: string, places: readonly number[]): Promise<void> {
    await this.database.query(sql.GIVE_BACK, [runId, places]);
  }

  async judge({ runId, place }: LeasedCase, verdict: CaseVerdict): Promise<void> {
    const { outcome, open, runs, events, historyEvents, replayMs, comparedSeq, firstWrongSeq, problems } = verdict;
    const figures = [open, runs, events, historyEvents, replayMs, comparedSeq, firstWrongSeq];
    await this.database.query(sql.JUDGE, [runId, place, outcome, ...figures, JSON.stringify(problems)]);
  }

  /** Leaves cases unjudged at which processes keep dying. */
  async giveUp(runId: string): Promise<void> {
    await this.database.query(sql.GIVE_UP, [runId, MOST_TRIES, JSON.stringify(GAVE_UP)]);
  }

  async figures(runId: string): Promise<ReplayFigures> {
    const [row] = await this.database.query<ReplayFigures[]>(sql.FIGURES, [runId]);
    if (!row) throw new Error('an aggregate has one row');
    return row;
  }

  /** The first cases that are not sound, in the order of their places. */
  failed(runId: string, limit: number): Promise<PlacedVerdict[]> {
    return this.database.query<PlacedVerdict[]>(sql.FAILED, [runId, limit]);
  }

  /** Verdicts behind a place, in order. */
  verdicts(runId: string, after: number, limit: number): Promise<PlacedVerdict[]> {
    return this.database.query<PlacedVerdict[]>(sql.VERDICTS, [runId, after, limit]);
  }

  /** Runs all of whose cases are judged and that have no report yet. */
  async complete(): Promise<readonly ReplayRun[]> {
    return (await this.database.query<sql.ReplayRunRow[]>(sql.COMPLETE)).map(replayRun);
  }

  /** SHA-256 over a line `case outcome comparedSeq` a case, hex, and when the last one was judged. */
  async digestOf({ runId, chosenAt }: ReplayRun): Promise<{ readonly digest: string; readonly lastAt: Instant }> {
    const [row] = await this.database.query<{ digest: string; lastAt: Date | null }[]>(sql.DIGEST, [runId]);
    const lastAt = row?.lastAt?.toISOString() ?? chosenAt;
    if (!row || lastAt === null) throw new Error('a run without cases chosen has no report');
    return { digest: row.digest, lastAt };
  }

  /** Keeps the report; answers whether this was the one that stays. */
  async finish(runId: string, report: string, at: Instant): Promise<boolean> {
    const [, count] = await this.database.query<[unknown[], number]>(sql.FINISH, [runId, report, at]);
    return count === 1;
  }

  /** Runs of the last day whose report is not in the second place. */
  async unpublished(): Promise<readonly ReplayRun[]> {
    return (await this.database.query<sql.ReplayRunRow[]>(sql.UNPUBLISHED)).map(replayRun);
  }

  async published(runId: string): Promise<void> {
    await this.database.query(sql.PUBLISHED, [runId]);
  }

  /** Gives up what other builds left behind. */
  async abandonOthers(buildId: string): Promise<void> {
    await this.database.query(sql.ABANDON, [buildId, BUILD_GONE_MS]);
  }
}

const newId = (): string => `replay_${randomUUID()}`;

function progressOf({ abandoned_at, finished_at, chosen_at }: sql.ReplayRunRow): ReplayRunState {
  if (finished_at) return 'DONE';
  if (abandoned_at) return 'ABANDONED';
  return chosen_at ? 'RUNNING' : 'PENDING';
}

const replayRun = (row: sql.ReplayRunRow): ReplayRun => ({
  runId: row.run_id,
  occasion: row.occasion,
  requestedBy: row.requested_by,
  progress: progressOf(row),
  createdAt: row.created_at.toISOString(),
  sample: row.sample ?? undefined,
  seed: row.seed,
  institutions: row.institutions ?? '*',
  reason: row.reason ?? undefined,
  state: row.state ?? undefined,
  processes: row.processes ?? undefined,
  buildId: row.build_id,
  chosenAt: row.chosen_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  report: row.report,
});
