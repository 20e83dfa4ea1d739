import { describe, expect, test } from '@jest/globals';
import { HOUR_MS, MINUTE_MS, fromMs } from '../instant.js';
import type { Calendar } from './calendar.js';
import { NINE_TO_SIX, WITH_NOON_BREAK, beijing } from './calendar.examples.js';
import { CN_HOLIDAYS } from './cn-holidays.js';
import { addWorkingDays, addWorkingMs, dayKind, localDate, workingDayMs, workingMsBetween } from './working-time.js';

describe('the sort of a day', () => {
  test.each([
    ['2026-01-05', { kind: 'WORKING' }],
    ['2026-01-10', { kind: 'WEEKEND' }],
    ['2026-01-11', { kind: 'WEEKEND' }],
    ['2026-01-02', { kind: 'HOLIDAY', name: CN_HOLIDAYS.newYear }],
    ['2026-01-04', { kind: 'MAKE_UP', for: CN_HOLIDAYS.newYear }],
    ['2026-02-14', { kind: 'MAKE_UP', for: CN_HOLIDAYS.springFestival }],
    ['2026-02-15', { kind: 'HOLIDAY', name: CN_HOLIDAYS.springFestival }],
    ['2026-02-23', { kind: 'HOLIDAY', name: CN_HOLIDAYS.springFestival }],
    ['2026-02-24', { kind: 'WORKING' }],
    ['2026-10-10', { kind: 'MAKE_UP', for: CN_HOLIDAYS.nationalDay }],
    ['2027-01-01', { kind: 'WORKING' }],
    ['2031-10-01', { kind: 'WORKING' }],
    ['1969-12-28', { kind: 'WEEKEND' }],
    ['1969-12-29', { kind: 'WORKING' }],
  ])('%s is %j', (date, kind) => {
    expect(dayKind(NINE_TO_SIX, date)).toEqual(kind);
  });

  test.each(['2026-02-30', '2026-2-3', '2026-02-03T00:00:00.000Z', ''])('%j is no day', (date) => {
    expect(() => dayKind(NINE_TO_SIX, date)).toThrow(RangeError);
  });

  test('the date is that of the wall clock in Beijing', () => {
    expect(localDate(NINE_TO_SIX, '2026-12-31T15:59:59.999Z')).toBe('2026-12-31');
    expect(localDate(NINE_TO_SIX, '2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
  });
});

describe('a deadline in working days', () => {
  test.each([
    ['one day within a week', '2026-11-23 10:30', 1, '2026-11-24 10:30'],
    ['five days over a plain weekend', '2026-11-20 17:00', 5, '2026-11-27 17:00'],
    ['from a Friday evening ends at a close of business', '2026-11-20 19:30', 1, '2026-11-23 18:00'],
    ['from Friday at closing time ends at Monday’s closing time', '2026-11-20 18:00', 1, '2026-11-23 18:00'],
    ['from a Saturday night', '2026-11-21 23:00', 3, '2026-11-25 18:00'],
    ['from before opening ends the same day', '2026-11-23 03:00', 1, '2026-11-23 18:00'],
    ['over the Spring Festival, with the make-up Saturday before it', '2026-02-13 15:00', 2, '2026-02-24 15:00'],
    ['over the Spring Festival, with both make-up Saturdays', '2026-02-13 15:00', 7, '2026-03-02 15:00'],
    ['begun inside the Spring Festival', '2026-02-18 12:00', 1, '2026-02-24 18:00'],
    ['ending on a make-up Saturday', '2026-02-27 11:00', 1, '2026-02-28 11:00'],
    ['begun on a make-up Sunday', '2026-01-04 14:00', 1, '2026-01-05 14:00'],
    ['over the make-up Sunday before National Day', '2026-09-18 16:00', 1, '2026-09-20 16:00'],
    ['over Mid-Autumn and National Day', '2026-09-24 09:30', 5, '2026-10-09 09:30'],
    ['over National Day to its make-up Saturday', '2026-09-30 17:00', 3, '2026-10-10 17:00'],
    ['over Qingming', '2026-04-03 10:00', 1, '2026-04-07 10:00'],
    ['over Labour Day and its make-up Saturday', '2026-04-30 10:00', 5, '2026-05-11 10:00'],
    ['over the Dragon Boat Festival', '2026-06-18 10:00', 1, '2026-06-22 10:00'],
    ['over New Year 2026', '2025-12-31 10:00', 1, '2026-01-04 10:00'],
    ['set in 2026 and due in 2027', '2026-12-31 16:00', 1, '2027-01-01 16:00'],
    ['of ten days set in 2026 and due in 2027', '2026-12-24 16:00', 10, '2027-01-07 16:00'],
    ['years after the last table', '2026-12-31 18:00', 5 * 52 * 4, '2030-12-26 18:00'],
  ])('%s: %s and %d days is %s', (_, from, days, due) => {
    expect(addWorkingDays(NINE_TO_SIX, beijing(from), days)).toBe(beijing(due));
  });
});

describe('a deadline in working hours', () => {
  test.each([
    ['within the day', '2026-11-23 10:00', 4, '2026-11-23 14:00'],
    ['over the night', '2026-11-23 16:00', 4, '2026-11-24 11:00'],
    ['from Friday afternoon', '2026-11-20 16:30', 4, '2026-11-23 11:30'],
    ['from Friday evening', '2026-11-20 22:00', 4, '2026-11-23 13:00'],
    ['that just fits the day ends with it', '2026-11-20 14:00', 4, '2026-11-20 18:00'],
    ['over the last evening of the year', '2026-12-31 16:00', 4, '2027-01-01 11:00'],
  ])('%s: %s and %d hours is %s', (_, from, hours, due) => {
    expect(addWorkingMs(NINE_TO_SIX, beijing(from), hours * HOUR_MS)).toBe(beijing(due));
  });

  test('of none is due at once, even at night', () => {
    expect(addWorkingMs(NINE_TO_SIX, beijing('2026-11-21 03:00'), 0)).toBe(beijing('2026-11-21 03:00'));
  });

  test('of one millisecond outside of hours is due just after opening', () => {
    expect(addWorkingMs(NINE_TO_SIX, beijing('2026-11-21 03:00'), 1)).toBe('2026-11-23T01:00:00.001Z');
  });

  test('stops for the noon break', () => {
    expect(addWorkingMs(WITH_NOON_BREAK, beijing('2026-11-23 11:00'), HOUR_MS)).toBe(beijing('2026-11-23 12:00'));
    expect(addWorkingMs(WITH_NOON_BREAK, beijing('2026-11-23 11:00'), 2 * HOUR_MS)).toBe(beijing('2026-11-23 14:30'));
    expect(addWorkingDays(WITH_NOON_BREAK, beijing('2026-11-23 12:40'), 1)).toBe(beijing('2026-11-24 12:00'));
  });

  test.each([-1, 0.5, NaN, Infinity])('%p milliseconds are refused', (ms) => {
    const add = () => addWorkingMs(NINE_TO_SIX, beijing('2026-11-23 10:00'), ms);
    expect(add).toThrow(new RangeError(`not a length of working time: ${ms}`));
  });

  test('beyond the year 9999 is refused', () => {
    expect(() => addWorkingMs(NINE_TO_SIX, beijing('2026-11-23 10:00'), Number.MAX_SAFE_INTEGER)).toThrow(RangeError);
  });

  test('is refused by a calendar without working hours', () => {
    const idle: Calendar = { ...NINE_TO_SIX, hours: [] };
    expect(() => addWorkingMs(idle, beijing('2026-11-23 10:00'), 1)).toThrow('no working hours');
  });
});

describe('working time between two moments', () => {
  test.each([
    ['a morning', '2026-11-23 09:00', '2026-11-23 12:00', 3 * 60],
    ['a night', '2026-11-23 18:00', '2026-11-24 09:00', 0],
    ['a night and the hours around it', '2026-11-23 17:30', '2026-11-24 09:30', 60],
    ['a weekend', '2026-11-20 18:00', '2026-11-23 09:00', 0],
    ['the week of the Spring Festival', '2026-02-14 18:00', '2026-02-24 09:00', 0],
    ['a make-up Saturday', '2026-02-28 00:00', '2026-03-01 00:00', 9 * 60],
    ['September 2026, with its Sunday at work', '2026-09-01 00:00', '2026-10-01 00:00', 22 * 9 * 60],
    ['the year 2026, of 248 working days', '2026-01-01 00:00', '2027-01-01 00:00', 248 * 9 * 60],
    ['the year 2027, of 261 weekdays', '2027-01-01 00:00', '2028-01-01 00:00', 261 * 9 * 60],
    ['no time', '2026-11-23 12:00', '2026-11-23 12:00', 0],
    ['time run backwards', '2026-11-24 12:00', '2026-11-23 12:00', 0],
  ])('%s: %s to %s is %d minutes', (_, from, to, minutes) => {
    expect(workingMsBetween(NINE_TO_SIX, beijing(from), beijing(to))).toBe(minutes * MINUTE_MS);
  });

  test('a working day is the sum of its hours', () => {
    expect(workingDayMs(NINE_TO_SIX)).toBe(9 * HOUR_MS);
    expect(workingDayMs(WITH_NOON_BREAK)).toBe(7.5 * HOUR_MS);
  });

  test('a paused review keeps its remainder to the millisecond', () => {
    const started = beijing('2026-02-12 10:00:07');
    const paused = beijing('2026-02-13 14:20:31');
    const resumed = beijing('2026-02-26 20:15');
    const remainder = 3 * workingDayMs(NINE_TO_SIX) - workingMsBetween(NINE_TO_SIX, started, paused);
    expect(addWorkingMs(NINE_TO_SIX, resumed, remainder)).toBe(beijing('2026-02-28 13:39:36'));
  });

  test('moments far from any table are counted in plain weeks', () => {
    const [from, to] = [fromMs(Date.parse('1926-01-04T00:00:00.000Z')), fromMs(Date.parse('1926-01-11T00:00:00.000Z'))];
    expect(workingMsBetween(NINE_TO_SIX, from, to)).toBe(5 * 9 * HOUR_MS);
  });
});
