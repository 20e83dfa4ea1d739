import type { Plain } from './canonical.js';
import type { Field, Fields, TextRef } from './fields.js';

type Values = Readonly<Record<string, unknown>>;

function mapField(
  field: Field,
  value: unknown,
  pointer: string,
  replace: (text: string, pointer: string) => unknown,
): unknown {
  if (field.kind === 'text' && typeof value === 'string') return replace(value, pointer);
  if (field.kind === 'list' && Array.isArray(value)) {
    return value.map((element, index) => mapField(field.of, element, `${pointer}/${index}`, replace));
  }
  if (field.kind === 'record' && typeof value === 'object' && value !== null) {
    return mapFields(field.fields, value as Values, pointer, replace);
  }
  return value;
}

function mapFields(
  fields: Fields,
  values: Values,
  pointer: string,
  replace: (text: string, pointer: string) => unknown,
): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = fields[name];
      return [name, field ? mapField(field, value, `${pointer}/${name}`, replace) : value];
    }),
  );
}

/** The free words of a command, in the order of its values, each with its place in them. */
export function textsOf(
  fields: Fields,
  values: Values,
): readonly { readonly text: string; readonly pointer: string }[] {
  const found: { text: string; pointer: string }[] = [];
  mapFields(fields, values, '', (text, pointer) => found.push({ text, pointer }));
  return found;
}

/** The same values with references in place of the words; `refs` in the order of {@link textsOf}. */
export function withRefs(fields: Fields, values: Values, refs: readonly TextRef[]): Readonly<Record<string, Plain>> {
  const rest = refs.values();
  return mapFields(fields, values, '', () => rest.next().value) as Readonly<Record<string, Plain>>;
}
