import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ITEM_STATUSES, STATES } from '#model';
import { comparePlaces, DIFFERENCE_KINDS, OWNER_OF, DIFFERENCE_OWNERS } from './status-differences.js';
import { lineOf, placeKey, placeOf, standingOf, type HeldPlace, type ListedPlace } from './status-place.js';

const MERCHANT = '822290073920001';
const INSTITUTION = '48222900';

const line = (terminalNo: string | undefined, capability: ListedPlace['capability'] = 'ACCEPT_CARD'): ListedPlace => ({
  merchantNo: MERCHANT,
  ...(terminalNo !== undefined && { terminalNo }),
  capability,
});
const held = (
  of: ListedPlace,
  status: HeldPlace['status'] = 'SUSPENDED',
  also: Partial<HeldPlace> = {},
): HeldPlace => ({
  ...placeOf(of),
  caseId: 'case_1',
  institutionCode: INSTITUTION,
  status,
  state: 'UNDER_REVIEW',
  released: false,
  ...also,
});
const kinds = (theirs: readonly ListedPlace[], ours: readonly HeldPlace[]) =>
  comparePlaces(theirs, ours).map(({ itemId, kind }) => `${itemId} ${kind}`);

describe('a place', () => {
  test('both stop is agreed', () => {
    expect(kinds([line('47781282')], [held(line('47781282'))])).toEqual(['TERMINAL:47781282:ACCEPT_CARD AGREED']);
  });

  test('they stop and a case of ours has let go is stopped there only', () => {
    const [verdict] = comparePlaces([line('47781282')], [held(line('47781282'), 'RESTORED')]);
    expect(verdict).toMatchObject({ kind: 'STOPPED_THERE_ONLY', caseId: 'case_1', institutionCode: INSTITUTION });
  });

  test('let go for a time, or of an invalid notice, is let go', () => {
    for (const also of [{ status: 'RESTORED', released: true }, { state: 'CLOSED_INVALID' }] as const)
      expect(kinds([line('1')], [{ ...held(line('1')), ...also }])).toEqual([
        'TERMINAL:1:ACCEPT_CARD STOPPED_THERE_ONLY',
      ]);
  });

  test('we stop and they do not is stopped here only', () => {
    expect(kinds([], [held(line('1'))])).toEqual(['TERMINAL:1:ACCEPT_CARD STOPPED_HERE_ONLY']);
  });

  test('no case knows is stopped without a case, and goes to the institution of the merchant’s other cases', () => {
    const verdicts = comparePlaces([line('2')], [held(line('1'), 'RESTORED')]);
    expect(verdicts[0]).toMatchObject({ kind: 'STOPPED_WITHOUT_CASE', caseId: null, institutionCode: INSTITUTION });
    expect(comparePlaces([line('2')], [])[0]).toMatchObject({ institutionCode: null });
  });

  test('of which each stops another capability is that, on both sides', () => {
    expect(kinds([line('1', 'ACCEPT_QR')], [held(line('1'))])).toEqual([
      'TERMINAL:1:ACCEPT_QR OTHER_CAPABILITY',
      'TERMINAL:1:ACCEPT_CARD OTHER_CAPABILITY',
    ]);
  });

  test('is stopped with the whole merchant, whoever stops that', () => {
    expect(kinds([line('1')], [held(line(undefined))])[0]).toBe('TERMINAL:1:ACCEPT_CARD AGREED');
    expect(kinds([line(undefined)], [held(line('1'))])).toContain('TERMINAL:1:ACCEPT_CARD AGREED');
  });

  test('whose stop or end is on its way agrees with both', () => {
    for (const status of ['STOP_ORDERED', 'REPLACED', 'DECOMMISSIONED'] as const) {
      expect(kinds([line('1')], [held(line('1'), status)])).toEqual(['TERMINAL:1:ACCEPT_CARD AGREED']);
      expect(kinds([], [held(line('1'), status)])).toEqual(['TERMINAL:1:ACCEPT_CARD WORKING']);
    }
  });

  test('in several cases is stopped as long as one of them stops it', () => {
    const cases = [held(line('1'), 'RESTORED', { caseId: 'case_0' }), held(line('1')), held(line('1'), 'STOP_ORDERED')];
    expect(comparePlaces([], cases)).toMatchObject([{ kind: 'STOPPED_HERE_ONLY', caseId: 'case_1' }]);
  });
});

test('every kind of difference has somebody who must explain it', () => {
  expect(Object.keys(OWNER_OF).sort()).toEqual([...DIFFERENCE_KINDS].sort());
  expect(DIFFERENCE_KINDS.every((kind) => DIFFERENCE_OWNERS.includes(OWNER_OF[kind]))).toBe(true);
});

const anyLine: fc.Arbitrary<ListedPlace> = fc
  .tuple(
    fc.constantFrom(MERCHANT, '822290073920002'),
    fc.constantFrom(undefined, '00000001', '00000002'),
    fc.constantFrom('ACCEPT_CARD', 'ACCEPT_QR', 'SETTLEMENT' as const),
  )
  .map(([merchantNo, terminalNo, capability]) => ({ ...line(terminalNo, capability as 'ACCEPT_QR'), merchantNo }));
const anyHeld: fc.Arbitrary<HeldPlace> = fc
  .tuple(anyLine, fc.constantFrom(...ITEM_STATUSES), fc.constantFrom(...STATES), fc.boolean(), fc.integer({ max: 9 }))
  .map(([of, status, state, released, n]) => held(of, status, { state, released, caseId: `case_${n}` }));

test('every place either side names is in exactly one class, which follows from what both say of it', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 8 }), fc.array(anyHeld, { maxLength: 8 }), (theirs, ours) => {
      const verdicts = comparePlaces(theirs, ours);
      const spoken = ours.filter((one) => standingOf(one) !== undefined);
      const named = new Set([...theirs.map((one) => placeKey(placeOf(one))), ...spoken.map(placeKey)]);
      expect(verdicts.map(placeKey).sort()).toEqual([...named].sort());
      for (const verdict of verdicts) {
        const key = placeKey(verdict);
        const listed = theirs.some((one) => placeKey(placeOf(one)) === key);
        const standings = spoken.filter((one) => placeKey(one) === key).map(standingOf);
        if (listed) expect(['WORKING', 'STOPPED_HERE_ONLY']).not.toContain(verdict.kind);
        if (standings.includes('STOPPED')) expect(verdict.kind).not.toBe('STOPPED_THERE_ONLY');
        if (listed && standings.includes('STOPPED')) expect(verdict.kind).toBe('AGREED');
        if (standings.length > 0) expect(verdict.kind).not.toBe('STOPPED_WITHOUT_CASE');
        expect(verdict.caseId === null).toBe(standings.length === 0);
      }
    }),
    { numRuns: 500 },
  );
});

test('a list of exactly what we stop differs in nothing', () => {
  fc.assert(
    fc.property(fc.array(anyHeld, { maxLength: 10 }), (ours) => {
      const stopped = ours.filter((one) => standingOf(one) === 'STOPPED');
      const differing = comparePlaces(stopped.map(lineOf), ours).filter(
        ({ kind }) => kind !== 'AGREED' && kind !== 'WORKING',
      );
      expect(differing).toEqual([]);
    }),
  );
});
