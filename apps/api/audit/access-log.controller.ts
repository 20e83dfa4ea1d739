import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { ACCESS_ACTIONS, AccessStore } from '#database';
import { parseInstant } from '#model';
import { Access, Caller } from '../auth/access.js';
import { institutionsOf } from '../auth/caller.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';

const word = z
  .string()
  .min(1, 'must not be empty')
  .max(128, 'must have 128 characters at most')
  .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, 'must be one line of text');
const instant = z.string().transform((text, context) => {
  const read = parseInstant(text);
  if (read === undefined) context.addIssue('must be an instant as RFC 3339 writes it');
  return read ?? z.NEVER;
});

const accessQuery = z.strictObject({
  caseId: word.optional(),
  documentId: word.optional(),
  actor: word.optional(),
  action: z.enum(ACCESS_ACTIONS).optional(),
  from: instant.optional(),
  to: instant.optional(),
  limit: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be 1 or more')
    .max(200, 'must be 200 or less')
    .default(50),
  cursor: z.uuid({ error: 'must be a cursor of an earlier answer' }).optional(),
});

const accessAnswer = z.object({
  items: z.array(
    z.object({
      accessId: z.string(),
      at: z.string().meta({ format: 'date-time' }),
      actorId: z.string(),
      actorRoles: z.array(z.string()),
      action: z.enum(ACCESS_ACTIONS),
      route: z.string(),
      caseId: z.string().optional(),
      documentId: z.string().optional(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** Who looked at what. */
@Controller('audit/v1/access-log')
@Access('AUDITOR')
export class AccessLogController {
  constructor(private readonly access: AccessStore) {}

  @Get()
  @Describe({
    summary: 'Looks at cases and documents, newest first: who, what, when',
    query: accessQuery,
    answer: accessAnswer,
  })
  async list(@Query() query: unknown, @Caller() caller: Caller) {
    const { actor, limit, cursor, ...filters } = checked(accessQuery, query, Object.keys(accessQuery.shape));
    const institutions = institutionsOf(caller);
    const items = await this.access.list({ ...filters, actorId: actor, institutions }, cursor, limit);
    return { items, nextCursor: items.length === limit ? (items.at(-1)?.accessId ?? null) : null };
  }
}
