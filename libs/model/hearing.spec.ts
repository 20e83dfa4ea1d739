import { expect, test } from '@jest/globals';
import { CaseStory, words } from './case.examples.js';
import { deadlinesView } from './deadlines-view.js';
import { hearingEndsAt } from './hearing.js';
import { DAY_MS, HOUR_MS, plusMs } from './instant.js';
import { CURRENT_RULES } from './policy/policies.js';

const { longDays, days, longAfter } = CURRENT_RULES.policy.afterlife;

test('a closed case hears what comes late for as long as its ending allows, an open one needs no such time', () => {
  const withdrawn = new CaseStory().requested().by('INTAKE', 'WITHDRAW', { reason: words });
  const terminated = new CaseStory().by('COMPLIANCE', 'TERMINATE', { reason: words });
  terminated.by('SENIOR_REVIEWER', 'TERMINATE', { reason: words });
  expect([longAfter.includes('CLOSED_WITHDRAWN'), longAfter.includes('CLOSED_TERMINATED')]).toEqual([true, false]);
  expect(hearingEndsAt(withdrawn.case, CURRENT_RULES)).toBe(plusMs(withdrawn.now, longDays * DAY_MS));
  expect(hearingEndsAt(terminated.case, CURRENT_RULES)).toBe(plusMs(terminated.now, days * DAY_MS));
  expect(hearingEndsAt(new CaseStory().case, CURRENT_RULES)).toBeNull();
});

test('every deadline is shown with what is left of it, in its own kind of time', () => {
  const story = new CaseStory().by('INTAKE', 'COMPLAINT', { text: words });
  const [confirm] = story.case.deadlines;
  const shown = deadlinesView(story.case, plusMs(story.now, HOUR_MS), CURRENT_RULES);
  expect(shown.map(({ name, remaining }) => [name, remaining])).toEqual([
    ['T_CONFIRM', 'PT3H'],
    ['T_COMPLAINT', 'PT44H'],
  ]);
  expect(shown[0]).toStrictEqual({
    name: 'T_CONFIRM',
    owner: 'INSTITUTION',
    status: 'RUNNING',
    unit: 'WORKING',
    dueAt: confirm!.dueAt,
    remaining: 'PT3H',
    extensions: 0,
    marks: confirm!.marks,
  });
});
