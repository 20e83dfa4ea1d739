import { describe, expect, test } from '@jest/globals';
import { senderOf } from './partners.js';
import { unservedKind } from './sender.js';

const naming = (kind?: string) => ({ merchant: { kind, name: '样例商户' } });

describe('a notice', () => {
  test.each([
    [
      'ums',
      'MICRO_PERSON',
      /^is a kind of merchant ums does not serve; it serves ENTERPRISE, INDIVIDUAL_BUSINESS, INST/,
    ],
    ['allinpay', 'MICRO_PERSON', /allinpay does not serve/],
  ])('of %s may not name a %s', (code, kind, message) => {
    expect(unservedKind(senderOf(code), naming(kind))).toEqual({
      pointer: '/merchant/kind',
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ['ums', 'INDIVIDUAL_BUSINESS'],
    ['lakala', 'MICRO_PERSON'],
    ['shengpay', 'MICRO_PERSON'],
    ['unionpay', 'MICRO_PERSON'],
    ['somebody-new', 'MICRO_PERSON'],
    ['ums', undefined],
    ['ums', 'NO_KIND_AT_ALL'],
  ])('of %s may name a %s', (code, kind) => {
    expect(unservedKind(senderOf(code), naming(kind))).toBeUndefined();
  });

  test('that names no merchant, or is none, is not looked at', () => {
    for (const notice of [{}, { merchant: null }, null, 'x'])
      expect(unservedKind(senderOf('ums'), notice)).toBeUndefined();
  });
});
