import type { BatchCopy } from '#database';
import type { CardRows } from './card.rows.js';
import type { List } from './list.js';

/** What of a file may be kept. */
export interface KeptCopy {
  readonly kept: BatchCopy;
  readonly mediaType: string;
  /** Undefined when nothing may be. */
  readonly bytes: Uint8Array | undefined;
}

const TYPES: Readonly<Record<List['format'], string>> = {
  NDJSON: 'application/x-ndjson',
  CSV: 'text/csv',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const LINE_BREAK = /(\r\n|\n|\r)/;

/** The text with `*` for every digit of the rows that hold card data, in UTF-8. */
function masked(text: string, list: List, cards: CardRows): Uint8Array {
  const spans = list.rows.filter(({ line }) => cards.has(line));
  const hidden = new Set(spans.flatMap(({ line, end }) => Array.from({ length: end - line + 1 }, (_, i) => line + i)));
  const pieces = text.split(LINE_BREAK);
  return Buffer.from(
    pieces.map((piece, i) => (hidden.has(i / 2 + 1) ? piece.replace(/\p{Nd}/gu, '*') : piece)).join(''),
  );
}

/**
 * The file as it may be kept: as it was sent, unless a row of it holds card data. Then a text is kept without any digit
 * of that row, and a workbook, in which numbers stand in many places, not at all.
 */
export function keptCopyOf(sent: Uint8Array, list: List, cards: CardRows): KeptCopy {
  const mediaType = TYPES[list.format];
  const isSuspect = list.format === 'XLSX' && list.rows.some(({ fault }) => fault !== undefined);
  if (cards.size === 0 && !isSuspect) return { kept: 'AS_SENT', mediaType, bytes: sent };
  if (list.text === undefined) return { kept: 'WITHHELD', mediaType, bytes: undefined };
  return { kept: 'MASKED', mediaType: `${mediaType}; charset=utf-8`, bytes: masked(list.text, list, cards) };
}
