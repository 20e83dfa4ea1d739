import { z } from 'zod';
import { parseInstant } from '#model';

const seq = z.coerce
  .number('must be the number of an event')
  .int('must be the number of an event')
  .min(0, 'must be 0 or more')
  .max(2_147_483_647, 'must be the number of an event');
const instant = z.string().transform((text, context) => {
  const read = parseInstant(text);
  if (read === undefined) context.addIssue('must be an instant as RFC 3339 writes it');
  return read ?? z.NEVER;
});

/** Query of `GET /cases/{id}/state`: one of the two. */
export const stateQuery = z.strictObject({ seq: seq.min(1, 'must be 1 or more').optional(), at: instant.optional() });

/** Answer of `GET /cases/{id}/state`: the case as api.md has it, with what anybody could do then and what was to come. */
export const stateAnswer = z.looseObject({
  caseId: z.string(),
  seq: z.int(),
  state: z.string(),
  now: z.string().meta({ description: 'The moment it is seen at.' }),
  stateHash: z.string(),
  merchant: z.looseObject({}).nullable().meta({ description: 'As the notice then in force named it, masked.' }),
  allowedActions: z.array(z.object({ command: z.string(), fields: z.array(z.string()), roles: z.array(z.string()) })),
  forecast: z.array(z.looseObject({ at: z.string() })),
});

/** Query of `GET /cases/{id}/diff`. */
export const diffQuery = z.strictObject({ from: seq, to: seq.min(1, 'must be 1 or more') });

/** Answer of `GET /cases/{id}/diff`. */
export const diffAnswer = z.object({
  caseId: z.string(),
  from: z.int(),
  to: z.int(),
  changes: z.array(
    z.object({
      path: z.string().meta({ description: 'An element of a list by its key: `materials/M01/status`.' }),
      before: z.unknown().optional(),
      after: z.unknown().optional(),
    }),
  ),
  events: z.array(
    z.object({
      seq: z.int(),
      type: z.string(),
      at: z.string(),
      actor: z.looseObject({ id: z.string(), role: z.string() }),
      text: z.object({ zh: z.string(), en: z.string() }),
    }),
  ),
});
