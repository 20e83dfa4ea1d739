import type { Finding, Problem } from '../problem/problem.js';

/** Where a value came from. */
export interface Place {
  readonly line: number;
  /** The header of its column. */
  readonly column: string;
}

/** One notice a list holds, on one row or several. */
export interface Letter {
  /** Lines of its rows, in order. */
  readonly lines: readonly number[];
  /** Lines that say nothing a line before did not say. */
  readonly doubled: ReadonlySet<number>;
  /** As `POST /notices` takes it. */
  readonly notice: unknown;
  /** JSON Pointer into the notice → cell. Empty for a line that is a notice itself. */
  readonly places: ReadonlyMap<string, Place>;
  /** Header of the column each member would stand in, by pointer. */
  readonly columns: ReadonlyMap<string, string>;
  /** Amounts of all transactions its rows list, whatever they are. */
  readonly amounts: readonly unknown[];
  /** Why it is refused before anybody else looks at it. */
  readonly problem?: Problem;
  /** Where that was found, by line. */
  readonly faults?: ReadonlyMap<number, readonly RowFinding[]>;
}

/** What is wrong with one row. */
export interface RowFinding extends Finding {
  readonly column?: string;
}

const text = (value: unknown, form: RegExp): string | null =>
  typeof value === 'string' && form.test(value) ? value : null;

/** What tells a notice from all others, as far as it says so in a form that may be kept and said again. */
export function namesOf({ notice, problem }: Letter): { noticeNo: string | null; merchantNo: string | null } {
  if (problem?.code === 'guard.card-data') return { noticeNo: null, merchantNo: null };
  const member = (name: string): unknown => Reflect.get(Object(notice), name);
  return {
    noticeNo: text(member('noticeNo'), /^[^\s\p{Cc}\p{Surrogate}]{1,128}$/u),
    merchantNo: text(member('merchantNo'), /^[0-9A-Za-z]{1,32}$/),
  };
}

const parentOf = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

function placeOf({ places }: Letter, pointer: string): Place | undefined {
  for (let at = pointer; at !== ''; at = parentOf(at)) {
    const found = places.get(at) ?? [...places].find(([place]) => place.startsWith(`${at}/`))?.[1];
    if (found) return found;
  }
  return undefined;
}

/** Lines named where many are at fault. */
const SAID = 10;
const WITHOUT_NUMBERS = /\/\d+(?=\/|$)/g;

/** What is wrong, by line: each finding at the line and column it came from; one without a place at every line. */
export function findingsByLine(
  letter: Letter,
  findings: readonly Finding[],
): ReadonlyMap<number, readonly RowFinding[]> {
  const byLine = new Map(letter.lines.map((line) => [line, [...(letter.faults?.get(line) ?? [])]]));
  for (const finding of letter.faults ? [] : findings) {
    const place = placeOf(letter, finding.pointer);
    const column = place?.column ?? letter.columns.get(finding.pointer.replace(WITHOUT_NUMBERS, ''));
    const said = { ...finding, ...(column !== undefined && { column }) };
    for (const line of place ? [place.line] : letter.lines) byLine.get(line)?.push(said);
  }
  const faulty = [...byLine].filter(([, found]) => found.length > 0).map(([line]) => line);
  const because = { pointer: '', message: `line ${faulty.slice(0, SAID).join(', ')} of the same notice is refused` };
  for (const [, found] of byLine) if (found.length === 0 && faulty.length > 0) found.push(because);
  return byLine;
}
