import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { EVENT_TYPES, readFactPayload, isProblem, type PartnerSignal } from '#partner';
import { asyncApiOf } from './asyncapi.document.js';
import type { JsonSchema } from './json-schema.js';

const document = asyncApiOf('https://reinstate.example/cases', '1') as JsonSchema & {
  readonly operations: Readonly<Record<string, { readonly messages: readonly { readonly $ref: string }[] }>>;
  readonly components: { readonly messages: Readonly<Record<string, { readonly payload: JsonSchema }>> };
};
const asyncApiSchema = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0.json') as JsonSchema;

const at = (path: string): unknown =>
  path.split('/').reduce<unknown>((value, name) => Reflect.get(Object(value), name), document);
const namesOf = (operation: string) =>
  document.operations[operation]?.messages.map(({ $ref }) => $ref.split('/').at(-1));

/** Whether the published schema of a message takes a body. */
function taker(name: string): (body: unknown) => boolean {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'doc:', ...document });
  return ajv.compile({ $ref: `doc:#/components/messages/${name}/payload` });
}

describe('the AsyncAPI document', () => {
  test('is one by the schema of AsyncAPI 3.0.0', () => {
    // It brings its own copy of the JSON Schema it is written in.
    const ajv = new Ajv({ strict: false, meta: false, validateSchema: false });
    addFormats.default(ajv);
    const isAsyncApi = ajv.compile(asyncApiSchema);
    isAsyncApi(JSON.parse(JSON.stringify(document)));
    expect(isAsyncApi.errors ?? []).toEqual([]);
  });

  test('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.filter((path) => at(path) === undefined)).toEqual([]);
  });

  test('has every signal there is, and every event partners are told', () => {
    expect(namesOf('takeSignal')).toEqual([...EVENT_TYPES]);
    expect(namesOf('tellPartner')).toEqual([
      'CASE.STATE_CHANGED',
      'REQUIREMENTS.CHANGED',
      'DECISION.ISSUED',
      'DEADLINE.NEAR',
      'RESTRICTION.APPLY_ORDERED',
      'RESTRICTION.LIFT_ORDERED',
    ]);
  });
});

describe('the payload of a signal', () => {
  const signal = (eventType: PartnerSignal['eventType'], payload: PartnerSignal['payload']): PartnerSignal => ({
    signalId: 'sig-1',
    eventType,
    occurredAt: '2026-11-23T01:59:00.000Z',
    noticeNo: 'N-1',
    payload,
  });

  test.each<[PartnerSignal['eventType'], PartnerSignal['payload'], boolean]>([
    ['TERMINAL.REINSTATED', { terminalNo: '47781282' }, true],
    ['TERMINAL.REINSTATED', { terminalNo: '47781282', capability: 'ACCEPT_CARD' }, true],
    ['TERMINAL.REINSTATED', { terminalNo: '47781282', colour: 'red' }, false],
    ['TERMINAL.REINSTATE_FAILED', { terminalNo: '47781282', reason: '终端离线' }, true],
    ['TERMINAL.REINSTATE_FAILED', { terminalNo: '47781282', capability: 'FLY' }, false],
    ['SETTLEMENT.VERIFY_RESULT', { amountFen: 12, result: 'MATCH' }, false],
    ['MERCHANT.WITHDRAWN', { reason: '改用其他收单机构' }, true],
    ['MERCHANT.WITHDRAWN', {}, false],
    ['MERCHANT.WITHDRAWN', { reason: '' }, false],
    ['MAINTENANCE.EXTENDED', { end: '2026-11-24T10:00:00+08:00' }, true],
    ['AUTHORITY.RELEASE', { document: 'D-1' }, true],
    ['AUTHORITY.RELEASE', { document: 'no blanks allowed' }, false],
  ])('%s %j is read as it is published', (type, payload, taken) => {
    const read = readFactPayload(signal(type, payload));
    expect([isProblem(read), taker(type)(signal(type, payload))]).toEqual([!taken, taken]);
  });
});
