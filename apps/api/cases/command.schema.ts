import { z } from 'zod';
import {
  DECIMAL_PATTERN,
  HASH_PATTERN,
  ID_PATTERN,
  isDate,
  parseDuration,
  parseInstant,
  PERSON_COMMANDS,
  type Field,
  type Fields,
  type PersonCommandName,
} from '#model';

const FIGURE_DECIMALS = 6;
const MOST_FIGURES = 50;

/** Free words as HTTP carries them. PostgreSQL takes no NUL and UTF-8 no half of a surrogate pair. */
const words = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `must have ${max} characters at most`)
    .refine(
      (text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text),
      'must be text without NUL and broken characters',
    );

/** An instant with any offset, read into UTC. */
export const instantSchema = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  context.addIssue({
    code: 'custom',
    message: 'must be an RFC 3339 instant with an offset, such as 2026-11-23T09:00:00+08:00',
  });
  return z.NEVER;
});

/** A calendar day that exists. */
export const dateSchema = z.string().refine(isDate, 'must be a date that exists, such as 2026-11-23');

const idSchema = z
  .string()
  .regex(
    ID_PATTERN,
    'must be an id: 1 to 128 letters, digits and : . _ / @ + - without spaces, a letter or digit first',
  );
const hashSchema = z.string().regex(HASH_PATTERN, 'must be a SHA-256 in 64 lower-case hex digits');
const durationSchema = z
  .string()
  .refine(
    (text) => parseDuration(text) !== undefined,
    'must be an ISO 8601 duration of weeks, days or time, such as P5D or PT4H',
  );

/** A measured figure as a number or as decimal text; kept as text, for canonical text has no fractions. */
const figureSchema = z
  .union([z.number(), z.string()], { error: 'must be a number, or a decimal number as text' })
  .transform((figure) => (typeof figure === 'number' ? figure.toFixed(FIGURE_DECIMALS).replace(/\.?0+$/, '') : figure))
  .refine(
    (text) => DECIMAL_PATTERN.test(text),
    `must be a number of at most 15 digits and ${FIGURE_DECIMALS} decimals`,
  );
const figuresSchema = z
  .record(idSchema, figureSchema)
  .refine((figures) => Object.keys(figures).length <= MOST_FIGURES, `must have ${MOST_FIGURES} figures at most`);

/** The zod schema of one field of a command. */
export function schemaOf(field: Field): z.ZodType {
  const schema = requiredSchemaOf(field);
  return field.optional ? schema.optional() : schema;
}

function requiredSchemaOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'code':
      return z.enum(field.of);
    case 'id':
      return idSchema;
    case 'hash':
      return hashSchema;
    case 'instant':
      return instantSchema;
    case 'date':
      return dateSchema;
    case 'duration':
      return durationSchema;
    case 'flag':
      return z.boolean();
    case 'figures':
      return figuresSchema;
    case 'text':
      return words(field.max);
    case 'int':
      return z.int().min(field.min, `must be ${field.min} or more`).max(field.max, `must be ${field.max} or less`);
    case 'list':
      return z.array(schemaOf(field.of)).max(field.max, `must have ${field.max} elements at most`);
    case 'record':
      return z.strictObject(shapeOf(field.fields));
  }
}

const shapeOf = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)]));

/** What any command may carry besides its fields. */
const COMMON_SHAPE = {
  expectedSeq: z.int().min(0, 'must be 0 or more').optional(),
  onBehalfOf: z.literal('MERCHANT').optional(),
};

/**
 * Names of fields that HTTP cannot carry under their own: `command` names the command itself, so what DECLINE
 * declines is `declined`.
 */
const HTTP_NAMES: Readonly<Record<string, string>> = { command: 'declined' };

/** The name of a kernel's field in the body of a command. */
export const httpName = (name: string): string => HTTP_NAMES[name] ?? name;

/** The body of one command: its name, its fields, what any command may carry. */
export const bodySchemaOf = (name: PersonCommandName) =>
  z.strictObject({
    command: z.literal(name),
    ...COMMON_SHAPE,
    ...Object.fromEntries(
      Object.entries(shapeOf(PERSON_COMMANDS[name])).map(([field, schema]) => [httpName(field), schema]),
    ),
  });

/** Every body of `POST /cases/{id}/commands`, by the command's name. */
export const COMMAND_BODIES = Object.fromEntries(
  Object.keys(PERSON_COMMANDS).map((name) => [name, bodySchemaOf(name as PersonCommandName)]),
) as { readonly [N in PersonCommandName]: ReturnType<typeof bodySchemaOf> };

/** The fields of a checked body under the names the kernel knows. */
export const fieldsOf = (
  name: PersonCommandName,
  body: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.keys(PERSON_COMMANDS[name]).flatMap((field) => {
      const value = body[httpName(field)];
      return value === undefined ? [] : [[field, value]];
    }),
  );

/** Names of the fields a body may have, for messages. */
export const bodyFieldsOf = (name: PersonCommandName): readonly string[] => [
  ...Object.keys(PERSON_COMMANDS[name]).map(httpName),
  ...Object.keys(COMMON_SHAPE),
];
