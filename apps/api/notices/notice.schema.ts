import { z } from 'zod';
import { CAPABILITIES, isCreditCode, isIdentityNumber, ISSUERS, LEVELS, MERCHANT_KINDS, REASONS } from '#model';
import { dateSchema, instantSchema } from '../cases/command.schema.js';

/** Formats of domain §1.4. */
const matching = (pattern: RegExp, message: string) => z.string().regex(pattern, message);
const line = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `must have ${max} characters at most`)
    .regex(/^[^\p{Cc}\p{Surrogate}]*$/u, 'must be one line of text');
const number = (max: number) =>
  matching(new RegExp(`^[^\\s\\p{Cc}\\p{Surrogate}]{1,${max}}$`, 'u'), `must be 1 to ${max} characters without spaces`);
const fen = z.int().min(0, 'must be 0 or more').max(10_000_000_000_000, 'must be 10,000,000,000,000 fen at most');

const terminalNo = matching(/^[0-9A-Za-z]{8}$/, 'must be 8 letters or digits');
const storeNo = matching(/^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/, 'must be 1 to 32 letters or digits');

const restriction = z
  .strictObject({
    capability: z.enum(CAPABILITIES),
    level: z.enum(LEVELS),
    terminalNo: terminalNo.optional(),
    storeNo: storeNo.optional(),
    execution: z.enum(['DONE', 'ORDERED']).default('DONE'),
    limit: fen.nullable().optional(),
  })
  .superRefine(({ level, terminalNo: terminal, storeNo: store }, context) => {
    const say = (member: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [member], message });
    if (level === 'TERMINAL' && terminal === undefined)
      say('terminalNo', 'is missing; a restriction at TERMINAL level names its terminal');
    if (level !== 'TERMINAL' && terminal !== undefined)
      say('terminalNo', `does not belong to a restriction at ${level} level`);
    if (level === 'STORE' && store === undefined)
      say('storeNo', 'is missing; a restriction at STORE level names its store');
    if (level !== 'STORE' && store !== undefined) say('storeNo', `does not belong to a restriction at ${level} level`);
  });

const transaction = z.strictObject({
  rrn: matching(/^[0-9A-Za-z]{12}$/, 'must be 12 letters or digits'),
  at: instantSchema,
  amountFen: fen,
  maskedPan: matching(
    /^(?=.{8,23}$)\d{0,8}[*xX•]{4,}\d{0,4}$/,
    'must be masked: at most 8 leading and 4 trailing digits with * between, such as 622848******1234',
  ).optional(),
});

const merchant = z.strictObject({
  kind: z.enum(MERCHANT_KINDS).optional(),
  name: line(200).optional(),
  agentCode: number(64).optional(),
  branchCode: number(64).optional(),
  tier: number(32).optional(),
  creditCode: z
    .string()
    .refine(isCreditCode, 'must be an 18-character credit code with a right check character (GB 32100)')
    .optional(),
  legalRep: z
    .strictObject({
      name: line(100).optional(),
      idNo: z
        .string()
        .refine(isIdentityNumber, 'must be an 18-character identity number with a right check character')
        .optional(),
    })
    .optional(),
  settlementAccount: z
    .strictObject({
      no: matching(/^\d{1,32}$/, 'must be digits only'),
      bankCode: matching(/^\d{12}$/, 'must be the 12 digits of a 联行号').optional(),
    })
    .optional(),
  phone: matching(/^\d{5,20}$/, 'must be 5 to 20 digits only').optional(),
  address: line(300).optional(),
});

const reasonCode = z.enum(REASONS, {
  error: ({ input }) => `${JSON.stringify(input)} is not a known reason; known are ${REASONS.join(', ')}`,
});

/** Says each element whose key came before. */
function sayRepeats<E>(
  context: z.RefinementCtx,
  member: string,
  elements: readonly E[],
  keyOf: (element: E) => string,
): void {
  const seen = new Set<string>();
  elements.forEach((element, index) => {
    const key = keyOf(element);
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [member, index], message: `is listed twice: ${key}` });
    seen.add(key);
  });
}

/** A notice as api.md §3 has it; instants come out in UTC. Nothing else is let in. */
export const noticeSchema = z
  .strictObject({
    issuer: z.enum(ISSUERS),
    noticeNo: number(128),
    noticeDate: dateSchema,
    effectiveAt: instantSchema,
    institutionCode: matching(/^(\d{8}|\d{11})$/, 'must be 8 or 11 digits'),
    merchantNo: matching(
      /^[0-9]{3}[0-9A-Z]{12}$/,
      'must be 15 characters: 3 digits of the acquirer, then 12 digits or capital letters',
    ),
    mcc: matching(/^\d{4}$/, 'must be 4 digits').optional(),
    reasonCodes: z.array(reasonCode).min(1, 'must name at least one reason').max(REASONS.length),
    reasonText: z.string().min(1, 'must not be empty').max(2_000, 'must have 2000 characters at most').optional(),
    restrictions: z.array(restriction).max(1_500, 'must have 1500 elements at most').optional(),
    transactions: z.array(transaction).max(1_000, 'must have 1000 elements at most').optional(),
    merchant: merchant.optional(),
    window: z.strictObject({ start: instantSchema, end: instantSchema }).optional(),
    feedbackDueAt: instantSchema.optional(),
    documentNo: number(128).optional(),
    issuerReasonCode: number(64).optional(),
    sandbox: z.boolean().default(false),
  })
  .superRefine((notice, context) => {
    sayRepeats(context, 'reasonCodes', notice.reasonCodes, (code) => code);
    sayRepeats(context, 'restrictions', notice.restrictions ?? [], (item) =>
      [item.level, item.terminalNo ?? item.storeNo ?? '', item.capability].join(':'),
    );
    sayRepeats(context, 'transactions', notice.transactions ?? [], ({ rrn }) => rrn);
    if (!notice.window) return;
    const say = (message: string): void => context.addIssue({ code: 'custom', path: ['window'], message });
    if (!notice.reasonCodes.includes('MAINTENANCE')) say('belongs to the reason MAINTENANCE only');
    if (notice.window.end <= notice.window.start) say('must end after it starts');
  })
  .meta({ id: 'Notice' });

/** A well-formed notice. */
export type Notice = z.output<typeof noticeSchema>;
