import { z } from 'zod';
import { outwardMessage } from './outward.schema.js';

const words = z.object({ zh: z.string(), en: z.string() });
const requirement = z.object({ code: z.string(), status: z.string(), dueAt: z.string().nullable(), reason: words });
const restriction = z.object({
  itemId: z.string(),
  level: z.string(),
  place: z.string(),
  capability: z.string(),
  status: z.string(),
  effective: z.boolean(),
});

/** The case as its partners see it. */
export const partnerCase = z.object({
  caseId: z.string(),
  seq: z.int(),
  issuer: z.string(),
  noticeNo: z.string(),
  merchantNo: z.string(),
  institutionCode: z.string(),
  cycle: z.int(),
  state: z.string(),
  stateText: words,
  reasonText: words,
  reviewed: z.boolean(),
  requirements: z.array(requirement),
  restrictions: z.array(restriction),
  waitsFor: z.array(z.object({ owner: z.string() })),
  sandbox: z.boolean(),
  now: z.string(),
});
export const partnerCases = z.object({ items: z.array(partnerCase) });

const number = z.string().min(1, 'must not be empty').max(128, 'must have 128 characters at most');
/** `GET /partner/v1/cases`. */
export const partnerCasesQuery = z
  .strictObject({ noticeNo: number.optional(), merchantNo: number.optional() })
  .refine(({ noticeNo, merchantNo }) => noticeNo !== undefined || merchantNo !== undefined, {
    path: ['noticeNo'],
    message: 'is missing; name a notice, a merchant, or both',
  });

const whole = (most: number) =>
  z.coerce.number('must be a whole number').int('must be a whole number').min(0).max(most);
/** `GET /partner/v1/cases/{id}/events`. */
export const outwardQuery = z.strictObject({
  after: whole(2_147_483_647).default(0),
  limit: whole(1_000).min(1, 'must be 1 or more').default(200),
});

export const outwardPage = z.object({ items: z.array(outwardMessage), nextAfter: z.int().nullable() });
