import { z } from 'zod';

const finding = z.object({ pointer: z.string(), message: z.string() });

/** What is answered of a signal; `code` says why it was rejected, `findings` what its sender should mend. */
export const signalAnswer = z.object({
  signalId: z.string(),
  status: z.enum(['ACCEPTED', 'APPLIED', 'DUPLICATE', 'PARKED', 'REJECTED']),
  caseId: z.string().optional(),
  seq: z.int().optional(),
  state: z.string().optional(),
  code: z.string().optional(),
  detail: z.string().optional(),
  findings: z.array(finding).optional(),
});
export type SignalAnswer = z.output<typeof signalAnswer>;
