import type { BatchFormat } from '#database';
import { cardRowsIn, withoutCardData } from './card.rows.js';
import { countedIn, declaredBy, withoutClosing, type Totals } from './control.totals.js';
import { keptCopyOf, type KeptCopy } from './kept.copy.js';
import type { Letter } from './letter.js';
import { lineLetters } from './letters.lines.js';
import { tableLetters, type RowDefaults } from './letters.table.js';
import { csvRows } from './list.csv.js';
import { MOST_ROWS, tooManyRows, unreadable, type List } from './list.js';
import { ndjsonRows } from './list.ndjson.js';
import { textOfList } from './list.text.js';
import { xlsxRows } from './list.xlsx.js';
import { ofServedKind } from './served-kinds.js';
import { tableOf } from './table.js';

/** A file and what its sender says of it. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly format: BatchFormat;
  readonly charset?: string | undefined;
  /** Whose mapping it is read by; found by its header where it is not said. */
  readonly sender?: string | undefined;
  readonly defaults: RowDefaults;
}

/** A file taken apart. */
export interface ReadFile {
  readonly sender: string;
  /** In the order of their first rows. */
  readonly letters: readonly Letter[];
  /** By its closing row. */
  readonly declared: Totals;
  readonly counted: ReturnType<typeof countedIn>;
  readonly copy: KeptCopy;
}

async function listOf({ bytes, format, charset }: SentFile): Promise<List> {
  if (format === 'XLSX') return { format, rows: await xlsxRows(bytes) };
  const text = textOfList(bytes, charset);
  return format === 'CSV' ? { format, text, rows: await csvRows(text) } : { format, text, rows: ndjsonRows(text) };
}

function lettersIn(list: List, { sender, defaults }: SentFile) {
  if (list.format !== 'NDJSON') {
    const table = tableOf(list.rows, sender);
    return { table, sender: table.mapping.sender, declared: declaredBy(table), letters: tableLetters(table, defaults) };
  }
  const { rows, declared } = withoutClosing(list.rows);
  if (rows.length > MOST_ROWS) throw tooManyRows();
  return { table: undefined, sender: sender ?? 'plain', declared, letters: lineLetters(rows, defaults) };
}

/**
 * Takes a file apart into the notices it lists. What is wrong with one row is said of that row.
 * @throws Problem `request.invalid` for a file that cannot be read or lists nothing, `body.too-large` for too many rows.
 */
export async function readFile(file: SentFile): Promise<ReadFile> {
  const list = await listOf(file);
  const { table, sender, declared, letters } = lettersIn(list, file);
  if (letters.length === 0) throw unreadable('lists no notice: there are no rows in it');
  const cards = cardRowsIn(list, table);
  return {
    sender,
    declared,
    letters: letters.map((letter) => withoutCardData(ofServedKind(letter, sender), cards)),
    counted: countedIn(letters),
    copy: keptCopyOf(file.bytes, list, cards),
  };
}
