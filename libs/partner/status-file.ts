import { createHash } from 'node:crypto';
import { lineOf, placeKey, placeOf, type ListedPlace, type Place } from './status-place.js';

/** The two forms of a status file: one JSON object a line, or CSV with a first line of names. */
export const STATUS_FORMS = ['NDJSON', 'CSV'] as const;
export type StatusForm = (typeof STATUS_FORMS)[number];

/** The closing line of a status file: what it is of, how much it holds, and the SHA-256 of every byte before it, hex. */
export interface StatusTrailer {
  readonly day: string;
  readonly lines: number;
  readonly merchants: number;
  readonly sha256: string;
}

/** Names of the columns, in order; of the members of a JSON line too. */
export const STATUS_COLUMNS = ['merchantNo', 'institutionCode', 'storeNo', 'terminalNo', 'capability'] as const;

/** How the closing line of a CSV file begins; the trailer's members follow. */
export const CSV_TRAILER = 'T';

/** No value of a line needs quotes: each is a code. */
const WRITE: Readonly<
  Record<
    StatusForm,
    {
      readonly head: string;
      readonly line: (line: ListedPlace) => string;
      readonly trailer: (trailer: StatusTrailer) => string;
    }
  >
> = {
  NDJSON: {
    head: '',
    line: (line) => JSON.stringify(Object.fromEntries(STATUS_COLUMNS.map((name) => [name, line[name]]))),
    trailer: (trailer) => JSON.stringify({ trailer }),
  },
  CSV: {
    head: `${STATUS_COLUMNS.join(',')}\n`,
    line: (line) => STATUS_COLUMNS.map((name) => line[name] ?? '').join(','),
    trailer: ({ day, lines, merchants, sha256 }) => [CSV_TRAILER, day, lines, merchants, sha256].join(','),
  },
};

/** SHA-256 of the bytes of a text, hex. */
export const sha256Of = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The totals of a list. */
export const totalsOf = (lines: readonly ListedPlace[]): Pick<StatusTrailer, 'lines' | 'merchants'> => ({
  lines: lines.length,
  merchants: new Set(lines.map(({ merchantNo }) => merchantNo)).size,
});

/** A list of stopped places as a file, each place once and in order: the same places make the same bytes. */
export function writeStatusFile(
  day: string,
  places: readonly (Place & { readonly institutionCode: string })[],
  form: StatusForm,
): string {
  const write = WRITE[form];
  const lines = [...new Map(places.map((place) => [placeKey(place), lineOf(place)])).values()].sort(byPlace);
  const content = write.head + lines.map((line) => `${write.line(line)}\n`).join('');
  return `${content}${write.trailer({ day, ...totalsOf(lines), sha256: sha256Of(content) })}\n`;
}

function byPlace(one: ListedPlace, other: ListedPlace): number {
  const [a, b] = [placeKey(placeOf(one)), placeKey(placeOf(other))];
  return a < b ? -1 : Number(a > b);
}
