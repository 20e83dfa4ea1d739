import { describe, expect, test } from '@jest/globals';
import { NOW } from './partner.examples.js';
import { OWNERSHIP_SEEDS, ownsMerchant, type Ownership } from './ownership.js';

const relation = (changes: Partial<Ownership>): Ownership => ({
  partner: 'lakala',
  institution: '*',
  merchants: '822',
  relation: 'ACQUIRER',
  from: '2026-01-01T00:00:00.000Z',
  until: null,
  ...changes,
});

describe('a merchant', () => {
  test.each([
    ['unionpay', '822290073920001', true],
    ['lakala', '82229007392000A', true],
    ['lakala', '821121059430001', false],
    ['allinpay', '821121059430001', true],
    ['shengpay', '820290073920001', true],
    ['ums', '802290073920001', true],
    ['ums', '806290073920001', true],
    ['ums', '898290073920001', true],
    ['ums', '822290073920001', false],
    ['nobody', '822290073920001', false],
  ])('is %s’s to see by the seeds: %s %s', (partner, merchantNo, owns) => {
    expect(ownsMerchant(OWNERSHIP_SEEDS, partner, merchantNo, NOW)).toBe(owns);
  });

  test('is a partner’s from the first instant of the relation until before its last', () => {
    const relations = [relation({ from: '2026-11-23T02:00:00.000Z', until: '2026-11-24T02:00:00.000Z' })];
    const owned = (at: string) => ownsMerchant(relations, 'lakala', '822290073920001', at);
    expect(['2026-11-23T01:59:59.999Z', '2026-11-23T02:00:00.000Z'].map(owned)).toEqual([false, true]);
    expect(['2026-11-24T01:59:59.999Z', '2026-11-24T02:00:00.000Z'].map(owned)).toEqual([true, false]);
  });

  test('of another institution is not covered by a relation that names one', () => {
    const relations = [relation({ institution: '48222900' })];
    expect(ownsMerchant(relations, 'lakala', '822290073920001', NOW, '48222900')).toBe(true);
    expect(ownsMerchant(relations, 'lakala', '822290073920001', NOW, '48222901')).toBe(false);
  });
});
