import { z } from 'zod';
import { word } from '../audit/query.parts.js';
import { instantText } from '../docs/answer.parts.js';
import { OUTWARD_PAYLOADS } from './outward.schema.js';

const code = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, 'must be 1 to 64 letters, digits and _ . -');

/** How a partner answers one order. */
export const orderAnswerBody = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal('DONE'), firstTransaction: code.optional() }),
  z.strictObject({ result: z.literal('FAILED'), code, retryable: z.boolean() }),
]);

const order = z.object({
  orderId: z.string(),
  type: z.enum(['RESTRICTION.LIFT_ORDERED', 'RESTRICTION.APPLY_ORDERED']),
  caseId: z.string(),
  itemId: z.string(),
  capability: OUTWARD_PAYLOADS['RESTRICTION.LIFT_ORDERED'].shape.capability,
  limits: OUTWARD_PAYLOADS['RESTRICTION.LIFT_ORDERED'].shape.limits,
  notBefore: instantText,
  orderedAt: instantText,
  answer: z.object({ result: z.enum(['DONE', 'FAILED']), status: z.string() }).nullable(),
});
export const orderPage = z.object({ items: z.array(order), nextCursor: z.string().nullable() });
export type OrderPage = z.output<typeof orderPage>;

/** `GET /partner/v1/orders`. */
export const ordersQuery = z.strictObject({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(1_000, 'must be 1000 or less')
    .default(200),
});

/** A place in a list of what partners are told, which is ordered by time, case and number. */
export const outwardPlace = z
  .tuple([z.string().refine((text) => !Number.isNaN(Date.parse(text))), word, z.int()])
  .transform(([createdAt, caseId, number]) => ({ createdAt, caseId, number }));
