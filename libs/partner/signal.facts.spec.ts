import { describe, expect, test } from '@jest/globals';
import {
  COMMANDS,
  CURRENT_RULES,
  decide,
  fold,
  parseFact,
  type Case,
  type Command,
  type Fields,
  type ScopeItem,
} from '#model';
import { aSignal, NOW } from './partner.examples.js';
import { SENDERS } from './partners.js';
import type { Values } from './payload.js';
import { factsOf, routeOf, signalFindings, uploadMisfit, type FactDraft } from './signal.facts.js';
import { FACT_RULES } from './signal.rules.js';
import { EVENT_TYPES, isProblem, type EventType, type PartnerSignal } from './signal.schema.js';

const REF = { textId: 'text_1', commitment: 'c'.repeat(64) };
const [lakala, unionpay, wechat] = [SENDERS['lakala']!, SENDERS['unionpay']!, SENDERS['wechat']!];

/** A case as the kernel opens it, against two terminals; then as it is further on. */
function aCase(changes: Partial<Case> = {}, issuer = 'UNIONPAY'): Case {
  const restriction = (place: string) => ({ capability: 'ACCEPT_CARD', level: 'TERMINAL', place, execution: 'DONE' });
  const { policy, calendar, policyHash, calendarHash } = CURRENT_RULES;
  const fields = {
    ...{ caseId: 'case_1', issuer, noticeNo: 'N-1', noticeDate: '2026-11-23', effectiveAt: NOW, transactions: [] },
    ...{ institutionCode: '48222900', merchantNo: '822290073920001', reasonCodes: ['TRADING_VIOLATION'] },
    restrictions: [restriction('47781282'), restriction('D9296400')],
    ...{ content: REF, contentHash: 'a'.repeat(64), sandbox: true, policyHash, calendarHash },
    ...{ policyVersion: policy.version, calendarVersion: calendar.version },
  };
  const by = { id: 'partner:unionpay', roles: ['PARTNER'] };
  const command = { type: 'NOTICE_INGESTED', fields, by, requestId: 'r1' } as unknown as Command;
  const decision = decide(undefined, command, { now: NOW, rules: CURRENT_RULES });
  if ('refusal' in decision) throw new Error(decision.refusal.code);
  return { ...fold(decision.events)!, ...changes };
}

const withStatus = (status: ScopeItem['status']): Partial<Case> => ({
  state: 'REINSTATING',
  scope: aCase().scope.map((item) => ({ ...item, status })),
});

const drafted = (signal: Partial<PartnerSignal>, sender = lakala, current = aCase()) =>
  factsOf(aSignal(signal), sender, current, 'inbox_1');

function facts(signal: Partial<PartnerSignal>, sender = lakala, current = aCase()): readonly FactDraft[] {
  const result = drafted(signal, sender, current);
  if (isProblem(result)) throw new Error(JSON.stringify(result));
  return result.facts;
}

/** Each event type with a payload that says something, and the command it is to be. */
const TABLE: readonly (readonly [EventType, Values, string, Values?])[] = [
  ['SUSPENSION.REVOKED', {}, 'NOTICE_REVOKED', { issuer: 'UNIONPAY' }],
  ['SUSPENSION.STOPPED', { terminalNo: '47781282' }, 'STOP_CONFIRMED', { itemId: 'TERMINAL:47781282:ACCEPT_CARD' }],
  [
    'MATERIAL.SUBMITTED',
    { code: 'M03', documentId: 'd', sha256: 'a'.repeat(64), bytes: 1, mediaType: 'image/png' },
    'UPLOAD',
  ],
  [
    'REVIEW.DECISION',
    { kind: 'APPROVED' },
    'RECORD_EXTERNAL',
    { refNo: 'sig-1', receivedAt: '2026-11-23T01:59:00.000Z' },
  ],
  [
    'MAINTENANCE.SCHEDULED',
    { end: '2026-11-24T09:00:00+08:00' },
    'WINDOW_CHANGED',
    { end: '2026-11-24T01:00:00.000Z' },
  ],
  ['MAINTENANCE.EXTENDED', { end: NOW }, 'WINDOW_CHANGED'],
  ['MAINTENANCE.ENDED', {}, 'SERVICE_RESTORED'],
  ['TERMINAL.REINSTATED', { terminalNo: '47781282' }, 'ITEM_RESTORED', { itemId: 'TERMINAL:47781282:ACCEPT_CARD' }],
  ['TERMINAL.REINSTATE_FAILED', { terminalNo: 'D9296400', reason: '无信号' }, 'ITEM_FAILED', { reason: '无信号' }],
  ['MERCHANT.REINSTATED', {}, 'OUTSIDE_REINSTATED'],
  ['RISK.REHIT', { reasonCodes: ['TRADING_VIOLATION'] }, 'RISK_REHIT'],
  ['AUTHORITY.FREEZE', { authority: 'PSB', document: 'D-1', kind: 'FREEZE', reason: '协查' }, 'HOLD'],
  ['SETTLEMENT.VERIFY_RESULT', { amountFen: 1, result: 'OK' }, 'VERIFY_ACCOUNT'],
  ['MERCHANT.ACKNOWLEDGED', {}, 'MERCHANT_ACKNOWLEDGED'],
  ['MERCHANT.SUBMITTED', {}, 'SUBMIT'],
  ['MERCHANT.SUPPLEMENTED', {}, 'SUPPLEMENT_SUBMITTED'],
  ['MERCHANT.EXTENSION_REQUESTED', { deadline: 'T_MATERIALS', by: 'P5D', reason: '出差' }, 'EXTEND'],
  ['MERCHANT.PLAN_SUBMITTED', { plan: '整改' }, 'PLAN_SUBMITTED'],
  ['MERCHANT.RECTIFIED', { evidence: '照片' }, 'RECTIFICATION_DONE'],
  ['MERCHANT.RESUBMITTED', {}, 'RESUBMIT'],
  ['MERCHANT.APPEALED', { grounds: '不属实' }, 'APPEAL'],
  ['MERCHANT.WITHDRAWN', { reason: '停业' }, 'WITHDRAW'],
  ['MERCHANT.COMPLAINED', { text: '太慢' }, 'COMPLAINT'],
];

const sealed = (fields: Fields, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, fields[name]?.kind === 'text' ? REF : value]),
  );

describe('a signal about a case', () => {
  test.each(TABLE)(
    'of type %s and payload %j is the command %s, well-formed for the kernel',
    (eventType, payload, command, values = {}) => {
      const [fact] = facts({ eventType, payload }, unionpay);
      expect(fact).toMatchObject({ command, values, occurredAt: '2026-11-23T01:59:00.000Z' });
      const { values: said, ...rest } = fact!;
      const whole = { ...rest, fields: sealed(COMMANDS[fact!.command], said), acceptedAt: NOW };
      expect(parseFact(whole)).toMatchObject({ command, by: { id: 'partner:unionpay' } });
    },
  );

  test('is in the table, or a notice, or reserved, whatever its type', () => {
    const listed = new Set<string>([
      ...Object.keys(FACT_RULES),
      'SUSPENSION.NOTICE',
      'SUSPENSION.AMENDED',
      'RETRIEVAL.REQUESTED',
    ]);
    expect([...EVENT_TYPES].filter((type) => !listed.has(type))).toEqual([]);
    expect(drafted({ eventType: 'RETRIEVAL.REQUESTED' })).toMatchObject({ problem: 'kind.unsupported' });
    expect(routeOf(aSignal({ eventType: 'MAINTENANCE.SCHEDULED', payload: { reasonCodes: ['MAINTENANCE'] } }))).toBe(
      'NOTICE',
    );
  });

  test('of the merchant is done by the partner on its behalf, and asks for an authorisation', () => {
    const signal = aSignal({ eventType: 'MERCHANT.SUBMITTED' });
    expect(facts(signal)[0]?.by).toEqual({ id: 'partner:lakala', roles: ['PARTNER'], onBehalfOf: 'MERCHANT' });
    expect(signalFindings(signal, lakala)).toHaveLength(1);
    expect(signalFindings({ ...signal, subject: { authorisationRef: 'A-1' } }, lakala)).toEqual([]);
  });

  test('with a payload of another form is refused with its places', () => {
    const misfit = drafted({ eventType: 'TERMINAL.REINSTATED', payload: { capability: 'NONE', more: 1 } });
    expect(misfit).toMatchObject({ problem: 'request.invalid' });
    const pointers = isProblem(misfit) ? misfit.errors.map(({ pointer }) => pointer) : [];
    expect(pointers.sort()).toEqual(['/payload/capability', '/payload/more']);
  });

  test('that hands a document in names one that is there, as it is', () => {
    const there = { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'image/png' };
    expect(uploadMisfit({ documentId: 'd', ...there }, there)).toBeUndefined();
    expect(uploadMisfit({ documentId: 'd', ...there }, undefined)).toMatchObject({ problem: 'document.not-found' });
    expect(uploadMisfit({ documentId: 'd', ...there, sha256: 'b'.repeat(64), bytes: 2 }, there)).toMatchObject({
      problem: 'request.invalid',
      errors: [{ pointer: '/payload/sha256' }, { pointer: '/payload/bytes' }],
    });
  });

  test.each(['TERMINAL.REINSTATED', 'TERMINAL.REINSTATE_FAILED'] as const)(
    '%s that names neither terminal nor item is refused',
    (eventType) => {
      expect(drafted({ eventType, payload: {} })).toMatchObject({
        problem: 'request.invalid',
        errors: [{ pointer: '/payload/terminalNo' }],
      });
    },
  );

  test.each([
    ['grounds', ''],
    ['grounds', 'x\0y'],
    ['grounds', 'x'.repeat(2001)],
    ['grounds', '\ud800'],
    ['grounds', REF],
  ])('with words that cannot be kept is refused: %s %p', (name, value) => {
    expect(drafted({ eventType: 'MERCHANT.APPEALED', payload: { [name]: value } })).toMatchObject({
      problem: 'request.invalid',
    });
  });
});

describe('who may say what', () => {
  test('only the issuer of a notice takes it back', () => {
    expect(facts({}, unionpay)[0]?.by.roles).toEqual(['UNIONPAY']);
    expect(drafted({}, lakala)).toMatchObject({ problem: 'guard.issuer-differs' });
    expect(drafted({ payload: { issuer: 'UNIONPAY' } }, lakala)).toMatchObject({ problem: 'guard.issuer-differs' });
    expect(drafted({ payload: { issuer: 'LAKALA' } }, unionpay)).toMatchObject({ problem: 'guard.issuer-differs' });
    expect(facts({}, lakala, aCase({}, 'LAKALA'))[0]?.by.roles).toEqual(['PARTNER']);
  });

  test('WeChat takes back its own notices and not those the acquirer made', () => {
    expect(drafted({}, wechat, aCase({}, 'ACQUIRER'))).toMatchObject({ problem: 'guard.issuer-differs' });
    expect(facts({}, wechat, aCase({ noticeNo: 'WX-1' }, 'ACQUIRER'))).toHaveLength(1);
  });

  test('a decision is brought by its owner, and a case of our own has none outside', () => {
    const decision = { eventType: 'REVIEW.DECISION', payload: { kind: 'APPROVED' } } as const;
    expect(facts(decision, unionpay)).toHaveLength(1);
    expect(drafted(decision, lakala)).toMatchObject({ problem: 'auth.role' });
    expect(drafted(decision, unionpay, aCase({}, 'LAKALA'))).toMatchObject({ problem: 'auth.role' });
    expect(drafted({ ...decision, payload: { kind: 'REVOKED' } }, unionpay)).toMatchObject({
      problem: 'request.invalid',
    });
  });

  test('a hold is released by the authority’s voice with the document that holds', () => {
    const release = { eventType: 'AUTHORITY.RELEASE', payload: { document: 'D-1' } } as const;
    const hold = { document: 'D-1', authority: 'PSB', kind: 'FREEZE', from: NOW, until: null, open: true };
    const held = aCase({ holds: [hold] });
    expect(facts(release, unionpay, held)[0]).toMatchObject({ command: 'RELEASE', by: { roles: ['AUTHORITY'] } });
    expect(drafted(release, lakala, held)).toMatchObject({ problem: 'auth.role' });
    const another = { ...release, payload: { document: 'D-2' } };
    expect(drafted(another, unionpay, held)).toMatchObject({ problem: 'guard.document-missing' });
    expect(drafted(release, unionpay, aCase({ holds: [{ ...hold, open: false }] }))).toMatchObject({
      problem: 'guard.document-missing',
    });
  });

  test('a notice in another’s name is taken, and a person is told to verify it', () => {
    const notice = aSignal({ eventType: 'SUSPENSION.NOTICE', payload: { issuer: 'UNIONPAY' } });
    expect(signalFindings(notice, lakala)).toHaveLength(1);
    expect(signalFindings(notice, unionpay)).toEqual([]);
  });
});

describe('one signal about several items', () => {
  const requested = aCase(withStatus('RESTORE_REQUESTED'));

  test('is a fact for each, always under the same ids', () => {
    const signal = { eventType: 'MERCHANT.REINSTATED' } as const;
    const [first, second] = facts(signal, lakala, requested);
    expect([first?.command, second?.command]).toEqual(['ITEM_RESTORED', 'ITEM_RESTORED']);
    // The network carries out what was ordered as any partner does; only the decision is its own (row 34).
    expect(facts(signal, unionpay, requested)[0]?.by.roles).toEqual(['PARTNER']);
    expect(new Set([first?.factId, second?.factId]).size).toBe(2);
    expect(facts(signal, lakala, requested).map(({ factId }) => factId)).toEqual([first?.factId, second?.factId]);
    expect(first?.factId).toMatch(/^inbox_1\/[0-9a-f]{12}$/);
  });

  test('leaves those alone that are back already, unless all are', () => {
    const [one, two] = requested.scope;
    const partly = aCase({ state: 'PARTIALLY_REINSTATED', scope: [{ ...one!, status: 'RESTORED' }, two!] });
    const signal = { eventType: 'TERMINAL.REINSTATED', payload: { terminalNo: two!.place } } as const;
    expect(facts(signal, lakala, partly)).toHaveLength(1);
    expect(facts({ ...signal, payload: { terminalNo: one!.place } }, lakala, partly)).toHaveLength(1);
  });

  test('about a terminal that is none of the case is refused', () => {
    expect(
      drafted({ eventType: 'TERMINAL.REINSTATED', payload: { terminalNo: 'A0073841' } }, lakala, requested),
    ).toMatchObject({
      problem: 'guard.item-unknown',
    });
  });
});
