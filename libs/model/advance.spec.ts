import { expect, test } from '@jest/globals';
import { advanceTarget } from './advance.js';
import { CaseStory, MONDAY_10 } from './case.examples.js';
import type { Case, Deadline } from './case.js';
import { DAY_MS, HOUR_MS, plusMs } from './instant.js';

const later = (days: number) => plusMs(MONDAY_10, days * DAY_MS);
const [known] = new CaseStory().requested().case.deadlines as [Deadline, ...Deadline[]];
const deadline = (status: Deadline['status'], dueAt: Deadline['dueAt']): Deadline => ({ ...known, status, dueAt });
const withDeadlines = (...deadlines: readonly Deadline[]): Case => ({ ...new CaseStory().case, deadlines });

test.each<[string, readonly Deadline[], string | undefined]>([
  ['the nearest of those that run', [deadline('RUNNING', later(5)), deadline('RUNNING', later(2))], later(2)],
  ['none that has passed or stands still', [deadline('MET', later(1)), deadline('RUNNING', later(3))], later(3)],
  ['none that has no end yet', [deadline('RUNNING', null), deadline('RUNNING', later(4))], later(4)],
  ['nowhere where none runs', [deadline('VOID', later(1)), deadline('RUNNING', null)], undefined],
])('a clock goes to the next deadline: %s', (_, deadlines, wanted) => {
  expect(advanceTarget(withDeadlines(...deadlines), { toNextDeadline: true }, MONDAY_10)).toBe(wanted);
});

test.each([
  [{ by: 'P2DT3H' }, plusMs(MONDAY_10, 2 * DAY_MS + 3 * HOUR_MS)],
  [{ by: 'PT90M' }, plusMs(MONDAY_10, 1.5 * HOUR_MS)],
  [{ to: '2026-12-01T10:00:00+08:00' }, '2026-12-01T02:00:00.000Z'],
  [{}, undefined],
])('a clock told %j goes to %s', (fields, wanted) => {
  expect(advanceTarget(withDeadlines(), fields, MONDAY_10)).toBe(wanted);
});
