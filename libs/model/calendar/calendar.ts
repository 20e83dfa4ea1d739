/** What a public holiday is called, in both languages of the product. */
export interface HolidayName {
  readonly zh: string;
  readonly en: string;
}

/** A day without work; weekend days inside a holiday are listed too. `date` is `YYYY-MM-DD` on the calendar's wall clock. */
export interface Holiday {
  readonly date: string;
  readonly name: HolidayName;
}

/** A weekend day worked in exchange for a day of the holiday it names: 调休上班日. */
export interface MakeUpDay {
  readonly date: string;
  readonly for: HolidayName;
}

/**
 * One year of public holidays as ordered by the State Council. A year not `published` has none yet and knows
 * weekends only; `source` then says so.
 */
export interface CalendarYear {
  readonly year: number;
  readonly published: boolean;
  readonly source: string;
  readonly holidays: readonly Holiday[];
  readonly makeUpDays: readonly MakeUpDay[];
}

/**
 * The working time deadlines are counted in. Monday to Friday are worked, within `hours`, save for holidays, and make-up
 * days besides; a year outside `years` knows weekends only. A released version is never edited: cases pin it.
 */
export interface Calendar {
  readonly version: string;
  /** Minutes ahead of UTC. China has one zone and no summer time, so one number holds all year. */
  readonly offsetMinutes: 480;
  /** Working stretches of a day, [start, end) in minutes after midnight: in order, apart from each other, within 0 to 1440. */
  readonly hours: readonly (readonly [startMinute: number, endMinute: number])[];
  readonly years: readonly CalendarYear[];
}

/** What sort of day it is, with the holiday's name, or the holiday a make-up day is worked for. */
export type DayKind =
  | { readonly kind: 'WORKING' }
  | { readonly kind: 'WEEKEND' }
  | { readonly kind: 'HOLIDAY'; readonly name: HolidayName }
  | { readonly kind: 'MAKE_UP'; readonly for: HolidayName };
