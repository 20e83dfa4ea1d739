import type { DataSource } from 'typeorm';
import { mergeFactId } from '#contract';
import {
  accountChangedAt,
  restricted,
  rulesOf,
  type AccountChange,
  type Case,
  type NeighbourCase,
  type ReasonCode,
  type State,
} from '#model';
import type { Asks } from './clock.js';
import { prepared } from './prepared.js';

/** A case that another one may be merged into. */
export interface MergeTarget {
  readonly caseId: string;
  readonly open: boolean;
  readonly merchantNo: string;
  readonly institutionCode: string;
  readonly sandbox: boolean;
  readonly state: State;
  readonly reasons: readonly ReasonCode[];
}

/** A case that was merged into another which has not heard of it. */
export interface UntoldMerge {
  readonly sourceCaseId: string;
  readonly targetCaseId: string;
}

/** After so long a merge nobody could be told of is left alone. */
const TOLD_WITHIN_DAYS = 30;

const UNTOLD = `
SELECT merged.case_id AS "sourceCaseId", merged.target AS "targetCaseId" FROM (
  SELECT case_id, recorded_at, convert_from(bytes, 'UTF8')::jsonb #>> '{payload,fields,targetCaseId}' AS target
  FROM case_event
  WHERE type = 'MERGE_INTO' AND recorded_at < clock_timestamp() - $1::int * interval '1 millisecond'
    AND recorded_at > clock_timestamp() - $2::int * interval '1 day'
) merged
WHERE NOT EXISTS (
  SELECT FROM case_event told WHERE told.case_id = merged.target AND told.request_id = $3 || merged.case_id
)
ORDER BY merged.recorded_at LIMIT $4`;

/** More of them nobody would look through. */
const NEIGHBOURS_SHOWN = 5;

/** The rows are chosen before any fold is read. */
const YOUNGEST_OPEN = prepared(
  'SELECT case_view of merchant',
  `
SELECT v.folded FROM (
  SELECT case_id FROM case_view
  WHERE merchant_no = $1 AND institution_code = $2 AND sandbox = $3 AND closed_at IS NULL
  ORDER BY opened_at DESC, case_id LIMIT $4
) youngest JOIN case_view v USING (case_id) ORDER BY v.opened_at DESC, v.case_id`,
);

const OF_ACCOUNT = `
SELECT folded FROM case_view
WHERE merchant_no = $1 AND institution_code = $2 AND sandbox = $3 AND case_id <> $4
  AND reasons @> '{SETTLEMENT_ACCOUNT_ABNORMAL}'
ORDER BY opened_at DESC, case_id LIMIT $5`;

/** What the rules of one case have to know of others. */
export class NeighbourStore {
  constructor(private readonly database: DataSource) {}

  /** The case another is to be merged into, as the record has it. */
  async mergeTarget(asks: Asks, caseId: string): Promise<MergeTarget | undefined> {
    const [target] = await asks.query<MergeTarget[]>(
      `SELECT case_id AS "caseId", closed_at IS NULL AS open, merchant_no AS "merchantNo",
         institution_code AS "institutionCode", sandbox, state, reasons FROM case_view WHERE case_id = $1`,
      [caseId],
    );
    return target;
  }

  /** The youngest open cases of a merchant; practice and earnest are not mixed. */
  async youngestOpen(
    asks: Asks,
    { merchantNo, institutionCode, sandbox }: Pick<Case, 'merchantNo' | 'institutionCode' | 'sandbox'>,
  ): Promise<NeighbourCase[]> {
    const rows = await asks.query<{ folded: Case }[]>(YOUNGEST_OPEN, [
      merchantNo,
      institutionCode,
      sandbox,
      NEIGHBOURS_SHOWN,
    ]);
    return rows.map(({ folded }) => ({
      caseId: folded.caseId,
      state: folded.state,
      openedAt: folded.openedAt,
      reasonCodes: folded.reasons.map(({ code }) => code),
      items: restricted(folded).map(({ level, place, capability }) => ({ level, place, capability })),
    }));
  }

  /** Other open cases of the same merchant and institution; sandbox cases hold nothing real and are not among them. */
  async openBeside(asks: Asks, { caseId, merchantNo, institutionCode }: Case): Promise<Case[]> {
    const rows = await asks.query<{ folded: Case }[]>(
      `SELECT folded FROM case_view WHERE merchant_no = $1 AND institution_code = $2 AND case_id <> $3
         AND closed_at IS NULL AND NOT sandbox ORDER BY case_id`,
      [merchantNo, institutionCode, caseId],
    );
    return rows.map(({ folded }) => folded);
  }

  /** The last change of the merchant's settlement account by another of its cases; practice and earnest are not mixed. */
  async accountChange(
    asks: Asks,
    { caseId, merchantNo, institutionCode, sandbox }: Case,
  ): Promise<AccountChange | undefined> {
    const whose = [merchantNo, institutionCode, sandbox, caseId];
    const rows = await asks.query<{ folded: Case }[]>(OF_ACCOUNT, [...whose, NEIGHBOURS_SHOWN]);
    const changes = rows.flatMap(({ folded }): AccountChange[] => {
      const at = accountChangedAt(folded, rulesOf(folded).policy);
      return at === undefined ? [] : [{ caseId: folded.caseId, at }];
    });
    return changes.sort((one, other) => (one.at < other.at ? 1 : -1))[0];
  }

  /** Merges recorded longer ago than this of which the target holds no event, the oldest first. */
  async untoldMerges(olderThanMs: number, limit = 100): Promise<UntoldMerge[]> {
    return this.database.query<UntoldMerge[]>(UNTOLD, [olderThanMs, TOLD_WITHIN_DAYS, mergeFactId(''), limit]);
  }
}
