import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CAPABILITIES, holdsCardData } from '#model';
import { readJson } from './json.js';
import type { Finding } from './signal.schema.js';
import { CSV_TRAILER, sha256Of, totalsOf, type StatusForm, type StatusTrailer } from './status-file.js';
import { placeKey, placeOf, type ListedPlace } from './status-place.js';

/** More lines are no list of one day. */
export const MOST_LINES = 50_000;
const MOST_FINDINGS = 100;

const matching = (pattern: RegExp, message: string) => z.string().regex(pattern, message);
/** Formats of domain §1.4, as in a notice. */
const line = z
  .strictObject({
    merchantNo: matching(
      /^[0-9]{3}[0-9A-Z]{12}$/,
      'must be 3 digits of the acquirer, then 12 digits or capital letters',
    ),
    institutionCode: matching(/^(\d{8}|\d{11})$/, 'must be 8 or 11 digits').optional(),
    storeNo: matching(/^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/, 'must be 1 to 32 letters or digits')
      .refine((text) => !holdsCardData(text), 'looks like card data; never send it')
      .optional(),
    terminalNo: matching(/^[0-9A-Za-z]{8}$/, 'must be 8 letters or digits').optional(),
    capability: z.enum(CAPABILITIES),
  })
  .refine(({ storeNo, terminalNo }) => storeNo === undefined || terminalNo === undefined, {
    path: ['storeNo'],
    message: 'does not go with a terminalNo',
  });

/** A partner's list of what it holds stopped. */
export interface StatusFile {
  readonly lines: readonly ListedPlace[];
  /** Null where the list has no closing line. */
  readonly trailer: StatusTrailer | null;
}

/** What one line says before it is checked, and where it stands in the file, from 1. */
interface Row {
  readonly number: number;
  readonly value: unknown;
}

const trailerSchema = z.strictObject({
  day: z.string(),
  lines: z.coerce.number().int(),
  merchants: z.coerce.number().int(),
  sha256: z.string(),
});

/** A record as the CSV parser gives it with `info`. */
interface CsvRow {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<string, string>>;
}

/** Where the closing line begins; the end of the text where there is none. */
function splitOff(text: string, form: StatusForm): { readonly content: string; readonly trailer: unknown } {
  const end = text.trimEnd();
  const start = end.lastIndexOf('\n') + 1;
  const last = end.slice(start);
  const cells = last.split(',');
  const trailer =
    form === 'NDJSON'
      ? readJson(last)?.['trailer']
      : cells[0] === CSV_TRAILER
        ? { day: cells[1], lines: cells[2], merchants: cells[3], sha256: cells[4] }
        : undefined;
  return trailer === undefined ? { content: text, trailer } : { content: text.slice(0, start), trailer };
}

function rowsOf(content: string, form: StatusForm): readonly Row[] {
  if (form === 'NDJSON') {
    const lines = content.split('\n').map((text, index) => ({ number: index + 1, text: text.trim() }));
    return lines.filter(({ text }) => text !== '').map(({ number, text }) => ({ number, value: readJson(text) }));
  }
  const options = { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true } as const;
  const parsed = parse<CsvRow>(content, options);
  return parsed.map(({ info, record }) => ({
    number: info.lines,
    value: Object.fromEntries(Object.entries(record).filter(([, value]) => value !== '')),
  }));
}

/** Reads a status file, whole or not at all: a line left out would be a difference that is none. Never throws. */
export function readStatusFile(
  bytes: Uint8Array,
  form: StatusForm,
  day: string,
): StatusFile | { readonly errors: readonly Finding[] } {
  try {
    const { content, trailer } = splitOff(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
      form,
    );
    const rows = rowsOf(content, form);
    if (rows.length > MOST_LINES) return { errors: [{ pointer: '', message: `may have ${MOST_LINES} lines at most` }] };
    const { lines, errors } = linesOf(rows);
    const found = errors.length > 0 ? errors : trailerFindings(lines, trailer, content, day);
    if (found.length > 0) return { errors: found.slice(0, MOST_FINDINGS) };
    return { lines, trailer: trailer === undefined ? null : trailerSchema.parse(trailer) };
  } catch (error) {
    const why = error instanceof CsvError ? 'is not CSV with the same columns in every line' : 'must be text in UTF-8';
    return { errors: [{ pointer: '', message: why }] };
  }
}

function linesOf(rows: readonly Row[]): {
  readonly lines: readonly ListedPlace[];
  readonly errors: readonly Finding[];
} {
  const lines: ListedPlace[] = [];
  const errors: Finding[] = [];
  const seen = new Set<string>();
  for (const { number, value } of rows) {
    const read = line.safeParse(value);
    if (!read.success) {
      errors.push(...read.error.issues.map(({ path, message }) => findingAt(number, path, message)));
      continue;
    }
    const key = placeKey(placeOf(read.data));
    if (seen.has(key)) errors.push(findingAt(number, [], 'is listed twice'));
    seen.add(key);
    lines.push(read.data);
  }
  return { lines, errors };
}

const findingAt = (number: number, path: readonly PropertyKey[], message: string): Finding => ({
  pointer: ['/lines', number, ...path].map(String).join('/'),
  message,
});

/** A list that was cut off on its way to us must not be taken for a short one; an empty one has to say that it is. */
function trailerFindings(
  lines: readonly ListedPlace[],
  trailer: unknown,
  content: string,
  day: string,
): readonly Finding[] {
  if (trailer === undefined && lines.length > 0) return [];
  const said = trailerSchema.safeParse(trailer);
  if (!said.success) return [{ pointer: '/trailer', message: 'must hold day, lines, merchants and sha256' }];
  const wanted: StatusTrailer = { day, ...totalsOf(lines), sha256: sha256Of(content) };
  return (['day', 'lines', 'merchants', 'sha256'] as const)
    .filter((name) => said.data[name] !== wanted[name])
    .map((name) => ({ pointer: `/trailer/${name}`, message: `is not that of this list, ${wanted[name]}` }));
}
