import { describe, expect, test } from '@jest/globals';
import { PERSON_COMMANDS } from './index.js';
import { textsOf, withRefs } from './texts.js';

const ref = (n: number) => ({ textId: `text-${n}`, commitment: String(n).repeat(64) });

describe('the free words of a command', () => {
  test('are found wherever the fields say so, with their places', () => {
    const values = {
      items: [
        { code: 'M02', reason: 'seal missing' },
        { code: 'M10', reason: 'unreadable' },
      ],
    };
    expect(textsOf(PERSON_COMMANDS.REQUEST_SUPPLEMENT, values)).toEqual([
      { text: 'seal missing', pointer: '/items/0/reason' },
      { text: 'unreadable', pointer: '/items/1/reason' },
    ]);
  });

  test('give way to references in the same order, and nothing else changes', () => {
    const values = { findings: ['one', 'two'], dueAt: '2026-12-01T00:00:00.000Z' };
    expect(withRefs(PERSON_COMMANDS.REQUIRE_RECTIFICATION, values, [ref(1), ref(2)])).toEqual({
      findings: [ref(1), ref(2)],
      dueAt: '2026-12-01T00:00:00.000Z',
    });
  });

  test('are none where the command has no text', () => {
    expect(textsOf(PERSON_COMMANDS.ITEM_RESTORED, { itemId: 'a' })).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a text for a list', { items: 'none' }],
    ['nothing for a list', { items: null }],
    ['a record for a list', { items: { code: 'M02', reason: 'unreadable' } }],
    ['a text for a record', { items: ['M02'] }],
    ['nothing for a record', { items: [null] }],
    ['a number for words', { items: [{ code: 'M02', reason: 7 }] }],
    ['a list for words', { items: [{ code: 'M02', reason: ['unreadable'] }] }],
    ['a reference for words', { items: [{ code: 'M02', reason: ref(1) }] }],
    ['a list for a code', { items: [{ code: ['unreadable'] }] }],
    ['a record for a code', { items: [{ code: { reason: 'unreadable' } }] }],
    ['a member there is not', { colour: 'unreadable' }],
  ])('are not looked for where there is %s: that is left as it came, to be refused', (_, values) => {
    expect(textsOf(PERSON_COMMANDS.REQUEST_SUPPLEMENT, values)).toEqual([]);
    expect(withRefs(PERSON_COMMANDS.REQUEST_SUPPLEMENT, values, [ref(9)])).toStrictEqual(values);
  });
});
