import { z } from 'zod';
import { ID_PATTERN, parseInstant } from '#model';

/** What partners tell (domain §3.3). */
export const EVENT_TYPES = [
  'SUSPENSION.NOTICE',
  'SUSPENSION.AMENDED',
  'SUSPENSION.REVOKED',
  'SUSPENSION.STOPPED',
  'RETRIEVAL.REQUESTED',
  'MATERIAL.SUBMITTED',
  'REVIEW.DECISION',
  'MAINTENANCE.SCHEDULED',
  'MAINTENANCE.EXTENDED',
  'MAINTENANCE.ENDED',
  'TERMINAL.REINSTATED',
  'TERMINAL.REINSTATE_FAILED',
  'MERCHANT.REINSTATED',
  'RISK.REHIT',
  'AUTHORITY.FREEZE',
  'AUTHORITY.RELEASE',
  'SETTLEMENT.VERIFY_RESULT',
  'MERCHANT.ACKNOWLEDGED',
  'MERCHANT.SUBMITTED',
  'MERCHANT.SUPPLEMENTED',
  'MERCHANT.EXTENSION_REQUESTED',
  'MERCHANT.PLAN_SUBMITTED',
  'MERCHANT.RECTIFIED',
  'MERCHANT.RESUBMITTED',
  'MERCHANT.APPEALED',
  'MERCHANT.WITHDRAWN',
  'MERCHANT.COMPLAINED',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

const id = z
  .string()
  .regex(
    ID_PATTERN,
    'must be an id: 1 to 128 letters, digits and : . _ / @ + - without spaces, a letter or digit first',
  );
const number = (max: number) =>
  z
    .string()
    .regex(new RegExp(`^[^\\s\\p{Cc}\\p{Surrogate}]{1,${max}}$`, 'u'), `must be 1 to ${max} characters without spaces`);
const instant = z.string().transform((text, context) => {
  const read = parseInstant(text);
  if (read !== undefined) return read;
  context.addIssue({
    code: 'custom',
    message: 'must be an RFC 3339 instant with an offset, such as 2026-11-23T09:00:00+08:00',
  });
  return z.NEVER;
});

/** Whom a signal is about, where the notice number alone does not tell. */
const subject = z.strictObject({
  institutionCode: number(11).optional(),
  merchantNo: number(15).optional(),
  terminalNo: number(8).optional(),
  terminalNos: z.array(number(8)).max(1_500).optional(),
  sn: z.array(number(50)).max(1_500).optional(),
  /** The merchant's authorisation of what the partner's own app sends for it (domain §3.3). */
  authorisationRef: number(128).optional(),
});

/** The body of `POST /partner/v1/signals`; the payload has a form of its own per event type ({@link EVENT_RULES}). */
export const signalSchema = z.strictObject({
  signalId: id,
  eventType: z.enum(EVENT_TYPES),
  occurredAt: instant,
  noticeNo: number(128).optional(),
  caseId: id.optional(),
  subject: subject.optional(),
  payload: z.record(z.string(), z.unknown()),
});

/** One thing a partner tells; instants in UTC. */
export type PartnerSignal = z.output<typeof signalSchema>;

/** One place in a message and what is wrong there, as a JSON pointer; never the value itself. */
export interface Finding {
  readonly pointer: string;
  readonly message: string;
}

/** Why a genuine message cannot be taken as it is, by a code of api.md §6 or `kind.unsupported`. */
export interface SignalProblem {
  readonly problem: string;
  readonly errors: readonly Finding[];
}

/** A problem of a message, with the places where it is. */
export const problem = (code: string, errors: readonly Finding[] = []): SignalProblem => ({ problem: code, errors });

/** Whether reading a message ended in a problem. */
export const isProblem = (value: unknown): value is SignalProblem =>
  typeof value === 'object' && value !== null && 'problem' in value;

/** Reads a signal out of parsed JSON. Never throws. */
export function readSignal(body: unknown): PartnerSignal | SignalProblem {
  const read = signalSchema.safeParse(body);
  if (read.success) return read.data;
  return problem(
    'request.invalid',
    read.error.issues.map(({ path, message }) => ({
      pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
      message,
    })),
  );
}
