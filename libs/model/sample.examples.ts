import type { Field, Fields } from './fields.js';

const hex = 'a'.repeat(64);

/** A value that fits a field: the `pick`-th of a code, the least of a number. Optional members are left out. */
export function sampleOf(field: Field, pick = 0): unknown {
  switch (field.kind) {
    case 'code':
      return field.of[pick % field.of.length];
    case 'int':
      return field.min;
    case 'flag':
      return true;
    case 'figures':
      return { returns: '0.02' };
    case 'text':
      return { textId: 'text_1', commitment: hex };
    case 'list':
      return [sampleOf(field.of, pick)];
    case 'record':
      return sampleFields(field.fields, pick);
    case 'id':
    case 'hash':
    case 'instant':
    case 'date':
    case 'duration':
      return { id: 'id_1', hash: hex, instant: '2026-12-01T02:00:00.000Z', date: '2026-12-01', duration: 'P1D' }[
        field.kind
      ];
  }
}

export const sampleFields = (fields: Fields, pick = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => !field.optional)
      .map(([name, field]) => [name, sampleOf(field, pick)]),
  );
