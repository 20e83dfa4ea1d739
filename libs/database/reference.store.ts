import type { DataSource } from 'typeorm';
import { Gathered } from './gathered.js';
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

/** One for each way of naming a case, so that each is looked for by its own index; of any number of references at once. */
function statementBy(members: readonly Member[]): string {
  const names = members.map((member) => COLUMNS[member]);
  const wanted = names.map((name) => `view.${name} = given.${name}`);
  const key = names.join(' ');
  return prepared(
    `SELECT case_view BY ${key}`,
    `
SELECT given.place::int, found.*
FROM unnest(${names.map((_, index) => `$${index + 1}::text[]`).join(', ')}) WITH ORDINALITY AS given (${names.join(', ')}, place),
LATERAL (
  SELECT case_id AS "caseId", issuer, merchant_no AS "merchantNo", institution_code AS "institutionCode", closed_at IS NULL AS open
  FROM case_view view WHERE ${[...wanted, ...(key === 'merchant_no' ? ['closed_at IS NULL'] : [])].join(' AND ')}
  ORDER BY opened_at DESC, case_id LIMIT ${MOST}
) found`,
  );
}

type FoundRow = ReferredCase & { readonly place: number };
const MEMBERS = ['caseId', 'noticeNo', 'merchantNo'] as const;

/** Finds cases by what those outside know of them. */
export class ReferenceStore {
  private readonly gathered = new Map<string, Gathered<CaseReference, readonly ReferredCase[]>>();

  constructor(private readonly database: DataSource) {}

  /** The cases a reference fits, the youngest first; by a merchant alone only those that are open. */
  async casesOf(reference: CaseReference): Promise<readonly ReferredCase[]> {
    const members = MEMBERS.filter((member) => reference[member] !== undefined);
    return members.length === 0 ? [] : this.by(members).of(reference);
  }

  private by(members: readonly Member[]): Gathered<CaseReference, readonly ReferredCase[]> {
    const key = members.join();
    const known = this.gathered.get(key);
    if (known) return known;
    const statement = statementBy(members);
    const made = new Gathered<CaseReference, readonly ReferredCase[]>(async (all) => {
      const columns = members.map((member) => all.map((reference) => reference[member]));
      const rows = await this.database.query<FoundRow[]>(statement, columns);
      const found = all.map((): ReferredCase[] => []);
      for (const { place, ...row } of rows) found[place - 1]?.push(row);
      return found;
    });
    this.gathered.set(key, made);
    return made;
  }
}
