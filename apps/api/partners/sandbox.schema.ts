import { z } from 'zod';
import { STATES } from '#model';

/** How those whom a partner's test has no credentials for are to act; who is left out, or silent, does nothing. */
export const sandboxScript = z.strictObject({
  /** The institution that works the case. */
  institution: z.enum(['APPROVE', 'REJECT', 'SUPPLEMENT', 'SILENT']).default('APPROVE'),
  /** The network, where it ordered the stop and so decides. */
  network: z.enum(['APPROVE', 'REJECT', 'SUPPLEMENT', 'SILENT']).default('APPROVE'),
});
export type SandboxScript = z.output<typeof sandboxScript>;

/** What was done, and where the case stands after it. */
export const sandboxPlayed = z.object({
  caseId: z.string(),
  seq: z.int(),
  state: z.enum(STATES),
  done: z.array(z.object({ command: z.string(), by: z.string() })),
});
export const sandboxMoved = z.object({ caseId: z.string(), seq: z.int(), state: z.enum(STATES), now: z.string() });
