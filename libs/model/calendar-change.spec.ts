import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Calendar } from './calendar/calendar.js';
import { CALENDARS } from './calendar/calendars.js';
import { beijing } from './calendar/calendar.examples.js';
import { CN_2026 } from './calendar/cn-2026.js';
import { CN_HOLIDAYS, daysOff } from './calendar/cn-holidays.js';
import { workingMsBetween } from './calendar/working-time.js';
import { asker, CaseStory, words } from './case.examples.js';
import { clock } from './clock.js';
import { HOUR_MS } from './instant.js';
import { rulesOf } from './policy/policies.js';

const { newYear } = CN_HOLIDAYS;
/** A made-up notice for 2027: New Year from Friday to Sunday, worked off on the Saturday before. */
const LATER: Calendar = {
  version: 'cn-2026.2',
  offsetMinutes: 480,
  hours: [[540, 1080]],
  years: [
    { ...CN_2026, makeUpDays: [...CN_2026.makeUpDays, { date: '2026-12-26', for: newYear }] },
    {
      year: 2027,
      published: true,
      source: 'made up for this test',
      holidays: daysOff(newYear, '2027-01-01', '2027-01-02', '2027-01-03'),
      makeUpDays: [],
    },
  ],
};
const released = CALENDARS as Record<string, Calendar>;
beforeAll(() => void (released['cn-2026.2'] = LATER));
afterAll(() => void delete released['cn-2026.2']);

const change = { calendarVersion: 'cn-2026.2' };
const deadline = (story: CaseStory, name: string) => story.case.deadlines.find((known) => known.name === name)!;
/** A story that goes on from 30 December, a Wednesday, 10:00. */
const at = (story: CaseStory, text = '2026-12-30 10:00') => story.until(beijing(text));
const changedBy = (story: CaseStory) =>
  story.by('LEAD', 'CALENDAR_CHANGED', change).by('COMPLIANCE', 'CALENDAR_CHANGED', change);
const lateStory = (text = '2026-12-30 10:00') => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] });
  story.now = beijing(text);
  return story;
};

describe('another working calendar', () => {
  test('is decided by two persons and pinned by the case, with its hash', () => {
    const story = at(new CaseStory(), '2026-11-23 11:00').by('LEAD', 'CALENDAR_CHANGED', change);
    expect(story.events.at(-1)?.type).toBe('CALENDAR_CHANGED_PROPOSED');
    expect(story.case.calendarVersion).toBe('cn-2026.1');
    expect(story.refusalOf(asker('LEAD', 'person:lead2'), 'CALENDAR_CHANGED', change)).toBe('guard.second-role');
    story.by('COMPLIANCE', 'CALENDAR_CHANGED', change);
    const { calendarHash } = rulesOf({ policyVersion: story.case.policyVersion, ...change });
    expect(story.case).toMatchObject({ calendarVersion: 'cn-2026.2', calendarHash, state: 'NOTICE_RECEIVED' });
  });

  test.each(['cn-2026.1', 'cn-2025.9', 'constructor'])(
    'is a later one that is released, which %s is not',
    (calendarVersion) => {
      expect(new CaseStory().refusalOf('LEAD', 'CALENDAR_CHANGED', { calendarVersion })).toBe('guard.calendar');
    },
  );

  test('moves the merchant’s clock behind a holiday that has become known, and its marks with it', () => {
    const story = lateStory().requested();
    expect(deadline(story, 'T_MATERIALS').dueAt).toBe(beijing('2027-01-06 10:00'));
    at(changedBy(story));
    const { dueAt, segments, marks } = deadline(story, 'T_MATERIALS');
    expect(dueAt).toBe(beijing('2027-01-07 10:00'));
    expect(marks.map((mark) => [mark.mark, mark.at])).toEqual([
      ['50%', beijing('2027-01-04 14:30')],
      ['80%', beijing('2027-01-06 10:00')],
      ['-24h', beijing('2027-01-06 10:00')],
    ]);
    expect(segments).toEqual([
      { from: beijing('2026-12-30 10:00'), to: beijing('2026-12-30 10:00'), calendarVersion: 'cn-2026.1' },
      { from: beijing('2026-12-30 10:00'), to: null },
    ]);
  });

  test('never makes a merchant’s deadline earlier, although a Saturday is now worked', () => {
    const merchant = lateStory('2026-12-24 10:00').requested();
    const due = deadline(merchant, 'T_MATERIALS');
    changedBy(at(merchant, '2026-12-25 11:00'));
    const after = deadline(merchant, 'T_MATERIALS');
    expect([due.dueAt, after.dueAt]).toEqual([beijing('2026-12-31 10:00'), beijing('2026-12-31 10:00')]);
    expect(after.budgetMs - after.remainingMs).toBe(10 * HOUR_MS);
    expect(after.remainingMs).toBe(workingMsBetween(LATER, beijing('2026-12-25 11:00'), beijing('2026-12-31 10:00')));
  });

  test('makes a deadline of ours earlier where a Saturday is now worked', () => {
    const story = lateStory('2026-12-24 10:00').underReview();
    expect(deadline(story, 'T_REVIEW').dueAt).toBe(beijing('2026-12-29 10:00'));
    changedBy(at(story, '2026-12-25 11:00'));
    expect(deadline(story, 'T_REVIEW').dueAt).toBe(beijing('2026-12-28 10:00'));
  });

  test('counts a paused clock anew when it goes on, and leaves natural time alone', () => {
    const story = lateStory()
      .underReview()
      .by('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M12', reason: words }] });
    const paused = deadline(story, 'T_REVIEW');
    changedBy(story);
    expect(deadline(story, 'T_REVIEW')).toMatchObject({
      status: 'PAUSED',
      remainingMs: paused.remainingMs,
      dueAt: null,
    });
    story.upload('M12').by('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
    expect(deadline(story, 'T_REVIEW').dueAt).toBe(beijing('2027-01-05 10:00'));
    const watched = lateStory().followUp();
    const before = deadline(watched, 'T_FOLLOWUP');
    expect(deadline(changedBy(watched), 'T_FOLLOWUP')).toEqual(before);
  });

  test('does not count what has passed anew: the arithmetic still adds up to the budget', () => {
    const story = lateStory('2026-12-31 10:00').requested();
    changedBy(at(story, '2027-01-01 12:00'));
    const { calendar, policy, ...hashes } = rulesOf({ policyVersion: story.case.policyVersion, ...change });
    const [materials] = clock(story.case, story.now, { calendar, policy, ...hashes }).deadlines.filter(
      ({ name }) => name === 'T_MATERIALS',
    );
    expect(materials).toMatchObject({ budget: 'PT45H', used: 'PT11H', remaining: 'PT34H' });
    expect(materials?.stretches[0]).toMatchObject({
      counted: [{ to: beijing('2026-12-31 18:00') }, { from: beijing('2027-01-01 09:00') }],
    });
    expect(materials?.stretches[1]?.skipped).toContainEqual(expect.objectContaining({ why: 'HOLIDAY' }));
  });
});
