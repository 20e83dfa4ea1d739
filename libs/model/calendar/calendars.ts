import type { Calendar } from './calendar.js';
import { CN_2026 } from './cn-2026.js';
import { CN_2027 } from './cn-2027.js';

/**
 * Every released calendar by its version, which a case pins at its opening. A year whose holidays become known, or
 * change, is a new version beside the old one.
 */
export const CALENDARS: Readonly<Record<string, Calendar>> = {
  'cn-2026.1': {
    version: 'cn-2026.1',
    offsetMinutes: 480,
    // 09:00 to 18:00, without a break at noon: one working day is nine hours.
    hours: [[540, 1080]],
    years: [CN_2026, CN_2027],
  },
};
