import { describe, expect, test } from '@jest/globals';
import { CaseStory } from '../case.examples.js';
import { beijing } from './calendar.examples.js';
import { CALENDARS } from './calendars.js';
import { dateOf, dayNumberOf } from './day-number.js';
import { addWorkingDays, dayKind } from './working-time.js';

/**
 * The year 2026 drawn by hand, a week a line from Monday to Sunday: W at work, . weekend, H off for a holiday,
 * M at work to make up for one, - not of this year. Source: 国务院办公厅关于2026年部分节假日安排的通知
 * (国办发明电〔2025〕7号, 4 November 2025), read as Xinhua sent it out that day and 中山日报 of 5 November 2025 printed
 * it on its first page; the line of each holiday repeats the notice. Weekdays: the printed calendar of the year.
 */
const DRAWN: readonly (readonly [monday: string, week: string, notice?: string])[] = [
  ['2025-12-29', '---HHHM', '元旦: 1月1日(周四)至3日(周六)放假调休, 1月4日(周日)上班'],
  ['2026-01-05', 'WWWWW..'],
  ['2026-01-12', 'WWWWW..'],
  ['2026-01-19', 'WWWWW..'],
  ['2026-01-26', 'WWWWW..'],
  ['2026-02-02', 'WWWWW..'],
  ['2026-02-09', 'WWWWWMH', '春节: 2月15日(周日)至23日(周一)放假调休, 2月14日(周六)上班'],
  ['2026-02-16', 'HHHHHHH', '春节'],
  ['2026-02-23', 'HWWWWM.', '春节: 2月28日(周六)上班'],
  ['2026-03-02', 'WWWWW..'],
  ['2026-03-09', 'WWWWW..'],
  ['2026-03-16', 'WWWWW..'],
  ['2026-03-23', 'WWWWW..'],
  ['2026-03-30', 'WWWWWHH', '清明节: 4月4日(周六)至6日(周一)放假'],
  ['2026-04-06', 'HWWWW..', '清明节'],
  ['2026-04-13', 'WWWWW..'],
  ['2026-04-20', 'WWWWW..'],
  ['2026-04-27', 'WWWWHHH', '劳动节: 5月1日(周五)至5日(周二)放假调休'],
  ['2026-05-04', 'HHWWWM.', '劳动节: 5月9日(周六)上班'],
  ['2026-05-11', 'WWWWW..'],
  ['2026-05-18', 'WWWWW..'],
  ['2026-05-25', 'WWWWW..'],
  ['2026-06-01', 'WWWWW..'],
  ['2026-06-08', 'WWWWW..'],
  ['2026-06-15', 'WWWWHHH', '端午节: 6月19日(周五)至21日(周日)放假'],
  ['2026-06-22', 'WWWWW..'],
  ['2026-06-29', 'WWWWW..'],
  ['2026-07-06', 'WWWWW..'],
  ['2026-07-13', 'WWWWW..'],
  ['2026-07-20', 'WWWWW..'],
  ['2026-07-27', 'WWWWW..'],
  ['2026-08-03', 'WWWWW..'],
  ['2026-08-10', 'WWWWW..'],
  ['2026-08-17', 'WWWWW..'],
  ['2026-08-24', 'WWWWW..'],
  ['2026-08-31', 'WWWWW..'],
  ['2026-09-07', 'WWWWW..'],
  ['2026-09-14', 'WWWWW.M', '国庆节: 9月20日(周日)上班'],
  ['2026-09-21', 'WWWWHHH', '中秋节: 9月25日(周五)至27日(周日)放假'],
  ['2026-09-28', 'WWWHHHH', '国庆节: 10月1日(周四)至7日(周三)放假调休'],
  ['2026-10-05', 'HHHWWM.', '国庆节: 10月10日(周六)上班'],
  ['2026-10-12', 'WWWWW..'],
  ['2026-10-19', 'WWWWW..'],
  ['2026-10-26', 'WWWWW..'],
  ['2026-11-02', 'WWWWW..'],
  ['2026-11-09', 'WWWWW..'],
  ['2026-11-16', 'WWWWW..'],
  ['2026-11-23', 'WWWWW..'],
  ['2026-11-30', 'WWWWW..'],
  ['2026-12-07', 'WWWWW..'],
  ['2026-12-14', 'WWWWW..'],
  ['2026-12-21', 'WWWWW..'],
  ['2026-12-28', 'WWWW---'],
];

const LETTERS = { WORKING: 'W', WEEKEND: '.', HOLIDAY: 'H', MAKE_UP: 'M' } as const;
const calendar = CALENDARS['cn-2026.1']!;

describe('the calendar of 2026 against the one drawn by hand', () => {
  test.each(DRAWN)('the week of %s is %s %s', (monday, week) => {
    const days = Array.from({ length: 7 }, (_, index) => dateOf(dayNumberOf(monday) + index));
    const found = days.map((day) => (day.startsWith('2026') ? LETTERS[dayKind(calendar, day).kind] : '-'));
    expect(found.join('')).toBe(week);
  });

  test('is drawn without a gap', () => {
    const mondays = DRAWN.map(([monday]) => dayNumberOf(monday));
    expect(mondays).toEqual(mondays.map((_, index) => mondays[0]! + 7 * index));
    expect(DRAWN.map(([, week]) => week.replaceAll('-', '')).join('')).toHaveLength(365);
  });
});

/** Counted on the drawing with a finger: the days that count, one after the other. */
describe('five working days counted on the drawing', () => {
  test.each([
    ['over the Spring Festival', '2026-02-13 15:00', '14 Feb (made up), 24, 25, 26, 27 Feb', '2026-02-27 15:00'],
    ['over National Day', '2026-09-30 10:00', '8, 9, 10 Oct (made up), 12, 13 Oct', '2026-10-13 10:00'],
    ['over a make-up Sunday', '2026-09-18 16:00', '20 Sept (made up), 21, 22, 23, 24 Sept', '2026-09-24 16:00'],
    ['over Labour Day and a make-up Saturday', '2026-04-30 10:00', '6, 7, 8, 9 (made up), 11 May', '2026-05-11 10:00'],
    [
      'set in 2026 and due in 2027',
      '2026-12-31 16:00',
      '1, 4, 5, 6, 7 Jan, none of them known off',
      '2027-01-07 16:00',
    ],
  ])('%s from %s: %s, so %s', (_, from, _days, due) => {
    expect(addWorkingDays(calendar, beijing(from), 5)).toBe(beijing(due));
  });

  test('a merchant asked for papers on the last evening of the year has until the second week of the next', () => {
    const story = new CaseStory().until(beijing('2026-12-31 16:00')).requested();
    const deadline = story.case.deadlines.find(({ name }) => name === 'T_MATERIALS');
    expect(deadline).toMatchObject({ status: 'RUNNING', dueAt: beijing('2027-01-07 16:00') });
    expect(story.until(beijing('2027-01-07 15:59')).case.state).toBe('MATERIALS_REQUESTED');
    expect(story.until(beijing('2027-01-07 16:00')).case.deadlines).toContainEqual(
      expect.objectContaining({ name: 'T_MATERIALS', status: 'PASSED' }),
    );
  });
});
