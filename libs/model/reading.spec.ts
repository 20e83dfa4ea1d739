import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory } from './case.examples.js';
import type { Material, ScopeItem } from './case.js';
import type { Command } from './event.js';
import { effective, fieldsOf, missing, notAccepted, restricted, worksAgain } from './reading.js';
import type { Capability, ItemStatus, Level } from './vocabulary.js';

const { case: opened } = new CaseStory();
const item = (level: Level, capability: Capability, status: ItemStatus, until: string | null = null): ScopeItem => ({
  ...opened.scope[0]!,
  itemId: `${level}:${capability}`,
  level,
  capability,
  status,
  until,
});

describe('a terminal that was restored', () => {
  const restored = item('TERMINAL', 'ACCEPT_CARD', 'RESTORED');
  test.each<[string, boolean, ScopeItem]>([
    ['the merchant takes no cards', false, item('MERCHANT', 'ACCEPT_CARD', 'SUSPENDED')],
    ['the store takes no cards', false, item('STORE', 'ACCEPT_CARD', 'SUSPENDED')],
    [
      'the merchant takes cards for a time only',
      false,
      item('MERCHANT', 'ACCEPT_CARD', 'RESTORED', '2026-12-01T02:00:00.000Z'),
    ],
    ['the merchant takes no codes', true, item('MERCHANT', 'ACCEPT_QR', 'SUSPENDED')],
    ['the merchant takes cards again', true, item('MERCHANT', 'ACCEPT_CARD', 'RESTORED')],
    ['another terminal takes no cards', true, { ...item('TERMINAL', 'ACCEPT_CARD', 'SUSPENDED'), itemId: 'other' }],
  ])('while %s works again in fact: %s', (_, works, other) => {
    const current = { ...opened, scope: [other, restored] };
    expect(worksAgain(current, restored.itemId)).toBe(works);
    expect(effective(current).includes(restored)).toBe(works);
  });

  test('does not make a place work that is none of the case’s', () => {
    expect(worksAgain({ ...opened, scope: [restored] }, 'TERMINAL:elsewhere:ACCEPT_CARD')).toBe(false);
  });
});

test.each(['TERMINAL', 'STORE'] as const)(
  'a merchant that was restored works again although a %s of it does not',
  (level) => {
    const merchant = item('MERCHANT', 'ACCEPT_CARD', 'RESTORED');
    expect(effective({ ...opened, scope: [merchant, item(level, 'ACCEPT_CARD', 'SUSPENDED')] })).toEqual([merchant]);
  },
);

test.each<[ItemStatus, string | null, boolean]>([
  ['SUSPENDED', null, true],
  ['RESTORE_FAILED', null, true],
  ['RESTORED', null, false],
  ['RESTORED', '2026-12-01T02:00:00.000Z', true],
  ['REPLACED', null, false],
  ['DECOMMISSIONED', null, false],
])('a place that is %s until %s still holds something back: %s', (status, until, holds) => {
  expect(restricted({ ...opened, scope: [item('TERMINAL', 'ACCEPT_CARD', status, until)] })).toHaveLength(
    holds ? 1 : 0,
  );
});

test.each<[Material['status'], boolean, boolean]>([
  ['REQUESTED', true, true],
  ['REJECTED', true, true],
  ['UPLOADED', false, true],
  ['ACCEPTED', false, false],
  ['WAIVED', false, false],
])(
  'a required paper that is %s is missing: %s, and left to accept: %s; an optional one is neither',
  (status, lacks, left) => {
    const paper: Material = { code: 'M03', requirement: 'REQUIRED', status, round: 1, documents: [] };
    const current = {
      ...opened,
      materials: [paper, { ...paper, code: 'M18' as const, requirement: 'OPTIONAL' as const }],
    };
    expect([missing(current), notAccepted(current)]).toEqual([lacks ? [paper] : [], left ? [paper] : []]);
  },
);

test('a row that gives a rule a command it does not read is a fault of the table', () => {
  const submit = { type: 'SUBMIT', fields: {}, by: asker('INTAKE'), requestId: 'r_1' } as Command;
  expect(fieldsOf(submit, 'SUBMIT')).toBe(submit.fields);
  expect(() => fieldsOf(submit, 'APPROVE', 'REJECT')).toThrow(
    new TypeError('a rule for APPROVE,REJECT was given SUBMIT'),
  );
});
