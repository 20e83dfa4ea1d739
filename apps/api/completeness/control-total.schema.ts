import { z } from 'zod';
import { ISSUERS } from '#model';
import { MOST_NOTICES } from '#partner';
import { dateSchema } from '../cases/command.schema.js';

const count = z.int().min(0, 'must be 0 or more').max(MOST_NOTICES, `must be ${MOST_NOTICES} or less`);
const noticeNo = z.string().regex(/^[^\s\p{Cc}\p{Surrogate}]{1,128}$/u, 'must be 1 to 128 characters without spaces');

/** `PUT /partner/v1/days/{day}/control-total`: how many notices of its own the partner dated this day. */
export const controlTotalBody = z
  .strictObject({
    notices: count,
    lastSequence: z.int().min(0, 'must be 0 or more').max(999_999_999, 'must have 9 digits at most').optional(),
    noticeNos: z.array(noticeNo).max(MOST_NOTICES, `must have ${MOST_NOTICES} elements at most`).optional(),
    sandbox: z.boolean().default(false),
  })
  .superRefine(({ notices, lastSequence, noticeNos }, context) => {
    const say = (member: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [member], message });
    if (lastSequence !== undefined && lastSequence < notices) say('lastSequence', 'must not be below notices');
    if (noticeNos && new Set(noticeNos).size !== noticeNos.length) say('noticeNos', 'lists a number twice');
    else if (noticeNos && noticeNos.length !== notices)
      say('noticeNos', `must have as many numbers as there are notices, ${notices}`);
  });

/** A number that should be here: it never came, or it came and was refused with a code. */
const missing = z.object({
  noticeNo: z.string(),
  state: z.enum(['NEVER_CAME', 'REFUSED']),
  signalId: z.string().optional(),
  code: z.string().optional(),
});

/** One day of one issuer, as it stands when it is asked for. */
export const issuerDay = z.object({
  partner: z.string(),
  issuer: z.enum(ISSUERS),
  day: z.string(),
  sandbox: z.boolean(),
  basis: z.enum(['NUMBERS', 'SEQUENCE', 'GAPS']),
  told: z.int().nullable(),
  toldAt: z.string().nullable(),
  received: z.int(),
  difference: z.int().nullable(),
  missing: z.array(missing),
  extra: z.array(z.string()),
  complete: z.boolean(),
});
export type IssuerDay = z.output<typeof issuerDay>;
export const issuerDays = z.object({ items: z.array(issuerDay) });

/** `GET /api/v1/completeness`: the last seven days of every issuer unless said. */
export const completenessQuery = z.strictObject({
  issuer: z.enum(ISSUERS).optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  sandbox: z.enum(['true', 'false', 'both']).default('false'),
});
