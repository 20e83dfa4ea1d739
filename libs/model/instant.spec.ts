import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  earliest,
  formatDuration,
  fromMs,
  isInstant,
  parseDuration,
  parseInstant,
  plusMs,
  toMs,
} from './instant.js';

const FIRST = '0000-01-01T00:00:00.000Z';
const LAST = '9999-12-31T23:59:59.999Z';
const anyMs = (): fc.Arbitrary<number> => fc.integer({ min: Date.parse(FIRST), max: Date.parse(LAST) });

describe('an instant', () => {
  test('comes back unchanged from its milliseconds, and sorts as text the way it sorts in time', () => {
    fc.assert(
      fc.property(anyMs(), anyMs(), (a, b) => {
        expect(toMs(fromMs(a))).toBe(a);
        expect(fromMs(a) < fromMs(b)).toBe(a < b);
      }),
    );
  });

  test.each([FIRST, LAST, '2026-11-23T01:02:03.004Z', '2028-02-29T00:00:00.000Z'])('%s is one', (text) => {
    expect(isInstant(text)).toBe(true);
    expect(fromMs(toMs(text))).toBe(text);
  });

  test.each([
    '2026-02-30T00:00:00.000Z',
    '2026-02-29T00:00:00.000Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23T01:02:03Z',
    '2026-11-23T01:02:03.004+00:00',
    '2026-11-23T01:02:03.0040Z',
    '+010000-01-01T00:00:00.000Z',
    '2026-11-23',
    'Mon, 23 Nov 2026 01:02:03 GMT',
    '',
  ])('%j is none', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => toMs(text)).toThrow(RangeError);
  });

  test.each([undefined, null, 0, new Date(0)])('%p is none, because it is no text', (value) => {
    expect(isInstant(value)).toBe(false);
  });

  test.each([NaN, Infinity, 0.5, Date.parse(FIRST) - 1, Date.parse(LAST) + 1])('%p milliseconds make none', (ms) => {
    expect(() => fromMs(ms)).toThrow(RangeError);
  });

  test('moves by milliseconds in both directions', () => {
    expect(plusMs('2026-12-31T16:00:00.000Z', DAY_MS)).toBe('2027-01-01T16:00:00.000Z');
    expect(plusMs('2026-03-01T00:00:00.000Z', -1)).toBe('2026-02-28T23:59:59.999Z');
    expect(() => plusMs(LAST, 1)).toThrow(RangeError);
  });

  test('the earliest of several ignores those not known', () => {
    expect(earliest(undefined, LAST, FIRST, undefined, LAST)).toBe(FIRST);
    expect(earliest(undefined)).toBeUndefined();
    expect(earliest()).toBeUndefined();
  });
});

describe('reading a moment from outside', () => {
  test.each([
    ['2026-11-23T09:00:00+08:00', '2026-11-23T01:00:00.000Z'],
    ['2026-11-23T09:00:00Z', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23t09:00:00.5z', '2026-11-23T09:00:00.500Z'],
    ['2026-11-23T09:00:00.123456789Z', '2026-11-23T09:00:00.123Z'],
    ['2026-11-23T09:00:00.9999Z', '2026-11-23T09:00:00.999Z'],
    ['2027-01-01T03:00:00+08:00', '2026-12-31T19:00:00.000Z'],
    ['2026-12-31T20:00:00-09:30', '2027-01-01T05:30:00.000Z'],
    ['2026-11-23T09:00:00-00:00', '2026-11-23T09:00:00.000Z'],
    ['2026-11-23T23:59:59+23:59', '2026-11-23T00:00:59.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(parseInstant(text)).toBe(instant);
  });

  test.each([
    '2026-02-30T00:00:00Z',
    '2026-02-29T09:00:00+08:00',
    '2026-00-01T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-11-23T24:00:00Z',
    '2026-11-23T23:60:00Z',
    '2026-12-31T23:59:60Z',
    '2026-11-23T09:00:00',
    '2026-11-23 09:00:00Z',
    '2026-11-23T09:00Z',
    '2026-11-23T09:00:00.Z',
    '2026-11-23T09:00:00.1234567890Z',
    '2026-11-23T09:00:00+8:00',
    '2026-11-23T09:00:00+0800',
    '2026-11-23T09:00:00+24:00',
    '2026-11-23T09:00:00+08:60',
    '0000-01-01T00:00:00+08:00',
    '9999-12-31T23:59:59-08:00',
    '2026-11-23',
    '２０２６-11-23T09:00:00Z',
    ' 2026-11-23T09:00:00Z',
    '2026-11-23T09:00:00Z\n',
    '',
  ])('%j is refused', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test('an instant is read as itself', () => {
    fc.assert(fc.property(anyMs(), (ms) => expect(parseInstant(fromMs(ms))).toBe(fromMs(ms))));
  });
});

describe('a duration', () => {
  test.each([
    ['P5D', 5, 0],
    ['PT4H', 0, 4 * HOUR_MS],
    ['PT30M', 0, 30 * MINUTE_MS],
    ['P2W', 14, 0],
    ['P1W2DT3H4M5.006S', 9, 3 * HOUR_MS + 4 * MINUTE_MS + 5_006],
    ['PT0S', 0, 0],
    ['PT90M', 0, 90 * MINUTE_MS],
  ])('%s is %d days and %d ms', (text, days, ms) => {
    expect(parseDuration(text)).toEqual({ days, ms });
  });

  test.each([
    'P',
    'PT',
    'P1DT',
    'P1M',
    'P1Y',
    '-P1D',
    'P-1D',
    'P1.5D',
    'PT1.5H',
    'PT1.0001S',
    'P1D2W',
    'PT1M1H',
    'p1d',
    '5D',
    'P1H',
    'P1D ',
    '',
    'P99999999999999999999D',
    'PT9007199254740993S',
  ])('%j is refused', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test.each([
    [0, 'PT0S'],
    [14 * HOUR_MS, 'PT14H'],
    [14 * HOUR_MS + 30 * MINUTE_MS, 'PT14H30M'],
    [10 * DAY_MS, 'PT240H'],
    [1, 'PT0.001S'],
    [HOUR_MS + 61_500, 'PT1H1M1.5S'],
  ])('%d ms is written %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test.each([-1, 0.5, NaN, Infinity])('%p ms cannot be written', (ms) => {
    expect(() => formatDuration(ms)).toThrow(RangeError);
  });

  test('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 * DAY_MS }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toEqual({ days: 0, ms });
      }),
    );
  });
});
