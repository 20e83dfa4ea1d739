import { expect, test } from '@jest/globals';
import { canonical } from './canonical.js';

test.each<[string, unknown, string]>([
  ['members in the order of their names', { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
  ['lists in their own order', [3, 1, 2], '[3,1,2]'],
  ['members without a value left out', { a: undefined, b: null, c: undefined, d: '' }, '{"b":null,"d":""}'],
  ['texts as JSON writes them', ['停用', '"', '\n'], '["停用","\\"","\\n"]'],
  ['whole numbers and yes or no', [0, -1, Number.MAX_SAFE_INTEGER, true, false], '[0,-1,9007199254740991,true,false]'],
  ['nothing at all', [{}, [], null], '[{},[],null]'],
])('the one text of a value has %s', (_, value, text) => {
  expect(canonical(value)).toBe(text);
});

test.each<[string, unknown, string]>([
  ['a fraction', { a: 0.5 }, 'canonical text holds whole numbers only, not 0.5'],
  ['a number too great to be exact', [2 ** 53], 'canonical text holds whole numbers only, not 9007199254740992'],
  ['no number', NaN, 'canonical text holds whole numbers only, not NaN'],
  ['nothing in a list', [undefined], 'canonical text cannot hold a undefined'],
  ['a function', { a: () => 1 }, 'canonical text cannot hold a function'],
  ['a big integer', 1n, 'canonical text cannot hold a bigint'],
])('%s has no such text', (_, value, told) => {
  expect(() => canonical(value)).toThrow(new TypeError(told));
});
