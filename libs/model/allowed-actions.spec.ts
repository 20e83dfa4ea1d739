import { describe, expect, test } from '@jest/globals';
import { allowedActions } from './allowed-actions.js';
import { asker, CaseStory, words } from './case.examples.js';
import type { Asker } from './event.js';
import { evidenceHash } from './reading.js';
import type { Role } from './vocabulary.js';

const actions = (story: CaseStory, who: Role | Asker) =>
  allowedActions(story.case, typeof who === 'string' ? asker(who) : who, { now: story.now, rules: story.rules });
const commands = (story: CaseStory, who: Role | Asker) => actions(story, who).map(({ command }) => command);
const ALWAYS = ['LOG_COMMUNICATION', 'SET_ALTERNATIVE', 'ADD_NOTE'];

describe('what somebody may do now', () => {
  test('is what the rows of the state let the role do, in the order of the command list, with the fields it takes', () => {
    const story = new CaseStory();
    expect(commands(story, 'INTAKE')).toEqual(
      expect.arrayContaining(['CONFIRM_NOTICE', 'MARK_INVALID', 'WITHDRAW', 'MERGE_INTO', ...ALWAYS]),
    );
    expect(commands(story, 'INTAKE')).not.toContain('CLASSIFY');
    expect(commands(story, 'AUDITOR')).toEqual([]);
    const [confirm, invalid] = actions(story, 'INTAKE');
    expect([confirm, invalid]).toEqual([
      { command: 'CONFIRM_NOTICE', fields: [] },
      { command: 'MARK_INVALID', fields: ['reason'] },
    ]);
  });

  test('is nothing but what starts again once a case is closed', () => {
    const closed = new CaseStory().by('INTAKE', 'WITHDRAW', { reason: words });
    expect(commands(closed, 'SENIOR_REVIEWER')).toEqual(['REOPEN']);
    expect(commands(closed, 'REVIEWER')).toEqual([]);
  });

  test('is together what each of the roles held may do', () => {
    const story = new CaseStory().underReview();
    const both = { id: 'person:both', roles: ['REVIEWER', 'COMPLIANCE'] as const };
    expect(new Set(commands(story, both))).toEqual(
      new Set([...commands(story, 'REVIEWER'), ...commands(story, 'COMPLIANCE')]),
    );
    expect(commands(story, both)).toEqual(expect.arrayContaining(['RECOMMEND', 'HOLD']));
  });

  test('leaves out what a guard on the case or on the person would refuse', () => {
    const story = new CaseStory().underReview();
    expect(commands(story, 'SENIOR_REVIEWER')).not.toContain('APPROVE');
    story
      .acceptUploaded()
      .by('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, evidenceHash: evidenceHash(story.case) });
    expect(commands(story, 'SENIOR_REVIEWER')).toContain('APPROVE');
    expect(commands(story, asker('SENIOR_REVIEWER', 'person:reviewer'))).not.toContain('APPROVE');
  });

  test('does not leave out what only the fields decide', () => {
    const story = new CaseStory().requested();
    expect(commands(story, 'REVIEWER')).toEqual(expect.arrayContaining(['EXTEND', 'RECLASSIFY', 'WAIVE_MATERIAL']));
    expect(commands(story, 'INTAKE')).not.toContain('SUBMIT');
    expect(commands(story.uploadRequired(), 'INTAKE')).toContain('SUBMIT');
  });

  test('leaves out rows whose condition on the case does not hold', () => {
    const open = (notice: object) => new CaseStory(notice).by('INTAKE', 'CONFIRM_NOTICE', {});
    expect(commands(open({ issuer: 'UNIONPAY' }), 'INTAKE')).not.toContain('MARK_INVALID');
    const service = new CaseStory({ reasonCodes: ['INACTIVITY', 'SYSTEM_FAILURE'] }).approved();
    expect(commands(service, 'OPS')).toContain('SERVICE_RESTORED');
    expect(commands(new CaseStory().approved(), 'OPS')).not.toContain('SERVICE_RESTORED');
  });
});
