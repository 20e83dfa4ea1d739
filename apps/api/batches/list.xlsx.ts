import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { MOST_ROWS, tooManyBytes, tooManyRows, unreadable, type CellRow } from './list.js';
import { unpackedSize } from './list.zip.js';

const OTHER_ROWS = 32;
/** Ten thousand rows of thirty cells unpack to an eighth of this. */
const MOST_UNPACKED = 128 * 1024 * 1024;
const MOST_COLUMNS = 512;
/** Times of day in a workbook are fractions of a day: to the second they are exact. */
const SECOND = 1_000;
const DECIMALS = 6;

const damaged = (): Error => unreadable('is not a workbook (.xlsx) that can be read, or was cut off');

/** A day, or a time, as the cell shows it: without an offset. */
function dateText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / SECOND) * SECOND).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
}

const isTooLong = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);

function cellText(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  if (typeof value === 'number')
    return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toFixed(DECIMALS)));
  return typeof value === 'string' ? value.trim() : typeof value === 'boolean' ? String(value) : '';
}

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

function rowOf(index: number, values: readonly unknown[]): CellRow {
  const [line, cells] = [index + 1, values.map(cellText)];
  const long = values.findIndex(isTooLong);
  if (long < 0) return { line, end: line, cells };
  const fault = `has a number in column ${columnName(long)} that is too long for a spreadsheet to keep; format the column as text`;
  return { line, end: line, cells, fault };
}

async function sheetRows(bytes: Uint8Array, sheet: number, most: number): Promise<readonly CellRow[]> {
  const rows: CellRow[] = [];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (values.length > MOST_COLUMNS) throw unreadable(`has more than ${MOST_COLUMNS} columns in row ${index + 1}`);
    const row = rowOf(index, values);
    if (row.cells.every((cell) => cell === '')) continue;
    if (rows.length === most) throw tooManyRows();
    rows.push(row);
  }
  return rows;
}

/**
 * The rows of a workbook. Of a formula the value counts that was last worked out. All rows stand on one sheet, so that
 * none is overlooked.
 * @throws Problem `request.invalid` for what is no workbook, `body.too-large` for too many rows.
 */
export async function xlsxRows(bytes: Uint8Array): Promise<readonly CellRow[]> {
  const unpacked = unpackedSize(bytes);
  if (unpacked === undefined) throw damaged();
  if (unpacked > MOST_UNPACKED) throw tooManyBytes();
  const names: string[] = [];
  const most = MOST_ROWS + OTHER_ROWS;
  try {
    await readXlsx(bytes, { sheets: ({ name }) => (names.push(name), false) });
    const filled: { readonly name: string; readonly rows: readonly CellRow[] }[] = [];
    for (const [sheet, name] of names.entries()) {
      const rows = await sheetRows(bytes, sheet, most);
      if (rows.length > 0) filled.push({ name, rows });
    }
    if (filled.length > 1)
      throw unreadable(`has rows on ${filled.length} sheets; put the list on one sheet and leave the others empty`);
    return filled[0]?.rows ?? [];
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error;
    throw Object.assign(damaged(), { cause: error });
  }
}
