import { describe, expect, test } from '@jest/globals';
import { cardDataProblem, refuseCardDataInTexts } from './card-data.js';

describe('card data', () => {
  test('is refused with the place and without the number', () => {
    const problem = cardDataProblem({
      transactions: [{ rrn: '112309481203', maskedPan: '6228480402564890018' }],
      reasonText: 'x',
    });
    expect(problem).toMatchObject({
      status: 422,
      code: 'guard.card-data',
      extensions: { errors: [{ pointer: '/transactions/0/maskedPan' }] },
    });
    expect(JSON.stringify(problem?.body())).not.toContain('6228');
  });

  test.each(['cvn2', 'CVV2', 'track2', 'track2Data', 'pin', 'pin_block'])('is refused by the name %s alone', (name) => {
    expect(cardDataProblem({ merchant: { [name]: 'x' } })?.extensions['errors']).toMatchObject([
      { pointer: `/merchant/${name}` },
    ]);
  });

  test('is not looked for in numbers that have formats of their own', () => {
    const pan = '6228480402564890018';
    expect(
      cardDataProblem({ merchant: { settlementAccount: { no: pan } }, merchantNo: '378282246310005' }),
    ).toBeUndefined();
  });

  test('is refused as a number too', () => {
    expect(cardDataProblem({ extra: 4111111111111111 })?.detail).toContain('/extra');
  });

  test('is refused in the free words of a command', () => {
    expect(() => refuseCardDataInTexts([{ text: '卡号 4111111111111111', pointer: '/reason' }])).toThrow('/reason');
    expect(() => refuseCardDataInTexts([{ text: '尾号 1111', pointer: '/reason' }])).not.toThrow();
  });

  test('is not looked for in what is nested beyond reason', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 10_000; i += 1) deep = [deep];
    expect(() => cardDataProblem(deep)).toThrow(/nested/);
  });
});
