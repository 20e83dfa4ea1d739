import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { MOST_ROWS, tooManyRows, unreadable, type CellRow } from './list.js';

const SEPARATORS = [',', '\t', '|', ';'] as const;
/** Headers, titles and closing rows that come on top of the notice lines. */
const OTHER_ROWS = 32;
const CHUNK = 64 * 1024;

/** The separator most of whose kind stand in the first line that has any. */
function separatorOf(text: string): string {
  const line = text.split('\n', 10).find((one) => SEPARATORS.some((separator) => one.includes(separator))) ?? '';
  const count = (separator: string): number => line.split(separator).length;
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/** In pieces, so that a big file does not hold the process up. */
function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += CHUNK) yield text.slice(at, at + CHUNK);
}

interface Parsed {
  readonly record: readonly string[];
  /** All the text since the record before, blank lines too. */
  readonly raw: string;
}

const BLANK_LINES = /^(?:[^\S\r\n]*(?:\r\n|\r|\n))+/;
const breaksIn = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;

/** Where a record stands when the text before it ends with line `before`. */
function placed({ record, raw }: Parsed, before: number): { readonly row: CellRow; readonly upTo: number } {
  const line = before + breaksIn(BLANK_LINES.exec(raw)?.[0] ?? '') + 1;
  const end = before + breaksIn(raw.replace(/(?:\r\n|\r|\n)$/, '')) + 1;
  return { row: { line, end, cells: record }, upTo: before + breaksIn(raw) };
}

/**
 * The rows of a table in text: cells between commas, tabs, bars or semicolons, in double quotes where they hold one.
 * @throws Problem `request.invalid` for a quote that is never closed, `body.too-large` for too many rows.
 */
export async function csvRows(text: string): Promise<readonly CellRow[]> {
  const rows: CellRow[] = [];
  let before = 0;
  const parser = parse({
    delimiter: separatorOf(text),
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
  });
  try {
    for await (const parsed of Readable.from(piecesOf(text)).pipe(parser)) {
      const { row, upTo } = placed(parsed as Parsed, before);
      before = upTo;
      if (row.cells.every((cell) => cell === '')) continue;
      if (rows.length === MOST_ROWS + OTHER_ROWS) throw tooManyRows();
      rows.push(row);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(
      `cannot be read as a table from line ${before + 1} on: look for a double quote that is not closed`,
    );
  }
  return rows;
}
