import { jsonSchemaOf, type JsonSchema } from './json-schema.js';
import { outwardMessages, signalMessages, WEBHOOK_HEADERS, type AsyncMessage } from './asyncapi.messages.js';

/** An AsyncAPI 3 document as data. */
export type AsyncApi = JsonSchema;

const JSON_TYPE = 'application/json';
const HTTP = { http: { method: 'POST', bindingVersion: '0.3.0' } };
const refer = (path: string): JsonSchema => ({ $ref: `#/${path}` });

/** One message as a component; its headers, where it has any, are those of a webhook. */
function componentOf(message: AsyncMessage, named: Record<string, JsonSchema>): JsonSchema {
  const { name, summary, payload, io, isWebhook } = message;
  return {
    name,
    title: name,
    summary,
    contentType: JSON_TYPE,
    ...(isWebhook && { headers: refer('components/schemas/WebhookHeaders') }),
    payload: jsonSchemaOf(payload, io, named),
  };
}

const inChannel = (messages: readonly AsyncMessage[]): JsonSchema =>
  Object.fromEntries(messages.map(({ name }) => [name, refer(`components/messages/${name}`)]));

const ofChannel = (channel: string, messages: readonly AsyncMessage[]): readonly JsonSchema[] =>
  messages.map(({ name }) => refer(`channels/${channel}/messages/${name}`));

/** Where this service is; nothing while that is not known. */
function serversOf(publicUrl: string | undefined): JsonSchema {
  if (publicUrl === undefined) return {};
  const { host, protocol, pathname } = new URL(publicUrl);
  const path = pathname === '/' ? {} : { pathname };
  return { servers: { reinstate: { host, protocol: protocol.replace(':', ''), ...path } } };
}

/**
 * The AsyncAPI 3 document: what partners tell and what they are told, from the schemas both are checked with.
 * @param publicUrl where the service is reached from outside, when that is known.
 */
export function asyncApiOf(publicUrl: string | undefined, version: string): AsyncApi {
  const [signals, events] = [signalMessages(), outwardMessages()];
  const named: Record<string, JsonSchema> = { WebhookHeaders: WEBHOOK_HEADERS };
  const messages = Object.fromEntries(
    [...signals, ...events].map((message) => [message.name, componentOf(message, named)]),
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Reinstate: signals and webhooks',
      version,
      description:
        'What partners tell of suspension cases and what they are told. Addresses, answers and errors are in `/openapi.json`.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: JSON_TYPE,
    ...serversOf(publicUrl),
    channels: {
      signals: {
        address: '/partner/v1/signals',
        title: 'Signals',
        description: 'Each request is signed (`REINSTATE-SHA256withRSA` or `REINSTATE-SM3withSM2`) and counts once.',
        messages: inChannel(signals),
      },
      webhooks: {
        address: null,
        title: 'Webhooks',
        description:
          'The address a partner named with `POST /partner/v1/endpoints`. In order for each case; tried for days until answered 2xx; a message that comes again has the same `webhook-id`.',
        messages: inChannel(events),
      },
    },
    operations: {
      takeSignal: {
        action: 'receive',
        channel: refer('channels/signals'),
        summary: 'Takes a signal of a partner',
        security: [refer('components/securitySchemes/signature')],
        bindings: HTTP,
        messages: ofChannel('signals', signals),
      },
      tellPartner: {
        action: 'send',
        channel: refer('channels/webhooks'),
        summary: 'Tells a partner what has happened to a case of one of its merchants',
        bindings: HTTP,
        messages: ofChannel('webhooks', events),
      },
    },
    components: {
      messages,
      schemas: named,
      securitySchemes: { signature: { type: 'httpApiKey', in: 'header', name: 'Authorization' } },
    },
  };
}
