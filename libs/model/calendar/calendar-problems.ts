import type { Calendar, CalendarYear } from './calendar.js';
import { dayNumberOf, isDate, isWeekday } from './day-number.js';

const MINUTES_A_DAY = 1440;

/** Everything that makes a calendar unfit to count with, each in words; empty for one that is fit. For start-up and tests. */
export function calendarProblems(calendar: Calendar): string[] {
  return [...hourProblems(calendar), ...dateProblems(calendar), ...calendar.years.flatMap(yearProblems)];
}

function hourProblems({ hours }: Calendar): string[] {
  const bounds = [0, ...hours.flat(), MINUTES_A_DAY];
  const problems = hours.length === 0 ? ['there are no working hours'] : [];
  if (!bounds.every(Number.isInteger)) problems.push('working hours are not whole minutes');
  if (bounds.some((bound, i) => bound < (bounds[i - 1] ?? 0))) problems.push('working hours overlap or leave the day');
  if (hours.some(([start, end]) => start === end)) problems.push('a stretch of working hours is empty');
  return problems;
}

function datesOf({ holidays, makeUpDays }: CalendarYear): string[] {
  return [...holidays, ...makeUpDays].map(({ date }) => date);
}

function dateProblems({ years }: Calendar): string[] {
  const dates = years.flatMap(datesOf);
  const repeated = dates.filter((date, i) => dates.indexOf(date) !== i);
  const repeatedYears = years.map(({ year }) => year).filter((year, i, all) => all.indexOf(year) !== i);
  return [
    ...repeated.map((date) => `${date} is listed twice`),
    ...repeatedYears.map((year) => `${year} is listed twice`),
  ];
}

function yearProblems(table: CalendarYear): string[] {
  const { year, published, makeUpDays } = table;
  const dates = datesOf(table);
  const problems = dates.filter((date) => !isDate(date)).map((date) => `${date} is not a date`);
  // A notice may reach back: the New Year holiday of 2023 began on 31 December 2022.
  const strays = dates.filter(
    (date) => isDate(date) && date.slice(0, 4) !== `${year}` && date.slice(0, 7) !== `${year - 1}-12`,
  );
  const onWeekdays = makeUpDays.filter(({ date }) => isDate(date) && isWeekday(dayNumberOf(date)));
  if (!published && dates.length > 0) problems.push(`${year} is not published but lists days`);
  problems.push(...strays.map((date) => `${date} is not a day of ${year}`));
  problems.push(...onWeekdays.map(({ date }) => `make-up day ${date} is no weekend day`));
  return problems;
}
