import { createHash } from 'node:crypto';
import { hashOf, maskCardData } from '#model';
import { isProblem, readJson, readSignal, senderOf, signalFindings, type Finding, type PartnerSignal } from '#partner';
import { invalidRequest, type Problem } from '../problem/problem.js';
import type { PartnerIdentity } from './partner.identity.js';
import type { IncomingSignal } from './signal.keeper.js';

const MASKED = 'looked like card data and was masked; never send it';

/** A signal that was not well-formed, with what can be kept of it. */
export class UnreadableSignal extends Error {
  constructor(
    readonly problem: Problem,
    readonly received: IncomingSignal['received'],
  ) {
    super(problem.message);
    this.name = 'UnreadableSignal';
  }
}

/** A genuine message of the plain API; its nonce is used up as it is kept. */
export interface PlainMessage {
  readonly bytes: Uint8Array;
  readonly nonce: string | undefined;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads the body of a signal of the plain API; suspected card numbers are masked before anything else sees it.
 * @throws UnreadableSignal.
 */
export function readIncoming(partner: PartnerIdentity, { bytes, nonce }: PlainMessage): IncomingSignal {
  const content = readJson(bytes);
  const { value, pointers } = maskCardData(content ?? {});
  const signal = content ? readSignal(value) : { problem: 'request.invalid', errors: [NO_JSON] };
  const bodyHash = sha256(bytes);
  if (isProblem(signal)) {
    const received = {
      partner: partner.code,
      signalId: 'unreadable',
      eventType: 'UNREADABLE',
      body: value,
      bodyHash,
      occurredAt: new Date().toISOString(),
      findings: signal.errors,
      nonce,
    };
    throw new UnreadableSignal(invalidRequest(signal.errors), received);
  }
  const incoming = incomingOf(partner, signal, { value, pointers }, bodyHash, []);
  return { ...incoming, received: { ...incoming.received, nonce } };
}

const NO_JSON: Finding = { pointer: '', message: 'must be a JSON object in UTF-8' };

/** A signal read out of a message in the partner's own form; the same content is the same however it was signed. */
export function nativeIncoming(
  partner: PartnerIdentity,
  signal: PartnerSignal,
  findings: readonly Finding[],
): IncomingSignal {
  const masked = maskCardData(signal);
  return incomingOf(partner, masked.value as PartnerSignal, masked, hashOf(withoutUndefined(masked.value)), findings);
}

function incomingOf(
  partner: PartnerIdentity,
  signal: PartnerSignal,
  { value, pointers }: ReturnType<typeof maskCardData>,
  bodyHash: string,
  found: readonly Finding[],
): IncomingSignal {
  const masked = pointers.map((pointer) => ({ pointer, message: MASKED }));
  const findings = [...found, ...signalFindings(signal, senderOf(partner.code)), ...masked];
  const { signalId, eventType, occurredAt } = signal;
  return {
    partner,
    signal,
    received: { partner: partner.code, signalId, eventType, body: value, bodyHash, occurredAt, findings },
  };
}

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
