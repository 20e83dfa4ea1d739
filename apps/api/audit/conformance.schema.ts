import { z } from 'zod';
import { instantText } from '../docs/answer.parts.js';
import { ISSUERS, REASONS, STATES, STEP_VERDICTS } from '#model';
import { pageLength, span, word } from './query.parts.js';

const state = z.enum(STATES);
const ms = z.int().nullable().meta({ description: 'Milliseconds of the cases’ own clocks.' });

/** Answer of `GET /cases/{id}/conformance`. */
export const conformanceAnswer = z.object({
  caseId: z.string(),
  seq: z.int(),
  policyVersion: z.string(),
  conforms: z.boolean().meta({ description: 'No step is impossible, none was skipped, and every event was read.' }),
  comparedSeq: z.int().meta({ description: 'The last event before a gap; all of them where there is none.' }),
  counts: z.record(z.enum(STEP_VERDICTS), z.int()),
  steps: z.array(
    z.object({
      seq: z.int(),
      at: instantText,
      type: z.string(),
      row: z.string().meta({ description: 'Number of the rule.' }),
      from: state.nullable(),
      to: state,
      actor: z.looseObject({ id: z.string(), role: z.string() }),
      verdict: z.enum(STEP_VERDICTS).meta({ description: 'Of its gravest finding.' }),
      findings: z.array(z.looseObject({ verdict: z.enum(STEP_VERDICTS) })),
    }),
  ),
});

/** Query of `GET /process-map`: cases opened in a span of their own time. */
export const mapQuery = z.strictObject({
  reason: z.enum(REASONS).optional(),
  issuer: z.enum(ISSUERS).optional(),
  ...span,
  sandbox: z.enum(['true', 'false', 'both']).default('false'),
});

/** Answer of `GET /process-map`. */
export const mapAnswer = z.object({
  cases: z.int(),
  nodes: z.array(
    z.object({
      state,
      visits: z.int(),
      cases: z.int(),
      now: z.int().meta({ description: 'Cases that stand there.' }),
      medianMs: ms,
    }),
  ),
  edges: z.array(
    z.object({
      row: z.string(),
      from: state.nullable(),
      to: state,
      count: z.int(),
      share: z.number().meta({ description: 'Of the moves out of `from`.' }),
      medianMs: ms,
      p90Ms: ms,
    }),
  ),
});

/** Query of `GET /four-eyes`: decisions of a span of case time, so many cases a page. */
export const fourEyesQuery = z.strictObject({
  caseId: word.optional(),
  ...span,
  limit: pageLength,
  cursor: z.string().max(1_000).optional(),
});

/** Answer of `GET /four-eyes`. */
export const fourEyesAnswer = z.object({
  cases: z.int().meta({ description: 'Cases this page has looked through.' }),
  items: z.array(
    z.object({
      caseId: z.string(),
      seq: z.int(),
      at: instantText,
      command: z.string(),
      maker: z.string().nullable(),
      checker: z.string(),
      evidenceHash: z.string(),
      fault: z.string().nullable().meta({ description: 'Why it is not the act of two persons on one evidence.' }),
    }),
  ),
  unreadable: z.array(z.object({ caseId: z.string(), why: z.string() })),
  nextCursor: z.string().nullable(),
});
