import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from '../case.examples.js';
import type { Case } from '../case.js';
import { changed } from '../evolve.js';
import { evidenceHash } from '../reading.js';
import type { Rules } from '../rules.js';
import type { MaterialCode, ReasonCode } from '../vocabulary.js';
import { migrated, rehearse } from './migration.js';
import { rulesOf } from './policies.js';
import type { MaterialRule, Policy } from './policy.js';

const calendarVersion = 'cn-2026.1';
const november = rulesOf({ policyVersion: '2026-11', calendarVersion });
const december = rulesOf({ policyVersion: '2026-12', calendarVersion });
const otherwise = (change: Partial<Policy>): Rules => ({
  ...november,
  policy: { ...november.policy, version: '2027-09', ...change },
});
const asking = (code: ReasonCode, materials: readonly MaterialRule[]): Rules => {
  const { reasons } = november.policy;
  return otherwise({ reasons: { ...reasons, [code]: { ...reasons[code], materials } } });
};
const NEW_YEAR = '2027-01-01T01:00:00.000Z';
const paper = (current: Case, code: MaterialCode) => current.materials.find((material) => material.code === code);

describe('the rehearsal of a move to another policy', () => {
  test('of a case under its own policy finds nothing', () => {
    const { newPapers, droppedPapers, deadlines, rows, evidenceChanges } = rehearse(
      new CaseStory().underReview().case,
      november,
      november,
    );
    expect({ newPapers, droppedPapers, deadlines, rows, evidenceChanges }).toEqual({
      newPapers: [],
      droppedPapers: [],
      deadlines: [],
      rows: { lost: [], gained: [], changed: [] },
      evidenceChanges: false,
    });
  });

  test('names the paper that becomes required, the deadlines that get another length, and the clocks that stay', () => {
    const current = new CaseStory().underReview().case;
    expect(rehearse(current, november, december)).toEqual({
      from: '2026-11',
      to: '2026-12',
      newPapers: [{ code: 'M26', before: null, requirement: 'REQUIRED', status: 'REQUESTED' }],
      droppedPapers: [],
      deadlines: [
        {
          name: 'T_REVIEW',
          from: { budget: { n: 5, unit: 'WD' }, marks: ['80%'], maxExtensions: 0 },
          to: { budget: { n: 4, unit: 'WD' }, marks: ['80%'], maxExtensions: 0 },
        },
        {
          name: 'T_REPORT',
          from: { budget: { n: 2, unit: 'WD' }, marks: ['80%'], maxExtensions: 0 },
          to: { budget: { n: 3, unit: 'WD' }, marks: ['80%'], maxExtensions: 0 },
        },
      ],
      kept: [{ name: 'T_REVIEW', owner: 'INSTITUTION', status: 'RUNNING', dueAt: '2026-11-30T02:00:00.000Z' }],
      rows: { lost: [], gained: [], changed: [] },
      evidenceChanges: true,
    });
  });

  test('names the rows of the present state that change, come and go', () => {
    const current = new CaseStory().requested().case;
    expect(rehearse(current, november, december).rows).toEqual({
      lost: [],
      gained: [],
      changed: ['15 DEADLINE_PASSED 2'],
    });
    const { transitions } = november.policy;
    const withoutExtension = otherwise({
      transitions: transitions.filter(({ command }) => command !== 'EXTEND' && command !== 'START_REINSTATE'),
    });
    expect(rehearse(current, november, withoutExtension).rows).toMatchObject({
      lost: ['14 EXTEND 1', '14 EXTEND 2'],
      gained: [],
    });
    expect(rehearse(current, withoutExtension, november).rows).toMatchObject({
      lost: [],
      gained: ['14 EXTEND 1', '14 EXTEND 2'],
    });
  });

  test('speaks of the checklist a case will get, before it has one', () => {
    const gap = rehearse(new CaseStory().case, november, december);
    expect(gap.newPapers.map(({ code }) => code)).toEqual(['M26']);
    expect(gap.evidenceChanges).toBe(false);
    expect(migrated(new CaseStory().case, november, december)).not.toHaveProperty('materials');
  });

  test('names papers that are asked for more loosely, and those no longer asked for', () => {
    const rules = asking('INACTIVITY', [
      { code: 'M01', need: 'REQUIRED' },
      { code: 'M03', need: 'OPTIONAL' },
      { code: 'M12', need: { when: ['nameDiffers'] } },
    ]);
    const current = new CaseStory({ reasonCodes: ['INACTIVITY'] }).submitted().case;
    const gap = rehearse(current, november, rules);
    expect(gap.newPapers).toEqual([
      { code: 'M03', before: 'REQUIRED', requirement: 'OPTIONAL', status: 'UPLOADED' },
      { code: 'M12', before: 'REQUIRED', requirement: 'CONDITIONAL', status: 'UPLOADED' },
    ]);
    expect(gap.droppedPapers).toEqual(['M05', 'M08']);
    const after = changed(current, migrated(current, november, rules));
    expect(after.materials.map(({ code, requirement, status }) => [code, requirement, status])).toEqual([
      ['M01', 'REQUIRED', 'ACCEPTED'],
      ['M03', 'OPTIONAL', 'UPLOADED'],
      ['M05', 'OPTIONAL', 'UPLOADED'],
      ['M08', 'OPTIONAL', 'UPLOADED'],
      ['M12', 'CONDITIONAL', 'UPLOADED'],
    ]);
  });

  test('leaves alone what a person asked for beside the policy', () => {
    const story = new CaseStory({ reasonCodes: ['POLICY_CHANGE'] }).underReview();
    story.by('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M18', reason: words }] });
    const current = story.case;
    expect(paper(current, 'M18')?.requirement).toBe('REQUIRED');
    const after = changed(current, migrated(current, november, december));
    expect(paper(after, 'M18')).toEqual(paper(current, 'M18'));
    const rectified = new CaseStory()
      .underReview()
      .by('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words], measures: ['R01'] }).case;
    expect(paper(changed(rectified, migrated(rectified, november, december)), 'R01')?.requirement).toBe('REQUIRED');
  });

  test('takes other marks or extensions for a difference too, the follow-up’s checkpoints among them', () => {
    const { deadlines, reasons } = november.policy;
    const rules = otherwise({
      deadlines: {
        ...deadlines,
        T_SUPPLEMENT: { ...deadlines.T_SUPPLEMENT, maxExtensions: 2 },
        T_APPEAL: { ...deadlines.T_APPEAL, marks: [] },
      },
      reasons: { ...reasons, INACTIVITY: { ...reasons.INACTIVITY, checkpointDays: [7, 30] } },
    });
    const current = new CaseStory({ reasonCodes: ['INACTIVITY'] }).case;
    expect(
      rehearse(current, november, rules).deadlines.map(({ name, to }) => [name, to.marks, to.maxExtensions]),
    ).toEqual([
      ['T_SUPPLEMENT', ['50%', '80%', '-24h'], 2],
      ['T_APPEAL', [], 0],
      ['T_FOLLOWUP', ['d7', 'd30'], 0],
    ]);
  });
});

describe('a case that is moved', () => {
  const move = { policyVersion: '2026-12' };
  const late = () => {
    const story = new CaseStory();
    story.now = '2026-12-29T02:00:00.000Z';
    return story.requested();
  };

  test('is so by two persons, once the other policy is mandatory', () => {
    const story = late();
    expect(story.refusalOf('LEAD', 'MIGRATE_POLICY', move)).toBe('guard.migration');
    story.until(NEW_YEAR);
    expect(story.refusalOf('LEAD', 'MIGRATE_POLICY', { policyVersion: '2026-11' })).toBe('guard.migration');
    expect(story.refusalOf('LEAD', 'MIGRATE_POLICY', { policyVersion: '2026-13' })).toBe('guard.migration');
    story.by('LEAD', 'MIGRATE_POLICY', move);
    expect(story.case.policyVersion).toBe('2026-11');
    expect(story.refusalOf(asker('LEAD', 'person:lead2'), 'MIGRATE_POLICY', move)).toBe('guard.second-role');
    story.by('COMPLIANCE', 'MIGRATE_POLICY', move);
    expect(story.events.at(-1)).toMatchObject({ type: 'POLICY_MIGRATED', policyVersion: '2026-11' });
    expect(story.case).toMatchObject({
      policyVersion: '2026-12',
      policyHash: december.policyHash,
      calendarVersion,
      calendarHash: december.calendarHash,
      state: 'MATERIALS_REQUESTED',
    });
    expect(story.refusalOf('LEAD', 'MIGRATE_POLICY', move)).toBe('guard.migration');
  });

  test('goes on under the other policy: what it asks for is now missing, and its next deadlines are the other’s', () => {
    const story = late()
      .uploadRequired()
      .until(NEW_YEAR)
      .by('LEAD', 'MIGRATE_POLICY', move)
      .by('COMPLIANCE', 'MIGRATE_POLICY', move);
    expect(story.refusalOf('INTAKE', 'SUBMIT', {})).toBe('guard.materials-incomplete');
    story.upload('M26').by('INTAKE', 'SUBMIT', {}).by('INTAKE', 'COMPLETE_OK', {});
    expect(story.events.at(-1)?.policyVersion).toBe('2026-12');
    expect(story.case.deadlines.find(({ name }) => name === 'T_REVIEW')).toMatchObject({ budgetMs: 4 * 9 * 3_600_000 });
  });

  test('needs a new recommendation where the other policy asks for another paper', () => {
    const story = new CaseStory();
    story.now = '2026-12-31T15:00:00.000Z';
    story.recommended().until(NEW_YEAR).by('LEAD', 'MIGRATE_POLICY', move).by('COMPLIANCE', 'MIGRATE_POLICY', move);
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: evidenceHash(story.case) })).toBe(
      'guard.material-not-accepted',
    );
  });

  test('is put to compliance for termination when it expires under the December policy, and was not before', () => {
    const tasks = (rules: Rules) => new CaseStory({}, rules).requested().until('2027-01-31T00:00:00.000Z').case;
    expect(tasks(november)).toMatchObject({ state: 'CLOSED_EXPIRED', tasks: [] });
    expect(tasks(december)).toMatchObject({
      state: 'CLOSED_EXPIRED',
      tasks: [{ kind: 'TERMINATION_PROPOSAL', owner: 'COMPLIANCE', open: true }],
    });
  });
});
