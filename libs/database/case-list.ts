import type { DataSource } from 'typeorm';
import { isInstant } from '#model';
import { InvalidCursor, type CaseFilters, type CaseItem, type CasePage, type CaseSort } from './case-list.types.js';

const ITEM_COLUMNS = `case_id AS "caseId", last_seq AS seq, state, queue, reasons, institution_code AS "institutionCode",
  merchant_no AS "merchantNo", notice_no AS "noticeNo", issuer, assignee, priority, sandbox, overdue,
  opened_at AS "openedAt", closed_at AS "closedAt", next_due_at AS "nextDueAt", due_real AS "dueReal",
  policy_version AS "policyVersion", updated_at AS "updatedAt"`;

type ItemRow = Omit<CaseItem, 'openedAt' | 'closedAt' | 'nextDueAt' | 'dueReal' | 'updatedAt'> & {
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly nextDueAt: Date | null;
  /** Infinity where nothing is due. */
  readonly dueReal: Date | number;
  readonly updatedAt: Date;
};

/** What each order sorts by; the case id decides between equals. */
const SORTED_BY = {
  dueAt: { column: 'due_real', type: 'timestamptz', value: ({ dueReal }: CaseItem) => dueReal ?? NEVER },
  priority: { column: 'priority', type: 'integer', value: ({ priority }: CaseItem) => String(priority) },
  openedAt: { column: 'opened_at', type: 'timestamptz', value: ({ openedAt }: CaseItem) => openedAt },
  updatedAt: { column: 'updated_at', type: 'timestamptz', value: ({ updatedAt }: CaseItem) => updatedAt },
} as const;

/** Where the page before ended: the order, the value sorted by, the case. */
type Place = readonly [sort: CaseSort, value: string, caseId: string];

/** Sorts behind every instant: when nothing is due. */
const NEVER = 'infinity';

const NO_CASES: CasePage = { items: [], nextCursor: null };

/** PostgreSQL has no text with this character, so no row holds it; asked for one it would fail. */
const holdsNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\0');

/** One page, found by the place the one before ended at: as quick on the last page as on the first. */
export async function listCases(
  database: DataSource,
  filters: CaseFilters,
  cursor: string | undefined,
  limit: number,
): Promise<CasePage> {
  if (Object.values(filters).some(holdsNul)) return NO_CASES;
  const sort = filters.sort ?? 'dueAt';
  const { column, type, value: valueOf } = SORTED_BY[sort.replace('-', '') as keyof typeof SORTED_BY];
  const [direction, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
  const { wheres, values, value } = conditions(filters);
  if (cursor !== undefined) {
    const [, reached, caseId] = placeOf(cursor, sort);
    wheres.push(`(${column}, case_id) ${beyond} (${value(reached)}::${type}, ${value(caseId)})`);
  }
  const rows = await database.query<ItemRow[]>(
    `SELECT ${ITEM_COLUMNS} FROM case_view ${wheres.length > 0 ? `WHERE ${wheres.join(' AND ')}` : ''}
     ORDER BY ${column} ${direction}, case_id ${direction} LIMIT ${value(limit + 1)}`,
    values,
  );
  const items = rows.slice(0, limit).map(item);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? cursorOf([sort, valueOf(last), last.caseId]) : null };
}

const FROZEN =
  '(EXISTS (SELECT FROM case_watch WHERE case_watch.case_id = case_view.case_id AND frozen_at IS NOT NULL))';

/** The filters as SQL; `value` adds a parameter and answers its place holder. */
function conditions(filters: CaseFilters) {
  const { institutions, sandbox = false, q } = filters;
  const values: unknown[] = [];
  const value = (of: unknown): string => `$${values.push(of)}`;
  const equal = (column: string, of: unknown): string[] => (of === undefined ? [] : [`${column} = ${value(of)}`]);
  const wheres = [
    ...(institutions === '*' ? [] : [`institution_code = ANY(${value(institutions)})`]),
    ...(sandbox === 'both' ? [] : equal('sandbox', sandbox)),
    ...equal('queue', filters.queue),
    ...equal('state', filters.state),
    ...equal('institution_code', filters.institution),
    ...equal('assignee', filters.assignee),
    ...equal('priority', filters.priority),
    ...equal('overdue', filters.overdue),
    ...(filters.reason === undefined ? [] : [`${value(filters.reason)} = ANY(reasons)`]),
    ...(filters.frozen === undefined ? [] : [`${filters.frozen ? '' : 'NOT '}${FROZEN}`]),
    ...(q === undefined ? [] : [sought(q, value)]),
  ];
  return { wheres, values, value };
}

function sought(q: string, value: (of: unknown) => string): string {
  const beginning = value(`${q.replace(/[\\%_]/g, '\\$&')}%`);
  return `(case_id = ${value(q)} OR merchant_no LIKE ${beginning} OR notice_no LIKE ${beginning})`;
}

const cursorOf = (place: Place): string => Buffer.from(JSON.stringify(place)).toString('base64url');

function placeOf(cursor: string, sort: CaseSort): Place {
  const place = parsed(Buffer.from(cursor, 'base64url').toString());
  const isPlace =
    Array.isArray(place) && place.length === 3 && place.every((part) => typeof part === 'string' && !holdsNul(part));
  if (!isPlace || place[0] !== sort || !isValue(sort, String(place[1]))) throw new InvalidCursor();
  return [sort, String(place[1]), String(place[2])];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new InvalidCursor();
  }
}

/** Whether PostgreSQL can read the value; a cursor made up by hand is an invalid cursor and no failed query. */
const isValue = (sort: CaseSort, text: string): boolean =>
  sort.endsWith('priority') ? /^-?\d{1,9}$/.test(text) : text === NEVER || isInstant(text);

const item = (row: ItemRow): CaseItem => ({
  ...row,
  dueReal: typeof row.dueReal === 'number' ? null : row.dueReal.toISOString(),
  openedAt: row.openedAt.toISOString(),
  closedAt: row.closedAt?.toISOString() ?? null,
  nextDueAt: row.nextDueAt?.toISOString() ?? null,
  updatedAt: row.updatedAt.toISOString(),
});
