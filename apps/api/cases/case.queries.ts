import { z } from 'zod';
import { CASE_SORTS } from '#database';
import { QUEUES, REASONS, STATES } from '#model';

/** Numbers and flags of a query come as text. */
const whole = (least: number, most: number) =>
  z.coerce
    .number(`must be a whole number from ${least} to ${most}`)
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');
const word = z
  .string()
  .min(1, 'must not be empty')
  .max(128, 'must have 128 characters at most')
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, 'must be one line of text');

/** `GET /cases`. Sandbox cases are shown only when asked for. */
export const listQuery = z.strictObject({
  queue: z.enum(QUEUES).optional(),
  state: z.enum(STATES).optional(),
  reason: z.enum(REASONS).optional(),
  institution: word.optional(),
  assignee: word.optional(),
  overdue: flag.optional(),
  priority: whole(0, 9).optional(),
  q: word.optional(),
  sandbox: z.enum(['true', 'false', 'both']).default('false'),
  frozen: flag.optional(),
  sort: z.enum(CASE_SORTS).optional(),
  limit: whole(1, 200).default(50),
  cursor: z.string().max(1_000).optional(),
});
export type ListQuery = z.output<typeof listQuery>;

/** `GET /cases/{id}`. */
export const viewQuery = z.strictObject({
  minSeq: whole(0, 2_147_483_647).optional(),
  source: z.enum(['record', 'workflow']).default('record'),
});

/** `GET /cases/{id}/events`. */
export const eventsQuery = z.strictObject({
  after: whole(0, 2_147_483_647).default(0),
  limit: whole(1, 1_000).default(200),
});

/** `GET /cases/{id}/timeline`: like the events, and the forecast with each page. */
export const timelineQuery = z.strictObject({
  after: whole(0, 2_147_483_647).default(0),
  limit: whole(1, 1_000).default(1_000),
});
