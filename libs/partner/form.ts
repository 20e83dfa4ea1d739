/** Fields of a form with their values as bytes, in the charset of the sender; each name once. */
export type Form = ReadonlyMap<string, Buffer>;

const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
const MOST_FIELDS = 200;
/**
 * Whether a value would read as another field once the fields are joined with `&`: the joined text is what is signed, so
 * with such a value two different forms have one signature.
 */
export const isAmbiguous = (value: string): boolean => /&[A-Za-z][A-Za-z0-9_.-]{0,63}=/.test(value);

function decoded(text: string): Buffer | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  const plain = text
    .replaceAll('+', ' ')
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

/**
 * Reads `application/x-www-form-urlencoded`. Undefined for what is none: a broken escape, a name twice, a name of other
 * characters, a value that makes the signed text ambiguous, more fields than any sender has. Never throws.
 */
export function readForm(body: Uint8Array): Form | undefined {
  const pairs = Buffer.from(body).toString('latin1').split('&');
  if (pairs.length > MOST_FIELDS) return undefined;
  const form = new Map<string, Buffer>();
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = decoded(pair.slice(0, at))?.toString('latin1');
    const value = decoded(pair.slice(at + 1));
    if (at < 1 || !name || !value || !NAME.test(name) || form.has(name)) return undefined;
    if (isAmbiguous(value.toString('latin1'))) return undefined;
    form.set(name, value);
  }
  return form;
}

/** How a sender makes the text it signs out of fields. */
export interface SortedText {
  readonly without: readonly string[];
  /** Whether fields without a value are part of it. */
  readonly empty: 'KEPT' | 'DROPPED';
}

/** The fields as `a=1&b=2`, names in the order of their bytes: what such senders sign. */
export function sortedText(form: Form, { without, empty }: SortedText): Buffer {
  const signed = [...form]
    .filter(([name, value]) => !without.includes(name) && (empty === 'KEPT' || value.length > 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.concat(
    signed.flatMap(([name, value], index) => [Buffer.from(`${index === 0 ? '' : '&'}${name}=`, 'latin1'), value]),
  );
}

/** A form out of texts, in UTF-8. */
export const formOf = (fields: Readonly<Record<string, string>>): Form =>
  new Map(Object.entries(fields).map(([name, text]) => [name, Buffer.from(text, 'utf8')]));

/** Writes what {@link readForm} reads. */
export const writeForm = (fields: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(new URLSearchParams(fields).toString(), 'latin1');

/** The fields as texts in a charset; undefined when a value is none in it, or the charset is not known. */
export function textsOfForm(form: Form, charset: string): Readonly<Record<string, string>> | undefined {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    return Object.fromEntries([...form].map(([name, value]) => [name, decoder.decode(value)]));
  } catch {
    return undefined;
  }
}
