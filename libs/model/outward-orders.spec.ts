import { expect, test } from '@jest/globals';
import { CaseStory, words } from './case.examples.js';
import { evolve, fold } from './evolve.js';
import { outwardEvents, requirementsOf, type Order } from './outward.js';
import { CURRENT_RULES } from './policy/policies.js';

/** What the last event of a story orders of partners, and on which places. */
function orderedLast(story: CaseStory): readonly string[] {
  const before = fold(story.events.slice(0, -1));
  const event = story.events.at(-1)!;
  const told = outwardEvents(before, event, evolve(before, event), CURRENT_RULES);
  return told.flatMap(({ type, payload }) =>
    type.startsWith('RESTRICTION.') ? [`${type} ${(payload as Order).itemId}`] : [],
  );
}

const card = { capability: 'ACCEPT_CARD', level: 'TERMINAL', execution: 'DONE' } as const;
const restrictions = [
  { ...card, place: 'T1' },
  { ...card, place: 'T2' },
];
const [first, second] = ['TERMINAL:T1:ACCEPT_CARD', 'TERMINAL:T2:ACCEPT_CARD'] as const;
const lift = (itemId: string) => `RESTRICTION.LIFT_ORDERED ${itemId}`;

test('of two places each is ordered for itself, and once', () => {
  const story = new CaseStory({ restrictions }).approved().by('OPS', 'START_REINSTATE', {});
  expect(orderedLast(story)).toEqual([lift(first), lift(second)]);
  expect(orderedLast(story.by('OPS', 'ITEM_RESTORED', { itemId: first }))).toEqual([]);
  expect(orderedLast(story.by('INTAKE', 'ADD_NOTE', { text: words }))).toEqual([]);
  story.by('OPS', 'ITEM_FAILED', { itemId: second, reason: words });
  expect(orderedLast(story.by('OPS', 'RETRY_ITEM', { itemId: second }))).toEqual([lift(second)]);
});

test('the terminal that takes the place of another is ordered to be restored', () => {
  const story = new CaseStory({ restrictions }).approved().by('OPS', 'START_REINSTATE', {});
  story.by('OPS', 'ITEM_FAILED', { itemId: first, reason: words });
  const replace = { itemId: first, newTerminalNo: 'T3', newSn: 'SN-1' };
  story.by('FIELD_SERVICE', 'REPLACE_TERMINAL', replace).by('OPS', 'REPLACE_TERMINAL', replace);
  expect(orderedLast(story)).toEqual([lift('TERMINAL:T3:ACCEPT_CARD')]);
});

test('what was let go for a time and then for good is not ordered to stop', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'], restrictions: restrictions.slice(0, 1) }).requested();
  const release = { scopeItemIds: [first], until: '2026-11-25T02:00:00.000Z', reason: words };
  story.by('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', release).by('COMPLIANCE', 'TEMPORARY_RELEASE', release);
  expect(orderedLast(story)).toEqual([lift(first)]);
  story.by('PARTNER', 'NOTICE_REVOKED', { issuer: 'LAKALA' });
  expect(orderedLast(story)).toEqual([lift(first)]);
});

test('new limits are ordered of the places that work again alone', () => {
  const story = new CaseStory({ restrictions }).recommended();
  const { evidenceHash } = story.case.recommendation!;
  story.by('SENIOR_REVIEWER', 'APPROVE', { scopeItemIds: [second], evidenceHash });
  story.by('OPS', 'START_REINSTATE', {}).by('OPS', 'ITEM_RESTORED', { itemId: second });
  story.until('2026-12-01T02:00:00.000Z').by('REVIEWER', 'RECORD_CHECKPOINT', { metrics: { returns: '0' } });
  const step = { conditions: { perDayFen: 100 } };
  story.by('REVIEWER', 'STEP_CONDITION', step).by('SENIOR_REVIEWER', 'STEP_CONDITION', step);
  expect(orderedLast(story)).toEqual([lift(second)]);
});

test('a paper sent back during the review is owed by no day: no clock of the merchant’s runs', () => {
  const story = new CaseStory().underReview();
  story.by('REVIEWER', 'REJECT_MATERIAL', { code: 'M10', errorCode: 'BLURRED', reason: words });
  expect(requirementsOf(story.case)).toEqual([{ code: 'M10', status: 'REJECTED', dueAt: null }]);
});
