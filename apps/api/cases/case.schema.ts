import { z } from 'zod';
import {
  CAPABILITIES,
  CLOCK_OWNERS,
  DEADLINE_NAMES,
  DEADLINE_STATUSES,
  DECISION_OWNERS,
  ISSUERS,
  ITEM_STATUSES,
  LEVELS,
  MATERIAL_CODES,
  MATERIAL_STATUSES,
  MERCHANT_KINDS,
  QUEUES,
  REASONS,
  REQUIREMENTS,
  ROLES,
  STATES,
  TRACKS,
} from '#model';
import { hashText, instantText, wordsAnswer } from '../docs/answer.parts.js';

const instantOrNone = instantText.nullable();
/** Parts that are shown as the kernel holds them; clients read them, none computes with them. */
const asHeld = z.looseObject({});

const scopeItem = z.object({
  itemId: z.string(),
  level: z.enum(LEVELS),
  place: z.string(),
  capability: z.enum(CAPABILITIES),
  status: z.enum(ITEM_STATUSES),
  reasons: z.array(z.enum(REASONS)),
  decisionOwner: z.enum(DECISION_OWNERS),
  lifting: z.enum(['NONE', 'PROPOSED', 'DECIDED']),
  limitFen: z.int().optional(),
  until: instantOrNone.optional(),
});

const material = z.object({
  code: z.enum(MATERIAL_CODES),
  requirement: z.enum(REQUIREMENTS),
  status: z.enum(MATERIAL_STATUSES),
  documents: z.array(z.object({ documentId: z.string(), sha256: hashText, round: z.int() })),
  round: z.int(),
  errorCode: z.string().optional(),
});

const deadline = z.object({
  name: z.enum(DEADLINE_NAMES),
  owner: z.enum(CLOCK_OWNERS),
  status: z.enum(DEADLINE_STATUSES),
  unit: z.enum(['WORKING', 'NATURAL']),
  dueAt: instantOrNone,
  remaining: z.string().meta({ description: 'ISO 8601, in the deadline’s own kind of time.' }),
  extensions: z.int(),
  marks: z.array(z.object({ mark: z.string(), at: instantText, fired: z.boolean() })),
});

const identity = {
  caseId: z.string(),
  seq: z.int(),
  cycle: z.int(),
  state: z.enum(STATES),
  stateText: wordsAnswer,
  stateSince: instantText,
  openedAt: instantText,
  closedAt: instantOrNone,
  issuer: z.enum(ISSUERS),
  noticeNo: z.string(),
  noticeDate: z.string(),
  effectiveAt: instantText,
  merchantNo: z.string(),
  merchantKind: z.enum(MERCHANT_KINDS),
  institutionCode: z.string(),
  reasons: z.array(z.object({ code: z.enum(REASONS), track: z.enum(TRACKS) })),
  linkedTo: z.string().nullable(),
  mergedInto: z.string().nullable(),
};

/** Why a case takes no commands, and who wants it started again. */
export const freezeAnswer = z.object({
  since: instantText,
  cause: z.string(),
  proposal: z.object({ by: z.string(), as: z.array(z.enum(ROLES)), at: instantText }).nullable(),
});

/** The case as api.md §5 has it. */
export const caseAnswer = z
  .object({
    ...identity,
    scope: z.array(scopeItem),
    materials: z.array(material),
    transactions: z.array(asHeld),
    deadlines: z.array(deadline),
    evidenceHash: hashText,
    recommendation: z
      .object({ opinion: z.enum(['APPROVE', 'REJECT']), by: z.string(), at: instantText, evidenceHash: hashText })
      .nullable(),
    signOff: z.object({ by: z.string(), evidenceHash: hashText }).nullable(),
    approval: asHeld.nullable(),
    proposals: z.array(asHeld),
    checkpoints: z.array(asHeld),
    findings: z.array(asHeld),
    supplementRounds: z.int(),
    amendment: asHeld.nullable(),
    assignee: z.string().nullable(),
    priority: z.int(),
    escalation: z.int(),
    queue: z.enum(QUEUES),
    allowedActions: z.array(z.object({ command: z.string(), fields: z.array(z.string()) })),
    blockedOn: z.array(z.object({ what: z.string(), whatText: wordsAnswer, owner: z.enum(ROLES), since: instantText })),
    estimatedRestore: z.object({ from: instantText, to: instantText }).nullable(),
    nextDueAt: instantOrNone,
    frozen: freezeAnswer.nullable(),
    source: z.enum(['record', 'workflow']),
    sandbox: z.boolean(),
    now: instantText,
    policyVersion: z.string(),
    calendarVersion: z.string(),
    chainHead: hashText,
  })
  .meta({ id: 'Case' });

/** One page of `GET /cases`. */
export const casePage = z.object({
  items: z.array(
    z.object({
      caseId: z.string(),
      seq: z.int(),
      state: z.enum(STATES),
      queue: z.enum(QUEUES),
      reasons: z.array(z.enum(REASONS)),
      institutionCode: z.string(),
      merchantNo: z.string(),
      noticeNo: z.string(),
      issuer: z.enum(ISSUERS),
      assignee: z.string().nullable(),
      priority: z.int(),
      sandbox: z.boolean(),
      overdue: z.boolean(),
      openedAt: instantText,
      closedAt: instantOrNone,
      nextDueAt: instantOrNone,
      dueReal: instantOrNone,
      policyVersion: z.string(),
      updatedAt: instantText,
    }),
  ),
  nextCursor: z.string().nullable(),
});
