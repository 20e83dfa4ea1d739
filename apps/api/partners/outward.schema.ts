import { z } from 'zod';
import {
  CAPABILITIES,
  COMMANDS,
  DEADLINE_NAMES,
  MATERIAL_CODES,
  MATERIAL_STATUSES,
  STATES,
  type OutwardEvent,
} from '#model';
import { schemaOf } from '../cases/command.schema.js';
import { hashText, instantText, wordsAnswer } from '../docs/answer.parts.js';

const state = z.enum(STATES);
const order = z.strictObject({
  orderId: z
    .string()
    .meta({ description: 'Answer it with `POST /partner/v1/orders/{orderId}`; the same on every try.' }),
  itemId: z.string(),
  capability: z.enum(CAPABILITIES),
  limits: schemaOf(COMMANDS.STEP_CONDITION.conditions).nullable(),
  notBefore: instantText,
});

/** What a partner is told, by type: the payload of each. Nothing else ever leaves (api.md §4). */
export const OUTWARD_PAYLOADS = {
  'CASE.STATE_CHANGED': z.strictObject({
    state,
    previous: state.nullable(),
    stateText: wordsAnswer,
    reasonText: wordsAnswer,
  }),
  'REQUIREMENTS.CHANGED': z.strictObject({
    requirements: z.array(
      z.strictObject({
        code: z.enum(MATERIAL_CODES),
        status: z.enum(MATERIAL_STATUSES),
        dueAt: instantText.nullable(),
      }),
    ),
  }),
  'DECISION.ISSUED': z.strictObject({
    decision: z.enum(['APPROVED', 'PROPOSED', 'REJECTED', 'SUPPLEMENT']).meta({
      description: 'PROPOSED is our opinion, put to the owner of the restriction, who decides.',
    }),
    itemIds: z.array(z.string()),
  }),
  'DEADLINE.NEAR': z.strictObject({ deadline: z.enum(DEADLINE_NAMES), dueAt: instantText.nullable() }),
  'RESTRICTION.APPLY_ORDERED': order,
  'RESTRICTION.LIFT_ORDERED': order,
} as const satisfies Readonly<Record<OutwardEvent['type'], z.ZodObject>>;

export const OUTWARD_SUMMARIES: Readonly<Record<OutwardEvent['type'], string>> = {
  'CASE.STATE_CHANGED': 'The case has moved to another state',
  'REQUIREMENTS.CHANGED': 'The merchant owes other papers than before',
  'DECISION.ISSUED': 'The owner of the restriction has decided, or we put our opinion to it',
  'DEADLINE.NEAR': 'A deadline of the merchant comes near',
  'RESTRICTION.APPLY_ORDERED': 'A restriction is to be applied',
  'RESTRICTION.LIFT_ORDERED': 'A restriction is to be lifted',
};

/** One event as it is posted to endpoints and read from `…/events`: numbered without a gap, chained by hashes. */
const messageOf = (type: OutwardEvent['type']) =>
  z.strictObject({
    type: z.literal(type),
    payload: OUTWARD_PAYLOADS[type],
    caseId: z.string(),
    number: z.int().min(1),
    at: instantText,
    previousHash: hashText,
    hash: hashText,
  });

export const OUTWARD_TYPES = Object.keys(OUTWARD_PAYLOADS) as readonly OutwardEvent['type'][];

/** Any message to an endpoint. */
export const outwardMessage = z
  .discriminatedUnion('type', OUTWARD_TYPES.map(messageOf) as never)
  .meta({ id: 'OutwardEvent' });

/** Every message to an endpoint by its type. */
export const OUTWARD_MESSAGES = Object.fromEntries(OUTWARD_TYPES.map((type) => [type, messageOf(type)])) as Readonly<
  Record<OutwardEvent['type'], ReturnType<typeof messageOf>>
>;
