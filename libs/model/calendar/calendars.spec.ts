import { describe, expect, test } from '@jest/globals';
import { calendarProblems } from './calendar-problems.js';
import { CALENDARS } from './calendars.js';
import { NINE_TO_SIX } from './calendar.examples.js';
import type { Calendar, CalendarYear } from './calendar.js';
import { CN_2026 } from './cn-2026.js';
import { CN_2027 } from './cn-2027.js';
import { CN_HOLIDAYS } from './cn-holidays.js';

describe('the released calendars', () => {
  test.each(Object.entries(CALENDARS))('%s is fit to count with and goes by its own name', (version, calendar) => {
    expect(calendar.version).toBe(version);
    expect(calendarProblems(calendar)).toEqual([]);
  });

  test('2026 has the days off and the make-up days the State Council counted', () => {
    const lengths = Object.values(CN_HOLIDAYS).map((name) => [
      name.zh,
      CN_2026.holidays.filter((holiday) => holiday.name === name).length,
      CN_2026.makeUpDays.filter((makeUp) => makeUp.for === name).length,
    ]);
    expect(lengths).toEqual([
      ['元旦', 3, 1],
      ['春节', 9, 2],
      ['清明节', 3, 0],
      ['劳动节', 5, 1],
      ['端午节', 3, 0],
      ['中秋节', 3, 0],
      ['国庆节', 7, 2],
    ]);
  });

  test('2027 says that it is not published and lists no day', () => {
    expect(CN_2027).toMatchObject({ year: 2027, published: false, holidays: [], makeUpDays: [] });
  });
});

describe('an unfit calendar', () => {
  const withHours = (hours: Calendar['hours']): Calendar => ({ ...NINE_TO_SIX, hours });
  const withYear = (change: Partial<CalendarYear>): Calendar => ({
    ...NINE_TO_SIX,
    years: [{ ...CN_2026, ...change }],
  });
  const newYear = CN_HOLIDAYS.newYear;

  test.each([
    ['without hours', withHours([]), 'there are no working hours'],
    [
      'with overlapping hours',
      withHours([
        [540, 720],
        [700, 1080],
      ]),
      'working hours overlap or leave the day',
    ],
    [
      'with hours in the wrong order',
      withHours([
        [800, 1080],
        [540, 720],
      ]),
      'working hours overlap or leave the day',
    ],
    ['with hours past midnight', withHours([[540, 1441]]), 'working hours overlap or leave the day'],
    ['with hours before midnight', withHours([[-1, 540]]), 'working hours overlap or leave the day'],
    ['with half minutes', withHours([[540.5, 1080]]), 'working hours are not whole minutes'],
    ['with a stretch of no length', withHours([[540, 540]]), 'a stretch of working hours is empty'],
    [
      'with an impossible date',
      withYear({ holidays: [{ date: '2026-02-30', name: newYear }] }),
      '2026-02-30 is not a date',
    ],
    [
      'with a day of another year',
      withYear({ holidays: [{ date: '2027-01-01', name: newYear }] }),
      '2027-01-01 is not a day of 2026',
    ],
    [
      'with a make-up day in the week',
      withYear({ makeUpDays: [{ date: '2026-11-23', for: newYear }] }),
      'make-up day 2026-11-23 is no weekend day',
    ],
    [
      'both off and made up',
      withYear({ makeUpDays: [{ date: '2026-01-03', for: newYear }] }),
      '2026-01-03 is listed twice',
    ],
    [
      'with days in a year not published',
      withYear({ published: false, makeUpDays: [], holidays: CN_2026.holidays.slice(0, 1) }),
      '2026 is not published but lists days',
    ],
  ])('%s is told what is wrong', (_, calendar, problem) => {
    expect(calendarProblems(calendar)).toEqual([problem]);
  });

  test('with one year twice is told of the year and of each day', () => {
    const problems = calendarProblems({ ...NINE_TO_SIX, years: [CN_2026, CN_2026] });
    expect(problems).toContain('2026 is listed twice');
    expect(problems).toHaveLength(1 + CN_2026.holidays.length + CN_2026.makeUpDays.length);
  });

  test('may begin its New Year in the last December', () => {
    expect(calendarProblems(withYear({ holidays: [{ date: '2025-12-31', name: newYear }] }))).toEqual([]);
  });
});
