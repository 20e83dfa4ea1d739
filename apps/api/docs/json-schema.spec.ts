import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { jsonSchemaOf, type JsonSchema } from './json-schema.js';

const named = z.object({ size: z.int() }).meta({ id: 'Shoe' });

test('a schema with a name is put aside and referred to', () => {
  const aside: Record<string, JsonSchema> = {};
  expect(jsonSchemaOf(z.object({ left: named, right: named.nullable() }), 'output', aside)).toMatchObject({
    properties: {
      left: { $ref: '#/components/schemas/Shoe' },
      right: { anyOf: [{ $ref: '#/components/schemas/Shoe' }, { type: 'null' }] },
    },
  });
  expect(aside).toEqual({ Shoe: { type: 'object', properties: { size: { type: 'integer' } }, required: ['size'] } });
});

test('a request takes no member it does not name, an answer may have more', () => {
  const schema = z.strictObject({ a: z.string() });
  expect(jsonSchemaOf(schema, 'input', {})).toHaveProperty('additionalProperties', false);
  expect(jsonSchemaOf(schema, 'output', {})).not.toHaveProperty('additionalProperties');
});

test('what a sender may leave out has its default in the answer', () => {
  const schema = z.object({
    limit: z.coerce.number().int().max(200).default(50),
    at: z.string().transform((text) => new Date(text)),
  });
  expect(jsonSchemaOf(schema, 'input', {})).toEqual({
    type: 'object',
    properties: { limit: { type: 'integer', maximum: 200, default: 50 }, at: { type: 'string' } },
    required: ['at'],
  });
});

test('a pattern only some languages read is left out', () => {
  expect(jsonSchemaOf(z.string().regex(/^\p{L}+$/u), 'input', {})).toEqual({ type: 'string' });
  expect(jsonSchemaOf(z.string().regex(/^a+$/), 'input', {})).toEqual({ type: 'string', pattern: '^a+$' });
});
