import type { CalendarYear } from './calendar.js';

/** 2027 before its notice: weekends only. The notice, once out, makes a new calendar version; this one stays as it is. */
export const CN_2027: CalendarYear = {
  year: 2027,
  published: false,
  source: 'No notice of the State Council on the holidays of 2027 was known when this version was made: weekends only',
  holidays: [],
  makeUpDays: [],
};
