import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareDay, MOST_NOTICES } from './control-total.js';
import { noticeNoAt, NUMBERINGS, sequenceOf, seriesOf } from './notice-numbering.js';

const DAY = '2026-11-23';
const daily = seriesOf(NUMBERINGS['unionpay']!, DAY);
const yearly = seriesOf(NUMBERINGS['shengpay']!, DAY);
const numbers = (...sequences: number[]) => sequences.map((sequence) => noticeNoAt(daily, sequence));

describe('a running number', () => {
  test('is read out of a notice number of its own day and series, as it is written', () => {
    expect(sequenceOf(daily, 'UPR-2026-1123-000187')).toBe(187);
    expect(sequenceOf(daily, 'UPR-2026-1123-1000187')).toBe(1_000_187);
    const others = ['UPR-2026-1124-000187', 'UPR-2026-1123-0187', 'UPR-2026-1123-000000', 'UPR-2026-1123-A00187'];
    expect(others.map((noticeNo) => sequenceOf(daily, noticeNo))).toEqual(others.map(() => undefined));
    expect(sequenceOf(yearly, 'SFT-2026-000012')).toBe(12);
  });

  test.each(Object.keys(NUMBERINGS))('of %s goes into a notice number and out again', (partner) => {
    const series = seriesOf(NUMBERINGS[partner]!, DAY);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (sequence) =>
        expect(sequenceOf(series, noticeNoAt(series, sequence))).toBe(sequence),
      ),
    );
  });
});

describe('a day of which nothing was told', () => {
  test('shows the gaps between the numbers that came, from 1 where they start anew each day', () => {
    const compared = compareDay(undefined, numbers(2, 4), daily);
    expect(compared).toMatchObject({ basis: 'GAPS', told: null, difference: null, complete: false, extra: [] });
    expect(compared.missing).toEqual(numbers(1, 3));
    const came = ['SFT-2026-000012', 'SFT-2026-000014'];
    expect(compareDay(undefined, came, yearly).missing).toEqual(['SFT-2026-000013']);
    expect(compareDay(undefined, came, undefined).missing).toEqual([]);
    expect(compareDay(undefined, numbers(1, 99_999_999), daily).missing).toHaveLength(MOST_NOTICES - 1);
  });
});

describe('a day of which a total was told', () => {
  test('by the last number alone names what is missing at its end too', () => {
    const compared = compareDay({ notices: 4, lastSequence: 4 }, numbers(1, 2, 4), daily);
    expect(compared).toMatchObject({ basis: 'SEQUENCE', told: 4, received: 3, difference: 1, complete: false });
    expect(compared.missing).toEqual(numbers(3));
    expect(compareDay({ notices: 0, lastSequence: 0 }, [], daily).complete).toBe(true);
    const last = compareDay({ notices: 3, lastSequence: 14 }, ['SFT-2026-000013'], yearly);
    expect(last.missing).toEqual(['SFT-2026-000012', 'SFT-2026-000014']);
  });

  test('names what came and the issuer does not know', () => {
    const compared = compareDay({ notices: 1, lastSequence: 1 }, [...numbers(1, 2), 'BY-HAND-7'], daily);
    expect(compared).toMatchObject({ difference: -2, missing: [], complete: false });
    expect(compared.extra).toEqual(['BY-HAND-7', ...numbers(2)]);
  });

  test('by a count alone is complete when as many came and none is missing between them', () => {
    expect(compareDay({ notices: 2 }, numbers(1, 2), daily).complete).toBe(true);
    expect(compareDay({ notices: 2 }, numbers(1, 3), daily)).toMatchObject({ difference: 0, complete: false });
    expect(compareDay({ notices: 2 }, ['A', 'B'], undefined).complete).toBe(true);
  });

  test('by its numbers puts every number in exactly one class', () => {
    const some = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', ...numbers(1, 2, 3, 4)));
    fc.assert(
      fc.property(some, some, (told, came) => {
        const { missing, extra, complete, difference } = compareDay(
          { notices: told.length, noticeNos: told },
          came,
          daily,
        );
        const both = told.filter((noticeNo) => came.includes(noticeNo));
        expect([...missing, ...extra, ...both].sort()).toEqual([...new Set([...told, ...came])].sort());
        expect(difference).toBe(missing.length - extra.length);
        expect(complete).toBe(missing.length + extra.length === 0);
      }),
    );
  });

  test('is closed by the notices that were missing, whenever they come', () => {
    const last = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(last, fc.array(fc.integer({ min: 1, max: 30 })), (lastSequence, came) => {
        const total = { notices: lastSequence, lastSequence };
        const before = numbers(...came.filter((sequence) => sequence <= lastSequence));
        const { missing } = compareDay(total, before, daily);
        expect(compareDay(total, [...before, ...missing], daily)).toMatchObject({ missing: [], complete: true });
      }),
    );
  });
});
