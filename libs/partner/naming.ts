import { parseInstant, type Field, type Fields, type Issuer } from '#model';
import { compactOf, dateOfCompact, instantOfCompact } from './freshness.js';
import { isContent, memberOf, readJson, type Content } from './json.js';
import type { Values } from './payload.js';

/** How a partner writes what we both mean: names, instants, lists and codes, as data. */
export interface Naming {
  readonly issuer: Issuer;
  /** How its names are made of ours, where `names` has none. */
  readonly style: 'camelCase' | 'snake_case' | 'lowercase';
  /** Our name → its own. */
  readonly names: Readonly<Record<string, string>>;
  /** RFC 3339, or `yyyyMMddHHmmss` in Beijing time. */
  readonly instants: 'RFC3339' | 'COMPACT';
  /** TEXT: every value is text, lists are joined with `|`, records are JSON text. JSON: values as JSON has them. */
  readonly values: 'TEXT' | 'JSON';
  /** Our field → its codes → ours. What is not listed is taken as it stands. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const STYLES: { readonly [S in Naming['style']]: (name: string) => string } = {
  camelCase: (name) => name,
  snake_case: (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  lowercase: (name) => name.toLowerCase(),
};

/** The partner's name of one of our fields. */
export const theirName = ({ names, style }: Naming, ours: string): string =>
  (Object.hasOwn(names, ours) ? names[ours] : undefined) ?? STYLES[style](ours);

/** Our code for one of the partner's. */
export function ourCode({ codes }: Naming, field: string, theirs: string): string {
  const table = Object.hasOwn(codes, field) ? codes[field]! : {};
  return Object.hasOwn(table, theirs) ? table[theirs]! : theirs;
}

/** The partner's code for one of ours: the first listed that means it. */
export function theirCode({ codes }: Naming, field: string, ours: string): string {
  const table = Object.hasOwn(codes, field) ? codes[field]! : {};
  return Object.entries(table).find(([, meaning]) => meaning === ours)?.[0] ?? ours;
}

const plainText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

function readInt(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
}

function readFlag(value: unknown): unknown {
  return value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;
}

/** Both spellings are read from everyone; which one is written the naming says. */
const readInstant = (text: string): string => instantOfCompact(text) ?? parseInstant(text) ?? text;

/** One value in our words. What cannot be read stays as it is, for the schema to name it. Never throws. */
function readValue(naming: Naming, name: string, field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'int':
      return readInt(value);
    case 'flag':
      return readFlag(value);
    case 'code':
      return typeof value === 'string' ? ourCode(naming, name, value) : value;
    case 'instant':
      return typeof value === 'string' ? readInstant(value) : value;
    case 'date':
      return typeof value === 'string' ? (dateOfCompact(value) ?? value) : value;
    case 'list': {
      const elements = listOf(field, value);
      return Array.isArray(elements) ? elements.map((one) => readValue(naming, name, field.of, one)) : elements;
    }
    case 'record': {
      const members = typeof value === 'string' ? readJson(value) : value;
      return isContent(members) ? readFields(naming, field.fields, members) : value;
    }
    case 'figures':
      return typeof value === 'string' ? (readJson(value) ?? value) : value;
    case 'id':
    case 'hash':
    case 'duration':
    case 'text':
      return plainText(value);
  }
}

function listOf({ of }: Extract<Field, { kind: 'list' }>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (of.kind !== 'record') return value.split('|');
  return (readJson(`{"list":${value}}`) ?? { list: value })['list'];
}

/** The fields that are there, in our names and words. Empty ones count as not there. Never throws. */
export function readFields(naming: Naming, fields: Fields, content: Content): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      const value = memberOf(content, theirName(naming, name));
      return value === undefined || value === null || value === ''
        ? []
        : [[name, readValue(naming, name, field, value)]];
    }),
  );
}

function writeValue(naming: Naming, name: string, field: Field, value: unknown): unknown {
  if (field.kind === 'code' && typeof value === 'string') return theirCode(naming, name, value);
  if (field.kind === 'instant' && typeof value === 'string' && naming.instants === 'COMPACT') return compactOf(value);
  if (field.kind === 'date' && typeof value === 'string' && naming.instants === 'COMPACT')
    return value.replaceAll('-', '');
  if (field.kind === 'list' && Array.isArray(value)) return value.map((one) => writeValue(naming, name, field.of, one));
  if (field.kind === 'record' && isContent(value))
    return writeFields({ ...naming, values: 'JSON' }, field.fields, value);
  return value;
}

function textOf(value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.join('|');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The inverse of {@link readFields}, for what we send and for simulators. */
export const writeFields = (naming: Naming, fields: Fields, values: Values): Content =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (values[name] === undefined) return [];
      const value = writeValue(naming, name, field, values[name]);
      return [[theirName(naming, name), naming.values === 'TEXT' ? textOf(value) : value]];
    }),
  );
