import { describe, expect, test } from '@jest/globals';
import { NINE_TO_SIX, WITH_NOON_BREAK, beijing } from './calendar.examples.js';
import { CN_HOLIDAYS } from './cn-holidays.js';
import { countedIntervals } from './working-intervals.js';

const between = (from: string, to: string): { from: string; to: string } => ({ from: beijing(from), to: beijing(to) });

describe('the explained clock', () => {
  test('names the night and the weekend it skipped, and joins what belongs together', () => {
    expect(countedIntervals(NINE_TO_SIX, beijing('2026-11-19 16:00'), beijing('2026-11-23 11:00'))).toEqual({
      counted: [
        between('2026-11-19 16:00', '2026-11-19 18:00'),
        between('2026-11-20 09:00', '2026-11-20 18:00'),
        between('2026-11-23 09:00', '2026-11-23 11:00'),
      ],
      skipped: [
        { ...between('2026-11-19 18:00', '2026-11-20 09:00'), why: 'OUT_OF_HOURS' },
        { ...between('2026-11-20 18:00', '2026-11-21 00:00'), why: 'OUT_OF_HOURS' },
        { ...between('2026-11-21 00:00', '2026-11-23 00:00'), why: 'WEEKEND' },
        { ...between('2026-11-23 00:00', '2026-11-23 09:00'), why: 'OUT_OF_HOURS' },
      ],
      makeUpDays: [],
    });
  });

  test('shows the Spring Festival as one stretch by name, and the Saturday that counted for it', () => {
    expect(countedIntervals(NINE_TO_SIX, beijing('2026-02-14 17:00'), beijing('2026-02-24 10:00'))).toEqual({
      counted: [between('2026-02-14 17:00', '2026-02-14 18:00'), between('2026-02-24 09:00', '2026-02-24 10:00')],
      skipped: [
        { ...between('2026-02-14 18:00', '2026-02-15 00:00'), why: 'OUT_OF_HOURS' },
        { ...between('2026-02-15 00:00', '2026-02-24 00:00'), why: 'HOLIDAY', name: CN_HOLIDAYS.springFestival },
        { ...between('2026-02-24 00:00', '2026-02-24 09:00'), why: 'OUT_OF_HOURS' },
      ],
      makeUpDays: ['2026-02-14'],
    });
  });

  test('keeps holidays of different names apart when they touch', () => {
    const touching = {
      ...NINE_TO_SIX,
      years: NINE_TO_SIX.years.map((year) => ({
        ...year,
        holidays: [...year.holidays, { date: `${year.year}-09-30`, name: CN_HOLIDAYS.midAutumn }],
      })),
    };
    const { skipped } = countedIntervals(touching, beijing('2026-09-30 12:00'), beijing('2026-10-02 12:00'));
    expect(skipped).toEqual([
      { ...between('2026-09-30 12:00', '2026-10-01 00:00'), why: 'HOLIDAY', name: CN_HOLIDAYS.midAutumn },
      { ...between('2026-10-01 00:00', '2026-10-02 12:00'), why: 'HOLIDAY', name: CN_HOLIDAYS.nationalDay },
    ]);
  });

  test('a make-up day on which nothing counted is not named', () => {
    const evening = countedIntervals(NINE_TO_SIX, beijing('2026-02-28 18:00'), beijing('2026-02-28 20:00'));
    const untilItBegins = countedIntervals(NINE_TO_SIX, beijing('2026-02-27 17:00'), beijing('2026-02-28 00:00'));
    expect([evening.makeUpDays, untilItBegins.makeUpDays]).toEqual([[], []]);
  });

  test('a make-up day with a noon break is named once', () => {
    const day = countedIntervals(WITH_NOON_BREAK, beijing('2026-10-10 00:00'), beijing('2026-10-11 00:00'));
    expect(day.makeUpDays).toEqual(['2026-10-10']);
    expect(day.counted).toEqual([
      between('2026-10-10 09:00', '2026-10-10 12:00'),
      between('2026-10-10 13:30', '2026-10-10 18:00'),
    ]);
  });

  test('work around the clock is one stretch over midnight', () => {
    const always = { ...NINE_TO_SIX, hours: [[0, 1440]] as const };
    const { counted, skipped } = countedIntervals(always, beijing('2026-11-23 22:00'), beijing('2026-11-25 02:00'));
    expect({ counted, skipped }).toEqual({ counted: [between('2026-11-23 22:00', '2026-11-25 02:00')], skipped: [] });
  });

  test.each(['2026-11-23 12:00', '2026-11-22 12:00'])('of no time is empty (until %s)', (to) => {
    const nothing = { counted: [], skipped: [], makeUpDays: [] };
    expect(countedIntervals(NINE_TO_SIX, beijing('2026-11-23 12:00'), beijing(to))).toEqual(nothing);
  });
});
