import { expect, test } from '@jest/globals';
import { CaseStory } from './case.examples.js';
import { DAY_MS, plusMs } from './instant.js';

const checkpoint = (passed: boolean) => ({ metrics: { returns: '0.08' }, passed });

test('a finding that outlives the follow-up holds the case, and its end comes as soon as the finding is closed', () => {
  const story = new CaseStory().followUp().by('REVIEWER', 'RECORD_CHECKPOINT', checkpoint(false));
  story.until(plusMs(story.now, 200 * DAY_MS));
  expect(story.case.state).toBe('FOLLOW_UP');
  story.by('REVIEWER', 'RECORD_CHECKPOINT', checkpoint(false)).until(plusMs(story.now, DAY_MS));
  expect(story.case.state).toBe('FOLLOW_UP');
  story.by('REVIEWER', 'RECORD_CHECKPOINT', checkpoint(true)).until(plusMs(story.now, 1));
  expect(story.case).toMatchObject({ state: 'CLOSED_REINSTATED', lastEventAt: plusMs(story.now, -1) });
});

test('a checkpoint that passes before its time leaves the follow-up as long as it was', () => {
  const story = new CaseStory().followUp();
  const before = story.case.deadlines.find(({ name }) => name === 'T_FOLLOWUP');
  story.by('REVIEWER', 'RECORD_CHECKPOINT', checkpoint(true));
  expect(story.case.deadlines.find(({ name }) => name === 'T_FOLLOWUP')).toEqual(before);
});
