import type { DataSource } from 'typeorm';
import { prepared } from './prepared.js';

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
const COLUMNS = { caseId: 'case_id', noticeNo: 'notice_no', merchantNo: 'merchant_no' } as const;
type Member = keyof typeof COLUMNS;

/** One for each way of naming a case, so that each is looked for by its own index. */
function statementBy(members: readonly Member[]): string {
  const names = members.map((member) => COLUMNS[member]);
  const wanted = names.map((name, index) => `${name} = $${index + 1}`);
  const key = names.join(' ');
  return prepared(
    `SELECT case_view BY ${key}`,
    `
SELECT case_id AS "caseId", issuer, merchant_no AS "merchantNo", institution_code AS "institutionCode", closed_at IS NULL AS open
FROM case_view WHERE ${[...wanted, ...(key === 'merchant_no' ? ['closed_at IS NULL'] : [])].join(' AND ')}
ORDER BY opened_at DESC, case_id LIMIT ${MOST}`,
  );
}

/** Finds cases by what those outside know of them. */
export class ReferenceStore {
  constructor(private readonly database: DataSource) {}

  /** The cases a reference fits, the youngest first; by a merchant alone only those that are open. */
  async casesOf(reference: CaseReference): Promise<readonly ReferredCase[]> {
    const members = (['caseId', 'noticeNo', 'merchantNo'] as const).filter((member) => reference[member] !== undefined);
    if (members.length === 0) return [];
    return this.database.query(
      statementBy(members),
      members.map((member) => reference[member]),
    );
  }
}
