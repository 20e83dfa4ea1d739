import { z } from 'zod';
import { STATES } from '#model';

/** What a notice that opened a case is answered with. */
export const noticeOpened = z.object({ caseId: z.string(), seq: z.int(), state: z.enum(STATES) });

/** What one is answered with whose line was known: the same once more, or other content for its case. */
export const noticeKnown = z.object({
  caseId: z.string(),
  repeat: z.literal(true).optional(),
  amendment: z.literal(true).optional(),
});
