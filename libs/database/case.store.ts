import type { DataSource, EntityManager } from 'typeorm';
import type { ChainRow, ChainedEvent } from '#audit';
import type { Case, CaseEvent, Instant } from '#model';
import { casesAt } from './case-at.js';
import { listCases } from './case-list.js';
import type { CaseFilters, CasePage } from './case-list.types.js';
import { isOvertaken, writeEvents, type Held, type KnownFold, type WriteResult } from './case-write.js';
import { inTransaction, type Lastly } from './transaction.js';
import { EVENT_COLUMNS, recordedEvent, type EventRow, type RecordedEvent } from './record.js';
import { FREEZE_COLUMNS, freezeOf, type FreezeRow } from './watch.sql.js';
import type { Freeze } from './watch.types.js';
import { prepared } from './prepared.js';
import { Recent } from './recent.js';

/** A case as the record holds it. */
export interface RecordedCase extends Held {
  readonly case: Case;
  /** When its last event was recorded, by the database's clock. */
  readonly recordedAt: Instant;
  /** When it was read, by the same clock. */
  readonly readAt: Instant;
  /** Null while it takes commands. */
  readonly frozen: Freeze | null;
}

/** What else happens in the transaction that records events: the request's outcome, a run, a refusal. */
export type Also = (manager: EntityManager, lastly: Lastly) => Promise<void>;
const nothingElse: Also = () => Promise.resolve();

const CASE = prepared(
  'SELECT case_view',
  `
SELECT CASE WHEN last_hash = $2 THEN NULL ELSE folded END AS folded, last_seq AS seq, encode(last_hash, 'hex') AS hash,
  told_number AS number, encode(told_hash, 'hex') AS told, updated_at, clock_timestamp() AS read_at, ${FREEZE_COLUMNS}
FROM case_view LEFT JOIN case_watch watch USING (case_id) WHERE case_id = $1`,
);

interface CaseRow extends FreezeRow {
  /** Null where it is the one that was named. */
  readonly folded: Case | null;
  readonly seq: number;
  readonly hash: string;
  readonly number: number;
  readonly told: string;
  readonly updated_at: Date;
  readonly read_at: Date;
}

const CHAIN_COLUMNS = `seq, bytes, encode(hash, 'hex') AS hash, encode(previous_hash, 'hex') AS "previousHash"`;

/** A row of a chain with the columns by which lists search, which are not hashed. */
export interface SearchedRow extends ChainRow {
  readonly type: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly request_id: string;
}

const SEARCHED_ROWS = prepared(
  'SELECT case_event',
  `SELECT ${CHAIN_COLUMNS}, type, at, actor_id, actor_role, request_id FROM case_event WHERE case_id = $1 ORDER BY seq`,
);

const WRITE_ATTEMPTS = 5;
/** About 30 kB each. */
const FOLDS_KEPT = 500;
const CHAIN_PAGE = 1_000;

/** The record of cases: ordered and idempotent. It knows no rule; what it shows is the fold of the events it holds. */
export class CaseStore {
  private readonly folds = new Recent<KnownFold>(FOLDS_KEPT);

  constructor(private readonly database: DataSource) {}

  /**
   * Records events of one case, in order, in one transaction with `also`. May run any number of times and at the same
   * time as others: events already there are compared and left alone, the rest is added only if it follows. With a gap
   * before the first new event nothing happens, `also` included.
   * @param held the case as it was recorded a moment ago: where the batch follows it, nothing is read before it is written.
   * @throws RecordConflict when the record holds another event under the same number, or the batch is no chain.
   */
  async write(
    batch: { caseId: string; events: readonly ChainedEvent[] },
    also = nothingElse,
    held?: Held,
  ): Promise<WriteResult> {
    for (let attempt = 1; ; attempt++) {
      const known = attempt === 1 ? held : undefined;
      try {
        return await inTransaction(this.database, (manager, lastly) =>
          writeEvents({ manager, lastly, folds: this.folds }, batch, also, known),
        );
      } catch (error) {
        if (!isOvertaken(error) || attempt === WRITE_ATTEMPTS) throw error;
      }
    }
  }

  /** The case as recorded; undefined when nothing of it is. */
  async caseOf(caseId: string): Promise<RecordedCase | undefined> {
    const known = this.folds.of(caseId);
    const [row] = await this.database.query<CaseRow[]>(CASE, [caseId, known ? Buffer.from(known.hash, 'hex') : null]);
    if (!row) return undefined;
    const folded = row.folded ?? known!.folded;
    this.folds.keep(caseId, { hash: row.hash, folded });
    return {
      case: folded,
      head: { seq: row.seq, hash: row.hash },
      told: { number: row.number, hash: row.told },
      recordedAt: row.updated_at.toISOString(),
      readAt: row.read_at.toISOString(),
      frozen: freezeOf(row),
    };
  }

  /** The case as it was at an instant of its own time; undefined when nothing of it had happened then. */
  async caseAt(caseId: string, at: Instant): Promise<Case | undefined> {
    return (await casesAt(this.database, [caseId], at)).get(caseId);
  }

  /** Events after a seq, oldest first. */
  async eventsOf(caseId: string, after: number, limit: number): Promise<RecordedEvent[]> {
    const rows = await this.database.query<EventRow[]>(
      `SELECT ${EVENT_COLUMNS} FROM case_event WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [caseId, after, limit],
    );
    return rows.map(recordedEvent);
  }

  /** Every event of a case, oldest first, read in pages. */
  async lifeOf(caseId: string): Promise<CaseEvent[]> {
    const events: CaseEvent[] = [];
    for (;;) {
      const page = await this.eventsOf(caseId, events.length, CHAIN_PAGE);
      events.push(...page.map(({ event }) => event));
      if (page.length < CHAIN_PAGE) return events;
    }
  }

  /** The events a request caused, oldest first; empty when it has caused none. The lasting memory of requests. */
  async eventsOfRequest(caseId: string, requestId: string): Promise<RecordedEvent[]> {
    const rows = await this.database.query<EventRow[]>(
      `SELECT ${EVENT_COLUMNS} FROM case_event WHERE case_id = $1 AND request_id = $2 ORDER BY seq`,
      [caseId, requestId],
    );
    return rows.map(recordedEvent);
  }

  /**
   * One page of a list.
   * @throws InvalidCursor for a cursor that is not of this list and order.
   */
  list(filters: CaseFilters, cursor: string | undefined, limit: number): Promise<CasePage> {
    return listCases(this.database, filters, cursor, limit);
  }

  /** The whole chain of a case from its first event on, for `verifyChain`; read in pages, so that long ones fit. */
  async *chainRows(caseId: string): AsyncGenerator<ChainRow> {
    for (let after = 0; ;) {
      const rows = await this.database.query<ChainRow[]>(
        `SELECT ${CHAIN_COLUMNS} FROM case_event WHERE case_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
        [caseId, after, CHAIN_PAGE],
      );
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < CHAIN_PAGE) return;
      after = last.seq;
    }
  }

  /** The whole chain of a case at once, with the columns beside it. */
  searchedRows(caseId: string): Promise<SearchedRow[]> {
    return this.database.query<SearchedRow[]>(SEARCHED_ROWS, [caseId]);
  }
}
