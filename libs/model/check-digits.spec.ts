import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isCreditCode, isIdentityNumber, passesLuhn } from './check-digits.js';

const changedAt = (text: string, at: number): string => {
  const digit = text[at] === '7' ? '8' : '7';
  return text.slice(0, at) + digit + text.slice(at + 1);
};

describe('check digits', () => {
  test.each(['91110105NE8PR7JY32', '913301060QQ8783RKG', '9111010556UARJR4AN'])(
    'of the credit code %s hold, and of no code a digit off',
    (code) => {
      expect(isCreditCode(code)).toBe(true);
      fc.assert(fc.property(fc.nat(17), (at) => !isCreditCode(changedAt(code, at))));
    },
  );

  test.each(['310101190001010310', '110101190001013522', '110101190001014680'])(
    'of the identity number %s hold, and of no number a digit off',
    (id) => {
      expect(isIdentityNumber(id)).toBe(true);
      fc.assert(fc.property(fc.nat(16), (at) => !isIdentityNumber(changedAt(id, at))));
    },
  );

  test('are asked only of numbers with the right length, letters and birth date', () => {
    expect(isCreditCode('91110105NE8PR7JY3')).toBe(false);
    expect(isCreditCode('91110105NE8PR7JYI2')).toBe(false);
    expect(isIdentityNumber('310101190002300310')).toBe(false);
    expect(isIdentityNumber('')).toBe(false);
  });

  test('of a card follow Luhn', () => {
    expect(passesLuhn('4111111111111111')).toBe(true);
    expect(passesLuhn('4111111111111112')).toBe(false);
  });
});
