import { z } from 'zod';
import { CLOCK_OWNERS, DEADLINE_NAMES, DEADLINE_STATUSES, STATES } from '#model';
import { actorAnswer, hashText, instantText, wordsAnswer } from '../docs/answer.parts.js';

/** One recorded event, chained to the one before. */
const caseEvent = z
  .object({
    seq: z.int(),
    type: z.string(),
    at: instantText,
    recordedAt: instantText.nullable().meta({ description: 'Null where it is not known yet.' }),
    actor: actorAnswer,
    requestId: z.string(),
    policyVersion: z.string(),
    payload: z.looseObject({
      row: z.string(),
      fields: z.record(z.string(), z.unknown()),
      changes: z.record(z.string(), z.unknown()),
    }),
    hash: hashText,
    previousHash: hashText,
  })
  .meta({ id: 'CaseEvent' });

/** What a command is answered with: its events, and where the case stands after them. */
export const commandAnswered = z.object({
  caseId: z.string(),
  seq: z.int(),
  state: z.enum(STATES),
  events: z.array(caseEvent),
});

/** What the clock of a sandbox case is moved to. */
export const clockMoved = z.object({ caseId: z.string(), seq: z.int(), state: z.enum(STATES), now: instantText });

/** One page of `GET /cases/{id}/events`. */
export const eventPage = z.object({ items: z.array(caseEvent), nextAfter: z.int().nullable() });

/** One page of `GET /cases/{id}/timeline`. */
export const timelinePage = z.object({
  caseId: z.string(),
  now: instantText,
  past: z.array(
    z.object({
      seq: z.int(),
      at: instantText,
      type: z.string(),
      text: wordsAnswer,
      actor: actorAnswer,
      state: z.enum(STATES).nullable(),
    }),
  ),
  forecast: z.array(
    z.object({
      at: instantText,
      deadline: z.enum(DEADLINE_NAMES),
      mark: z.string().nullable(),
      what: wordsAnswer,
      unless: wordsAnswer.nullable(),
    }),
  ),
  nextAfter: z.int().nullable(),
});

const interval = z.looseObject({ from: instantText, to: instantText });

/** `GET /cases/{id}/clock`; lengths are ISO 8601 durations in the deadline's own kind of time. */
export const clockAnswer = z.object({
  caseId: z.string(),
  now: instantText,
  calendarVersion: z.string(),
  deadlines: z.array(
    z.object({
      name: z.enum(DEADLINE_NAMES),
      owner: z.enum(CLOCK_OWNERS),
      status: z.enum(DEADLINE_STATUSES),
      unit: z.enum(['WORKING', 'NATURAL']),
      budget: z.string(),
      used: z.string(),
      remaining: z.string(),
      dueAt: instantText.nullable(),
      extensions: z.int(),
      stretches: z.array(
        z.object({
          from: instantText,
          to: instantText,
          counted: z.array(interval),
          skipped: z.array(interval),
          makeUpDays: z.array(z.string()),
        }),
      ),
    }),
  ),
});
