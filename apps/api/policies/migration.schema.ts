import { z } from 'zod';
import {
  CLOCK_OWNERS,
  DEADLINE_NAMES,
  DEADLINE_STATUSES,
  MATERIAL_CODES,
  MATERIAL_STATUSES,
  REQUIREMENTS,
} from '#model';

const version = z.string().min(1).max(64);

/** Query of `GET /cases/{id}/migration`. */
export const migrationQuery = z.strictObject({ to: version });

const budget = z.object({ n: z.int(), unit: z.enum(['WD', 'WH', 'D', 'H', 'M']) });
const allowance = z.object({ budget, marks: z.array(z.string()), maxExtensions: z.int() });

/** The gap list of one case: what would be otherwise under the other policy, and what would go on as it is. */
export const migrationAnswer = z.object({
  caseId: z.string(),
  from: version,
  to: version,
  allowed: z.boolean().meta({ description: 'Whether MIGRATE_POLICY would be taken now.' }),
  refusal: z.object({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  newPapers: z.array(
    z.object({
      code: z.enum(MATERIAL_CODES),
      before: z.enum(REQUIREMENTS).nullable(),
      requirement: z.enum(REQUIREMENTS),
      status: z.enum(MATERIAL_STATUSES),
    }),
  ),
  droppedPapers: z.array(z.enum(MATERIAL_CODES)),
  deadlines: z.array(z.object({ name: z.enum(DEADLINE_NAMES), from: allowance, to: allowance })),
  kept: z.array(
    z.object({
      name: z.enum(DEADLINE_NAMES),
      owner: z.enum(CLOCK_OWNERS),
      status: z.enum(DEADLINE_STATUSES),
      dueAt: z.string().nullable(),
    }),
  ),
  rows: z.object({ lost: z.array(z.string()), gained: z.array(z.string()), changed: z.array(z.string()) }),
  evidenceChanges: z.boolean(),
});
