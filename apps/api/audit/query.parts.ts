import { z } from 'zod';
import { instantSchema } from '../cases/command.schema.js';

/** One line of text in a query. */
export const word = z
  .string()
  .min(1, 'must not be empty')
  .max(128, 'must have 128 characters at most')
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, 'must be one line of text');

/** How many elements a page has at most. */
export const pageLength = z.coerce
  .number('must be a number')
  .int('must be whole')
  .min(1, 'must be 1 or more')
  .max(200, 'must be 200 or less')
  .default(50);

/** From this instant on, before that one. */
export const span = { from: instantSchema.optional(), to: instantSchema.optional() };
