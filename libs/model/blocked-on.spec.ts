import { describe, expect, test } from '@jest/globals';
import { blockedOn, QUEUES, queueOf } from './blocked-on.js';
import { CaseStory, words } from './case.examples.js';
import type { Case } from './case.js';
import { plusMs } from './instant.js';
import { evidenceHash } from './reading.js';
import { OPEN_STATES, CLOSED_STATES, type State } from './vocabulary.js';

const handedIn = new CaseStory().submitted();
const { rules } = handedIn;
const SINCE = plusMs(handedIn.now, 1);
/** Everything handed in, nothing else asked of anybody. */
const inState = (state: State, change: Partial<Case> = {}): Case => ({
  ...handedIn.case,
  state,
  stateSince: SINCE,
  messages: [],
  ...change,
});
const first = (current: Case) => {
  const [block] = blockedOn(current, rules);
  return [block?.owner, block?.what, block?.whatText.zh, block?.since, queueOf(current, rules)];
};

describe('what a case waits for', () => {
  test.each([
    ['NOTICE_RECEIVED', 'INTAKE', 'confirmation of the notice', '通知确认', 'INTAKE'],
    ['NOTICE_CONFIRMED', 'INTAKE', 'classification', '定因分级', 'INTAKE'],
    ['MATERIALS_REQUESTED', 'MERCHANT', 'the application', '提交申请', 'MERCHANT'],
    ['SUBMITTED', 'INTAKE', 'check of completeness', '形式审查', 'INTAKE'],
    ['SUPPLEMENT_REQUIRED', 'MERCHANT', 'the supplement', '补件提交', 'MERCHANT'],
    ['UNDER_INVESTIGATION', 'INVESTIGATOR', 'the end of the investigation', '调查结论', 'INVESTIGATOR'],
    ['PENDING_EXTERNAL_DECISION', 'UNIONPAY', 'decision of the restriction’s owner', '有权方批复', 'EXTERNAL'],
    ['APPROVED', 'OPS', 'order to reinstate', '下发恢复', 'OPS'],
    ['REINSTATING', 'OPS', 'restoration of the items', '逐项恢复', 'OPS'],
    ['PARTIALLY_REINSTATED', 'OPS', 'restoration of the remaining items', '剩余项恢复', 'OPS'],
    ['FOLLOW_UP', 'SYSTEM', 'end of the follow-up', '观察期届满', 'FOLLOW_UP'],
    ['REJECTED', 'MERCHANT', 'a new application or an appeal', '重新提交或申诉', 'MERCHANT'],
    ['APPEAL_REVIEW', 'SENIOR_REVIEWER', 'decision on the appeal', '申诉结论', 'SENIOR_REVIEWER'],
    ['AWAITING_SERVICE', 'OPS', 'return of the service', '服务恢复', 'OPS'],
    ['ON_HOLD', 'AUTHORITY', 'release of the hold', '解除挂起', 'EXTERNAL'],
  ] as const)('in %s is %s’s: %s', (state, owner, what, zh, queue) => {
    expect(first(inState(state))).toEqual([owner, what, zh, SINCE, queue]);
    expect(blockedOn(inState(state), rules)).toHaveLength(1);
  });

  test.each([
    [null, 'MERCHANT', 'a rectification plan', '整改方案'],
    [{ plan: 'AWAITED', done: false }, 'MERCHANT', 'a rectification plan', '整改方案'],
    [{ plan: 'RETURNED', done: false }, 'MERCHANT', 'a rectification plan', '整改方案'],
    [{ plan: 'SUBMITTED', done: false }, 'REVIEWER', 'verdict on the rectification plan', '整改方案审核'],
    [{ plan: 'ACCEPTED', done: false }, 'MERCHANT', 'the rectification', '整改完成'],
    [{ plan: 'ACCEPTED', done: true }, 'FIELD_SERVICE', 'verification of the rectification', '整改验收'],
  ] as const)('in a rectification of %j is %s’s: %s', (rectification, owner, what, zh) => {
    expect(first(inState('RECTIFICATION', { rectification }))).toEqual([owner, what, zh, SINCE, owner]);
  });

  test('in a follow-up with a finding is the checkpoint that passes', () => {
    const findings = (open: boolean) => inState('FOLLOW_UP', { findings: [{ findingId: 'checkpoint:50', open }] });
    const checkpoint = ['a checkpoint that passes, for there is a finding', '发现项复查合格'];
    expect(first(findings(true))).toEqual(['REVIEWER', ...checkpoint, SINCE, 'REVIEWER']);
    expect(first(findings(false))).toEqual(['SYSTEM', 'end of the follow-up', '观察期届满', SINCE, 'FOLLOW_UP']);
  });

  test('in review is the verdict on papers, the recommendation, the sign-off of a high risk, then the decision', () => {
    const uploaded = inState('UNDER_REVIEW');
    const papers = 'M02 M03 M05 M08 M10 M11 M12 M14';
    expect(first(uploaded)).toEqual(['REVIEWER', `verdict on ${papers}`, `材料审核 ${papers}`, SINCE, 'REVIEWER']);
    const accepted = inState('UNDER_REVIEW', {
      materials: uploaded.materials.map((paper) => ({ ...paper, status: 'ACCEPTED' as const })),
    });
    expect(first(accepted)).toEqual([
      'REVIEWER',
      'recommendation of the first reviewer',
      '初审意见',
      SINCE,
      'REVIEWER',
    ]);
    const opinion = (said: 'APPROVE' | 'REJECT') => ({
      opinion: said,
      by: 'person:reviewer',
      at: SINCE,
      evidenceHash: evidenceHash(accepted),
    });
    const decision = ['SENIOR_REVIEWER', 'decision of the second reviewer', '复核决定', SINCE, 'SENIOR_REVIEWER'];
    expect(first({ ...accepted, recommendation: opinion('APPROVE') })).toEqual(decision);
    const risky: Case = {
      ...accepted,
      reasons: [
        { code: 'INACTIVITY', track: 'REVIEW' },
        { code: 'ILLEGAL_OPERATION', track: 'REVIEW' },
      ],
    };
    expect(first({ ...risky, recommendation: opinion('APPROVE') })).toEqual([
      'COMPLIANCE',
      'compliance sign-off',
      '合规会签',
      SINCE,
      'COMPLIANCE',
    ]);
    expect(first({ ...risky, recommendation: opinion('REJECT') })).toEqual(decision);
    expect(
      first({ ...risky, recommendation: opinion('APPROVE'), signOff: { by: 'person:c', evidenceHash: '' } }),
    ).toEqual(decision);
  });

  test('names the papers the merchant still owes, where it is the merchant’s turn to hand in', () => {
    const owed = {
      materials: handedIn.case.materials.map((paper) =>
        ['M03', 'M05'].includes(paper.code) ? { ...paper, status: 'REQUESTED' as const } : paper,
      ),
    };
    expect(first(inState('MATERIALS_REQUESTED', owed)).slice(1, 3)).toEqual([
      'the application: M03 M05',
      '提交申请:M03 M05',
    ]);
    expect(first(inState('SUPPLEMENT_REQUIRED', owed)).slice(1, 3)).toEqual([
      'the supplement: M03 M05',
      '补件提交:M03 M05',
    ]);
    expect(first(inState('REJECTED', owed))[1]).toBe('a new application or an appeal');
    expect(first(inState('SUBMITTED', owed))[1]).toBe('check of completeness');
  });

  test('goes on with open proposals, open tasks and what the merchant was not proven to be told', () => {
    const by = { id: 'person:compliance', role: 'COMPLIANCE' as const };
    const proposal = { key: 'k', command: 'TERMINATE' as const, by, at: SINCE, evidenceHash: '', open: true };
    const task = {
      taskId: 't',
      kind: 'ON_SITE_INSPECTION' as const,
      owner: 'FIELD_SERVICE' as const,
      since: SINCE,
      open: true,
    };
    const sent = {
      messageId: 'm',
      template: 'MATERIALS_REQUESTED',
      sentAt: SINCE,
      deliveredAt: null,
      starts: ['T_MATERIALS'] as const,
    };
    const current = inState('SUBMITTED', {
      proposals: [proposal, { ...proposal, key: 'l', command: 'RELEASE_FUNDS', open: false }],
      tasks: [task, { ...task, taskId: 'u', kind: 'PROPOSE_BLACKLIST', open: false }],
      messages: [{ ...sent, deliveredAt: SINCE }, { ...sent, starts: undefined }, sent],
    });
    expect(blockedOn(current, rules).slice(1)).toEqual([
      {
        owner: 'COMPLIANCE',
        what: 'second person for TERMINATE',
        whatText: { en: 'second person for TERMINATE', zh: 'TERMINATE 待第二人确认' },
        since: SINCE,
      },
      {
        owner: 'FIELD_SERVICE',
        what: 'inspection on site',
        whatText: { en: 'inspection on site', zh: '现场核查' },
        since: SINCE,
      },
      {
        owner: 'INTAKE',
        what: 'proof that the merchant was told',
        whatText: { en: 'proof that the merchant was told', zh: '送达证明' },
        since: SINCE,
      },
    ]);
    expect(blockedOn({ ...current, messages: [{ ...sent, starts: undefined }] }, rules)).toHaveLength(3);
  });

  test.each(CLOSED_STATES)('is nothing in %s', (state) => {
    expect([blockedOn(inState(state), rules), queueOf(inState(state), rules)]).toEqual([[], 'CLOSED']);
  });

  test('puts a case of any state into one of the queues', () => {
    const named: readonly string[] = QUEUES;
    expect(OPEN_STATES.every((state) => named.includes(queueOf(inState(state), rules)))).toBe(true);
    expect(QUEUES).toHaveLength(11);
  });

  test('is told the same of a real case on its way', () => {
    const story = new CaseStory().requested();
    const owner = () => blockedOn(story.case, rules)[0]?.owner;
    expect([owner(), story.case.stateSince]).toEqual(['MERCHANT', story.now]);
    story
      .uploadRequired()
      .by('INTAKE', 'SUBMIT', {})
      .by('INTAKE', 'COMPLETE_OK', {})
      .by('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words] });
    expect(queueOf(story.case, rules)).toBe('MERCHANT');
  });
});
