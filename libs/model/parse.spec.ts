import { describe, expect, test } from '@jest/globals';
import {
  code,
  date,
  duration,
  figures,
  flag,
  hash,
  id,
  instant,
  int,
  list,
  optional,
  record,
  text,
  type Field,
} from './fields.js';
import { fieldMisfits, misfits } from './parse.js';

const hex = 'a'.repeat(64);
const ref = { textId: 'text_1', commitment: hex };
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`figure${n}`, '1']));

describe('of a field', () => {
  test.each<[string, Field, readonly unknown[], readonly unknown[]]>([
    ['a code is one of its own', code(['A', 'B']), ['A', 'B'], ['C', '', 1, null, undefined, ['A']]],
    ['a whole number is within its limits', int(1, 3), [1, 3], [0, 4, 1.5, '2', NaN, Infinity, null]],
    ['a whole number is one that is counted exactly', int(0, 1e300), [2 ** 53 - 1], [2 ** 53]],
    ['a flag is yes or no', flag, [true, false], ['true', 1, null]],
    [
      'an id begins with a letter or digit, has no blank and at most 128 characters',
      id,
      ['a', '9', 'a:b/c@d+e-f.g_h', 'x'.repeat(128)],
      ['', '-a', 'a b', '张三', 'x'.repeat(129), 7],
    ],
    [
      'a hash has 64 small hexadecimal digits',
      hash,
      [hex],
      [hex.slice(1), `${hex}a`, 'A'.repeat(64), 'g'.repeat(64), 7],
    ],
    [
      'an instant is written in one way',
      instant,
      ['2026-11-23T02:00:00.000Z'],
      ['2026-11-23', '2026-11-23T02:00:00Z', '2026-02-30T02:00:00.000Z', 7],
    ],
    [
      'a date has year, month and day, and exists',
      date,
      ['2026-11-23', '2028-02-29'],
      ['2026-11-3', '23.11.2026', '2026-11-23T', '2026-02-30', 7],
    ],
    ['a duration is one of ISO 8601', duration, ['P1D', 'PT4H'], ['1 day', 'P', 'P1M', 7]],
    [
      'figures are decimals by name',
      figures,
      [{}, { returns: '0.02', 'a.b': '-1' }, many(50)],
      [many(51), { returns: 0.02 }, { returns: '2%' }, { 'a b': '1' }, ['1'], null, 'x'],
    ],
    [
      'words are a reference and its commitment alone',
      text(),
      [ref],
      [
        'words',
        null,
        [ref],
        { textId: 'text_1' },
        { commitment: hex },
        { ...ref, more: 1 },
        { ...ref, textId: 'a b' },
        { ...ref, textId: 1 },
        { ...ref, commitment: 'x' },
        { ...ref, commitment: 1 },
      ],
    ],
    ['a list has at most so many elements', list(id, 2), [[], ['a', 'b']], [['a', 'b', 'c'], 'a', { 0: 'a' }, null]],
    ['a record has members', record({ a: optional(id) }), [{}, { a: 'x' }], [[], 'a', null, 7]],
  ])('%s', (_, field, fitting, unfitting) => {
    expect(fitting.map((value) => misfits(field, value))).toEqual(fitting.map(() => []));
    expect(unfitting.map((value) => misfits(field, value, '/x'))).toEqual(unfitting.map(() => ['/x']));
    expect(unfitting.map((value) => misfits(field, value))).toEqual(unfitting.map(() => ['/']));
  });
});

describe('of a set of fields', () => {
  const fields = { a: id, b: optional(int(0, 9)), c: list(record({ d: id })) };

  test.each<[string, unknown, readonly string[]]>([
    ['that is whole, nothing', { a: 'x', c: [] }, []],
    ['with all that may be there, nothing', { a: 'x', b: 1, c: [{ d: 'y' }] }, []],
    ['whose optional member has no value, nothing', { a: 'x', b: undefined, c: [] }, []],
    ['without what is required, each of it', {}, ['/a', '/c']],
    ['with what nobody knows, that first', { a: 'x', c: [], toString: 1, z: 1, b: 10 }, ['/toString', '/z', '/b']],
    [
      'with elements that do not fit, each of them',
      { a: 'x', c: [{ d: 'y' }, { d: 1 }, 'y', {}] },
      ['/c/1/d', '/c/2', '/c/3/d'],
    ],
    ['that is none, the whole', 'a', ['/']],
    ['that is a list, the whole', [], ['/']],
    ['that is nothing, the whole', null, ['/']],
  ])('%s is found wrong', (_, values, places) => {
    expect(fieldMisfits(fields, values)).toEqual(places);
  });
});
