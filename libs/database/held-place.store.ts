import type { DataSource } from 'typeorm';
import type { Instant, ItemStatus, ScopeItem, State } from '#model';
import { casesAt } from './case-at.js';

/** A place in the scope of a case, as the record had it at an instant. */
export interface HeldItem {
  readonly caseId: string;
  readonly merchantNo: string;
  readonly institutionCode: string;
  /** `LEVEL:place:CAPABILITY`. */
  readonly itemId: string;
  readonly status: ItemStatus;
  /** Where the case stood. */
  readonly state: State;
  /** Let go for a time only. */
  readonly released: boolean;
}

/** Whose places are looked at, in which world, and when. */
export interface HeldAt {
  readonly partner: string;
  readonly sandbox: boolean;
  readonly at: Instant;
  /** Merchants whose places are given even where nothing is held of them any more. */
  readonly merchants?: readonly string[];
}

interface CaseRow {
  readonly case_id: string;
  readonly merchant_no: string;
  readonly institution_code: string;
  readonly state: State;
  readonly scope: readonly ScopeItem[];
  /** Something happened after the instant. */
  readonly moved: boolean;
}

const PAGE = 500;
/** Workflow and database may differ by so much about the time. */
const CLOCKS_APART = `interval '1 hour'`;

/** In the words of `case_view_stopped_idx`. */
const HOLDS = `jsonb_path_exists(folded,
  '$.scope[*] ? (@.status != "RESTORED" && @.status != "REPLACED" && @.status != "DECOMMISSIONED")')`;

/** One way to cases that may have held something at the instant; its own value, where it has one, is `$6`. */
interface Way {
  readonly where: string;
  readonly values: readonly unknown[];
}

/** A real case on none of these ways held nothing at the instant, and nothing of it was asked for. */
const realWays = (merchants: readonly string[]): readonly Way[] => [
  { where: HOLDS, values: [] },
  { where: `updated_at > $2::timestamptz - ${CLOCKS_APART}`, values: [] },
  { where: 'merchant_no = ANY($6::text[])', values: [merchants] },
];
/** Each sandbox case has a clock of its own, so the time of writing says nothing. */
const SANDBOX_WAYS: readonly Way[] = [{ where: 'TRUE', values: [] }];

const casesOn = ({ where }: Way): string => `
SELECT case_id, merchant_no, institution_code, state, folded -> 'scope' AS scope,
  (folded ->> 'lastEventAt')::timestamptz > $2::timestamptz AS moved
FROM case_view v
WHERE ${where} AND sandbox = $3 AND opened_at <= $2 AND case_id > $4
  AND EXISTS (SELECT FROM ownership w WHERE w.partner = $1
    AND (w.merchants = '*' OR starts_with(v.merchant_no, w.merchants))
    AND (w.institution = '*' OR w.institution = v.institution_code)
    AND w.valid_from <= $2 AND (w.valid_until IS NULL OR $2 < w.valid_until))
ORDER BY case_id LIMIT $5`;

/**
 * What cases held at an instant: the fold of their recorded events up to it. A case in which nothing has happened since
 * is read as it stands; only the others are folded, so the end of yesterday costs what has moved since yesterday.
 */
export class HeldPlaceStore {
  constructor(private readonly database: DataSource) {}

  /** Every place in the cases of the merchants that were a partner's at the instant, by case. */
  async heldAt(asked: HeldAt): Promise<readonly HeldItem[]> {
    const held = new Map<string, readonly HeldItem[]>();
    for (const way of asked.sandbox ? SANDBOX_WAYS : realWays(asked.merchants ?? [])) {
      for await (const page of this.pages(way, asked)) {
        const rows = page.filter((row) => !held.has(row.case_id));
        for (const [caseId, items] of await this.itemsOf(rows, asked.at)) held.set(caseId, items);
      }
    }
    return [...held.keys()].sort().flatMap((caseId) => held.get(caseId) ?? []);
  }

  private async *pages(way: Way, { partner, sandbox, at }: HeldAt): AsyncGenerator<readonly CaseRow[]> {
    for (let after = ''; ;) {
      const values = [partner, at, sandbox, after, PAGE, ...way.values];
      const rows = await this.database.query<CaseRow[]>(casesOn(way), values);
      yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = last.case_id;
    }
  }

  private async itemsOf(rows: readonly CaseRow[], at: Instant): Promise<[caseId: string, items: HeldItem[]][]> {
    const moved = rows.filter((row) => row.moved).map((row) => row.case_id);
    const before = await casesAt(this.database, moved, at);
    return rows.map((row) => {
      const { state, scope } = before.get(row.case_id) ?? row;
      return [row.case_id, scope.map((item) => heldItem(row, state, item))];
    });
  }
}

const heldItem = (row: CaseRow, state: State, { itemId, status, until }: ScopeItem): HeldItem => ({
  caseId: row.case_id,
  merchantNo: row.merchant_no,
  institutionCode: row.institution_code,
  itemId,
  status,
  state,
  released: Boolean(until),
});
