import { z } from 'zod';
import { EXPIRING_PAPERS, EXPIRY_NOTICE_DAYS } from '#model';
import { pageLength, word } from '../audit/query.parts.js';
import { dateSchema } from '../cases/command.schema.js';
import { instantText, wordsAnswer } from '../docs/answer.parts.js';

/** `GET /api/v1/papers/expiring`; `within` counts days from today. */
export const expiringQuery = z.strictObject({
  within: z.coerce
    .number('must be a whole number of days')
    .int('must be a whole number of days')
    .min(0, 'must be 0 or more')
    .max(3_660, 'must be 3660 or less')
    .default(EXPIRY_NOTICE_DAYS[0]),
  limit: pageLength,
  cursor: z.string().max(1_000).optional(),
});

/** Where a page of it ends. */
export const expiringPlace = z
  .tuple([dateSchema, word])
  .transform(([validUntil, documentId]) => ({ validUntil, documentId }));

/** One page of it. */
export const expiringPage = z.object({
  items: z.array(
    z.object({
      documentId: z.string(),
      caseId: z.string(),
      institutionCode: z.string(),
      merchantNo: z.string(),
      material: z.enum(EXPIRING_PAPERS),
      materialText: wordsAnswer,
      validUntil: z.iso.date(),
      daysLeft: z.int(),
      told: z.array(z.object({ sentAt: instantText, deliveredAt: instantText.nullable() })),
    }),
  ),
  nextCursor: z.string().nullable(),
});
