import { MOST_ROWS, tooManyRows, type NoticeRow } from './list.js';

/** A notice by itself may be as long as any other JSON body (api.md §2). */
const LONGEST_LINE = 2 * 1024 * 1024;
/** The closing line comes on top. */
const OTHER_ROWS = 1;

function noticeOf(raw: string, line: number): NoticeRow {
  const at = { line, end: line };
  if (raw.length > LONGEST_LINE) return { ...at, notice: null, raw, fault: 'is longer than 2 MiB' };
  try {
    return { ...at, notice: JSON.parse(raw) as unknown };
  } catch {
    // What JSON.parse says holds words of the line.
    return { ...at, notice: null, raw, fault: 'is not JSON' };
  }
}

/**
 * The lines of a file of JSON objects; blank ones are no rows.
 * @throws Problem `body.too-large` for too many.
 */
export function ndjsonRows(text: string): readonly NoticeRow[] {
  const rows: NoticeRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const raw = line.trim();
    if (raw === '') continue;
    if (rows.length === MOST_ROWS + OTHER_ROWS) throw tooManyRows();
    rows.push(noticeOf(raw, index + 1));
  }
  return rows;
}
