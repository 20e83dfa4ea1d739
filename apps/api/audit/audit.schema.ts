import { z } from 'zod';
import { instantText } from '../docs/answer.parts.js';

/** Answer of `GET /cases/{id}/history`. */
export const historyAnswer = z.object({
  caseId: z.string(),
  runs: z.array(
    z.object({
      runId: z.string(),
      archived: z.boolean(),
      open: z.boolean(),
      history: z
        .object({ events: z.array(z.looseObject({})) })
        .meta({ description: 'In the form `Worker.runReplayHistory` takes.' }),
    }),
  ),
  lostRuns: z.array(z.string()).optional().meta({
    description: 'Runs without a history, after which the case was started again from its record.',
  }),
  missingRun: z.string().optional().meta({ description: 'A run that is neither archived nor known to Temporal.' }),
});

/** Answer of `POST /cases/{id}/replay`. */
export const replayAnswer = z
  .object({
    caseId: z.string(),
    deterministic: z.boolean(),
    runs: z.int(),
    events: z.int(),
    durationMs: z.int(),
    buildId: z.string().meta({ description: 'First 16 hex digits of the SHA-256 of the workflow code that judged.' }),
    stateHash: z.string().nullable(),
    matchesRecord: z.boolean(),
    chainVerified: z.boolean(),
    open: z.boolean(),
    comparedSeq: z.int(),
    pendingSeqs: z.array(z.int()),
    resumedAt: z
      .int()
      .optional()
      .meta({ description: 'The event with which the case was started again from its record.' }),
    unreplayed: z.int().optional().meta({ description: 'Events before that of which no history is left.' }),
    firstWrongSeq: z.int().optional(),
    problems: z.array(z.object({ seq: z.int(), what: z.string() })).optional(),
  })
  .meta({ id: 'ReplayVerdict' });

/** Answer of `GET /archive`. */
export const archiveAnswer = z.object({
  waiting: z.int().meta({ description: 'Runs that have ended and are not archived yet.' }),
  overdue: z.int().meta({ description: 'Of these, those that ended more than an hour ago.' }),
  oldestEndedAt: instantText.nullable(),
  lost: z.int().meta({ description: 'Runs whose history Temporal no longer had.' }),
});
