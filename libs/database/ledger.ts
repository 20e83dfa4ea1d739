import type { DataSource } from 'typeorm';
import type { Instant } from '#model';

/** What every ledger can be narrowed to; members left out narrow nothing. */
export interface LedgerFilters {
  /** Institutions whose cases the asker may see; `*` for all, and for rows about no case. */
  readonly institutions: readonly string[] | '*';
  readonly caseId?: string | undefined;
  readonly actorId?: string | undefined;
  /** From this instant on, before that one; by the database's clock. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** A table that is added to and never changed: with `at`, `case_id`, `actor_id`, and a key of its own. */
export interface Ledger {
  readonly table: string;
  readonly key: string;
  readonly columns: string;
}

/** Where the page begins and how long it is; `before` is the key of the last row of the page before. */
export interface LedgerPage {
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * One page, newest first, found by the place the one before ended at.
 * @param also further conditions, with a `?` for their value; those without one narrow nothing.
 */
export async function ledgerRows<R>(
  database: DataSource,
  { table, key, columns }: Ledger,
  { institutions, caseId, actorId, from, to }: LedgerFilters,
  also: Readonly<Record<string, string | undefined>>,
  { before, limit }: LedgerPage,
): Promise<R[]> {
  const conditions: Readonly<Record<string, unknown>> = {
    'case_id = ?': caseId,
    'actor_id = ?': actorId,
    'at >= ?::timestamptz': from,
    'at < ?::timestamptz': to,
    [`(at, ${key}) < (SELECT at, ${key} FROM ${table} WHERE ${key} = ?)`]: before,
    'EXISTS (SELECT FROM case_view seen WHERE seen.case_id = ledger.case_id AND institution_code = ANY(?))':
      institutions === '*' ? undefined : institutions,
    ...also,
  };
  const asked = Object.entries(conditions).filter(([, value]) => value !== undefined);
  const wheres = asked.map(([condition], place) => condition.replace('?', `$${place + 1}`));
  return database.query<R[]>(
    `SELECT ${columns} FROM ${table} ledger ${wheres.length > 0 ? `WHERE ${wheres.join(' AND ')}` : ''}
     ORDER BY at DESC, ${key} DESC LIMIT ${limit}`,
    asked.map(([, value]) => value),
  );
}
