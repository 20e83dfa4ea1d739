import type { DataSource } from 'typeorm';

/** A case as a reference to it from outside finds it. */
export interface ReferredCase {
  readonly caseId: string;
  readonly issuer: string;
  readonly merchantNo: string;
  readonly institutionCode: string;
  readonly open: boolean;
}

/** How one outside names a case; at least one member is there. */
export interface CaseReference {
  readonly caseId?: string | undefined;
  readonly noticeNo?: string | undefined;
  readonly merchantNo?: string | undefined;
}

const MOST = 500;

/** Finds cases by what those outside know of them. */
export class ReferenceStore {
  constructor(private readonly database: DataSource) {}

  /** The cases a reference fits, the youngest first; by a merchant alone only those that are open. */
  async casesOf({ caseId, noticeNo, merchantNo }: CaseReference): Promise<readonly ReferredCase[]> {
    return this.database.query(
      `SELECT case_id AS "caseId", issuer, merchant_no AS "merchantNo", institution_code AS "institutionCode",
         closed_at IS NULL AS open
       FROM case_view
       WHERE ($1::text IS NULL OR case_id = $1) AND ($2::text IS NULL OR notice_no = $2)
         AND ($3::text IS NULL OR merchant_no = $3) AND (closed_at IS NULL OR $1 IS NOT NULL OR $2 IS NOT NULL)
       ORDER BY opened_at DESC, case_id LIMIT ${MOST}`,
      [caseId ?? null, noticeNo ?? null, merchantNo ?? null],
    );
  }
}
