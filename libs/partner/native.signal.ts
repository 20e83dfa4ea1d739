import { code, hash, id, instant, int, optional, text, type Fields, type OutwardLink } from '#model';
import { memberOf, type Content } from './json.js';
import { readFields, theirName, writeFields, type Naming } from './naming.js';
import { flatNotice, NOTICE_FIELDS, noticeOf } from './native.notice.js';
import type { Values } from './payload.js';
import { routeOf } from './signal.facts.js';
import { FACT_RULES } from './signal.rules.js';
import {
  EVENT_TYPES,
  isProblem,
  problem,
  readSignal,
  type Finding,
  type PartnerSignal,
  type SignalProblem,
} from './signal.schema.js';

/** Signals read out of one native message, with what its sender should mend. */
export interface NativeSignals {
  readonly signals: readonly PartnerSignal[];
  readonly findings: readonly Finding[];
}

const ENVELOPE = {
  signalId: id,
  eventType: code(EVENT_TYPES),
  occurredAt: instant,
  noticeNo: optional(id),
  caseId: optional(id),
  authorisationRef: optional(id),
} as const satisfies Fields;

const payloadFields = (eventType: unknown): Fields =>
  typeof eventType === 'string' && Object.hasOwn(FACT_RULES, eventType)
    ? FACT_RULES[eventType as keyof typeof FACT_RULES].payload
    : {};

const subjectOf = ({ authorisationRef }: Values): Values =>
  authorisationRef === undefined ? {} : { subject: { authorisationRef } };

/**
 * The signal a native message says, read by the names and codes of its partner. Members no field has a name for are left
 * alone: such messages carry much that is their sender's own business. Never throws.
 */
export function nativeSignal(naming: Naming, content: Content | undefined): NativeSignals | SignalProblem {
  if (!content) return problem('request.invalid', [{ pointer: '', message: 'is signed but cannot be read' }]);
  const { authorisationRef, ...said } = readFields(naming, ENVELOPE, content);
  const reasons = memberOf(content, theirName(naming, 'reasonCodes'));
  const draft = { payload: reasons === undefined ? {} : { reasonCodes: reasons }, ...said } as PartnerSignal;
  const notice =
    routeOf(draft) === 'NOTICE'
      ? noticeOf(naming, readFields(naming, NOTICE_FIELDS, content), said['occurredAt'])
      : undefined;
  const payload = notice?.notice ?? readFields(naming, payloadFields(said['eventType']), content);
  const signal = readSignal({ ...said, ...subjectOf({ authorisationRef }), payload });
  return isProblem(signal) ? signal : { signals: [signal], findings: notice?.findings ?? [] };
}

/** The members of a native message that says a signal: the inverse of {@link nativeSignal}, for simulators. */
export function nativeContent(naming: Naming, signal: PartnerSignal): Content {
  const { payload, subject, eventType, ...said } = signal;
  const envelope = { ...said, eventType, authorisationRef: subject?.authorisationRef };
  const body =
    routeOf(signal) === 'NOTICE'
      ? writeFields(naming, NOTICE_FIELDS, flatNotice(payload))
      : writeFields(naming, payloadFields(eventType), payload);
  return { ...body, ...writeFields(naming, ENVELOPE, envelope) };
}

const EVENT_FIELDS = {
  eventId: id,
  eventType: id,
  occurredAt: instant,
  caseId: id,
  sequence: int(1, 1_000_000),
  payload: text(),
  previousHash: hash,
  hash,
} as const satisfies Fields;

/** The members of a native message that tells a partner of an event of its case (api.md §4), in its own names. */
export const nativeEvent = (naming: Naming, event: OutwardLink): Content =>
  writeFields(naming, EVENT_FIELDS, {
    ...event,
    eventId: `${event.caseId}:${event.number}`,
    eventType: event.type,
    occurredAt: event.at,
    sequence: event.number,
  });
