import { describe, expect, test } from '@jest/globals';
import { CURRENT_RULES } from '#model';
import { checked } from '../problem/checked.js';
import { Problem, type Finding } from '../problem/problem.js';
import { noticeSchema } from './notice.schema.js';
import { contentOf, openingFields } from './opening.fields.js';

const NOTICE = {
  issuer: 'UNIONPAY',
  noticeNo: 'UPR-2026-1123-000187',
  noticeDate: '2026-11-23',
  effectiveAt: '2026-11-23T09:00:00+08:00',
  institutionCode: '48222900',
  merchantNo: '82229007392000A',
  mcc: '7392',
  reasonCodes: ['TRADING_VIOLATION'],
  reasonText: '频繁大额交易',
  restrictions: [{ capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: '47781282', limit: null }],
  transactions: [
    { rrn: '112309481203', at: '2026-11-22T14:03:11+08:00', amountFen: 4980000, maskedPan: '622848******1234' },
  ],
  merchant: {
    kind: 'ENTERPRISE',
    name: '样例商户',
    creditCode: '91110105NE8PR7JY32',
    legalRep: { name: '样例法人', idNo: '310101190001010310' },
    settlementAccount: { no: '0080636083778353374', bankCode: '102100099996' },
    phone: '13681241586',
  },
};
const REF = { textId: 'text-1', commitment: 'a'.repeat(64) };

function findings(changes: object): readonly Finding[] {
  try {
    checked(noticeSchema, { ...NOTICE, ...changes });
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.extensions['errors'] as readonly Finding[];
  }
}

describe('a notice', () => {
  test('is taken as the contract has it', () => {
    expect(findings({})).toEqual([]);
    expect(
      findings({
        institutionCode: '48222900123',
        restrictions: undefined,
        merchant: undefined,
        transactions: undefined,
      }),
    ).toEqual([]);
  });

  test.each([
    ['a merchant number in small letters', { merchantNo: '82229007392000a' }, '/merchantNo', /15 characters/],
    ['a merchant number too short', { merchantNo: '8222900739' }, '/merchantNo', /15 characters/],
    [
      'an unknown reason',
      { reasonCodes: ['TRADING_VIOLATION', 'NO_SUCH'] },
      '/reasonCodes/1',
      /"NO_SUCH" is not a known reason; known are TRADING_VIOLATION, /,
    ],
    ['no reason', { reasonCodes: [] }, '/reasonCodes', /at least one/],
    ['a reason twice', { reasonCodes: ['INACTIVITY', 'INACTIVITY'] }, '/reasonCodes/1', /twice/],
    ['an unknown issuer', { issuer: 'VISA' }, '/issuer', /UNIONPAY, UMS/],
    ['a notice number with a space', { noticeNo: 'UPR 1' }, '/noticeNo', /without spaces/],
    [
      'a terminal level without a terminal',
      { restrictions: [{ capability: 'ACCEPT_QR', level: 'TERMINAL' }] },
      '/restrictions/0/terminalNo',
      /names its terminal/,
    ],
    [
      'a merchant level with a terminal',
      { restrictions: [{ capability: 'ACCEPT_QR', level: 'MERCHANT', terminalNo: '47781282' }] },
      '/restrictions/0/terminalNo',
      /does not belong/,
    ],
    [
      'a terminal number of nine',
      { restrictions: [{ capability: 'ACCEPT_QR', level: 'TERMINAL', terminalNo: '477812829' }] },
      '/restrictions/0/terminalNo',
      /8 letters or digits/,
    ],
    [
      'a card number not masked',
      { transactions: [{ ...NOTICE.transactions[0], maskedPan: '6228481234561234' }] },
      '/transactions/0/maskedPan',
      /masked/,
    ],
    [
      'a transaction twice',
      { transactions: [NOTICE.transactions[0], NOTICE.transactions[0]] },
      '/transactions/1',
      /twice/,
    ],
    ['a wrong check character', { merchant: { creditCode: '91110105NE8PR7JY33' } }, '/merchant/creditCode', /GB 32100/],
    [
      'an identity number a digit off',
      { merchant: { legalRep: { idNo: '310101190001010311' } } },
      '/merchant/legalRep/idNo',
      /check character/,
    ],
    [
      'an account with letters',
      { merchant: { settlementAccount: { no: '00806X' } } },
      '/merchant/settlementAccount/no',
      /digits only/,
    ],
    ['a phone with a dash', { merchant: { phone: '021-12345678' } }, '/merchant/phone', /digits only/],
    [
      'a window without maintenance',
      { window: { start: NOTICE.effectiveAt, end: '2026-11-24T09:00:00+08:00' } },
      '/window',
      /MAINTENANCE/,
    ],
    [
      'a window that ends first',
      { reasonCodes: ['MAINTENANCE'], window: { start: '2026-11-24T09:00:00+08:00', end: NOTICE.effectiveAt } },
      '/window',
      /end after/,
    ],
    ['a field nobody knows', { merchant: { nickname: 'x' } }, '/merchant/nickname', /not a field/],
    ['a mcc of three digits', { mcc: '739' }, '/mcc', /4 digits/],
  ] as const)('is refused for %s, and told where and why', (_, changes, pointer, message) => {
    expect(findings(changes)).toEqual([{ pointer, message: expect.stringMatching(message) }]);
  });

  test('has one hash however its instants and members are written', () => {
    const { noticeNo, ...others } = NOTICE;
    const same = { ...others, effectiveAt: '2026-11-23T01:00:00Z', noticeNo, sandbox: false };
    expect(contentOf(checked(noticeSchema, same)).hash).toBe(contentOf(checked(noticeSchema, NOTICE)).hash);
    expect(contentOf(checked(noticeSchema, { ...NOTICE, reasonText: '改' })).hash).not.toBe(
      contentOf(checked(noticeSchema, NOTICE)).hash,
    );
  });

  test('opens a case on its codes alone; words and personal data stay behind', () => {
    const fields = openingFields('case_1', checked(noticeSchema, NOTICE), REF, CURRENT_RULES);
    expect(fields.restrictions).toEqual([
      { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282', execution: 'DONE' },
    ]);
    expect(fields.transactions).toEqual([
      { transactionId: '112309481203', at: '2026-11-22T06:03:11.000Z', amountFen: 4980000 },
    ]);
    for (const secret of [
      '样例',
      '频繁',
      '91110105NE8PR7JY32',
      '310101190001010310',
      '0080636083778353374',
      '13681241586',
      '622848',
    ]) {
      expect(JSON.stringify(fields)).not.toContain(secret);
    }
  });

  test('without restrictions takes away what its reason usually does, from the whole merchant', () => {
    const fields = openingFields('case_1', checked(noticeSchema, { ...NOTICE, restrictions: [] }), REF, CURRENT_RULES);
    const usual = CURRENT_RULES.policy.reasons.TRADING_VIOLATION.capabilities;
    expect(fields.restrictions).toEqual(
      usual.map((capability) => ({ capability, level: 'MERCHANT', execution: 'DONE' })),
    );
  });
});
