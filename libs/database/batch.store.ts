import type { DataSource } from 'typeorm';
import type { Instant } from '#model';
import type { BatchCopy, BatchFormat, LineState } from './batch.entities.js';
import * as sql from './batch.sql.js';
import type { Asks } from './clock.js';

/** A list of notices as it came in. */
export interface NewBatch {
  readonly batchId: string;
  readonly actorId: string;
  readonly institutions: readonly string[];
  readonly sender: string;
  readonly format: BatchFormat;
  /** Of the bytes as they were sent, hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly kept: BatchCopy;
  readonly mediaType: string;
  readonly storageKey: string | null;
  readonly rows: number;
  /** Sum of all transactions listed: a whole number of fen, longer than a JavaScript number may be. */
  readonly amountFen: string;
  readonly declaredLines: number | null;
  readonly declaredFen: string | null;
}

/** A line of a list that has no outcome yet. */
export interface NewLine {
  readonly line: number;
  readonly noticeNo: string | null;
  readonly merchantNo: string | null;
}

/** What became of a line. */
export interface SettledLine {
  readonly line: number;
  readonly state: LineState;
  readonly caseId: string | null;
  readonly code: string | null;
  readonly errors: readonly object[];
}

/** The same, with whether it was done just now: then it was so, whoever else has heard of it since. */
export type EndedLine = SettledLine & { readonly doneNow: boolean };

/** A line as the record holds it. */
export interface BatchLine extends NewLine, SettledLine {
  readonly settledAt: Instant | null;
}

/** A list as the record holds it, with how many of its lines are in each state. */
export interface StoredBatch extends NewBatch {
  readonly createdAt: Instant;
  /** When its last line had its outcome; null while one has none. */
  readonly finishedAt: Instant | null;
  readonly counts: Readonly<Record<LineState, number>>;
}

type BatchRow = Omit<StoredBatch, 'createdAt' | 'finishedAt' | 'counts'> & {
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};
type LineRow = Omit<BatchLine, 'settledAt'> & { readonly settledAt: Date | null };

const ADDED_AT_ONCE = 2_000;

/** Lists of notices: the file, its lines, and the outcome of each. */
export class BatchStore {
  constructor(private readonly database: DataSource) {}

  /** Keeps a list with all its lines, inside the caller's transaction. */
  async add(asks: Asks, batch: NewBatch, lines: readonly NewLine[]): Promise<void> {
    await asks.query(sql.ADD_BATCH, [
      batch.batchId,
      batch.actorId,
      batch.institutions,
      batch.sender,
      batch.format,
      batch.sha256,
      batch.bytes,
      batch.kept,
      batch.mediaType,
      batch.storageKey,
      batch.rows,
      batch.amountFen,
      batch.declaredLines,
      batch.declaredFen,
    ]);
    for (let from = 0; from < lines.length; from += ADDED_AT_ONCE) {
      const some = lines.slice(from, from + ADDED_AT_ONCE);
      const columns = [
        some.map(({ line }) => line),
        some.map((one) => one.noticeNo),
        some.map((one) => one.merchantNo),
      ];
      await asks.query(sql.ADD_LINES, [batch.batchId, ...columns]);
    }
  }

  /** Keeps what became of some lines. What found or opened its case stays said of a line, however often it is sent again. */
  async settle(batchId: string, lines: readonly EndedLine[]): Promise<void> {
    await this.database.query(sql.SETTLE, [batchId, JSON.stringify(lines)]);
  }

  /** Marks a list of which every line has its outcome. */
  async finish(batchId: string): Promise<void> {
    await this.database.query(sql.FINISH, [batchId]);
  }

  /** One list; undefined when there is none. */
  async find(batchId: string): Promise<StoredBatch | undefined> {
    const [row] = await this.database.query<BatchRow[]>(sql.BATCH, [batchId]);
    if (!row) return undefined;
    const counted = await this.database.query<{ state: LineState; count: number }[]>(sql.COUNTS, [batchId]);
    const counts = { PENDING: 0, OPENED: 0, REPEAT: 0, AMENDMENT: 0, REFUSED: 0 };
    for (const { state, count } of counted) counts[state] = count;
    const [createdAt, finishedAt] = [row.createdAt.toISOString(), row.finishedAt?.toISOString() ?? null];
    return { ...row, createdAt, finishedAt, counts };
  }

  /** Lines of a list behind a given one, in the order of the file. */
  async lines(batchId: string, after: number, limit: number, state?: LineState): Promise<BatchLine[]> {
    const rows = await this.database.query<LineRow[]>(sql.LINES, [batchId, after, limit, state ?? null]);
    return rows.map((row) => ({ ...row, settledAt: row.settledAt?.toISOString() ?? null }));
  }
}
