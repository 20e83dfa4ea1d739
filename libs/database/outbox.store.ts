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

/** An order, and what its partner has answered. */
export interface OrderRow {
  readonly link: OutwardLink;
  readonly createdAt: Instant;
  /** The signal its answer was; null while there is none. */
  readonly answer: { readonly eventType: string; readonly status: string } | null;
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

  /** Orders about merchants that are a partner's now, after a place, oldest first. */
  async orders(partner: string, after: OrderCursor | undefined, limit: number): Promise<readonly OrderRow[]> {
    const rows = await this.database.query<(OutboxRow & { created_at: Date; answer: OrderRow['answer'] })[]>(
      `SELECT ${COLUMNS}, created_at,
         (SELECT json_build_object('eventType', i.event_type, 'status', i.state) FROM inbox i
          WHERE i.partner = $5 AND i.signal_id = 'order:' || (o.payload ->> 'orderId')) AS answer
       FROM outbox o
       WHERE type LIKE 'RESTRICTION.%' AND ($1::timestamptz IS NULL OR (created_at, case_id, number) > ($1, $2, $3))
         AND EXISTS (SELECT FROM ownership w WHERE w.partner = $5
           AND (w.merchants = '*' OR starts_with(o.merchant_no, w.merchants))
           AND (w.institution = '*' OR w.institution = o.institution_code)
           AND w.valid_from <= clock_timestamp() AND (w.valid_until IS NULL OR clock_timestamp() < w.valid_until))
       ORDER BY created_at, case_id, number LIMIT $4`,
      [after?.createdAt ?? null, after?.caseId ?? null, after?.number ?? null, limit, partner],
    );
    return rows.map((row) => ({ link: linkOf(row), createdAt: row.created_at.toISOString(), answer: row.answer }));
  }
}
