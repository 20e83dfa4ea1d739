import { z } from 'zod';
import { COMMANDS } from '#model';
import { checked } from '../problem/checked.js';
import { Answer } from '../requests/answer.js';
import { schemaOf } from './command.schema.js';
import type { CommandOrder } from './command.order.js';

const { by, to } = COMMANDS.ADVANCE_CLOCK;

/** How far a sandbox clock is moved: by a length of time, to an instant, or to the nearest running deadline. */
export const advanceBody = z
  .strictObject({
    by: schemaOf(by),
    to: schemaOf(to),
    toNextDeadline: z.literal(true, 'must be true, or left out').optional(),
  })
  .refine(
    (body) => Object.values(body).filter((value) => value !== undefined).length === 1,
    'must name exactly one of by, to, toNextDeadline',
  );

/** The order to move a case's clock; it is answered when all that is due by then has happened and is recorded. */
export const advanceOrder = (caseId: string, body: unknown): CommandOrder => ({
  caseId,
  type: 'ADVANCE_CLOCK',
  values: checked(advanceBody, body, ['by', 'to', 'toNextDeadline']),
  answer: ({ seq, state, now }) => new Answer(200, { caseId, seq, state, now }),
  mustBeRecorded: true,
});
