import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant, TextRef } from '#model';
import type { Asks } from './clock.js';
import { ledgerRows, type Ledger, type LedgerFilters, type LedgerPage } from './ledger.js';

/** Personal data that is about to be shown. */
export interface Reveal {
  readonly caseId: string;
  readonly actorId: string;
  readonly actorRoles: readonly string[];
  readonly fields: readonly string[];
  /** Why, by reference into the vault. */
  readonly reason: TextRef;
}

/** A showing as the record holds it; both instants by the database's clock. */
export interface RecordedReveal extends Reveal {
  readonly revealId: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

/** What showings are narrowed to; members left out narrow nothing. */
export interface RevealFilters extends LedgerFilters {
  readonly field?: string | undefined;
}

/** For how long data is shown (api.md §2). */
const SHOWN_FOR = '5 minutes';

const ADD = `
INSERT INTO reveal (reveal_id, case_id, actor_id, actor_roles, fields, reason_text_id, reason_commitment, expires_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + interval '${SHOWN_FOR}')
RETURNING expires_at`;

const LEDGER: Ledger = {
  table: 'reveal',
  key: 'reveal_id',
  columns: `reveal_id AS "revealId", at, case_id AS "caseId", actor_id AS "actorId", actor_roles AS "actorRoles", fields,
    json_build_object('textId', reason_text_id, 'commitment', reason_commitment) AS reason, expires_at AS "expiresAt"`,
};

type RevealRow = Omit<RecordedReveal, 'at' | 'expiresAt'> & { readonly at: Date; readonly expiresAt: Date };

/** Who was shown which personal data, and why. Rows are added and read, never changed. */
export class RevealStore {
  constructor(private readonly database: DataSource) {}

  /** Writes a showing down, in a given transaction. */
  async add(
    asks: Asks,
    { caseId, actorId, actorRoles, fields, reason }: Reveal,
  ): Promise<{ readonly revealId: string; readonly expiresAt: Instant }> {
    const revealId = randomUUID();
    const values = [revealId, caseId, actorId, actorRoles, fields, reason.textId, reason.commitment];
    const [row] = await asks.query<{ expires_at: Date }[]>(ADD, values);
    return { revealId, expiresAt: row!.expires_at.toISOString() };
  }

  /** Newest first. */
  async list({ field, ...filters }: RevealFilters, page: LedgerPage): Promise<RecordedReveal[]> {
    const rows = await ledgerRows<RevealRow>(this.database, LEDGER, filters, { '? = ANY(fields)': field }, page);
    return rows.map((row) => ({ ...row, at: row.at.toISOString(), expiresAt: row.expiresAt.toISOString() }));
  }
}
