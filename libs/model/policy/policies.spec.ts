import { describe, expect, test } from '@jest/globals';
import { CaseStory } from '../case.examples.js';
import { hashOf } from '../hash.js';
import { diffPolicies } from './diff.js';
import { POLICIES, RELEASES, rulesForOpening, rulesOf } from './policies.js';
import type { Policy } from './policy.js';

const [november, december] = ['2026-11', '2026-12'].map((version) => POLICIES[version]!) as [Policy, Policy];
const dueDays = (story: CaseStory, name: string) =>
  story.case.deadlines.find((deadline) => deadline.name === name)!.budgetMs / (9 * 3_600_000);

describe('the releases', () => {
  test('stand in the order they open cases in, each once', () => {
    const dates = RELEASES.map(({ opensFrom }) => opensFrom);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(RELEASES.map(({ policy }) => policy.version)).toEqual(Object.keys(POLICIES));
  });

  test.each([
    ['2026-01-01T00:00:00.000Z', '2026-11'],
    ['2026-11-23T02:00:00.000Z', '2026-11'],
    ['2026-11-30T15:59:59.999Z', '2026-11'],
    ['2026-11-30T16:00:00.000Z', '2026-12'],
    ['2031-01-01T00:00:00.000Z', '2026-12'],
  ])('at %s a case opens under %s', (now, version) => {
    const { policy, policyHash, calendar, calendarHash } = rulesForOpening(now);
    expect([policy.version, policyHash, calendar.version]).toEqual([
      version,
      hashOf(POLICIES[version]),
      policy.calendarVersion,
    ]);
    expect(calendarHash).toBe(hashOf(calendar));
  });

  test('has no rules of a version there is not', () => {
    expect(() => rulesOf({ policyVersion: '2026-13', calendarVersion: 'cn-2026.1' })).toThrow(
      'no policy 2026-13 with calendar cn-2026.1 here',
    );
    expect(() => rulesOf({ policyVersion: '2026-12', calendarVersion: 'cn-1999' })).toThrow(
      'no policy 2026-12 with calendar cn-1999 here',
    );
  });
});

describe('the December policy', () => {
  test('differs from November’s in what it says it does, and in nothing else', () => {
    expect(diffPolicies(november, december).map(({ part, id }) => `${part} ${id}`)).toEqual([
      'transition 15 DEADLINE_PASSED 2',
      'reason TRADING_VIOLATION',
      'reason ILLEGAL_OPERATION',
      'reason INACTIVITY',
      'deadline T_REPORT',
      'other version',
      'other source',
      'other mandatoryFrom',
    ]);
  });

  test('leaves the November policy as it is', () => {
    const { reasons, deadlines } = november;
    expect(reasons.TRADING_VIOLATION.budgets.T_REVIEW).toEqual({ n: 5, unit: 'WD' });
    expect(reasons.TRADING_VIOLATION.materials.map(({ code }) => code)).not.toContain('M26');
    expect([reasons.INACTIVITY.budgets.T_FOLLOWUP, deadlines.T_REPORT.budget]).toEqual([
      { n: 90, unit: 'D' },
      { n: 2, unit: 'WD' },
    ]);
  });
});

describe('a case opened before the change of policies and one opened after it', () => {
  /** The whole life of a case that opens at that instant, papers and all. */
  function lifeOpenedAt(now: string, reasonCodes: readonly ['TRADING_VIOLATION'] | readonly ['INACTIVITY']) {
    const story = new CaseStory({ reasonCodes, sandbox: true }, rulesForOpening(now));
    story.now = now;
    return story;
  }

  test('are each finished under the policy they were opened under, though they live at the same time', () => {
    const old = lifeOpenedAt('2026-11-30T15:59:00.000Z', ['TRADING_VIOLATION']);
    const young = lifeOpenedAt('2026-11-30T16:01:00.000Z', ['TRADING_VIOLATION']);
    for (const story of [old, young]) story.until('2026-12-01T02:00:00.000Z').underReview();
    expect([old, young].map((story) => [story.case.policyVersion, dueDays(story, 'T_REVIEW')])).toEqual([
      ['2026-11', 5],
      ['2026-12', 4],
    ]);
    const asked = (story: CaseStory) => story.case.materials.some(({ code }) => code === 'M26');
    expect([asked(old), asked(young)]).toEqual([false, true]);
    expect(old.events.every(({ policyVersion }) => policyVersion === '2026-11')).toBe(true);
    expect(young.events.every(({ policyVersion }) => policyVersion === '2026-12')).toBe(true);
  });

  test('are watched for 90 days and for 60', () => {
    const closed = ['2026-11-30T15:59:00.000Z', '2026-12-01T15:59:00.000Z'].map((now) => {
      const story = lifeOpenedAt(now, ['INACTIVITY']).followUp();
      const { state, closedAt } = story.until('2027-12-01T00:00:00.000Z').case;
      return [state, (Date.parse(closedAt!) - Date.parse(now)) / 86_400_000];
    });
    expect(closed).toEqual([
      ['CLOSED_REINSTATED', 90],
      ['CLOSED_REINSTATED', 60],
    ]);
  });
});
