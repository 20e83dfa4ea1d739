import { DataSource } from 'typeorm';
import { stackOf } from './people.js';

/** The stack's own database as its owner, who sees every row and may change it by hand. */
export const ownersDatabase = (home?: string): Promise<DataSource> =>
  new DataSource({ type: 'postgres', url: stackOf(home).databaseUrl, poolSize: 2 }).initialize();

/** What could be left of one request: tables that a refused one must not have touched. */
export interface Traces {
  /** Rows of the Idempotency-Key, over all callers. */
  readonly requests: number;
  /** Cases of the notice number. */
  readonly cases: number;
  readonly events: number;
  readonly texts: number;
  readonly documents: number;
  /** Texts of no case and no difference, and events of a case that nobody has opened: halves of something. */
  readonly halves: number;
}

/** Counts, in one look, what is stored of a key, a notice number and a case; of each only where it is given. */
export async function tracesOf(
  database: DataSource,
  of: { key?: string; noticeNo?: string; caseId?: string },
): Promise<Traces> {
  const [counts] = await database.query<[Record<keyof Traces, string>]>(
    `SELECT (SELECT count(*) FROM request WHERE key = $1) AS requests,
            (SELECT count(*) FROM case_ref WHERE notice_no = $2) AS cases,
            (SELECT count(*) FROM case_event WHERE case_id = $3) AS events,
            (SELECT count(*) FROM text WHERE case_id = $3) AS texts,
            (SELECT count(*) FROM document WHERE case_id = $3) AS documents,
            (SELECT count(*) FROM text
               WHERE case_id NOT IN (SELECT case_id FROM case_ref UNION ALL SELECT difference_id FROM difference))
              + (SELECT count(*) FROM case_event WHERE case_id NOT IN (SELECT case_id FROM case_ref)) AS halves`,
    [of.key ?? null, of.noticeNo ?? null, of.caseId ?? null],
  );
  return Object.fromEntries(
    Object.entries(counts).map(([table, count]) => [table, Number(count)]),
  ) as unknown as Traces;
}
