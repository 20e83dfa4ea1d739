import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holdsCardData, maskCardData, maskCardText } from './card-data.js';

const CARDS = [
  '6228480402564890018',
  '4111111111111111',
  '5555555555554444',
  '378282246310005',
  '3530111333300000',
  '30569309025904',
];
const CLOAKED = [
  '4111 1111 1111 1111',
  '4111-1111-1111-1111',
  '４１１１１１１１１１１１１１１１',
  '4111\u200b111111111111',
  '6228 4804 0256 4890 018',
  'card 4111 1111 1111 1111 2027',
  'ref 12 4111 1111 1111 1111',
];
const CODES = ['CVN2: 123', 'cvv 4567', 'CVV2为 321', 'PIN: 123456'];

describe('card data', () => {
  test.each(CARDS)('is seen in %s, alone and in a sentence', (pan) => {
    expect(holdsCardData(pan)).toBe(true);
    expect(holdsCardData(`持卡人卡号${pan}，金额 100 元`)).toBe(true);
  });

  test.each(CLOAKED)('is seen through the way it is written: %s', (text) => {
    expect(holdsCardData(text)).toBe(true);
  });

  test.each(CODES)('is seen in %s', (text) => {
    expect(holdsCardData(text)).toBe(true);
  });

  test.each([
    '622848******1234',
    '6228480402564890019',
    '1234567890123456',
    '822932558121033',
    '2026-11-23 09:00:00.000',
    '112309481203',
    '310101190001010310',
    '13681241586',
    'PIN pad replaced 2026',
    '4111 1111 1111',
    'bench-b4396300-3878-4888-8ce6-4092be7e51e2',
    '9c4d48c8-222b-4931-9331-67233e47351e',
    'cvn check failed',
    '',
  ])('is not seen in %s, which stays as it is', (text) => {
    expect(holdsCardData(text)).toBe(false);
    expect(maskCardText(text)).toBe(text);
  });
});

describe('masking', () => {
  test.each([
    ['卡号6228480402564890018，金额 100 元', '卡号622848*********0018，金额 100 元'],
    ['4111 1111 1111 1111', '4111 11** **** 1111'],
    ['４１１１１１１１１１１１１１１１', '４１１１１１******１１１１'],
    ['4111\u200b111111111111', '4111\u200b11******1111'],
    ['CVN2: 123 and pin=123456', 'CVN2: *** and pin=******'],
    ['two: 4111111111111111, 5555555555554444', 'two: 411111******1111, 555555******4444'],
  ])('of %s leaves %s', (text, masked) => {
    expect(maskCardText(text)).toBe(masked);
  });

  test('leaves nothing that is seen as card data, and no other character changed', () => {
    const piece = fc.oneof(
      fc.constantFrom(...CARDS, ...CLOAKED, ...CODES),
      fc.string({ unit: 'binary' }),
      fc.nat().map(String),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom('', ' ', '，', '-'), (pieces, between) => {
        const text = pieces.join(between);
        const masked = maskCardText(text);
        expect(holdsCardData(masked)).toBe(false);
        expect(masked).toHaveLength(text.length);
        expect([...masked].every((character, i) => character === '*' || character === [...text][i])).toBe(true);
      }),
    );
  });

  test('of a text made so that each masked card brings out the next takes time to its length', () => {
    const pairs = 20_000;
    const masked = maskCardText(`6212340000006206${' 110000006201 110000006206'.repeat(pairs)}`);
    expect(masked).toBe(`621234******6206${' 11******6201 11******6206'.repeat(pairs)}`);
  });

  test.each(['', 'is', ':', 'is:'])(
    'of a code that never comes after “cvv%s” takes time to the length of the gap',
    (said) => {
      const text = `cvv${said}${' '.repeat(200_000)}x`;
      expect(maskCardText(text)).toBe(text);
      expect(maskCardText(`cvv ${said} 123`)).toBe(`cvv ${said} ***`);
    },
  );

  test('of a message says where it was, and leaves alone what has a format of its own', () => {
    const pan = '6228480402564890018';
    const message = {
      payload: {
        reasonText: `卡号 ${pan}`,
        transactions: [{ maskedPan: pan, cvn2: '123' }],
        merchant: { settlementAccount: { no: pan } },
        amount: 4111111111111111,
      },
    };
    const { value, pointers } = maskCardData(message);
    expect(value).toEqual({
      payload: {
        reasonText: '卡号 622848*********0018',
        transactions: [{ maskedPan: '622848*********0018', cvn2: '***' }],
        merchant: { settlementAccount: { no: pan } },
        amount: '411111******1111',
      },
    });
    expect(pointers).toEqual([
      '/payload/reasonText',
      '/payload/transactions/0/maskedPan',
      '/payload/transactions/0/cvn2',
      '/payload/amount',
    ]);
  });

  test('of what is nested beyond reason cuts it off', () => {
    let deep: unknown = '4111111111111111';
    for (let i = 0; i < 10_000; i += 1) deep = [deep];
    const { value, pointers } = maskCardData(deep);
    expect(pointers).toEqual(['/0'.repeat(16)]);
    expect(JSON.stringify(value)).not.toContain('4111');
  });
});
