import { z } from 'zod';
import { DIFFERENCE_KINDS, STATUS_COLUMNS } from '#partner';

const LINE = STATUS_COLUMNS.join(', ');

/** The bytes of a status file; its lines are checked by their reader. */
export const statusFileBody = z.string().meta({
  description: `One stopped place a line with ${LINE}; storeNo or terminalNo, neither for the whole merchant; institutionCode may be left out. Last, where there is one, the closing line: {"trailer":{"day","lines","merchants","sha256"}}, in CSV T,day,lines,merchants,sha256; an empty list must have it.`,
});

/** What a list came to. */
export const statusOutcome = z.object({
  fileId: z.string(),
  day: z.string(),
  sandbox: z.boolean(),
  sha256: z.string(),
  lines: z.int(),
  compared: z.boolean(),
  differences: z.object(
    Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, z.int()])) as Record<
      (typeof DIFFERENCE_KINDS)[number],
      z.ZodInt
    >,
  ),
  opened: z.int(),
  closed: z.int(),
  repeat: z.boolean(),
});
