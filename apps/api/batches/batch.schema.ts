import { z } from 'zod';
import { instantText } from '../docs/answer.parts.js';
import { BATCH_COPIES, BATCH_FORMATS, LINE_STATES } from '#database';
import { SENDER_NAMES } from './columns.senders.js';
import { CHARSET_NAMES } from './list.text.js';

const said = (name: string) => z.string().meta({ description: name });
const count = z.int().min(0);
/** In small letters or big ones. */
const oneOf = (names: [string, ...string[]]) => z.string().toLowerCase().pipe(z.enum(names)).optional();
/** Lines by what became of them. */
const tally = { rows: count, opened: count, repeats: count, amendments: count, refused: count, pending: count };
const fenText = z.string().meta({ description: 'whole fen, as text: longer than a JSON number may be' });

/** What may be said of a list beside it: in the query, or as fields of the form. */
export const batchQuery = z.strictObject({
  sender: oneOf(SENDER_NAMES).meta({
    description: `whose column mapping it is read by: ${SENDER_NAMES.join(', ')}; found by its header`,
  }),
  charset: oneOf(CHARSET_NAMES).meta({
    description: `of a CSV: ${CHARSET_NAMES.join(', ')}; found out where it is not said`,
  }),
  lines: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(0, 'must be 0 or more')
    .max(1_000_000, 'must be 1,000,000 or less')
    .optional()
    .meta({ description: 'control total: how many notice lines the list has' }),
  amountFen: z
    .string()
    .regex(/^\d{1,30}$/, 'must be a whole number of fen')
    .optional()
    .meta({ description: 'control total: the sum of all transactions it lists' }),
  sandbox: z
    .enum(['true', 'false'])
    .optional()
    .meta({ description: 'of lines that do not say whether they open sandbox cases' }),
});
export type BatchQuery = z.output<typeof batchQuery>;

const finding = z.object({ pointer: z.string(), message: z.string(), column: said('header of the column').optional() });

/** One line of the answer to a list. */
export const batchAnswer = z
  .union([
    z.object({ type: z.literal('batch'), batchId: z.string(), rows: count, notices: count }),
    z.object({
      type: z.literal('line'),
      line: z.int().min(1).meta({ description: 'number in the file; a header is line 1' }),
      row: z.int().min(1).meta({ description: 'number among the notice lines' }),
      noticeNo: z.string().nullable(),
      merchantNo: z.string().nullable(),
      status: z.enum([...LINE_STATES, 'FAILED']),
      caseId: z.string().optional(),
      code: z.string().optional(),
      detail: z.string().optional(),
      errors: z.array(finding).optional(),
    }),
    z.object({ type: z.literal('progress'), done: count, rows: count }),
    z.object({
      type: z.literal('summary'),
      batchId: z.string(),
      complete: z.boolean(),
      ...tally,
    }),
  ])
  .meta({ id: 'BatchAnswerLine' });

const totals = z.object({ lines: count.nullable(), amountFen: fenText.nullable() });

/** A list and how far it is. */
export const batchView = z.object({
  batchId: z.string(),
  sender: z.string(),
  format: z.enum(BATCH_FORMATS),
  complete: z.boolean(),
  progress: z.object({ done: count, rows: count }),
  ...tally,
  controlTotals: z.object({ declared: totals, counted: totals }),
  file: z.object({
    sha256: z.string(),
    bytes: count,
    kept: z.enum(BATCH_COPIES),
    mediaType: z.string(),
    href: z.string().nullable(),
  }),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
});

export const linesQuery = z.strictObject({
  after: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(0, 'must be 0 or more')
    .max(2_147_483_647)
    .default(0),
  limit: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be 1 or more')
    .max(1_000, 'must be 1,000 or less')
    .default(200),
  status: z.enum(LINE_STATES).optional(),
});

export const linesAnswer = z.object({
  items: z.array(
    z.object({
      line: z.int(),
      noticeNo: z.string().nullable(),
      merchantNo: z.string().nullable(),
      status: z.enum(LINE_STATES),
      caseId: z.string().optional(),
      code: z.string().optional(),
      errors: z.array(finding).optional(),
      settledAt: instantText.nullable(),
    }),
  ),
  nextAfter: z.int().nullable(),
});
