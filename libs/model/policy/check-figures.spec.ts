import { describe, expect, test } from '@jest/globals';
import { figureProblems } from './check-figures.js';
import { sound, withDeadline, withReason, WD, type Planted } from './faulty.examples.js';

const PLANTED: Planted = [
  [
    'a budget of nothing',
    withDeadline({ budget: WD(0) }),
    'deadline T_REVIEW: its budget is 0, and must be a whole number of at least 1',
  ],
  [
    'half a day',
    withDeadline({ budget: WD(0.5) }),
    'deadline T_REVIEW: its budget is 0.5, and must be a whole number of at least 1',
  ],
  [
    'negative extensions',
    withDeadline({ maxExtensions: -1 }),
    'deadline T_REVIEW: maxExtensions is -1, and must be a whole number of at least 0',
  ],
  [
    'a mark at 0 %',
    withDeadline({ marks: [{ mark: 'a', percent: 0 }] }),
    'deadline T_REVIEW, mark a is at 0 %, out of 1 to 99',
  ],
  [
    'a mark at 100 %',
    withDeadline({ marks: [{ mark: 'a', percent: 100 }] }),
    'deadline T_REVIEW, mark a is at 100 %, out of 1 to 99',
  ],
  [
    'a mark behind the end',
    withDeadline({ marks: [{ mark: 'a', after: WD(3) }] }),
    'deadline T_REVIEW, mark a does not lie within the deadline',
  ],
  [
    'a mark before the start',
    withDeadline({ marks: [{ mark: 'a', before: { n: 27, unit: 'WH' } }] }),
    'deadline T_REVIEW, mark a does not lie within the deadline',
  ],
  [
    'a mark at no distance',
    withDeadline({ marks: [{ mark: 'a', after: WD(0) }] }),
    'deadline T_REVIEW, mark a: its distance is 0, and must be a whole number of at least 1',
  ],
  [
    'a mark twice',
    withDeadline({
      marks: [
        { mark: 'a', percent: 10 },
        { mark: 'a', percent: 20 },
      ],
    }),
    'deadline T_REVIEW has the mark a twice',
  ],
  [
    'a budget of a reason of nothing',
    withReason({ budgets: { T_REVIEW: WD(-1), T_FOLLOWUP: { n: 90, unit: 'D' } } }),
    'reason INACTIVITY: its T_REVIEW is -1, and must be a whole number of at least 1',
  ],
  [
    'a checkpoint on day 0',
    withReason({ checkpointDays: [0] }),
    'reason INACTIVITY: its checkpoint day is 0, and must be a whole number of at least 1',
  ],
  [
    'a checkpoint behind the follow-up',
    withReason({ checkpointDays: [90] }),
    'reason INACTIVITY: its checkpoint d90 does not lie within the follow-up',
  ],
  [
    'an afterlife longer than the long one',
    { ...sound, afterlife: { ...sound.afterlife, days: 100 } },
    'afterlife: longDays is 90, and must be a whole number of at least 100',
  ],
  [
    'no afterlife',
    { ...sound, afterlife: { ...sound.afterlife, days: 0 } },
    'afterlife: days is 0, and must be a whole number of at least 1',
  ],
  [
    'no supplement round',
    { ...sound, maxSupplementRounds: 0 },
    'maxSupplementRounds is 0, and must be a whole number of at least 1',
  ],
  ['no attempt', { ...sound, maxAttempts: 0 }, 'maxAttempts is 0, and must be a whole number of at least 1'],
  ['no release', { ...sound, maxReleaseHours: 0 }, 'maxReleaseHours is 0, and must be a whole number of at least 1'],
  ['no revision', { ...sound, rulesRevision: 0 }, 'rulesRevision is 0, and must be a whole number of at least 1'],
  ['a date that is no instant', { ...sound, mandatoryFrom: '2027-01-01' }, 'mandatoryFrom 2027-01-01 is no instant'],
];

describe('the validator of figures', () => {
  test.each(PLANTED)('finds %s', (_, faulty, problem) => {
    expect(figureProblems(faulty)).toEqual([problem]);
  });

  test('lets the deadlines whose end others set have no length of their own', () => {
    expect(
      figureProblems(
        withDeadline(
          { budget: { n: 0, unit: 'D' }, marks: [{ mark: 'a', before: { n: 15, unit: 'D' } }] },
          'T_FEEDBACK',
        ),
      ),
    ).toEqual([]);
  });

  test('does not compare lengths of working and natural time', () => {
    expect(figureProblems(withDeadline({ marks: [{ mark: 'a', before: { n: 72, unit: 'H' } }] }))).toEqual([]);
  });
});
