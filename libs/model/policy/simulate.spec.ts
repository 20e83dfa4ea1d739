import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from '../case.examples.js';
import { plusMs, HOUR_MS } from '../instant.js';
import type { Rules } from '../rules.js';
import { rulesOf } from './policies.js';
import type { Policy } from './policy.js';
import { simulate } from './simulate.js';
import { summaryOf } from './simulation-summary.js';

const calendarVersion = 'cn-2026.1';
const november = rulesOf({ policyVersion: '2026-11', calendarVersion });
const december = rulesOf({ policyVersion: '2026-12', calendarVersion });
const otherwise = (change: Partial<Policy>): Rules => ({
  ...november,
  policy: { ...november.policy, version: '2027-09', ...change },
});
const { deadlines, transitions, reasons } = november.policy;
const lasting = (name: 'T_MATERIALS' | 'T_REVIEW' | 'T_FOLLOWUP' | 'T_EXTERNAL', n: number): Rules => ({
  ...otherwise({
    deadlines: { ...deadlines, [name]: { ...deadlines[name], budget: { n, unit: deadlines[name].budget.unit } } },
  }),
});
const parted = (story: CaseStory, rules: Rules) => simulate(story.events, rules).otherwise;

describe('a case simulated under its own policy', () => {
  const decision = { kind: 'APPROVED', refNo: 'UP-9', receivedAt: '2026-12-01T00:00:00.000Z' } as const;
  const lives: readonly (readonly [string, () => CaseStory])[] = [
    ['from the notice to the closing', () => new CaseStory().followUp().until('2027-06-01T00:00:00.000Z')],
    ['that expires', () => new CaseStory().requested().until('2027-01-31T00:00:00.000Z')],
    [
      'whose owner decided, put down by two persons',
      () =>
        new CaseStory({ issuer: 'UNIONPAY' })
          .approved()
          .by('INTAKE', 'RECORD_EXTERNAL', decision)
          .by('REVIEWER', 'RECORD_EXTERNAL', decision),
    ],
    [
      'whose owner decided itself',
      () => new CaseStory({ issuer: 'UNIONPAY' }).approved().by('UNIONPAY', 'RECORD_EXTERNAL', decision),
    ],
    [
      'revoked by its issuer',
      () =>
        new CaseStory({ issuer: 'UNIONPAY' }).underReview().by('UNIONPAY', 'NOTICE_REVOKED', { issuer: 'UNIONPAY' }),
    ],
    [
      'that ends while a report about it is due',
      () => {
        const confirmed = { report: words, outcome: 'CLOSED_TERMINATED' } as const;
        return new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] })
          .underReview()
          .by('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words })
          .by('INVESTIGATOR', 'INVESTIGATION_CONFIRMED', confirmed)
          .by('COMPLIANCE', 'INVESTIGATION_CONFIRMED', confirmed)
          .until('2026-12-31T00:00:00.000Z');
      },
    ],
    ['reinstated by others', () => new CaseStory().requested().by('PARTNER', 'OUTSIDE_REINSTATED', {})],
    [
      'stopped again by a hit',
      () => new CaseStory().followUp().by('PARTNER', 'RISK_REHIT', { reasonCodes: ['TRADING_VIOLATION'] }),
    ],
    [
      'stopped again by a person',
      () =>
        new CaseStory()
          .followUp()
          .by('INVESTIGATOR', 'RE_SUSPEND', { reasonCodes: ['ILLEGAL_OPERATION'], reason: words }),
    ],
    ['whose clock was moved to the next deadline', () => advanced(new CaseStory().requested())],
    [
      'whose proposal was declined',
      () =>
        new CaseStory()
          .requested()
          .by('COMPLIANCE', 'TERMINATE', { reason: words })
          .by('SENIOR_REVIEWER', 'DECLINE', { command: 'TERMINATE', reason: words }),
    ],
    ['whose merchant was told late', () => toldLate()],
  ];
  test.each(lives)('%s goes as it went', (_, tell) => {
    const { events } = tell();
    expect(simulate(events, november).otherwise).toBeNull();
  });
});

function advanced(story: CaseStory): CaseStory {
  story.by('LEAD', 'ADVANCE_CLOCK', { toNextDeadline: true });
  return story.until(plusMs(story.now, story.case.offsetMs));
}

/** A merchant reached only after some days. */
function toldLate(): CaseStory {
  const story = new CaseStory().by('INTAKE', 'CONFIRM_NOTICE', {});
  story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }, { at: story.now, delivery: 'LATER' });
  story.until('2026-11-26T02:00:00.000Z');
  const { messageId } = story.case.messages.find(({ starts }) => starts?.includes('T_MATERIALS'))!;
  return story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now }).until('2026-12-20T00:00:00.000Z');
}

describe('a case simulated under another policy', () => {
  test('parts where the other asks for a paper that was not handed in', () => {
    const story = new CaseStory().approved();
    expect(simulate(story.events, december)).toEqual({
      caseId: 'case_1',
      openedUnder: '2026-11',
      decided: 11,
      otherwise: {
        seq: 12,
        at: story.now,
        type: 'SUBMIT',
        why: { kind: 'REFUSED', code: 'guard.materials-incomplete', row: '13', facts: { missing: ['M26'] } },
      },
    });
  });

  test('parts where the other has no row', () => {
    const without = otherwise({ transitions: transitions.filter(({ command }) => command !== 'COMPLETE_OK') });
    expect(parted(new CaseStory().underReview(), without)).toMatchObject({
      type: 'COMPLETE_OK',
      why: { kind: 'REFUSED', code: 'transition.not-allowed', row: null },
    });
  });

  test('parts where the other wants a second person', () => {
    const pair = [['INTAKE'], ['REVIEWER']] as const;
    const rules = otherwise({
      transitions: transitions.map((row) => (row.command === 'COMPLETE_OK' ? { ...row, twoPersons: pair } : row)),
    });
    expect(parted(new CaseStory().underReview(), rules)).toMatchObject({
      why: { kind: 'OTHER_EVENT', recorded: 'COMPLETE_OK', simulated: 'COMPLETE_OK_PROPOSED' },
    });
  });

  test('parts where the other leads to another state', () => {
    const rules = otherwise({
      transitions: transitions.map((row) => (row.command === 'WITHDRAW' ? { ...row, to: 'REJECTED' } : row)),
    });
    const story = new CaseStory().requested().by('MERCHANT', 'WITHDRAW', { reason: words });
    expect(parted(story, rules)).toMatchObject({
      type: 'WITHDRAW',
      why: { kind: 'OTHER_STATE', recorded: 'CLOSED_WITHDRAWN', simulated: 'REJECTED' },
    });
  });

  test('parts at the first act after a deadline that would have passed', () => {
    const story = new CaseStory({ issuer: 'UNIONPAY' }).approved().until('2026-12-01T03:00:00.000Z');
    story.by('UNIONPAY', 'RECORD_EXTERNAL', {
      kind: 'APPROVED',
      refNo: 'UP-9',
      receivedAt: '2026-12-01T00:00:00.000Z',
    });
    const { reasons: table } = november.policy;
    const rules = otherwise({
      reasons: {
        ...table,
        TRADING_VIOLATION: {
          ...table.TRADING_VIOLATION,
          budgets: { ...table.TRADING_VIOLATION.budgets, T_EXTERNAL: { n: 5, unit: 'WD' } },
        },
      },
    });
    expect(parted(story, rules)).toMatchObject({
      type: 'EXTERNAL_APPROVED',
      why: { kind: 'DEADLINE', deadline: 'T_EXTERNAL', recorded: 'RUNNING', simulated: 'PASSED' },
    });
  });

  test('parts where a deadline that passed would not have', () => {
    const story = new CaseStory({ reasonCodes: ['POLICY_CHANGE'] })
      .underReview()
      .until('2026-11-26T03:00:00.000Z')
      .acceptUploaded();
    expect(parted(story, lasting('T_REVIEW', 10))).toMatchObject({
      type: 'ACCEPT_MATERIAL',
      why: { kind: 'DEADLINE', deadline: 'T_REVIEW', recorded: 'PASSED', simulated: 'RUNNING' },
    });
  });

  test('parts at its end where only the clock was left', () => {
    const story = new CaseStory({ reasonCodes: ['INACTIVITY'] })
      .followUp()
      .until(plusMs('2026-11-23T02:00:00.000Z', 70 * 24 * HOUR_MS));
    const shorter = otherwise({
      reasons: { ...reasons, INACTIVITY: { ...reasons.INACTIVITY, budgets: { T_FOLLOWUP: { n: 40, unit: 'D' } } } },
    });
    expect(parted(story, november)).toBeNull();
    expect(parted(story, shorter)).toBeNull();
    const onDay70 = plusMs('2026-11-23T02:00:00.000Z', 70 * 24 * HOUR_MS);
    expect(simulate(story.events, november, onDay70).otherwise).toBeNull();
    expect(simulate(story.events, shorter, onDay70).otherwise).toEqual({
      seq: story.case.seq,
      at: onDay70,
      type: 'CHECKPOINT',
      why: { kind: 'DEADLINE', deadline: 'T_FOLLOWUP', recorded: 'RUNNING', simulated: 'PASSED' },
    });
    const expired = new CaseStory().requested().until('2027-01-31T00:00:00.000Z');
    expect(
      parted(
        expired,
        otherwise({
          transitions: transitions.map((row) =>
            row.to === 'CLOSED_EXPIRED' ? { ...row, to: 'CLOSED_REJECTED' } : row,
          ),
        }),
      ),
    ).toMatchObject({
      why: { kind: 'OTHER_STATE', recorded: 'CLOSED_EXPIRED', simulated: 'CLOSED_REJECTED' },
    });
  });

  test('goes on with its own evidence and messages where the other only counts otherwise', () => {
    const looser = otherwise({
      reasons: {
        ...reasons,
        TRADING_VIOLATION: {
          ...reasons.TRADING_VIOLATION,
          materials: [...reasons.TRADING_VIOLATION.materials, { code: 'M27', need: 'OPTIONAL' }],
        },
      },
    });
    expect(parted(new CaseStory().followUp(), looser)).toBeNull();
    const shifted = otherwise({
      deadlines: { ...deadlines, T_TRIAGE: { ...deadlines.T_TRIAGE, marks: [{ mark: 'early', percent: 1 }] } },
    });
    const story = new CaseStory({ reasonCodes: ['INACTIVITY'] })
      .by('INTAKE', 'CONFIRM_NOTICE', {})
      .until('2026-11-23T04:00:00.000Z');
    story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] }, { at: story.now, delivery: 'LATER' });
    const { messageId } = story.case.messages.find(({ starts }) => starts)!;
    story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now });
    expect(parted(story, shifted)).toBeNull();
  });

  test('does not take for the same evidence what a person had not seen', () => {
    const story = new CaseStory().recommended();
    const foreign = story.events.map((event) =>
      event.type === 'RECOMMEND'
        ? { ...event, payload: { ...event.payload, fields: { ...event.payload.fields, evidenceHash: 'f'.repeat(64) } } }
        : event,
    );
    expect(simulate(foreign, november).otherwise).toMatchObject({
      type: 'RECOMMEND',
      why: { code: 'guard.evidence-changed' },
    });
  });

  test('is not decided again on what moved its clock or its rules', () => {
    const story = new CaseStory().until('2026-12-29T02:00:00.000Z').requested().until('2027-01-01T01:00:00.000Z');
    story
      .by('LEAD', 'MIGRATE_POLICY', { policyVersion: '2026-12' })
      .by('COMPLIANCE', 'MIGRATE_POLICY', { policyVersion: '2026-12' });
    expect(parted(story, december)).toBeNull();
    expect(simulate(story.events, december).decided).toBe(3);
  });

  test('needs events', () => {
    expect(() => simulate([], november)).toThrow(RangeError);
  });
});

test('many simulated cases are counted by what they part for', () => {
  const lives = [
    new CaseStory().approved(),
    new CaseStory({ caseId: 'case_2' }).submitted(),
    new CaseStory({ caseId: 'case_3', reasonCodes: ['POLICY_CHANGE'] }).followUp(),
    new CaseStory({ caseId: 'case_4' }).by(asker('INTAKE'), 'CONFIRM_NOTICE', {}),
  ];
  const simulated = lives.map(({ events }) => simulate(events, december));
  const decided = simulated.reduce((sum, one) => sum + one.decided, 0);
  expect(summaryOf(simulated, '2026-12')).toEqual({
    policyVersion: '2026-12',
    cases: 4,
    decided,
    same: 2,
    otherwise: 2,
    why: { 'guard.materials-incomplete': 2 },
  });
  expect(summaryOf([], '2026-12')).toMatchObject({ cases: 0, same: 0, otherwise: 0, why: {} });
  const late = simulate(
    new CaseStory({ reasonCodes: ['POLICY_CHANGE'] }).underReview().until('2026-11-26T03:00:00.000Z').acceptUploaded()
      .events,
    lasting('T_REVIEW', 10),
  );
  const other = simulate(
    new CaseStory().requested().until('2027-01-31T00:00:00.000Z').events,
    otherwise({
      transitions: transitions.map((row) => (row.to === 'CLOSED_EXPIRED' ? { ...row, to: 'CLOSED_REJECTED' } : row)),
    }),
  );
  expect(summaryOf([late, other], '2027-09').why).toEqual({ T_REVIEW: 1, OTHER_STATE: 1 });
});
