import { expect, test } from '@jest/globals';
import { POLICIES } from './policy/policies.js';
import { eventWords, STATE_WORDS } from './words.js';

test('every event a row can cause, and every first half of two, has words in both languages', () => {
  const types = Object.values(POLICIES).flatMap(({ transitions }) =>
    transitions.map(({ event, command }) => event ?? command),
  );
  const silent = [...types, 'FACT_PARKED', 'REJECTED_FACT', 'LATE_FACT', 'WAIVE_MATERIAL_PROPOSED'].filter(
    (type) => eventWords({ type }).en === type,
  );
  expect(silent).toEqual([]);
});

test.each([
  ['APPROVE', { zh: '复核通过', en: 'Approved' }],
  ['WAIVE_MATERIAL_PROPOSED', { zh: '材料豁免(待第二人确认)', en: 'Paper waived (awaits a second person)' }],
  ['DANCE', { zh: 'DANCE', en: 'DANCE' }],
  ['DANCE_PROPOSED', { zh: 'DANCE_PROPOSED', en: 'DANCE_PROPOSED' }],
  ['APPROVE_PROPOSED_TWICE', { zh: 'APPROVE_PROPOSED_TWICE', en: 'APPROVE_PROPOSED_TWICE' }],
])(
  '%s is called as people call it, a proposal after what it proposes, and what nobody knows by its name',
  (type, called) => {
    expect(eventWords({ type })).toEqual(called);
  },
);

test('every state has words of its own in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const called = Object.values(STATE_WORDS).map((words) => words[language]);
    expect(new Set(called)).toHaveProperty('size', called.length);
    expect(called).not.toContain('');
  }
});
