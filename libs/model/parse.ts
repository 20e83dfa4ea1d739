import { isDate } from './calendar/day-number.js';
import { DECIMAL_PATTERN, HASH_PATTERN, ID_PATTERN, type Field, type Fields } from './fields.js';
import { isInstant, parseDuration } from './instant.js';

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextRef = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.textId === 'string' &&
  ID_PATTERN.test(value.textId) &&
  typeof value.commitment === 'string' &&
  HASH_PATTERN.test(value.commitment) &&
  Object.keys(value).length === 2;

const MAX_FIGURES = 50;
const isFigures = (value: unknown): boolean =>
  isRecord(value) &&
  Object.keys(value).length <= MAX_FIGURES &&
  Object.entries(value).every(
    ([name, figure]) => ID_PATTERN.test(name) && typeof figure === 'string' && DECIMAL_PATTERN.test(figure),
  );

const SHAPES: {
  readonly [K in Exclude<Field['kind'], 'code' | 'int' | 'list' | 'record' | 'flag' | 'figures' | 'text'>]: (
    text: string,
  ) => boolean;
} = {
  id: (text) => ID_PATTERN.test(text),
  hash: (text) => HASH_PATTERN.test(text),
  instant: isInstant,
  date: isDate,
  duration: (text) => parseDuration(text) !== undefined,
};

/** Places at which a value does not have the shape of a field, as JSON pointers; empty when it fits. Never throws. */
export function misfits(field: Field, value: unknown, at = ''): readonly string[] {
  const wrong = (fits: boolean) => (fits ? [] : [at || '/']);
  switch (field.kind) {
    case 'code':
      return wrong(typeof value === 'string' && field.of.includes(value));
    case 'int':
      return wrong(
        typeof value === 'number' && Number.isSafeInteger(value) && value >= field.min && value <= field.max,
      );
    case 'flag':
      return wrong(typeof value === 'boolean');
    case 'figures':
      return wrong(isFigures(value));
    case 'text':
      return wrong(isTextRef(value));
    case 'list':
      if (!Array.isArray(value) || value.length > field.max) return [at || '/'];
      return value.flatMap((element, index) => misfits(field.of, element, `${at}/${index}`));
    case 'record':
      return fieldMisfits(field.fields, value, at);
    case 'id':
    case 'hash':
    case 'instant':
    case 'date':
    case 'duration':
      return wrong(typeof value === 'string' && SHAPES[field.kind](value));
  }
}

/** The same for a whole set of fields: each required one there, each of its shape, none besides. */
export function fieldMisfits(fields: Fields, value: unknown, at = ''): readonly string[] {
  if (!isRecord(value)) return [at || '/'];
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
  const wrong = Object.entries(fields).flatMap(([name, field]) => {
    const member = value[name];
    if (member === undefined) return field.optional ? [] : [`${at}/${name}`];
    return misfits(field, member, `${at}/${name}`);
  });
  return [...unknown.map((name) => `${at}/${name}`), ...wrong];
}
