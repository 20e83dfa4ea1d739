import { z } from 'zod';
import { instantSchema } from '../cases/command.schema.js';
import { instantText } from '../docs/answer.parts.js';

const severity = z.enum(['NONE', 'LOW', 'MEDIUM', 'HIGH']);
const range = z.object({ lowFen: z.int(), highFen: z.int() });
const window = z.object({ from: instantText, to: instantText });

/** `GET /cases/{id}/impact`: `at` is an instant of the case's own time. */
export const impactQuery = z.strictObject({ at: instantSchema.optional() });

/** `GET /cases/{id}/impact`: always an estimate; null where the data for it was not handed in. */
export const impactAnswer = z.object({
  caseId: z.string(),
  now: instantText,
  estimate: z.literal(true),
  window: window.nullable(),
  settlementDelay: z.object({
    heldFen: z.int(),
    days: z.number(),
    fenDays: z.number(),
    limitAt: instantText.nullable(),
    severity,
  }),
  lostTurnover: z.object({ range, percentOfMonth: z.number(), severity }).nullable(),
  creditRecord: z.object({ daysUnresolved: z.number(), severity }),
  legalRisk: z.object({ confirmedFen: z.int(), severity }),
});

/** What handing in a turnover is answered with. */
export const turnoverKept = z.object({ caseId: z.string(), window });
