import { hashOf, type Asker, type Case, type Fact, type Role } from '#model';
import { readPayload, type Values } from './payload.js';
import { actorId, type Sender } from './sender.js';
import { FACT_RULES, NOTICE_EVENTS, RESERVED_EVENTS, type FactRule, type Said } from './signal.rules.js';
import {
  isProblem,
  problem,
  type EventType,
  type Finding,
  type PartnerSignal,
  type SignalProblem,
} from './signal.schema.js';

/** A fact before it is accepted: its free words are words still, to be sealed into references. */
export interface FactDraft extends Omit<Fact, 'fields' | 'acceptedAt'> {
  readonly values: Values;
}

/** What a signal comes to: a notice to open or amend a case by, facts for a case, or nothing that can be taken. */
export type SignalRoute = 'NOTICE' | 'FACTS' | 'RESERVED';

const among = (list: readonly EventType[], type: EventType): boolean => list.includes(type);

/** Which way a signal goes. A maintenance is announced by a notice, or to a case that has one by its window alone. */
export function routeOf({ eventType, payload }: PartnerSignal): SignalRoute {
  if (among(RESERVED_EVENTS, eventType)) return 'RESERVED';
  const announces = eventType === 'MAINTENANCE.SCHEDULED' && Object.hasOwn(payload, 'reasonCodes');
  return among(NOTICE_EVENTS, eventType) || announces ? 'NOTICE' : 'FACTS';
}

function askerOf(actor: FactRule['actor'], sender: Sender): Asker {
  const issuerRole: Role = sender.voices.includes('UNIONPAY') ? 'UNIONPAY' : 'PARTNER';
  const roles: Readonly<Record<FactRule['actor'], Role>> = {
    PARTNER: 'PARTNER',
    MERCHANT: 'PARTNER',
    AUTHORITY: 'AUTHORITY',
    ISSUER: issuerRole,
  };
  return { id: actorId(sender), roles: [roles[actor]], ...(actor === 'MERCHANT' && { onBehalfOf: 'MERCHANT' }) };
}

/** Several facts of one signal are told apart by their items, so that each is the same however often it is made. */
const factIdOf = (factId: string, { itemId }: Said): string =>
  itemId === undefined ? factId : `${factId}/${hashOf(itemId).slice(0, 12)}`;

/** Reads the payload of a signal by the form of its event type; the case it is about need not be known. */
export function readFactPayload({ eventType, payload }: PartnerSignal): { readonly values: Values } | SignalProblem {
  if (!Object.hasOwn(FACT_RULES, eventType)) return problem('kind.unsupported');
  const read = readPayload(FACT_RULES[eventType as keyof typeof FACT_RULES].payload, payload);
  return 'errors' in read ? problem('request.invalid', read.errors) : read;
}

/**
 * The facts a signal tells of a case, by the table of {@link FACT_RULES}. Pure. `MATERIAL.SUBMITTED` names a document
 * that was uploaded before: the caller looks up that it is there, belongs to the case and has this hash.
 * @param factId stable id of the signal, the same on every resend.
 */
export function factsOf(
  signal: PartnerSignal,
  sender: Sender,
  current: Case,
  factId: string,
): { readonly facts: readonly FactDraft[] } | SignalProblem {
  const { eventType, occurredAt } = signal;
  const read = routeOf(signal) === 'FACTS' ? readFactPayload(signal) : problem('kind.unsupported');
  if (isProblem(read)) return read;
  const rule: FactRule = FACT_RULES[eventType as keyof typeof FACT_RULES];
  const said = rule.say({ signal, sender, current, values: read.values });
  if (isProblem(said)) return said;
  return {
    facts: said.map((one) => ({
      factId: factIdOf(factId, one),
      command: one.command,
      values: one.values,
      by: askerOf(one.actor ?? rule.actor, sender),
      occurredAt,
    })),
  };
}

/** What of a document a signal repeats; all of it must be so. */
const REPEATED = ['sha256', 'bytes', 'mediaType'] as const;

/**
 * Whether `MATERIAL.SUBMITTED` speaks of a document that is there.
 * @param document the one it names, where that one was uploaded to the same case.
 */
export function uploadMisfit(
  values: Values,
  document: Readonly<Record<(typeof REPEATED)[number], unknown>> | undefined,
): SignalProblem | undefined {
  if (!document)
    return problem('document.not-found', [
      { pointer: '/payload/documentId', message: 'is no document of this case; upload it first' },
    ]);
  const other = REPEATED.filter((name) => document[name] !== values[name]);
  if (other.length === 0) return undefined;
  return problem(
    'request.invalid',
    other.map((name) => ({ pointer: `/payload/${name}`, message: 'is not what the document has' })),
  );
}

/** What the sender should mend although its signal is taken. */
export function signalFindings(signal: PartnerSignal, sender: Sender): readonly Finding[] {
  const findings: Finding[] = [];
  if (signal.eventType.startsWith('MERCHANT.') && signal.eventType !== 'MERCHANT.REINSTATED') {
    if (signal.subject?.authorisationRef === undefined)
      findings.push({ pointer: '/subject/authorisationRef', message: 'names no authorisation of the merchant' });
  }
  const issuer = signal.payload['issuer'];
  if (routeOf(signal) === 'NOTICE' && !sender.voices.some((voice) => voice === issuer))
    findings.push({ pointer: '/payload/issuer', message: 'is not the sender; a person verifies the notice' });
  return findings;
}
