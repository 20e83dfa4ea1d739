import type { Instant } from '#model';

const MINUTE_MS = 60_000;
/** China has one time zone and no summer time. */
const CHINA_MS = 8 * 3_600_000;

/** The night an instant lies in or after: its day in China, and when it began. */
export function nightOf(now: Date, atMinute: number): { readonly name: string; readonly since: Instant } {
  const shift = CHINA_MS - atMinute * MINUTE_MS;
  const name = new Date(now.getTime() + shift).toISOString().slice(0, 10);
  return { name, since: new Date(Date.parse(name) - shift).toISOString() };
}
