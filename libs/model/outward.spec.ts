import { expect, test } from '@jest/globals';
import { CaseStory, words } from './case.examples.js';
import type { Case } from './case.js';
import { evolve } from './evolve.js';
import { linkOutward, OUTWARD_GENESIS, outsideView, outwardEvents, type OutwardEvent } from './outward.js';
import { CURRENT_RULES } from './policy/policies.js';

const toldOf = (story: CaseStory): readonly OutwardEvent[] => {
  let before: Case | undefined;
  return story.events.flatMap((event) => {
    const after = evolve(before, event);
    const told = outwardEvents(before, event, after, CURRENT_RULES);
    before = after;
    return told;
  });
};
const types = (story: CaseStory) => toldOf(story).map(({ type }) => type);

test('partners are told of each state, of papers owed, of the decision and of each order', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).followUp();
  const told = toldOf(story);
  expect(
    told.filter(({ type }) => type === 'CASE.STATE_CHANGED').map(({ payload }) => (payload as { state: string }).state),
  ).toEqual([
    'NOTICE_RECEIVED',
    'NOTICE_CONFIRMED',
    'MATERIALS_REQUESTED',
    'SUBMITTED',
    'UNDER_REVIEW',
    'APPROVED',
    'REINSTATING',
    'FOLLOW_UP',
  ]);
  expect(told.filter(({ type }) => type === 'DECISION.ISSUED')).toHaveLength(1);
  expect(told.filter(({ type }) => type === 'RESTRICTION.LIFT_ORDERED').map(({ payload }) => payload)).toMatchObject([
    { itemId: 'TERMINAL:47781282:ACCEPT_CARD', limits: null },
  ]);
  expect(told.filter(({ type }) => type === 'REQUIREMENTS.CHANGED')).toHaveLength(5);
});

test('an investigation is never seen from outside, nor the reason that must not be told', () => {
  const story = new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] })
    .underReview()
    .by('REVIEWER', 'OPEN_INVESTIGATION', { reason: words });
  const told = JSON.stringify([toldOf(story), outsideView(story.case, CURRENT_RULES)]);
  expect(told).not.toMatch(/INVESTIGATION|ILLEGAL|违规|person:/);
  expect(outsideView(story.case, CURRENT_RULES).state).toBe('UNDER_REVIEW');
});

test('our opinion on another licensee’s restriction goes to it as a proposal, and is no decision', () => {
  const story = new CaseStory({ issuer: 'UNIONPAY' }).approved();
  expect(toldOf(story).filter(({ type }) => type === 'DECISION.ISSUED')).toMatchObject([
    { payload: { decision: 'PROPOSED', itemIds: ['TERMINAL:47781282:ACCEPT_CARD'] } },
  ]);
});

test('new limits after a checkpoint are ordered, and the chase of the owner is told', () => {
  const story = new CaseStory().followUp().until('2026-12-01T02:00:00.000Z');
  const step = { conditions: { perDayFen: 100 } };
  story.by('REVIEWER', 'RECORD_CHECKPOINT', { metrics: { returns: '0' } });
  story.by('REVIEWER', 'STEP_CONDITION', step).by('SENIOR_REVIEWER', 'STEP_CONDITION', step);
  expect(toldOf(story).at(-1)).toMatchObject({
    type: 'RESTRICTION.LIFT_ORDERED',
    payload: { limits: step.conditions },
  });
  const chased = new CaseStory({ issuer: 'UNIONPAY' }).approved().until('2026-12-01T02:00:00.000Z');
  expect(toldOf(chased).at(-1)).toMatchObject({ type: 'DEADLINE.NEAR', payload: { deadline: 'T_EXTERNAL' } });
});

test('a terminal restored while its merchant is stopped does not work for those outside either', () => {
  const story = new CaseStory({
    restrictions: [
      { capability: 'ACCEPT_CARD', level: 'MERCHANT', execution: 'DONE' },
      { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: 'T1', execution: 'DONE' },
    ],
  })
    .approved()
    .by('OPS', 'START_REINSTATE', {})
    .by('OPS', 'ITEM_RESTORED', { itemId: 'TERMINAL:T1:ACCEPT_CARD' });
  expect(outsideView(story.case, CURRENT_RULES).restrictions.map(({ effective }) => effective)).toEqual([false, false]);
});

test('a stop ordered of us, a stop again and the end of a temporary release are ordered of the partner', () => {
  const ordered = new CaseStory({
    restrictions: [{ capability: 'ACCEPT_CARD', level: 'MERCHANT', execution: 'ORDERED' }],
  });
  expect(types(ordered)).toContain('RESTRICTION.APPLY_ORDERED');
  const again = new CaseStory()
    .followUp()
    .by('INVESTIGATOR', 'RE_SUSPEND', { reasonCodes: ['TRADING_VIOLATION'], reason: words });
  expect(types(again).filter((type) => type === 'RESTRICTION.APPLY_ORDERED')).toHaveLength(1);
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).requested();
  const release = { scopeItemIds: [story.case.scope[0]!.itemId], until: '2026-11-25T02:00:00.000Z', reason: words };
  story
    .by('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', release)
    .by('COMPLIANCE', 'TEMPORARY_RELEASE', release)
    .until('2026-11-25T03:00:00.000Z');
  expect(types(story).filter((type) => type.startsWith('RESTRICTION'))).toEqual([
    'RESTRICTION.LIFT_ORDERED',
    'RESTRICTION.APPLY_ORDERED',
  ]);
});

test('reminders of the merchant’s clock are passed on', () => {
  expect(
    types(new CaseStory().requested().until('2026-12-31T00:00:00.000Z')).filter((type) => type === 'DEADLINE.NEAR'),
  ).toHaveLength(4);
});

test('what was told is a chain without a gap', () => {
  const [first, second] = toldOf(new CaseStory().requested());
  const one = linkOutward({ number: 0, hash: OUTWARD_GENESIS }, 'case_1', '2026-11-23T02:00:00.000Z', first!);
  const two = linkOutward(one, 'case_1', '2026-11-23T02:00:00.000Z', second!);
  expect([one.number, two.number, two.previousHash]).toEqual([1, 2, one.hash]);
});
