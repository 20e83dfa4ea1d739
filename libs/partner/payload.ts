import { misfits, parseInstant, type Field, type Fields } from '#model';
import { isContent } from './json.js';
import type { Finding } from './signal.schema.js';

/** Values of a command's fields; free words are words still, instants are in UTC. */
export type Values = Readonly<Record<string, unknown>>;

const FIGURE_DECIMALS = 6;
/** Stands for words whose length and characters were checked, until they lie in the vault. */
const SEALED = { textId: 'text', commitment: '0'.repeat(64) };

const isWords = (value: unknown, max: number): boolean =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= max &&
  !value.includes('\0') &&
  !/\p{Surrogate}/u.test(value);

const figureText = (value: unknown): unknown =>
  typeof value === 'number' ? value.toFixed(FIGURE_DECIMALS).replace(/\.?0+$/, '') : value;

/** The value as the kernel writes it: an instant in UTC, a figure as decimal text. */
function normal(field: Field, value: unknown): unknown {
  if (field.kind === 'instant' && typeof value === 'string') return parseInstant(value) ?? value;
  if (field.kind === 'figures' && isContent(value))
    return Object.fromEntries(Object.entries(value).map(([name, figure]) => [name, figureText(figure)]));
  if (field.kind === 'list' && Array.isArray(value)) return value.map((element) => normal(field.of, element));
  if (field.kind === 'record' && isContent(value)) return normalFields(field.fields, value);
  return value;
}

const normalFields = (fields: Fields, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Object.hasOwn(fields, name) ? normal(fields[name]!, value) : value,
    ]),
  );

/** The value with {@link SEALED} in place of words that may stand there. */
function withSeals(field: Field, value: unknown): unknown {
  if (field.kind === 'text') return isWords(value, field.max) ? SEALED : null;
  if (field.kind === 'list' && Array.isArray(value)) return value.map((element) => withSeals(field.of, element));
  if (field.kind === 'record' && isContent(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        Object.hasOwn(field.fields, name) ? withSeals(field.fields[name]!, member) : member,
      ]),
    );
  }
  return value;
}

/**
 * Reads a payload as the fields of a command: each required one there, each of its form, none besides. Free words are
 * left as they are, to be sealed by whoever sends the command. Never throws.
 */
export function readPayload(
  fields: Fields,
  payload: Values,
): { readonly values: Values } | { readonly errors: readonly Finding[] } {
  const values = normalFields(fields, payload);
  const wrong = misfits({ kind: 'record', fields }, withSeals({ kind: 'record', fields }, values));
  if (wrong.length === 0) return { values };
  return {
    errors: wrong.map((pointer) => ({
      pointer: `/payload${pointer === '/' ? '' : pointer}`,
      message: 'is missing, unknown or not of its form',
    })),
  };
}
