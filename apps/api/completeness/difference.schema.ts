import { z } from 'zod';
import { DIFFERENCE_STATES } from '#database';
import { DIFFERENCE_KINDS, DIFFERENCE_OWNERS } from '#partner';
import { word } from '../audit/query.parts.js';
import { dateSchema } from '../cases/command.schema.js';
import { sandboxFlag } from './beijing-day.js';

const page = {
  kind: z.enum(DIFFERENCE_KINDS).optional(),
  owner: z.enum(DIFFERENCE_OWNERS).optional(),
  status: z.enum(DIFFERENCE_STATES).optional(),
  limit: z.coerce
    .number('must be a whole number from 1 to 200')
    .int('must be a whole number from 1 to 200')
    .min(1, 'must be 1 or more')
    .max(200, 'must be 200 or less')
    .default(50),
  cursor: z.string().max(1_000).optional(),
};

/** `GET /api/v1/differences`. */
export const differencesQuery = z.strictObject({
  partner: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/, 'must be a partner’s short name')
    .optional(),
  ...page,
  sandbox: z.enum(['true', 'false', 'both']).default('false'),
});

/** `GET /partner/v1/differences`. */
export const ownDifferencesQuery = z.strictObject({ ...page, sandbox: sandboxFlag });

/** `POST /api/v1/differences/{id}/explain`. */
export const explainBody = z.strictObject({
  reason: z
    .string()
    .min(1, 'must not be empty')
    .max(2_000, 'must have 2000 characters at most')
    .regex(/\S/, 'must say something')
    .regex(/^[^\0\p{Surrogate}]*$/u, 'must be text'),
});

/** A difference as its partner sees it. */
export const ownDifference = z.object({
  differenceId: z.string(),
  merchantNo: z.string(),
  itemId: z.string(),
  kind: z.enum(DIFFERENCE_KINDS),
  owner: z.enum(DIFFERENCE_OWNERS),
  caseId: z.string().nullable(),
  status: z.enum(DIFFERENCE_STATES),
  firstDay: z.string(),
  lastDay: z.string(),
  closedDay: z.string().nullable(),
  ageDays: z.int(),
  sandbox: z.boolean(),
});
export const ownDifferencePage = z.object({ items: z.array(ownDifference), nextCursor: z.string().nullable() });

/** A difference as staff see it; the words are null where the vault no longer has them. */
export const difference = ownDifference.extend({
  partner: z.string(),
  institutionCode: z.string().nullable(),
  explanation: z.object({ by: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
});

/** Where a page of them ends. */
export const differencePlace = z
  .tuple([dateSchema, word])
  .transform(([firstDay, differenceId]) => ({ firstDay, differenceId }));
export const differencePage = z.object({ items: z.array(difference), nextCursor: z.string().nullable() });
