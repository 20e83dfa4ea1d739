import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from './calendar/calendar.js';
import { CALENDARS } from './calendar/calendars.js';
import { beijing } from './calendar/calendar.examples.js';
import { CN_HOLIDAYS } from './calendar/cn-holidays.js';
import { CaseStory } from './case.examples.js';
import { recount } from './clocks.js';
import { HOUR_MS, plusMs } from './instant.js';

const { newYear } = CN_HOLIDAYS;

test('whatever days a later calendar names, a running merchant’s clock never ends earlier and nobody’s in the past', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 });
  const dateOf = (day: number) => plusMs('2026-12-01T00:00:00.000Z', day * 24 * HOUR_MS).slice(0, 10);
  const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 140 }), fc.boolean(), (named, hours, reviewed) => {
      const dates = named.map(dateOf);
      const holidays = dates.filter((date) => !isWeekend(date)).map((date) => ({ date, name: newYear }));
      const makeUpDays = dates.filter(isWeekend).map((date) => ({ date, for: newYear }));
      const calendar: Calendar = {
        ...CALENDARS['cn-2026.1']!,
        version: 'cn-2026.2',
        years: [{ year: 2026, published: true, source: 'made up', holidays, makeUpDays }],
      };
      const story = new CaseStory({ reasonCodes: ['INACTIVITY'] });
      story.now = beijing('2026-12-10 10:00');
      if (reviewed) story.underReview();
      else story.requested();
      const current = story.case;
      const now = plusMs(story.now, hours * HOUR_MS);
      const running = current.deadlines.filter(({ status, dueAt }) => status === 'RUNNING' && dueAt! > now);
      const after = recount({ ...current, deadlines: running }, calendar, { now, rules: story.rules }).deadlines!;
      for (const { name, dueAt, owner, remainingMs } of running) {
        const moved = after.find((known) => known.name === name);
        if (!moved) continue;
        expect(moved.dueAt! >= (owner === 'MERCHANT' ? dueAt! : now)).toBe(true);
        expect(moved.remainingMs! <= remainingMs || owner === 'MERCHANT').toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
