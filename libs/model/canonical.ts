/** What canonical text can hold: JSON without fractions. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain | undefined };

const NAMES_KEPT = 4_096;
const LONGEST_KEPT = 64;
const quoted = new Map<string, string>();

/** A member's name as JSON writes it. Names are few and come again: it is made once of each. */
function nameText(name: string): string {
  const known = quoted.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify(name);
  if (quoted.size < NAMES_KEPT && name.length <= LONGEST_KEPT) quoted.set(name, text);
  return text;
}

/**
 * The one text of a value (RFC 8785 narrowed to whole numbers): members sorted by code unit, no white space, members
 * without a value left out. Two values are the same exactly when their canonical texts are.
 * @throws TypeError for a number that is not a safe integer and for anything JSON does not know.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`canonical text holds whole numbers only, not ${value}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`canonical text cannot hold a ${typeof value}`);
  let members = '';
  for (const name of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== undefined) members += `${members && ','}${nameText(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
}
