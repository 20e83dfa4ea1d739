import type { Holiday, HolidayName } from './calendar.js';

/**
 * The seven public holidays of mainland China, named as the State Council's yearly notice names them.
 * Source: 全国年节及纪念日放假办法 and the yearly 部分节假日安排的通知.
 */
export const CN_HOLIDAYS = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  nationalDay: { zh: '国庆节', en: 'National Day' },
} as const satisfies Record<string, HolidayName>;

/** The days off of one holiday, each date `YYYY-MM-DD`. */
export function daysOff(name: HolidayName, ...dates: readonly string[]): readonly Holiday[] {
  return dates.map((date) => ({ date, name }));
}
