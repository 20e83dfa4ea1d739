import { invalidRequest, type Finding } from '../problem/problem.js';
import { valueOf } from './column.values.js';
import { fieldOf, LIST_FIELDS, type ColumnMapping, type ListFieldName } from './columns.js';
import type { Letter } from './letter.js';
import { LetterDraft } from './letter.draft.js';
import type { CellRow } from './list.js';
import type { Column, Table } from './table.js';

/** What one row says, by field; empty cells say nothing. */
export interface ReadRow {
  readonly row: CellRow;
  readonly said: ReadonlyMap<ListFieldName, { readonly value: unknown; readonly column: string }>;
}

/** What holds for every row that does not say otherwise. */
export interface RowDefaults {
  readonly sandbox?: boolean | undefined;
}

const readRow = ({ mapping, columns }: Table, row: CellRow): ReadRow => ({
  row,
  said: new Map(
    columns.flatMap(({ index, header, field }) => {
      const cell = row.cells[index] ?? '';
      return cell === '' ? [] : [[field, { value: valueOf(mapping, field, cell), column: header }] as const];
    }),
  ),
});

/** Rows of one letter stand together: the same issuer, number and merchant. A row without its names stands alone. */
function lettersOf(rows: readonly ReadRow[], { issuer }: ColumnMapping): readonly (readonly ReadRow[])[] {
  const letters = new Map<unknown, ReadRow[]>();
  for (const one of rows) {
    const [no, merchant] = [one.said.get('noticeNo')?.value, one.said.get('merchantNo')?.value];
    const whole = no !== undefined && merchant !== undefined && one.row.fault === undefined;
    const key = whole ? JSON.stringify([one.said.get('issuer')?.value ?? issuer, no, merchant]) : one;
    const letter = letters.get(key);
    if (letter) letter.push(one);
    else letters.set(key, [one]);
  }
  return [...letters.values()];
}

/** The column each member of a notice would stand in, for what is missing. */
const columnsByPointer = (columns: readonly Column[]): ReadonlyMap<string, string> => {
  const headers = new Map(columns.map(({ field, header }) => [field, header]));
  const part = { RESTRICTION: '/restrictions', TRANSACTION: '/transactions' };
  return new Map(
    (Object.keys(LIST_FIELDS) as ListFieldName[]).flatMap((name) => {
      const { path, part: within } = fieldOf(name);
      const header = headers.get(name);
      return header === undefined ? [] : [[`${within ? part[within] : ''}/${path.join('/')}`, header] as const];
    }),
  );
};

function letterOf(
  rows: readonly ReadRow[],
  { mapping }: Table,
  columns: Letter['columns'],
  defaults: RowDefaults,
): Letter {
  const draft = new LetterDraft(mapping);
  for (const row of rows) draft.add(row);
  const { findings, ...said } = draft.finished(defaults);
  const lines = rows.map(({ row }) => row.line);
  const faults = rows.flatMap(({ row }): Finding[] =>
    row.fault === undefined ? [] : [{ pointer: '', message: row.fault }],
  );
  const wrong = [...faults, ...findings];
  return { ...said, lines, columns, ...(wrong.length > 0 && { problem: invalidRequest(wrong) }) };
}

/** The notices a table lists, in the order of their first rows. */
export function tableLetters(table: Table, defaults: RowDefaults): readonly Letter[] {
  const columns = columnsByPointer(table.columns);
  return lettersOf(
    table.rows.map((row) => readRow(table, row)),
    table.mapping,
  ).map((rows) => letterOf(rows, table, columns, defaults));
}
