import { comparable, LIST_FIELDS, type ColumnMapping, type ListFieldName } from './columns.js';
import { MAPPINGS } from './columns.senders.js';
import { MOST_ROWS, tooManyRows, unreadable, type CellRow } from './list.js';

/** A column of a table and the field it is. */
export interface Column {
  readonly index: number;
  readonly header: string;
  readonly field: ListFieldName;
}

/** A table with its header found and its closing row set apart. */
export interface Table {
  readonly mapping: ColumnMapping;
  /** Every header, known or not. */
  readonly headers: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly CellRow[];
  readonly trailer: CellRow | undefined;
}

/** A list may have a title and remarks above its header. */
const HEADER_WITHIN = 10;
const NEEDED: readonly ListFieldName[] = ['noticeNo', 'merchantNo'];

const headersOf = ({ columns }: ColumnMapping): ReadonlyMap<string, ListFieldName> =>
  new Map([
    ...(Object.keys(LIST_FIELDS) as ListFieldName[]).map((name) => [comparable(name), name] as const),
    ...columns.map(([header, field]) => [comparable(header), field] as const),
  ]);
const HEADERS = new Map(MAPPINGS.map((mapping) => [mapping, headersOf(mapping)]));

function columnsIn(mapping: ColumnMapping, { cells }: CellRow): readonly Column[] {
  const known = HEADERS.get(mapping)!;
  return cells.flatMap((header, index) => {
    const field = known.get(comparable(header));
    return field ? [{ index, header, field }] : [];
  });
}

const isHeader = (columns: readonly Column[]): boolean =>
  NEEDED.every((field) => columns.some((column) => column.field === field));

/** The mapping that knows most of a header; the first of several. */
function bestFor(mappings: readonly ColumnMapping[], row: CellRow) {
  const read = mappings.map((mapping) => ({ mapping, columns: columnsIn(mapping, row) }));
  return read
    .filter(({ columns }) => isHeader(columns))
    .reduce<(typeof read)[number] | undefined>(
      (best, one) => (best && best.columns.length >= one.columns.length ? best : one),
      undefined,
    );
}

function refuseTwice(columns: readonly Column[]): void {
  for (const { field, header, index } of columns) {
    const other = columns.find((one) => one.field === field && one.index < index);
    if (other) throw unreadable(`has two columns for ${field}: ${other.header} and ${header}`);
  }
}

const isTrailer = ({ trailers }: ColumnMapping, { cells }: CellRow): boolean =>
  trailers.some((mark) => comparable(cells.find((cell) => cell !== '') ?? '') === comparable(mark));

/**
 * Finds the header among the first rows, by one sender's mapping or by whichever knows it best.
 * @throws Problem `request.invalid` when there is none, or a field has two columns; `body.too-large` for too many rows.
 */
export function tableOf(rows: readonly CellRow[], sender?: string): Table {
  const mappings = sender === undefined ? MAPPINGS : MAPPINGS.filter((mapping) => mapping.sender === sender);
  for (const [place, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const found = bestFor(mappings, row);
    if (!found) continue;
    const { mapping, columns } = found;
    refuseTwice(columns);
    const below = rows.slice(place + 1);
    const last = below.at(-1);
    const trailer = last && isTrailer(mapping, last) ? last : undefined;
    const lines = trailer ? below.slice(0, -1) : below;
    if (lines.length > MOST_ROWS) throw tooManyRows();
    return { mapping, headers: row.cells, columns, rows: lines, trailer };
  }
  throw unreadable(
    `has no header: one of its first ${HEADER_WITHIN} rows must name the columns, 通知编号 (noticeNo) and 商户号 (merchantNo) among them`,
  );
}
