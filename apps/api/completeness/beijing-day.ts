import { z } from 'zod';
import { DAY_MS, fromMs, HOUR_MS, plusMs, toMs, type Instant } from '#model';
import { dateSchema } from '../cases/command.schema.js';
import { checked } from '../problem/checked.js';

const EAST_MS = 8 * HOUR_MS;

/** The calendar day in Beijing at an instant, `YYYY-MM-DD`. */
export const beijingDay = (at: Instant): string => plusMs(at, EAST_MS).slice(0, 10);

/** The first instant after a day in Beijing. */
export const endOfBeijingDay = (day: string): Instant => fromMs(Date.parse(`${day}T00:00:00.000Z`) - EAST_MS + DAY_MS);

/** The day so many days before. */
export const daysBefore = (day: string, days: number): string =>
  fromMs(Date.parse(`${day}T00:00:00.000Z`) - days * DAY_MS).slice(0, 10);

/** Days from one to another, both counted. */
export const daysFrom = (from: string, to: string): number =>
  Math.round((toMs(`${to}T00:00:00.000Z`) - toMs(`${from}T00:00:00.000Z`)) / DAY_MS) + 1;

const dayAddress = z.object({ day: dateSchema });

/** The day an address names. @throws Problem `request.invalid` where there is no such day. */
export const dayOf = (day: string): string => checked(dayAddress, { day }).day;

/** `sandbox` of a query. */
export const sandboxFlag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
export const sandboxQuery = z.strictObject({ sandbox: sandboxFlag });
