import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { DataSource } from 'typeorm';
import type { RecordBatch } from '#contract';
import type { Instant } from '#model';
import type { Asks } from './clock.js';
import * as sql from './run.sql.js';
import { inTransaction } from './transaction.js';

const compressed = promisify(gzip);
const expanded = promisify(gunzip);
const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** One run of a case as the record knows it. Instants are by the database's clock. */
export interface RecordedRun {
  readonly runId: string;
  readonly caseId: string;
  readonly previousRunId: string | null;
  readonly buildId: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly archivedAt: Instant | null;
}

/** A run as it makes itself known, and whether it ends. */
export type Registration = Omit<RecordBatch, 'events'>;

/** The history of an ended run, as `historyToJSON` wrote it. */
export interface ArchivedRun {
  readonly runId: string;
  readonly json: string;
  /** Of the JSON text, hex. */
  readonly sha256: string;
}

/** How far the archive is behind the runs that have ended. */
export interface ArchiveState {
  /** Runs that have ended and are not archived yet. */
  readonly waiting: number;
  /** Of these, those that ended more than an hour ago: an alarm. */
  readonly overdue: number;
  readonly oldestEndedAt: Instant | null;
  /** Runs whose history Temporal no longer had. */
  readonly lost: number;
}

/** An archived history is not the one that was kept. */
export class ArchiveAltered extends Error {
  constructor(readonly runId: string) {
    super(`the archived history of run ${runId} does not match its SHA-256`);
    this.name = 'ArchiveAltered';
  }
}

/** The Temporal runs of each case and the histories of those that ended. */
export class RunStore {
  constructor(private readonly database: DataSource) {}

  /** Makes a run known, that its predecessor has ended, and that it ends itself where the batch says so. Idempotent. */
  async register(asks: Asks, { runId, caseId, previousRunId, buildId, ending }: Registration): Promise<void> {
    await asks.query(sql.REGISTER, [runId, caseId, previousRunId, buildId, ending]);
  }

  /** The run has not ended after all: what was said to the case with its closing has opened it again. */
  async goesOn(runId: string): Promise<void> {
    await this.database.query(sql.GOES_ON, [runId]);
  }

  /** Whatever runs the case has had are over; a new one is about to start. */
  async endedAll(caseId: string): Promise<void> {
    await this.database.query(sql.END_ALL, [caseId]);
  }

  /** Temporal no longer has a run whose history was never kept. */
  async lost(runId: string): Promise<void> {
    await this.database.query(sql.LOST, [runId]);
  }

  /** Ended runs without an archived history, the longest ended first: for the archiver. */
  async unarchived(limit = 100): Promise<RecordedRun[]> {
    const rows = await this.database.query<sql.RunRow[]>(sql.UNARCHIVED, [limit]);
    return rows.map(recordedRun);
  }

  async archiveState(): Promise<ArchiveState> {
    type Row = Omit<ArchiveState, 'oldestEndedAt'> & { readonly oldestEndedAt: Date | null };
    const [row] = await this.database.query<Row[]>(sql.ARCHIVE_STATE);
    if (!row) throw new Error('an aggregate has one row');
    return { ...row, oldestEndedAt: row.oldestEndedAt?.toISOString() ?? null };
  }

  /** All runs of a case, first to last; a run whose predecessor is not known comes behind. */
  async runsOf(caseId: string): Promise<RecordedRun[]> {
    const rows = await this.database.query<sql.RunRow[]>(sql.RUNS_OF, [caseId]);
    return rows.map(recordedRun);
  }

  /**
   * Keeps the whole history of an ended run. Idempotent: the first one stays.
   * @throws Error for a run that was never registered.
   */
  async archive(runId: string, historyJson: string): Promise<void> {
    const history = await compressed(historyJson);
    await inTransaction(this.database, async (manager) => {
      const [, known] = await manager.query<[unknown[], number]>(sql.MARK_ARCHIVED, [runId]);
      if (known === 0) throw new Error(`run ${runId} was never registered`);
      await manager.query(sql.ARCHIVE, [runId, history, sha256(historyJson)]);
    });
  }

  /**
   * The archived histories of a case, in no order.
   * @throws ArchiveAltered when one is not what was kept.
   */
  async historiesOf(caseId: string): Promise<ArchivedRun[]> {
    const rows = await this.database.query<sql.ArchiveRow[]>(sql.HISTORIES_OF, [caseId]);
    return Promise.all(rows.map(archivedRun));
  }
}

const recordedRun = (row: sql.RunRow): RecordedRun => ({
  runId: row.run_id,
  caseId: row.case_id,
  previousRunId: row.previous_run_id,
  buildId: row.build_id,
  startedAt: row.started_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  archivedAt: row.archived_at?.toISOString() ?? null,
});

async function archivedRun(row: sql.ArchiveRow): Promise<ArchivedRun> {
  const json = await expanded(row.history).then(String, () => '');
  if (!sha256(json).equals(row.sha256)) throw new ArchiveAltered(row.run_id);
  return { runId: row.run_id, json, sha256: row.sha256.toString('hex') };
}
