import { z } from 'zod';

/** A JSON Schema (draft 2020-12, which OpenAPI 3.1 uses) as data. */
export type JsonSchema = { readonly [member: string]: unknown };

/**
 * The schema of a zod schema, as the side that sends (`input`) or reads (`output`) it sees the value. Checks that JSON
 * Schema cannot say are left out. Schemas with an `id` are put into `named` and referred to.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', named: Record<string, JsonSchema>): JsonSchema {
  const { $defs, ...own } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => simplify(jsonSchema, io),
  });
  delete own.$schema;
  for (const [name, definition] of Object.entries($defs ?? {})) named[name] = referring(definition) as JsonSchema;
  return referring(own) as JsonSchema;
}

/** Takes away what misleads readers: bounds that are those of the number itself, and patterns not every language reads. */
function simplify(schema: z.core.JSONSchema.BaseSchema, io: 'input' | 'output'): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.pattern?.includes('\\p{')) delete schema.pattern;
  // Members may be added to an answer at any time (api.md, introduction).
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
}

/** The same with references into the components of an OpenAPI document. */
function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      name === '$ref' && typeof member === 'string'
        ? member.replace('#/$defs/', '#/components/schemas/')
        : referring(member),
    ]),
  );
}
