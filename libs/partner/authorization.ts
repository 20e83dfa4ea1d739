/** How a scheme writes its parameters in the Authorization header. */
export interface AuthorizationForm {
  readonly scheme: string;
  /** Each must be there once, and nothing besides. */
  readonly names: readonly string[];
  /** Values in double quotes, a single blank allowed after a comma; else bare, without any blank. */
  readonly quoted: boolean;
}

const LONGEST = 4096;
/** Visible ASCII without quote, comma and backslash. */
const BARE = /^[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]*$/;

/**
 * Reads `Scheme name=value,…`. Undefined unless it is written exactly so: no parameter twice, none missing, none unknown,
 * no blanks or quotes where the scheme has none. Never throws.
 */
export function readAuthorization(
  header: string,
  { scheme, names, quoted }: AuthorizationForm,
): Readonly<Record<string, string>> | undefined {
  if (header.length > LONGEST || !header.startsWith(`${scheme} `)) return undefined;
  const parts = header.slice(scheme.length + 1).split(quoted ? /, ?/ : ',');
  if (parts.length !== names.length) return undefined;
  const read = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const value = bareValue(part.slice(at + 1), quoted);
    if (at < 1 || value === undefined) return undefined;
    read.set(part.slice(0, at), value);
  }
  return names.every((name) => read.has(name)) ? Object.fromEntries(read) : undefined;
}

function bareValue(text: string, quoted: boolean): string | undefined {
  const wrapped = text.length >= 2 && text.startsWith('"') && text.endsWith('"');
  if (wrapped !== quoted) return undefined;
  const value = quoted ? text.slice(1, -1) : text;
  return BARE.test(value) ? value : undefined;
}

/** Writes what {@link readAuthorization} reads, parameters in the order of the form. */
export const writeAuthorization = (
  { scheme, names, quoted }: AuthorizationForm,
  values: Readonly<Record<string, string>>,
): string =>
  `${scheme} ${names.map((name) => (quoted ? `${name}="${values[name]}"` : `${name}=${values[name]}`)).join(',')}`;
