import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MASKS, type Mask } from './masking.js';

describe('masked', () => {
  test.each<[Mask, string, string]>([
    ['identityNumber', '110101199003074514', '1****************4'],
    ['account', '6228480402564890018', '***************0018'],
    ['account', '95516', '****6'],
    ['phone', '13912345678', '139****5678'],
    ['phone', '02165432109', '********109'],
    ['personName', '李明', '*明'],
    ['personName', '欧阳小明', '***明'],
    ['personName', '李', '*'],
    ['firmName', '李明小卖部', '李**卖部'],
    ['creditCode', '91350211M000100Y46', '91350********00Y46'],
    ['address', '上海市浦东新区世纪大道100号', '上海市浦东新区***'],
    ['address', '广西壮族自治区南宁市青秀区民族大道1号', '广西壮族自治区南宁市青秀区***'],
    ['address', '江苏省苏州市昆山市前进路1号', '江苏省苏州市昆山市***'],
    ['address', '哈尔滨市中央大街89号社区', '哈尔滨市***'],
    ['address', 'Century Avenue 100', '***'],
  ])('%s %s is %s', (mask, text, shown) => {
    expect(MASKS[mask](text)).toBe(shown);
  });

  test('nothing is ever shown whole', () => {
    const written = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
    const text = written.filter((words) => !words.includes('*'));
    const name = fc.constantFrom(...(Object.keys(MASKS) as Mask[]));
    fc.assert(
      fc.property(name, text, (mask, words) => {
        const shown = MASKS[mask](words);
        expect(shown).toContain('*');
        expect(shown).not.toBe(words);
      }),
    );
  });
});
