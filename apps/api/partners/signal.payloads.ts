import { z } from 'zod';
import { EVENT_TYPES, FACT_RULES, NOTICE_EVENTS, signalSchema, type EventType, type FactRule } from '#partner';
import { schemaOf } from '../cases/command.schema.js';
import { noticeSchema } from '../notices/notice.schema.js';

const ofFields = (fields: FactRule['payload']): z.ZodType => schemaOf({ kind: 'record', fields });
const isNotice = (type: EventType): boolean => NOTICE_EVENTS.some((known) => known === type);
const isFact = (type: EventType): type is keyof typeof FACT_RULES => Object.hasOwn(FACT_RULES, type);

/** The form of what an event type carries, from the table it is read by; a reserved one carries anything. */
function payloadOf(type: EventType): z.ZodType {
  if (isNotice(type)) return noticeSchema;
  if (!isFact(type)) return signalSchema.shape.payload;
  const fields = ofFields(FACT_RULES[type].payload);
  // A maintenance is announced by a notice, or to a case that has one by its window alone.
  return type === 'MAINTENANCE.SCHEDULED' ? z.union([noticeSchema, fields]) : fields;
}

const bodyOf = (type: EventType) =>
  z.strictObject({
    ...signalSchema.shape,
    eventType: z.literal(type),
    occurredAt: z.iso.datetime({ offset: true }),
    payload: payloadOf(type),
  });

/** The body of a signal as it is documented, by its event type; instants come as text. */
export const SIGNAL_BODIES = Object.fromEntries(EVENT_TYPES.map((type) => [type, bodyOf(type)])) as unknown as Readonly<
  Record<EventType, ReturnType<typeof bodyOf>>
>;

/** The body of any signal. */
export const signalBody = z.discriminatedUnion('eventType', Object.values(SIGNAL_BODIES) as never);
