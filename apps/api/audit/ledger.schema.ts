import { z } from 'zod';
import { instantText } from '../docs/answer.parts.js';
import { ACCESS_ACTIONS } from '#database';
import { pageLength, span, word } from './query.parts.js';

/** What a ledger can be had as: a page of JSON, or all of it as lines. */
export const LEDGER_FORMS = ['json', 'csv', 'ndjson'] as const;
export type LedgerForm = (typeof LEDGER_FORMS)[number];

const shared = {
  caseId: word.optional(),
  actor: word.optional().meta({ description: 'Stable id of the person.' }),
  ...span,
  format: z.enum(LEDGER_FORMS).optional().meta({
    description:
      'Lines are streamed from the cursor to the end; `Accept: text/csv` or `application/x-ndjson` asks for them too.',
  }),
  limit: pageLength,
  cursor: z.uuid({ error: 'must be a cursor of an earlier answer' }).optional(),
};

export const refusalQuery = z.strictObject({ ...shared, code: word.optional() });
export const accessQuery = z.strictObject({
  ...shared,
  documentId: word.optional(),
  action: z.enum(ACCESS_ACTIONS).optional(),
});
export const revealQuery = z.strictObject({
  ...shared,
  field: word.optional().meta({ description: 'Showings of this member of the merchant, such as `legalRep.idNo`.' }),
});

const pageOf = <I extends z.ZodType>(item: I) => z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** Answer of `GET /refusals`: newest first, each with what proves it. */
export const refusalAnswer = pageOf(
  z.looseObject({
    refusalId: z.string(),
    at: instantText,
    code: z.string(),
    actorId: z.string(),
    actorRoles: z.array(z.string()),
    caseId: z.string().nullish(),
    row: z.string().nullish(),
    seq: z.int().nullish(),
  }),
);

/** Answer of `GET /access-log`: newest first. */
export const accessAnswer = pageOf(
  z.object({
    accessId: z.string(),
    at: instantText,
    actorId: z.string(),
    actorRoles: z.array(z.string()),
    action: z.enum(ACCESS_ACTIONS),
    route: z.string(),
    caseId: z.string().optional(),
    documentId: z.string().optional(),
  }),
);

/** Answer of `GET /reveals`: newest first. */
export const revealAnswer = pageOf(
  z.object({
    revealId: z.string(),
    at: instantText,
    expiresAt: instantText,
    caseId: z.string(),
    actorId: z.string(),
    actorRoles: z.array(z.string()),
    fields: z.array(z.string()),
    reason: z.object({
      textId: z.string(),
      commitment: z.string(),
      words: z.string().nullable().meta({ description: 'Null where they are gone with their key.' }),
    }),
  }),
);
