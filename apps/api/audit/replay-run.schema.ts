import { z } from 'zod';
import { instantText } from '../docs/answer.parts.js';
import { REASONS, STATES } from '#model';

const whole = (least: number, most: number) =>
  z
    .int(`must be a whole number from ${least} to ${most}`)
    .min(least, `must be ${least} or more`)
    .max(most, `must be ${most} or less`);
const word = z.string().regex(/^[\x21-\x7e]{1,64}$/, 'must be 1 to 64 visible ASCII characters');

/** Body of `POST /replay-runs`. */
export const replayRunBody = z
  .strictObject({
    sample: whole(1, 1_000_000).optional().meta({ description: 'So many cases, chosen by the seed.' }),
    all: z.literal(true, 'must be true, or left out').optional().meta({ description: 'Every case.' }),
    reason: z.enum(REASONS).optional(),
    state: z.enum(STATES).optional(),
    institution: word.optional(),
    seed: word.optional().meta({
      description: 'Cases are taken in the order of MD5(seed + case id), so anybody can make the same choice again.',
    }),
    processes: whole(1, 16).optional().meta({ description: 'Processes of each worker that share the run.' }),
  })
  .refine(({ sample, all }) => (sample === undefined) !== (all === undefined), {
    message: 'say either `sample`, a number of cases, or `"all": true`',
  });

const failedCase = z.object({
  caseId: z.string(),
  outcome: z.enum(['WRONG', 'UNJUDGED']),
  firstWrongSeq: z.int().nullable(),
  problems: z.array(z.object({ seq: z.int(), what: z.string() })),
});

/** Answer of `POST /replay-runs` and `GET /replay-runs/{id}`. */
export const replayRunAnswer = z
  .object({
    id: z.string(),
    state: z
      .enum(['PENDING', 'RUNNING', 'DONE', 'ABANDONED'])
      .meta({ description: 'PENDING until its cases are chosen; ABANDONED when the build that judged is gone.' }),
    occasion: z.string(),
    requestedBy: z.string(),
    createdAt: instantText,
    startedAt: instantText.nullable(),
    finishedAt: instantText.nullable(),
    buildId: z.string().nullable(),
    seed: z.string(),
    sample: z.int().nullable().meta({ description: 'Null where all cases are looked at.' }),
    total: z.int(),
    done: z.int(),
    sound: z.int(),
    wrong: z.int(),
    unjudged: z.int(),
    runs: z.int(),
    events: z.int(),
    historyEvents: z.int(),
    durationMs: z.int(),
    failed: z.array(failedCase).meta({ description: 'The first hundred cases that are not sound.' }),
  })
  .meta({ id: 'ReplayRun' });

/** Query of `GET /replay-runs/{id}/report`. */
export const reportQuery = z.strictObject({ format: z.enum(['json', 'html']).optional() });

/** Answer of `GET /replay-runs/{id}/report`. */
export const reportAnswer = z
  .looseObject({
    id: z.string(),
    buildId: z.string(),
    startedAt: instantText,
    finishedAt: instantText,
    cases: z.object({ total: z.int(), sound: z.int(), wrong: z.int(), unjudged: z.int(), open: z.int() }),
    verdictsSha256: z.string(),
    failed: z.array(failedCase),
    keyId: z.string().nullable(),
    signature: z.string().nullable().meta({
      description:
        'Ed25519, hex, over `reinstate replay report 1` and the canonical JSON of all other members, each ended by a line feed.',
    }),
  })
  .meta({ id: 'ReplayReport' });

/** Query of `GET /replay-runs/{id}/verdicts`. */
export const verdictsQuery = z.strictObject({
  after: z.coerce.number('must be a number').int('must be whole').min(0, 'must be 0 or more').default(0),
  limit: z.coerce
    .number('must be a number')
    .int('must be whole')
    .min(1, 'must be 1 or more')
    .max(1_000, 'must be 1000 or less')
    .default(200),
});

export const verdictsAnswer = z.object({
  items: z.array(
    z.looseObject({
      place: z.int(),
      caseId: z.string(),
      outcome: z.enum(['SOUND', 'WRONG', 'UNJUDGED']),
      comparedSeq: z.int(),
    }),
  ),
  nextAfter: z.int().nullable(),
});
