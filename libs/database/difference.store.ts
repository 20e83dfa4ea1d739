import type { DataSource } from 'typeorm';
import type { Instant } from '#model';
import type { Asks } from './clock.js';

/** OPEN until somebody explains it or a later list no longer shows it. */
export const DIFFERENCE_STATES = ['OPEN', 'EXPLAINED', 'CLOSED'] as const;
export type DifferenceState = (typeof DIFFERENCE_STATES)[number];

/** One place at which a partner's list and the record differ. */
export interface RecordedDifference {
  readonly differenceId: string;
  readonly partner: string;
  readonly sandbox: boolean;
  readonly merchantNo: string;
  readonly itemId: string;
  readonly kind: string;
  readonly owner: string;
  readonly caseId: string | null;
  readonly institutionCode: string | null;
  readonly state: DifferenceState;
  /** Days of the first and the last list that show it. */
  readonly firstDay: string;
  readonly lastDay: string;
  /** Day of the first list that no longer shows it. */
  readonly closedDay: string | null;
  /** Calendar days in Beijing since it was first seen, to today or to its end. */
  readonly ageDays: number;
  readonly explainedBy: string | null;
  readonly explainedAt: Instant | null;
  /** Id of the words in the vault. */
  readonly explanation: string | null;
}

/** What a list is narrowed to; members left out narrow nothing. */
export interface DifferenceFilters {
  /** Institutions the asker may see; `*` for all, and for differences of which nobody knows the institution. */
  readonly institutions: readonly string[] | '*';
  readonly partner?: string | undefined;
  readonly kind?: string | undefined;
  readonly owner?: string | undefined;
  readonly state?: string | undefined;
  readonly sandbox: boolean | 'both';
}

/** The last of a page. */
export type DifferencePlace = Pick<RecordedDifference, 'firstDay' | 'differenceId'>;

type DifferenceRow = Omit<RecordedDifference, 'explainedAt'> & { readonly explainedAt: Date | null };

const COLUMNS = `difference_id AS "differenceId", partner, sandbox, merchant_no AS "merchantNo", item_id AS "itemId",
  kind, owner, case_id AS "caseId", institution_code AS "institutionCode", state, first_day::text AS "firstDay",
  last_day::text AS "lastDay", closed_day::text AS "closedDay", explained_by AS "explainedBy",
  explained_at AS "explainedAt", explanation,
  greatest(0, coalesce(closed_day, (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date) - first_day) AS "ageDays"`;

const LIST = `
SELECT ${COLUMNS} FROM difference
WHERE ($1::text[] IS NULL OR institution_code = ANY($1)) AND ($2::text IS NULL OR partner = $2)
  AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR owner = $4) AND ($5::text IS NULL OR state = $5)
  AND ($6::boolean IS NULL OR sandbox = $6)
  AND ($7::date IS NULL OR (first_day, difference_id) > ($7::date, $8::text))
ORDER BY first_day, difference_id LIMIT $9`;

const differenceOf = (row: DifferenceRow): RecordedDifference => ({
  ...row,
  explainedAt: row.explainedAt?.toISOString() ?? null,
});

/** Differences between partners' lists and the record, and what people say of them. */
export class DifferenceStore {
  constructor(private readonly database: DataSource) {}

  /** Differences after a place, the oldest first. */
  async list(
    { institutions, partner, kind, owner, state, sandbox }: DifferenceFilters,
    after: DifferencePlace | undefined,
    limit: number,
  ): Promise<readonly RecordedDifference[]> {
    const rows = await this.database.query<DifferenceRow[]>(LIST, [
      institutions === '*' ? null : institutions,
      partner ?? null,
      kind ?? null,
      owner ?? null,
      state ?? null,
      sandbox === 'both' ? null : sandbox,
      after?.firstDay ?? null,
      after?.differenceId ?? null,
      limit,
    ]);
    return rows.map(differenceOf);
  }

  /** One difference, locked for the rest of the transaction. */
  async hold(asks: Asks, differenceId: string): Promise<RecordedDifference | undefined> {
    const [row] = await asks.query<DifferenceRow[]>(
      `SELECT ${COLUMNS} FROM difference WHERE difference_id = $1 FOR UPDATE`,
      [differenceId],
    );
    return row && differenceOf(row);
  }

  /** Keeps who explained it and where the words lie. */
  async explain(asks: Asks, differenceId: string, by: string, textId: string): Promise<void> {
    await asks.query(
      `UPDATE difference SET state = 'EXPLAINED', explained_by = $2, explained_at = clock_timestamp(), explanation = $3
       WHERE difference_id = $1`,
      [differenceId, by, textId],
    );
  }
}
