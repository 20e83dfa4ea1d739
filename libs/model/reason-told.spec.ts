import { describe, expect, test } from '@jest/globals';
import { CaseStory } from './case.examples.js';
import { CURRENT_RULES } from './policy/policies.js';
import { reasonTold, remedyTold } from './reason-told.js';
import type { ReasonCode } from './vocabulary.js';

const { policy } = CURRENT_RULES;
const told = (...reasonCodes: readonly ReasonCode[]) => {
  const { case: current } = new CaseStory({ reasonCodes });
  return [reasonTold(current, policy), remedyTold(current, policy)];
};

describe('a merchant suspended for several reasons', () => {
  test('is told each of them and the way out of each, where all may be told', () => {
    expect(told('INACTIVITY', 'QUALIFICATION_EXPIRED')).toEqual([
      { zh: '长期无交易、资质问题', en: 'Inactivity, Qualification expired' },
      {
        zh: '请完成身份重新核验。请更新到期证照并上传,核验后更新登记信息。',
        en:
          'Please have your identity verified again. ' +
          'Please renew the paper that has expired and hand it in; your registered data are then brought up to date.',
      },
    ]);
  });

  test.each<[readonly ReasonCode[], string]>([
    [['INACTIVITY', 'TRADING_VIOLATION'], 'a routine check of the merchant service'],
    [['ILLEGAL_OPERATION', 'TRADING_VIOLATION'], 'a check'],
  ])('is told of %j no more than of the most guarded of them', (codes, en) => {
    expect(told(...codes)).toMatchObject([{ en }, { en: 'Please hand in what you are asked for.' }]);
  });
});
