import { createHash } from 'node:crypto';
import { nativeSignal } from './native.signal.js';
import { isProblem, type Finding, type PartnerSignal, type SignalProblem } from './signal.schema.js';
import { UNIONPAY_NAMING } from './unionpay.profile.js';

/** How a branch writes its lists; each branch may have its own. */
export interface PickupFormat {
  readonly charset: 'utf-8' | 'gb18030';
  readonly separator: ',' | '|' | '\t';
  /** Names of the columns in UnionPay's words, or that the first line holds them. */
  readonly columns: 'FIRST_LINE' | readonly string[];
  /** How the closing line begins that says how many lines there are, such as `T|12`; null where there is none. */
  readonly totalMark: string | null;
  /** What each line is: a column of its own, where the list has one, goes before. */
  readonly eventCode: string;
}

/**
 * The form lists are expected in until a branch says otherwise: their real form is not public. `|` between columns named
 * in the first line, in GB18030, closed by a line `T|<number of lines>`.
 */
export const BRANCH_LIST: PickupFormat = {
  charset: 'gb18030',
  separator: '|',
  columns: 'FIRST_LINE',
  totalMark: 'T',
  eventCode: '01',
};

/** One line of a list, numbered as in the file, and the signal it is or what is wrong with it. */
export interface PickupLine {
  readonly line: number;
  /** SHA-256 of what the line itself says, hex: the same however often and when it is put there. */
  readonly contentHash: string;
  readonly result: { readonly signal: PartnerSignal; readonly findings: readonly Finding[] } | SignalProblem;
}

/** A whole list. `problems` are about the file; lines are given all the same. */
export interface Pickup {
  readonly lines: readonly PickupLine[];
  readonly problems: readonly string[];
}

/** The cells of one line; double quotes hold a cell together and are doubled to stand for themselves. */
export function cellsOf(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let [cell, quoted] = ['', false];
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]!;
    if (quoted && character === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

function textOf(bytes: Uint8Array, charset: PickupFormat['charset']): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface ListFile {
  /** Hash of its bytes. */
  readonly hash: string;
  readonly at: string;
  readonly columns: readonly string[];
}

function lineOf({ line, cells }: Row, { hash, at, columns }: ListFile, eventCode: string): PickupLine {
  const said = columns.map((name, index) => [name, cells[index] ?? ''] as const).filter(([, value]) => value !== '');
  const usual = { orderId: `file:${hash.slice(0, 32)}:${line}`, occurTime: at, txnSubType: eventCode };
  const read = nativeSignal(UNIONPAY_NAMING, { ...usual, ...Object.fromEntries(said) });
  const contentHash = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  if (isProblem(read)) return { line, contentHash, result: read };
  return { line, contentHash, result: { signal: read.signals[0]!, findings: read.findings } };
}

/**
 * Reads a list out of the pick-up folder: one notice line per line. A line that is wrong costs no other. The signal id of
 * a line without one is made of the file's bytes and the line, so that the same file again changes nothing. Never throws.
 * @param at when it was put there, RFC 3339: when its lines happened, where they do not say.
 */
export function readPickup(bytes: Uint8Array, format: PickupFormat, at: string): Pickup {
  const text = textOf(bytes, format.charset);
  if (text === undefined) return { lines: [], problems: [`is not in ${format.charset}`] };
  const rows = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line, index): Row => ({ line: index + 1, cells: cellsOf(line, format.separator) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const header = format.columns === 'FIRST_LINE' ? rows.shift() : undefined;
  const columns = header?.cells ?? (format.columns === 'FIRST_LINE' ? [] : format.columns);
  const closing = format.totalMark !== null && rows.at(-1)?.cells[0] === format.totalMark ? rows.pop() : undefined;
  const file = { hash: createHash('sha256').update(bytes).digest('hex'), at, columns };
  return {
    lines: rows.map((row) => lineOf(row, file, format.eventCode)),
    problems: totalProblems(format, closing, rows.length),
  };
}

function totalProblems({ totalMark }: PickupFormat, closing: Row | undefined, count: number): readonly string[] {
  if (totalMark === null) return [];
  if (!closing) return ['has no closing line: it may have been cut off'];
  return closing.cells[1] === String(count) ? [] : [`says ${closing.cells[1]} lines and has ${count}`];
}
