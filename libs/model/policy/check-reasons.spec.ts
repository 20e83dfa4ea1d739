import { describe, expect, test } from '@jest/globals';
import { reasonTableProblems } from './check-reasons.js';
import { withReason, type Planted } from './faulty.examples.js';

const PLANTED: Planted = [
  ['a review without papers', withReason({ materials: [] }), 'reason INACTIVITY: is reviewed and asks for no paper'],
  ['no capability', withReason({ capabilities: [] }), 'reason INACTIVITY: takes nothing away'],
  [
    'a paper twice',
    withReason({
      materials: [
        { code: 'M03', need: 'REQUIRED' },
        { code: 'M03', need: 'OPTIONAL' },
      ],
    }),
    'reason INACTIVITY: asks for M03 twice',
  ],
  [
    'a condition on nothing',
    withReason({ materials: [{ code: 'M03', need: { when: [] } }] }),
    'reason INACTIVITY: M03 is conditional on no fact',
  ],
];

describe('the validator of the reason table', () => {
  test.each(PLANTED)('finds %s', (_, faulty, problem) => {
    expect(reasonTableProblems(faulty)).toEqual([problem]);
  });
});
