/**
 * A moment in UTC, always written `YYYY-MM-DDTHH:mm:ss.sssZ` (years 0000 to 9999), so that the order of the
 * texts is the order of time.
 */
export type Instant = string;

/**
 * A length of time as ISO 8601 writes it: whole days kept apart from the rest, because a day may mean 24 hours
 * or one working day. Neither part is negative.
 */
export interface Duration {
  readonly days: number;
  readonly ms: number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
/** Beijing keeps one offset all the year. */
export const BEIJING_MS = 8 * HOUR_MS;

const FIRST_MS = Date.parse('0000-01-01T00:00:00.000Z');
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const RFC_3339 = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;
const ISO_DURATION = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;

function isWritableMs(ms: number): boolean {
  return Number.isInteger(ms) && ms >= FIRST_MS && ms <= LAST_MS;
}

/** Milliseconds since 1970 of a text in exactly the form of an `Instant`, undefined for every other text. */
function readMs(text: string): number | undefined {
  if (!INSTANT.test(text)) return undefined;
  const ms = Date.parse(text);
  // Date.parse turns 30 February into 2 March; only up to the 28th does every month have the day.
  return text.slice(8, 10) <= '28' || fromMs(ms) === text ? ms : undefined;
}

/** Whether the value is a text in exactly the form of an `Instant` and names a moment that exists. */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && readMs(value) !== undefined;
}

/**
 * Milliseconds since 1970 UTC.
 *
 * @throws RangeError when the text is not an `Instant`; text from outside goes through `parseInstant`.
 */
export function toMs(instant: Instant): number {
  const ms = readMs(instant);
  if (ms === undefined) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

/**
 * The moment so many milliseconds after 1970 UTC.
 *
 * @throws RangeError when it is not a whole number or the year has not four digits.
 */
export function fromMs(ms: number): Instant {
  if (!isWritableMs(ms)) throw new RangeError(`not the milliseconds of an instant: ${ms}`);
  return new Date(ms).toISOString();
}

/**
 * Reads a moment as people and partners write it: RFC 3339 with any offset. Digits finer than a millisecond are cut
 * off (at most nine are read). Undefined for anything else: a date that does not exist, a missing offset, a leap
 * second, hour 24, a blank in place of the T.
 */
export function parseInstant(text: string): Instant | undefined {
  const [, date, time, fraction = '', sign, hours = '0', minutes = '0'] = RFC_3339.exec(text) ?? [];
  if (date === undefined || time === undefined) return undefined;
  const wallMs = readMs(`${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  if (wallMs === undefined) return undefined;
  const offsetMs = (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS);
  return isWritableMs(wallMs - offsetMs) ? fromMs(wallMs - offsetMs) : undefined;
}

/**
 * The moment so many milliseconds later, or earlier when they are negative.
 *
 * @throws RangeError as `toMs` and `fromMs` do.
 */
export function plusMs(instant: Instant, ms: number): Instant {
  return fromMs(toMs(instant) + ms);
}

/** The calendar day in Beijing, `YYYY-MM-DD`. */
export const beijingDay = (instant: Instant): string => plusMs(instant, BEIJING_MS).slice(0, 10);

/** The first of these moments in time; those not known are left out, undefined when none is known. */
export function earliest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.reduce(
    (first, next) => (next !== undefined && (first === undefined || next < first) ? next : first),
    undefined,
  );
}

/**
 * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds (`P5D`, `PT4H`, `P1W`, `P1DT12H30M`). A week
 * is seven days. Undefined for anything else: months and years, whose length varies, signs, fractions other than of a
 * second, and lengths too great to count in milliseconds.
 */
export function parseDuration(text: string): Duration | undefined {
  const match = ISO_DURATION.exec(text);
  if (match === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part: string | undefined) => Number(part ?? 0));
  const allDays = (weeks ?? 0) * 7 + (days ?? 0);
  const ms = (hours ?? 0) * HOUR_MS + (minutes ?? 0) * MINUTE_MS + Math.round((seconds ?? 0) * 1000);
  return Number.isSafeInteger(allDays * DAY_MS + ms) ? { days: allDays, ms } : undefined;
}

/**
 * A length of time in ISO 8601 hours, minutes and seconds: `PT14H30M`, `PT0.5S`, `PT0S`. Never days, because a day
 * of working time is not 24 hours.
 *
 * @throws RangeError when it is negative or not a whole number of milliseconds.
 */
export function formatDuration(ms: number): string {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`not a length of time in milliseconds: ${ms}`);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(ms / HOUR_MS), 'H'],
    [Math.floor((ms % HOUR_MS) / MINUTE_MS), 'M'],
    [(ms % MINUTE_MS) / 1000, 'S'],
  ];
  const text = parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('');
  return `PT${text === '' ? '0S' : text}`;
}
