import { expect, test } from '@jest/globals';
import { POLICIES } from './policy/policies.js';
import { eventWords } from './words.js';

test('every event a row can cause, and every first half of two, has words in both languages', () => {
  const types = Object.values(POLICIES).flatMap(({ transitions }) =>
    transitions.map(({ event, command }) => event ?? command),
  );
  const silent = [...types, 'FACT_PARKED', 'REJECTED_FACT', 'LATE_FACT', 'WAIVE_MATERIAL_PROPOSED'].filter(
    (type) => eventWords({ type }).en === type,
  );
  expect(silent).toEqual([]);
});
