import { describe, expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10, words } from './case.examples.js';
import { evolve, fold } from './evolve.js';
import {
  linkOutward,
  OUTWARD_GENESIS,
  outsideView,
  outsideWaits,
  outwardEvents,
  requirementsOf,
  type OutsideParty,
} from './outward.js';
import { CURRENT_RULES } from './policy/policies.js';

/** What partners are told of the last event of a story, of one kind. */
function lastTold(story: CaseStory, wanted: string): readonly unknown[] {
  const before = fold(story.events.slice(0, -1));
  const event = story.events.at(-1)!;
  const told = outwardEvents(before, event, evolve(before, event), CURRENT_RULES);
  return told.flatMap(({ type, payload }) => (type === wanted ? [payload] : []));
}

test('partners see of a case where it stands, what is owed and what works, and nothing else', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).requested().upload('M03');
  const dueAt = '2026-11-30T02:00:00.000Z';
  expect(outsideView(story.case, CURRENT_RULES)).toStrictEqual({
    caseId: 'case_1',
    issuer: 'LAKALA',
    noticeNo: 'N-1',
    merchantNo: '822290073920001',
    institutionCode: '48222900',
    cycle: 1,
    state: 'MATERIALS_REQUESTED',
    stateText: { zh: '待提交材料', en: 'Materials requested' },
    reasonText: { zh: '长期无交易', en: 'Inactivity' },
    reviewed: true,
    requirements: ['M05', 'M08', 'M12'].map((code) => ({ code, status: 'REQUESTED', dueAt })),
    restrictions: [
      {
        itemId: 'TERMINAL:47781282:ACCEPT_CARD',
        level: 'TERMINAL',
        place: '47781282',
        capability: 'ACCEPT_CARD',
        status: 'SUSPENDED',
        effective: false,
      },
    ],
    sandbox: true,
  });
  expect(outsideView(new CaseStory({ reasonCodes: ['SYSTEM_FAILURE'] }).case, CURRENT_RULES).reviewed).toBe(false);
});

test('a paper is owed by the merchant’s own clock, and by no day while that does not run', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY', 'NATURAL_DISASTER'] }).requested();
  const dueAt = () => [...new Set(requirementsOf(story.case).map((owed) => owed.dueAt))];
  expect(dueAt()).toEqual([null]);
  story.by('OPS', 'SERVICE_RESTORED', {});
  expect(dueAt()).toEqual(['2026-11-30T02:00:00.000Z']);
});

describe('partners are told', () => {
  test('where a case that has just begun stands, and what they may know of its reason', () => {
    const state = { state: 'NOTICE_RECEIVED', previous: null, stateText: { zh: '已收到通知', en: 'Notice received' } };
    const reasonText = { zh: '商户服务核查', en: 'a routine check of the merchant service' };
    expect(lastTold(new CaseStory(), 'CASE.STATE_CHANGED')).toEqual([{ ...state, reasonText }]);
    expect(lastTold(new CaseStory().by('INTAKE', 'CONFIRM_NOTICE', {}), 'CASE.STATE_CHANGED')).toMatchObject([
      { state: 'NOTICE_CONFIRMED', previous: 'NOTICE_RECEIVED' },
    ]);
    expect(lastTold(new CaseStory().by('INTAKE', 'ADD_NOTE', { text: words }), 'CASE.STATE_CHANGED')).toEqual([]);
  });

  test('of a deadline of the merchant’s that is near, with its day', () => {
    const story = new CaseStory().requested().until('2026-11-25T06:30:00.000Z');
    expect(lastTold(story, 'DEADLINE.NEAR')).toEqual([{ deadline: 'T_MATERIALS', dueAt: '2026-11-30T02:00:00.000Z' }]);
    expect(lastTold(new CaseStory().until('2026-11-23T05:12:00.000Z'), 'DEADLINE.NEAR')).toEqual([]);
  });

  const itemId = 'TERMINAL:47781282:ACCEPT_CARD';
  const refNo = { refNo: 'UP-9', receivedAt: MONDAY_10 };
  const unionPay = (kind: 'APPROVED' | 'REJECTED' | 'SUPPLEMENT') =>
    new CaseStory({ issuer: 'UNIONPAY' }).approved().by('UNIONPAY', 'RECORD_EXTERNAL', { kind, ...refNo });
  const rejected = () =>
    new CaseStory().underReview().by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
  const upheld = (to: 'APPROVED' | 'UNDER_REVIEW') => {
    const fields = { reason: words, to };
    const appealed = rejected().by('INTAKE', 'APPEAL', { grounds: words });
    appealed.by({ id: 'person:senior2', roles: ['SENIOR_REVIEWER'] }, 'APPEAL_UPHELD', fields);
    return appealed.by('COMPLIANCE', 'APPEAL_UPHELD', fields);
  };

  test.each<[string, () => CaseStory, readonly unknown[]]>([
    ['our approval', () => new CaseStory().approved(), [{ decision: 'APPROVED', itemIds: [itemId] }]],
    [
      'our opinion of what another decides',
      () => new CaseStory({ issuer: 'UNIONPAY' }).approved(),
      [{ decision: 'PROPOSED', itemIds: [itemId] }],
    ],
    ['the owner’s approval', () => unionPay('APPROVED'), [{ decision: 'APPROVED', itemIds: [itemId] }]],
    ['the owner’s rejection', () => unionPay('REJECTED'), [{ decision: 'REJECTED', itemIds: [] }]],
    ['the owner’s wish for more', () => unionPay('SUPPLEMENT'), [{ decision: 'SUPPLEMENT', itemIds: [] }]],
    ['our rejection', rejected, [{ decision: 'REJECTED', itemIds: [] }]],
    ['an appeal that is upheld', () => upheld('APPROVED'), [{ decision: 'APPROVED', itemIds: [itemId] }]],
    ['an appeal that leads to another review, which is no decision', () => upheld('UNDER_REVIEW'), []],
    [
      'an appeal that is denied',
      () => rejected().by('INTAKE', 'APPEAL', { grounds: words }).by('COMPLIANCE', 'APPEAL_DENIED', { reason: words }),
      [{ decision: 'REJECTED', itemIds: [] }],
    ],
    ['a recommendation, which is no decision', () => new CaseStory().recommended(), []],
  ])('of a decision: %s', (_, tell, decisions) => {
    expect(lastTold(tell(), 'DECISION.ISSUED')).toEqual(decisions);
  });

  test('to lift what is to be restored, within the limits of the approval, and again when it is tried again', () => {
    const conditions = { perDayFen: 100 };
    const story = new CaseStory().recommended();
    story.by('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: story.case.recommendation!.evidenceHash, conditions });
    expect(lastTold(story, 'RESTRICTION.LIFT_ORDERED')).toEqual([]);
    story.until('2026-11-23T03:00:00.000Z').by('OPS', 'START_REINSTATE', {});
    const order = () => ({
      orderId: `case_1:${story.case.seq}:${itemId}`,
      itemId,
      capability: 'ACCEPT_CARD',
      limits: conditions,
      notBefore: story.now,
    });
    expect(lastTold(story, 'RESTRICTION.LIFT_ORDERED')).toEqual([order()]);
    story.by('INTAKE', 'ADD_NOTE', { text: words });
    expect(lastTold(story, 'RESTRICTION.LIFT_ORDERED')).toEqual([]);
    story.by('OPS', 'ITEM_FAILED', { itemId, reason: words }).by('OPS', 'RETRY_ITEM', { itemId });
    expect(lastTold(story, 'RESTRICTION.LIFT_ORDERED')).toEqual([order()]);
    story.by('OPS', 'ITEM_RESTORED', { itemId });
    expect([lastTold(story, 'RESTRICTION.LIFT_ORDERED'), lastTold(story, 'RESTRICTION.APPLY_ORDERED')]).toEqual([
      [],
      [],
    ]);
  });

  test('to stop what is ordered of us once, and nothing that was stopped before', () => {
    const card = { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282' } as const;
    const story = new CaseStory({ restrictions: [{ ...card, execution: 'ORDERED' }] });
    expect(lastTold(story, 'RESTRICTION.APPLY_ORDERED')).toMatchObject([
      { itemId, limits: null, notBefore: MONDAY_10 },
    ]);
    expect(lastTold(story.by('INTAKE', 'CONFIRM_NOTICE', {}), 'RESTRICTION.APPLY_ORDERED')).toEqual([]);
    story.by('OPS', 'STOP_CONFIRMED', { itemId, at: story.now });
    expect(lastTold(story, 'RESTRICTION.APPLY_ORDERED')).toEqual([]);
    expect(lastTold(new CaseStory(), 'RESTRICTION.APPLY_ORDERED')).toEqual([]);
  });
});

test.each<[string, () => CaseStory, readonly OutsideParty[]]>([
  ['for papers', () => new CaseStory().requested(), ['MERCHANT']],
  ['for a verdict of ours', () => new CaseStory().underReview(), ['INSTITUTION']],
  ['for the owner of the restriction', () => new CaseStory({ issuer: 'UNIONPAY' }).approved(), ['ISSUER']],
  ['for an authority and one of ours', () => held(), ['AUTHORITY', 'INSTITUTION']],
  [
    'for two of ours',
    () => new CaseStory().underReview().by('REVIEWER', 'WAIVE_MATERIAL', { code: 'M11', reason: words }),
    ['INSTITUTION'],
  ],
  ['for nobody', () => new CaseStory().by('INTAKE', 'WITHDRAW', { reason: words }), []],
])('a case that waits %s names each party once, and none of our people', (_, tell, parties) => {
  expect(outsideWaits(tell().case, CURRENT_RULES)).toEqual(parties);
});

function held(): CaseStory {
  const freeze = { authority: 'POLICE', document: 'H-1', kind: 'FREEZE', reason: words };
  const story = new CaseStory().requested().by('REVIEWER', 'WAIVE_MATERIAL', { code: 'M11', reason: words });
  return story.by('COMPLIANCE', 'HOLD', freeze);
}

test('each thing told bears the hash of all it says and of what was told before', () => {
  const [event] = outwardEvents(undefined, new CaseStory().events[0]!, new CaseStory().case, CURRENT_RULES);
  const one = linkOutward({ number: 0, hash: OUTWARD_GENESIS }, 'case_1', MONDAY_10, event!);
  expect(OUTWARD_GENESIS).toMatch(/^0{64}$/);
  expect(one).toMatchObject({ ...event, caseId: 'case_1', number: 1, at: MONDAY_10, previousHash: OUTWARD_GENESIS });
  expect(one.hash).toMatch(/^[0-9a-f]{64}$/);
  const others = [
    linkOutward({ number: 1, hash: OUTWARD_GENESIS }, 'case_1', MONDAY_10, event!),
    linkOutward({ number: 0, hash: one.hash }, 'case_1', MONDAY_10, event!),
    linkOutward({ number: 0, hash: OUTWARD_GENESIS }, 'case_2', MONDAY_10, event!),
    linkOutward({ number: 0, hash: OUTWARD_GENESIS }, 'case_1', '2026-11-24T02:00:00.000Z', event!),
  ];
  expect(new Set([one, ...others].map(({ hash }) => hash)).size).toBe(5);
});
