import { describe, expect, test } from '@jest/globals';
import { beijing } from './calendar/calendar.examples.js';
import { CaseStory, words } from './case.examples.js';
import type { Case, Deadline } from './case.js';
import { estimatedRestore, forecast } from './forecast.js';
import { CLOSED_STATES, type DeadlineName, type OpenState } from './vocabulary.js';

const story = () => new CaseStory();
const { rules } = story();
const told = (current: Case) =>
  forecast(current, rules).map(({ at, deadline, mark, what, unless }) => [
    at,
    deadline,
    mark,
    what.en,
    unless?.en ?? null,
  ]);
const monday = beijing('2026-11-23 10:00');
const running = (name: DeadlineName): Deadline => ({
  name,
  owner: 'INSTITUTION',
  status: 'RUNNING',
  unit: 'NATURAL',
  budgetMs: 1,
  remainingMs: 1,
  dueAt: monday,
  segments: [],
  marks: [],
  extensions: 0,
});
const alone = (state: OpenState, name: DeadlineName): Case => ({ ...story().case, state, deadlines: [running(name)] });

describe('what will happen by itself', () => {
  test('is told soonest first, marks and ends, with what would prevent it', () => {
    expect(told(story().requested().case)).toEqual([
      [
        beijing('2026-11-25 14:30'),
        'T_MATERIALS',
        '50%',
        'T_MATERIALS mark 50%',
        'the application is submitted before',
      ],
      [
        beijing('2026-11-27 10:00'),
        'T_MATERIALS',
        '80%',
        'T_MATERIALS mark 80%',
        'the application is submitted before',
      ],
      [
        beijing('2026-11-29 10:00'),
        'T_MATERIALS',
        '-24h',
        'T_MATERIALS mark -24h',
        'the application is submitted before',
      ],
      [
        beijing('2026-11-30 10:00'),
        'T_MATERIALS',
        null,
        'the grace period begins',
        'the application is submitted before',
      ],
    ]);
    const [mark, , , end] = forecast(story().requested().case, rules);
    expect([mark?.what.zh, mark?.unless?.zh]).toEqual(['T_MATERIALS 50% 提示', '先提交申请']);
    expect(end?.what.zh).toBe('进入宽限期');
  });

  test('leaves out marks that have fired and clocks that do not run', () => {
    const later = story().requested().until(beijing('2026-11-27 12:00'));
    expect(told(later.case).map(([, , mark]) => mark)).toEqual(['-24h', null]);
    later.uploadRequired().by('INTAKE', 'SUBMIT', {});
    expect(told(later.case).map(([, deadline]) => deadline)).toEqual(['T_COMPLETENESS', 'T_COMPLETENESS']);
    expect(forecast({ ...later.case, deadlines: [] }, rules)).toEqual([]);
  });

  test('tells several clocks in one order of time', () => {
    const two = story().by('INTAKE', 'COMPLAINT', { text: words }).case;
    const times = forecast(two, rules).map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(new Set(forecast(two, rules).map(({ deadline }) => deadline))).toEqual(
      new Set(['T_CONFIRM', 'T_COMPLAINT']),
    );
  });

  test.each([
    [
      'MATERIALS_REQUESTED',
      'T_GRACE',
      'becomes “Closed: expired”',
      '转为「逾期结案」',
      'the papers are handed in before',
      '先交齐材料',
    ],
    [
      'FOLLOW_UP',
      'T_FOLLOWUP',
      'becomes “Closed: reinstated”',
      '转为「已恢复结案」',
      'something is found before',
      '观察期内再次触发风险',
    ],
    [
      'REJECTED',
      'T_RESUBMIT',
      'becomes “Closed: rejected”',
      '转为「驳回结案」',
      'the application is made again before',
      '先重新提交',
    ],
    [
      'REJECTED',
      'T_APPEAL_WINDOW',
      'becomes “Closed: rejected”',
      '转为「驳回结案」',
      'an appeal is made before',
      '先提出申诉',
    ],
    [
      'RECTIFICATION',
      'T_GRACE',
      'becomes “Under review”',
      '转为「审核中」',
      'the papers are handed in before',
      '先交齐材料',
    ],
    [
      'SUPPLEMENT_REQUIRED',
      'T_SUPPLEMENT',
      'the grace period begins',
      '进入宽限期',
      'the supplement is submitted before',
      '先提交补件',
    ],
    [
      'UNDER_REVIEW',
      'T_REVIEW',
      'T_REVIEW is overdue and escalated',
      'T_REVIEW 超时并升级',
      'the decision is taken before',
      '先作出审核决定',
    ],
    [
      'NOTICE_RECEIVED',
      'T_CONFIRM',
      'T_CONFIRM is overdue and escalated',
      'T_CONFIRM 超时并升级',
      'the notice is confirmed before',
      '通知先被确认',
    ],
    [
      'NOTICE_CONFIRMED',
      'T_TRIAGE',
      'T_TRIAGE is overdue and escalated',
      'T_TRIAGE 超时并升级',
      'the case is classified before',
      '先完成定因',
    ],
    [
      'SUBMITTED',
      'T_COMPLETENESS',
      'T_COMPLETENESS is overdue and escalated',
      'T_COMPLETENESS 超时并升级',
      'completeness is checked before',
      '先完成形式审查',
    ],
    [
      'PENDING_EXTERNAL_DECISION',
      'T_EXTERNAL',
      'T_EXTERNAL is overdue and escalated',
      'T_EXTERNAL 超时并升级',
      'the owner decides before',
      '有权方先批复',
    ],
    [
      'APPROVED',
      'T_REINSTATE',
      'T_REINSTATE is overdue and escalated',
      'T_REINSTATE 超时并升级',
      'every item is restored before',
      '先完成恢复',
    ],
    ['UNDER_REVIEW', 'T_FEEDBACK', 'T_FEEDBACK is overdue and escalated', 'T_FEEDBACK 超时并升级', null, null],
  ] as const)('in %s at the end of %s: %s', (state, name, en, zh, unlessEn, unlessZh) => {
    const [end] = forecast(alone(state, name), rules);
    expect([end?.what.en, end?.what.zh, end?.unless?.en ?? null, end?.unless?.zh ?? null]).toEqual([
      en,
      zh,
      unlessEn,
      unlessZh,
    ]);
  });
});

describe('the estimate of the first restoration', () => {
  const span = (current: Case, now = monday) => {
    const estimate = estimatedRestore(current, now, rules);
    return estimate && [estimate.from, estimate.to];
  };
  const at = (state: OpenState): Case => ({
    ...story().case,
    reasons: [{ code: 'POLICY_CHANGE', track: 'REVIEW' }],
    state,
    deadlines: [],
  });

  // Working days of the deadlines ahead: confirm 4 h, triage 1, papers 10, completeness 1, review 3, supplement 5, owner 10, reinstatement 1.
  test.each([
    ['NOTICE_RECEIVED', '2026-12-03 12:00', '2026-12-15 14:00'],
    ['NOTICE_CONFIRMED', '2026-12-03 10:00', '2026-12-15 10:00'],
    ['MATERIALS_REQUESTED', '2026-12-02 14:30', '2026-12-14 10:00'],
    ['SUBMITTED', '2026-11-25 14:30', '2026-11-30 10:00'],
    ['SUPPLEMENT_REQUIRED', '2026-11-27 14:30', '2026-12-04 10:00'],
    ['UNDER_REVIEW', '2026-11-25 10:00', '2026-11-27 10:00'],
    ['PENDING_EXTERNAL_DECISION', '2026-11-30 14:30', '2026-12-08 10:00'],
    ['APPROVED', '2026-11-23 14:30', '2026-11-24 10:00'],
    ['REINSTATING', '2026-11-23 14:30', '2026-11-24 10:00'],
    ['PARTIALLY_REINSTATED', '2026-11-23 14:30', '2026-11-24 10:00'],
  ] as const)('in %s lies between half of what is allowed and all of it', (state, from, to) => {
    expect(span(at(state))).toEqual([beijing(from), beijing(to)]);
  });

  test.each([
    'UNDER_INVESTIGATION',
    'RECTIFICATION',
    'FOLLOW_UP',
    'REJECTED',
    'APPEAL_REVIEW',
    'AWAITING_SERVICE',
    'ON_HOLD',
  ] as const)('is no question in %s', (state) => {
    expect(span(at(state))).toBeNull();
  });

  test.each(CLOSED_STATES)('is no question in %s', (state) => {
    expect(estimatedRestore({ ...story().case, state }, monday, rules)).toBeNull();
  });

  test('counts what is left of a clock that runs or waits, and the whole of one that is over', () => {
    const review = story().underReview();
    expect(span(review.case)).toEqual([beijing('2026-11-26 10:00'), beijing('2026-12-01 10:00')]);
    const later = beijing('2026-11-25 10:00');
    expect(span(review.case, later)).toEqual([beijing('2026-11-27 10:00'), beijing('2026-12-01 10:00')]);
    const changed = (status: Deadline['status']) => ({
      ...review.case,
      deadlines: review.case.deadlines.map((known) =>
        known.name === 'T_REVIEW' ? { ...known, status, remainingMs: 0 } : known,
      ),
    });
    expect(span(changed('VOID'))?.[1]).toBe(beijing('2026-12-01 10:00'));
    expect(span(changed('MET'))?.[1]).toBe(beijing('2026-12-01 10:00'));
    expect(span(changed('PASSED'))?.[1]).toBe(beijing('2026-11-24 10:00'));
  });
});
