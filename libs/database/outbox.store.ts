import type { DataSource } from 'typeorm';
import type { Instant, OutwardLink } from '#model';

interface OutboxRow {
  readonly case_id: string;
  readonly number: number;
  readonly type: string;
  readonly at: Date;
  readonly payload: unknown;
  readonly hash: string;
  readonly previous_hash: string;
}

/** Where a page of orders ended. */
export interface OrderCursor {
  readonly createdAt: Instant;
  readonly caseId: string;
  readonly number: number;
}

/** An order with what tells whose it is. */
export interface OrderRow {
  readonly link: OutwardLink;
  readonly merchantNo: string;
  readonly institutionCode: string;
  readonly createdAt: Instant;
}

const COLUMNS = `case_id, number, type, at, payload, encode(hash, 'hex') AS hash, encode(previous_hash, 'hex') AS previous_hash`;

const linkOf = (row: OutboxRow): OutwardLink =>
  ({
    type: row.type,
    payload: row.payload,
    caseId: row.case_id,
    number: row.number,
    at: row.at.toISOString(),
    previousHash: row.previous_hash,
    hash: row.hash,
  }) as OutwardLink;

/** What partners are told of cases, as it was recorded. */
export class OutboxStore {
  constructor(private readonly database: DataSource) {}

  /** What partners of a case were told after a number, oldest first. */
  async eventsOf(caseId: string, after: number, limit: number): Promise<readonly OutwardLink[]> {
    const rows = await this.database.query<OutboxRow[]>(
      `SELECT ${COLUMNS} FROM outbox WHERE case_id = $1 AND number > $2 ORDER BY number LIMIT $3`,
      [caseId, after, limit],
    );
    return rows.map(linkOf);
  }

  /** One order by its id, which names its case, event and item. */
  async order(caseId: string, orderId: string): Promise<OutwardLink | undefined> {
    const [row] = await this.database.query<OutboxRow[]>(
      `SELECT ${COLUMNS} FROM outbox WHERE case_id = $1 AND payload ->> 'orderId' = $2 ORDER BY number LIMIT 1`,
      [caseId, orderId],
    );
    return row && linkOf(row);
  }

  /** Orders to partners after a place, oldest first; of whose merchants they are the caller looks. */
  async orders(after: OrderCursor | undefined, limit: number): Promise<readonly OrderRow[]> {
    const rows = await this.database.query<
      (OutboxRow & { merchant_no: string; institution_code: string; created_at: Date })[]
    >(
      `SELECT ${COLUMNS}, merchant_no, institution_code, created_at FROM outbox
       WHERE type LIKE 'RESTRICTION.%' AND ($1::timestamptz IS NULL OR (created_at, case_id, number) > ($1, $2, $3))
       ORDER BY created_at, case_id, number LIMIT $4`,
      [after?.createdAt ?? null, after?.caseId ?? null, after?.number ?? null, limit],
    );
    return rows.map((row) => ({
      link: linkOf(row),
      merchantNo: row.merchant_no,
      institutionCode: row.institution_code,
      createdAt: row.created_at.toISOString(),
    }));
  }
}
