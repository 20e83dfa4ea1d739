import { z } from 'zod';
import { instantSchema } from '../cases/command.schema.js';

const url = z.string().min(1, 'must not be empty').max(2_000, 'must have 2000 characters at most');
const scheme = z.enum(['standard', 'native']);

/** `POST /partner/v1/endpoints`. */
export const endpointBody = z.strictObject({ url, scheme: scheme.default('standard') });
/** `PATCH /partner/v1/endpoints/{id}`. */
export const endpointChange = z.strictObject({
  url: url.optional(),
  scheme: scheme.optional(),
  state: z.enum(['ACTIVE', 'DISABLED']).optional(),
});
/** `POST …/{id}/redeliver`: what was told from one instant to before another. */
export const redeliverBody = z.strictObject({ from: instantSchema, to: instantSchema });

export const endpointView = z.object({
  endpointId: z.string(),
  url: z.string(),
  scheme,
  state: z.enum(['ACTIVE', 'DISABLED']),
  createdAt: z.string(),
});
/** The secret is shown this once. */
export const endpointMade = endpointView.extend({ secret: z.string() });
export const endpointRotated = z.object({ endpointId: z.string(), secret: z.string(), oldUntil: z.string() });
export const endpointList = z.object({ items: z.array(endpointView) });
export const redelivered = z.object({ endpointId: z.string(), count: z.int() });

const delivery = z.object({
  caseId: z.string(),
  number: z.int(),
  messageId: z.string(),
  type: z.string(),
  state: z.enum(['PENDING', 'DELIVERED', 'GIVEN_UP']),
  tries: z.int(),
  nextTryAt: z.string().nullable(),
  lastStatus: z.int().nullable(),
  lastError: z.string().nullable(),
  createdAt: z.string(),
  deliveredAt: z.string().nullable(),
});
export const deliveryPage = z.object({ items: z.array(delivery), nextCursor: z.string().nullable() });
