import { describe, expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10 } from '../case.examples.js';
import type { Case, Checkpoint } from '../case.js';
import { evidenceHash } from '../reading.js';
import type { ReasonCode, State } from '../vocabulary.js';
import { missingSteps } from './expected-steps.js';
import { CURRENT_RULES } from './policies.js';

const { policy } = CURRENT_RULES;
const stepsMissing = (before: Case, row: string, to: State) =>
  missingSteps(before, row, to, policy).map(({ step }) => step);

const older = 'e'.repeat(64);
const reviewed = (...reasonCodes: readonly ReasonCode[]) => new CaseStory({ reasonCodes }).underReview().case;
const recommendedOn = (current: Case, hash = evidenceHash(current)): Case => ({
  ...current,
  recommendation: { opinion: 'APPROVE', by: 'person:reviewer', at: MONDAY_10, evidenceHash: hash },
});
const signedOn = (current: Case, hash = evidenceHash(current)): Case => ({
  ...current,
  signOff: { by: 'person:compliance', evidenceHash: hash },
});

describe('a decision rests on a recommendation', () => {
  test.each<[string, State]>([
    ['28', 'PENDING_EXTERNAL_DECISION'],
    ['31', 'APPROVED'],
    ['32', 'REJECTED'],
  ])('by row %s to %s, made on the evidence as it is', (row, to) => {
    const current = reviewed('TRADING_VIOLATION');
    expect(stepsMissing(current, row, to)).toEqual(['RECOMMEND']);
    expect(stepsMissing(recommendedOn(current, older), row, to)).toEqual(['RECOMMEND']);
    expect(stepsMissing(recommendedOn(current), row, to)).toEqual([]);
  });

  test('and nothing but a decision does', () => {
    expect(stepsMissing(reviewed('TRADING_VIOLATION'), '27', 'UNDER_REVIEW')).toEqual([]);
  });
});

describe('an approval rests on the sign-off of compliance', () => {
  test.each<[string, State]>([
    ['28', 'PENDING_EXTERNAL_DECISION'],
    ['31', 'APPROVED'],
  ])('by row %s where one of the reasons is of high risk, on the evidence as it is', (row, to) => {
    const current = recommendedOn(reviewed('TRADING_VIOLATION', 'ILLEGAL_OPERATION'));
    expect(stepsMissing(current, row, to)).toEqual(['COMPLIANCE_SIGN_OFF']);
    expect(stepsMissing(signedOn(current, older), row, to)).toEqual(['COMPLIANCE_SIGN_OFF']);
    expect(stepsMissing(signedOn(current), row, to)).toEqual([]);
  });

  test('a rejection does not', () => {
    expect(stepsMissing(recommendedOn(reviewed('ILLEGAL_OPERATION')), '32', 'REJECTED')).toEqual([]);
  });
});

test.each<[Case['rectification'], boolean, boolean]>([
  [null, true, true],
  [{ plan: 'AWAITED', done: false }, true, true],
  [{ plan: 'RETURNED', done: true }, true, false],
  [{ plan: 'ACCEPTED', done: false }, false, true],
  [{ plan: 'ACCEPTED', done: true }, false, false],
])(
  'rectification that stands at %j wants its plan accepted: %s, and its doing told: %s',
  (rectification, plan, done) => {
    const current: Case = { ...new CaseStory().case, state: 'RECTIFICATION', rectification };
    expect(stepsMissing(current, '24', 'RECTIFICATION')).toEqual(plan ? ['PLAN_ACCEPTED'] : []);
    expect(stepsMissing(current, '24a', 'UNDER_REVIEW')).toEqual(done ? ['RECTIFICATION_DONE'] : []);
  },
);

test.each<[readonly Checkpoint['status'][], boolean]>([
  [[], false],
  [['RECORDED', 'RECORDED'], false],
  [['RECORDED', 'MISSED'], true],
  [['DUE', 'RECORDED'], true],
])('a follow-up that ends with checkpoints %j lacks one: %s', (statuses, lacks) => {
  const checkpoints = statuses.map((status, n) => ({ mark: `d${n}`, dueAt: MONDAY_10, status }));
  const current: Case = { ...new CaseStory().case, state: 'FOLLOW_UP', checkpoints };
  expect(stepsMissing(current, '37', 'CLOSED_REINSTATED')).toEqual(lacks ? ['RECORD_CHECKPOINT'] : []);
});

describe('the answer the issuer asked for', () => {
  const asked = () => new CaseStory({ feedbackDueAt: '2026-12-11T02:00:00.000Z' }).requested();

  test('is missing from whatever closes the case, and from nothing else', () => {
    const { case: current } = asked();
    expect(stepsMissing(current, '43', 'CLOSED_WITHDRAWN')).toEqual(['FEEDBACK_SENT']);
    expect(stepsMissing(current, '45', 'CLOSED_TERMINATED')).toEqual(['FEEDBACK_SENT']);
    expect(stepsMissing(current, '13', 'SUBMITTED')).toEqual([]);
  });

  test('is not asked for again in a case that is closed already', () => {
    const closed: Case = { ...asked().case, state: 'CLOSED_WITHDRAWN' };
    expect(stepsMissing(closed, '48', 'CLOSED_WITHDRAWN')).toEqual([]);
    expect(stepsMissing(closed, '47', 'MATERIALS_REQUESTED')).toEqual([]);
  });

  test('is there once it was sent, and not missed where none was asked for', () => {
    const answered = asked().by('INTAKE', 'FEEDBACK_SENT', { channel: 'MAIL' });
    expect(stepsMissing(answered.case, '43', 'CLOSED_WITHDRAWN')).toEqual([]);
    expect(stepsMissing(new CaseStory().requested().case, '43', 'CLOSED_WITHDRAWN')).toEqual([]);
  });
});
