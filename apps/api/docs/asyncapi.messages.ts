import type { z } from 'zod';
import { EVENT_TYPES, FACT_RULES, NOTICE_EVENTS, RESERVED_EVENTS, type EventType } from '#partner';
import { OUTWARD_MESSAGES, OUTWARD_SUMMARIES, OUTWARD_TYPES } from '../partners/outward.schema.js';
import { SIGNAL_BODIES } from '../partners/signal.payloads.js';
import type { JsonSchema } from './json-schema.js';

/** One message of the document before its schema is written out. */
export interface AsyncMessage {
  /** The event type, which is also the message's name. */
  readonly name: string;
  readonly summary: string;
  readonly payload: z.ZodType;
  /** Which side of the schema is read: what partners send, or what they get. */
  readonly io: 'input' | 'output';
  readonly isWebhook: boolean;
}

const RETRIED = 'The same on every try, so that a receiver takes each message once.';

/** The headers of a message to an endpoint (Standard Webhooks 1.0.0). */
export const WEBHOOK_HEADERS: JsonSchema = {
  type: 'object',
  required: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
  properties: {
    'webhook-id': { type: 'string', description: RETRIED },
    'webhook-timestamp': { type: 'string', pattern: '^\\d{10}$', description: 'Unix seconds of this try.' },
    'webhook-signature': {
      type: 'string',
      pattern: '^v1,[A-Za-z0-9+/]+=*( v1,[A-Za-z0-9+/]+=*)*$',
      description:
        'HMAC-SHA256 of `id.timestamp.body` by the secret of the endpoint; of both while one replaces another.',
    },
  },
};

const among = (list: readonly EventType[], type: EventType): boolean => list.includes(type);

/** Whose act a signal tells of, in words. */
const ACTORS = {
  PARTNER: 'The partner’s own act.',
  MERCHANT: 'The merchant’s act, through the partner’s app.',
  AUTHORITY: 'An authority’s act, passed on.',
  ISSUER: 'The act of who issued the notice.',
} as const;

function summaryOf(type: EventType): string {
  if (among(RESERVED_EVENTS, type)) return 'Reserved: kept, and answered REJECTED with `kind.unsupported`.';
  if (among(NOTICE_EVENTS, type)) return 'A notice: opens a case, or amends the notice of one.';
  return ACTORS[FACT_RULES[type as keyof typeof FACT_RULES].actor];
}

/** What partners tell. */
export const signalMessages = (): readonly AsyncMessage[] =>
  EVENT_TYPES.map((type) => ({
    name: type,
    summary: summaryOf(type),
    payload: SIGNAL_BODIES[type],
    io: 'input',
    isWebhook: false,
  }));

/** What partners are told. */
export const outwardMessages = (): readonly AsyncMessage[] =>
  OUTWARD_TYPES.map((type) => ({
    name: type,
    summary: OUTWARD_SUMMARIES[type],
    payload: OUTWARD_MESSAGES[type],
    io: 'output',
    isWebhook: true,
  }));
