import { parseInstant } from '../instant.js';
import type { Instant } from '../instant.js';
import type { Calendar } from './calendar.js';
import { CN_2026 } from './cn-2026.js';
import { CN_2027 } from './cn-2027.js';

/** The first released calendar, written out once more so that specs do not hang on the list of versions. */
export const NINE_TO_SIX: Calendar = {
  version: 'example-nine-to-six',
  offsetMinutes: 480,
  hours: [[540, 1080]],
  years: [CN_2026, CN_2027],
};

/** The same days with a break at noon: 09:00–12:00 and 13:30–18:00, a working day of seven and a half hours. */
export const WITH_NOON_BREAK: Calendar = {
  ...NINE_TO_SIX,
  version: 'example-noon-break',
  hours: [
    [540, 720],
    [810, 1080],
  ],
};

/**
 * The moment a Beijing wall clock shows, written `YYYY-MM-DD HH:mm` with seconds if wanted.
 *
 * @throws RangeError when it is written in another way or does not exist.
 */
export function beijing(text: string): Instant {
  const [date = '', time = ''] = text.split(' ');
  const instant = parseInstant(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`);
  if (instant === undefined) throw new RangeError(`not a moment in Beijing: ${text}`);
  return instant;
}
