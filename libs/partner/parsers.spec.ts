import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAuthorization, writeAuthorization } from './authorization.js';
import { bytesOfBase64 } from './base64.js';
import { formOf, readForm, sortedText, writeForm } from './form.js';
import { compactOf, instantOfCompact, instantOfSeconds } from './freshness.js';
import { readJson } from './json.js';
import { ALL_KEYS, aSignal, NOW } from './partner.examples.js';
import { PROFILES, SAMPLE_MERCHANTS, SENDERS } from './partners.js';
import type { MerchantDirectory } from './profile.js';
import { readPayload } from './payload.js';
import { verifyPlain } from './plain.signature.js';
import type { RawRequest } from './request.js';
import { factsOf } from './signal.facts.js';
import { FACT_RULES } from './signal.rules.js';
import { EVENT_TYPES, isProblem, readSignal } from './signal.schema.js';
import { BRANCH_LIST, readPickup } from './unionpay.pickup.js';

const directory: MerchantDirectory = (theirNo) => SAMPLE_MERCHANTS[theirNo];

const bytes = fc.uint8Array({ maxLength: 400 });
const words = fc.string({ unit: 'binary', maxLength: 60 });
const headerName = fc.constantFrom('authorization', 'wechatpay-serial', 'wechatpay-nonce', 'x');
const schemes = fc.constantFrom('REINSTATE-SHA256withRSA ', 'LKLAPI-SHA256withRSA ', 'OPEN-BODY-SIG ', '');
const header = fc.tuple(
  headerName,
  fc.tuple(schemes, words).map((parts) => parts.join('')),
);
const request: fc.Arbitrary<RawRequest> = fc.record({
  method: fc.constantFrom('POST', 'GET'),
  path: words,
  headers: fc.array(header, { maxLength: 6 }),
  body: fc.oneof(
    bytes,
    fc.json().map((text) => Buffer.from(text)),
    fc.webQueryParameters().map((text) => Buffer.from(text)),
  ),
});

describe('nothing a stranger sends', () => {
  test('makes a verifier throw, and nothing of it is taken', () => {
    fc.assert(
      fc.property(request, (one) => {
        const verdicts = [
          verifyPlain(one, ALL_KEYS, NOW),
          ...Object.values(PROFILES).map((p) => p.verify(one, ALL_KEYS, NOW)),
        ];
        return verdicts.every((verdict) => 'refused' in verdict);
      }),
    );
  });

  test('makes a reader throw', () => {
    fc.assert(
      fc.property(bytes, words, (blob, text) => {
        expect(() => [
          readForm(blob),
          readJson(blob),
          readJson(text),
          bytesOfBase64(text),
          instantOfCompact(text),
        ]).not.toThrow();
        expect(() => readPickup(blob, BRANCH_LIST, text)).not.toThrow();
      }),
    );
  });

  test('makes the signal schema or a table throw, whatever JSON it is', () => {
    const typed = fc.record({
      signalId: words,
      eventType: fc.constantFrom(...EVENT_TYPES),
      occurredAt: fc.constant(NOW),
      payload: fc.dictionary(words, fc.jsonValue()),
    });
    fc.assert(
      fc.property(fc.oneof(typed, fc.jsonValue()), fc.dictionary(words, fc.jsonValue()), (body, members) => {
        const signal = readSignal(body);
        for (const { payload } of Object.values(FACT_RULES)) expect(() => readPayload(payload, members)).not.toThrow();
        if (!isProblem(signal)) {
          const facts = factsOf(signal, SENDERS['ums']!, EMPTY_CASE, 'inbox_1');
          expect(isProblem(facts) || facts.facts.length >= 0).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('makes a profile throw over an opened message, whatever is in it', () => {
    const members = fc.dictionary(
      fc.constantFrom(...MEMBERS),
      fc.oneof(words, fc.jsonValue(), fc.constantFrom(...EVENT_TYPES, '01', NOW, '20261123100000')),
    );
    fc.assert(
      fc.property(members, (content) => {
        for (const profile of Object.values(PROFILES))
          expect(() => profile.toSignals(content, directory)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

const MEMBERS = [
  'orderId',
  'txnSubType',
  'occurTime',
  'signalId',
  'notify_id',
  'event_type',
  'occurred_at',
  'create_time',
  'id',
  'sub_mchid',
  'punish_plan',
  'risk_type',
  'reqsn',
  'trxcode',
  'occurredat',
  'msgId',
  'msgType',
  'occurredAt',
  'notifyId',
  'notifyType',
  'reasonCodes',
  'riskTypes',
  'transactions',
  'terminalNos',
  'capabilities',
  'noticeNo',
  'payload',
  'limitFen',
  'sandbox',
] as const;
const EMPTY_CASE = {
  scope: [],
  holds: [],
  issuer: 'UMS',
  noticeNo: 'N-1',
  state: 'REINSTATING',
} as unknown as Parameters<typeof factsOf>[2];

describe('what is written is what is read', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,20}$/);

  test('as a form, with one signed text for one form', () => {
    const fields = fc.dictionary(
      name,
      words.filter((text) => !text.includes('&')),
      { minKeys: 1, maxKeys: 20 },
    );
    fc.assert(
      fc.property(fields, (values) => {
        const form = readForm(writeForm(values));
        expect(form && Object.fromEntries(form)).toEqual(Object.fromEntries(formOf(values)));
        const text = sortedText(form!, { without: [], empty: 'KEPT' }).toString('utf8');
        expect(text.split('&').map((pair) => pair.slice(0, pair.indexOf('=')))).toEqual(Object.keys(values).sort());
      }),
    );
  });

  test('as an Authorization header', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9+/=:._-]{0,40}$/);
    fc.assert(
      fc.property(fc.tuple(value, value, value), fc.boolean(), ([a, b, c], quoted) => {
        const form = { scheme: 'S', names: ['a', 'b', 'c'], quoted };
        expect(readAuthorization(writeAuthorization(form, { a, b, c }), form)).toEqual({ a, b, c });
      }),
    );
  });

  test('as base64, and no other spelling is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 80 }), (blob) => {
        const text = Buffer.from(blob).toString('base64');
        expect(bytesOfBase64(text)?.equals(blob)).toBe(true);
        for (const other of [`${text}\n`, ` ${text}`, `${text}=`, `${text}====`])
          expect(bytesOfBase64(other)).toBeUndefined();
      }),
    );
  });

  test('as an instant in Beijing, to the second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }), (seconds) => {
        const instant = instantOfSeconds(String(seconds))!;
        expect(instantOfCompact(compactOf(instant))).toBe(instant);
      }),
    );
    expect(compactOf(NOW)).toBe('20261123100000');
    expect(instantOfCompact('20260230100000')).toBeUndefined();
  });
});

test('a signal is read strictly: nothing unknown, nothing missing', () => {
  expect(isProblem(readSignal(aSignal()))).toBe(false);
  expect(readSignal({ ...aSignal(), more: 1 })).toMatchObject({ problem: 'request.invalid' });
  expect(readSignal({ ...aSignal(), subject: { name: 'x' } })).toMatchObject({ problem: 'request.invalid' });
  expect(readSignal({ ...aSignal(), occurredAt: '2026-11-23 10:00' })).toMatchObject({
    errors: [{ pointer: '/occurredAt' }],
  });
  expect(readSignal({ ...aSignal(), eventType: 'NO.SUCH' })).toMatchObject({ errors: [{ pointer: '/eventType' }] });
});
