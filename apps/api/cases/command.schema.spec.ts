import { describe, expect, test } from '@jest/globals';
import { PERSON_COMMANDS, type PersonCommandName } from '#model';
import { checked } from '../problem/checked.js';
import { Problem, type Finding } from '../problem/problem.js';
import { bodyFieldsOf, bodySchemaOf, COMMAND_BODIES, fieldsOf } from './command.schema.js';

function findings(command: PersonCommandName, body: object): readonly Finding[] {
  try {
    checked(bodySchemaOf(command), { command, ...body }, bodyFieldsOf(command));
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.extensions['errors'] as readonly Finding[];
  }
}

describe('the body of a command', () => {
  test('exists for every command a person can send', () => {
    expect(Object.keys(COMMAND_BODIES)).toEqual(Object.keys(PERSON_COMMANDS));
  });

  test('is read into the fields of the command', () => {
    const body = checked(bodySchemaOf('STOP_CONFIRMED'), {
      command: 'STOP_CONFIRMED',
      itemId: 'TERMINAL:47781282:ACCEPT_CARD',
      at: '2026-11-23T09:00:00+08:00',
      expectedSeq: 4,
    });
    expect(fieldsOf('STOP_CONFIRMED', body)).toEqual({
      itemId: 'TERMINAL:47781282:ACCEPT_CARD',
      at: '2026-11-23T01:00:00.000Z',
    });
  });

  test('may say for whom and on which state', () => {
    expect(findings('SUBMIT', { onBehalfOf: 'MERCHANT', expectedSeq: 7 })).toEqual([]);
    expect(findings('SUBMIT', { onBehalfOf: 'AGENT' })).toEqual([
      { pointer: '/onBehalfOf', message: 'must be one of MERCHANT' },
    ]);
  });

  test('names each member that is one too many, and those there are', () => {
    expect(findings('SUBMIT', { reason: 'x', notes: 1 })).toEqual([
      { pointer: '/reason', message: 'is not a field of this request; known are expectedSeq, onBehalfOf' },
      { pointer: '/notes', message: 'is not a field of this request; known are expectedSeq, onBehalfOf' },
    ]);
  });

  test('says what is missing and what it must be', () => {
    expect(findings('ACCEPT_MATERIAL', {})).toEqual([
      { pointer: '/code', message: expect.stringContaining('must be one of M01, M02') },
    ]);
    expect(findings('ESCALATE', {})).toEqual([{ pointer: '/reason', message: 'is missing; it must be a string' }]);
  });

  test.each([
    ['a hash in capitals', 'COMPLIANCE_SIGN_OFF', { evidenceHash: 'A'.repeat(64) }, '/evidenceHash'],
    ['an instant without an offset', 'WINDOW_CHANGED', { end: '2026-11-23T09:00:00' }, '/end'],
    ['a day that does not exist', 'WINDOW_CHANGED', { end: '2026-02-30T09:00:00Z' }, '/end'],
    ['a duration of months', 'EXTEND', { deadline: 'T_MATERIALS', by: 'P1M', reason: 'r' }, '/by'],
    ['half a fen', 'RECORD_OFFSET', { amountFen: 0.5, reason: 'r' }, '/amountFen'],
    ['a number beyond exact integers', 'RECORD_OFFSET', { amountFen: 1e20, reason: 'r' }, '/amountFen'],
    ['an id with a space', 'REASSIGN', { to: 'person senior' }, '/to'],
    ['an empty text', 'ADD_NOTE', { text: '' }, '/text'],
    ['a text with NUL', 'ADD_NOTE', { text: 'a\u0000b' }, '/text'],
    ['a text with half a character', 'ADD_NOTE', { text: 'a\ud800' }, '/text'],
    ['a text too long', 'ESCALATE', { reason: 'x'.repeat(2001) }, '/reason'],
    [
      'an unknown member deep inside',
      'REQUEST_SUPPLEMENT',
      { items: [{ code: 'M02', reason: 'r', x: 1 }] },
      '/items/0/x',
    ],
    ['a wrong member deep inside', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M99', reason: 'r' }] }, '/items/0/code'],
  ] as const)('is refused with a pointer for %s', (_, command, body, pointer) => {
    expect(findings(command, body)).toEqual([{ pointer, message: expect.stringMatching(/\w/) }]);
  });

  test('keeps figures as decimal text', () => {
    const metrics = { rate: 0.98, count: 12, drop: '-0.5', tenth: 0.1 + 0.2, none: 0, hundred: 100 };
    const body = checked(bodySchemaOf('RECORD_CHECKPOINT'), { command: 'RECORD_CHECKPOINT', metrics });
    expect(fieldsOf('RECORD_CHECKPOINT', body)).toEqual({
      metrics: { rate: '0.98', count: '12', drop: '-0.5', tenth: '0.3', none: '0', hundred: '100' },
    });
    expect(findings('RECORD_CHECKPOINT', { metrics: { rate: 'high' } })).toMatchObject([{ pointer: '/metrics/rate' }]);
    expect(findings('RECORD_CHECKPOINT', { metrics: { rate: 1e20 } })).toMatchObject([{ pointer: '/metrics/rate' }]);
  });

  test('carries what is declined under a name of its own', () => {
    const body = checked(bodySchemaOf('DECLINE'), { command: 'DECLINE', declined: 'MARK_INVALID', reason: 'r' });
    expect(fieldsOf('DECLINE', body)).toEqual({ command: 'MARK_INVALID', reason: 'r' });
  });
});
