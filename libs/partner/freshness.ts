import { fromMs, parseInstant, toMs, type Instant } from '#model';
import { refused, type Refused } from './request.js';

/** How far a sender's clock may be from ours, either way: 300 s (api.md §4, domain §3.3). */
export const SIGNATURE_WINDOW_MS = 300_000;

/** Whether a message signed at an instant is still fresh; the refusal when it is not. */
export const staleness = (timestamp: Instant, now: Instant): Refused | undefined =>
  Math.abs(toMs(now) - toMs(timestamp)) <= SIGNATURE_WINDOW_MS
    ? undefined
    : refused('signature.stale', 'signed outside the window of 300 s');

/** Reads seconds since 1970 of ten digits, as they stand in headers; undefined for anything else. */
export const instantOfSeconds = (text: string): Instant | undefined =>
  /^[1-9]\d{9}$/.test(text) ? fromMs(Number(text) * 1000) : undefined;

/** Whole seconds since 1970. */
export const secondsOf = (instant: Instant): number => Math.floor(toMs(instant) / 1000);

/** Reads `yyyyMMddHHmmss` in Beijing time, as the payment industry writes it; undefined for anything else. */
export function instantOfCompact(text: string): Instant | undefined {
  const [, date, hours, minutes, seconds] = /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  const day = date && dateOfCompact(date);
  return day ? parseInstant(`${day}T${hours}:${minutes}:${seconds}+08:00`) : undefined;
}

const BEIJING_MS = 8 * 3_600_000;

/** `yyyyMMddHHmmss` in Beijing time; fractions of a second are cut off. */
export const compactOf = (instant: Instant): string =>
  new Date(toMs(instant) + BEIJING_MS).toISOString().slice(0, 19).replace(/[-T:]/g, '');

/** Reads a day written `yyyyMMdd`. */
export const dateOfCompact = (text: string): string | undefined =>
  /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : undefined;

/** The day an instant falls on in Beijing. */
export const beijingDateOf = (instant: Instant): string =>
  new Date(toMs(instant) + BEIJING_MS).toISOString().slice(0, 10);
