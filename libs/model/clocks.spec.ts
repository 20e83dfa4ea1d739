import { describe, expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10, words } from './case.examples.js';
import type { Deadline, Mark } from './case.js';
import { budgetFor, isOpen, liveNames, liveOfTurn, marksFor, nextDue, nextDueAt } from './clocks.js';
import { HOUR_MS, plusMs } from './instant.js';
import { reasonsOf } from './effects-notice.js';
import { CURRENT_RULES } from './policy/policies.js';
import type { Budget } from './policy/policy.js';
import type { DeadlineName, ReasonCode } from './vocabulary.js';

const context = { now: MONDAY_10, rules: CURRENT_RULES };
const { policy } = CURRENT_RULES;
const at = (hours: number) => plusMs(MONDAY_10, hours * HOUR_MS);

test.each<[DeadlineName, readonly ReasonCode[], boolean, Budget]>([
  ['T_SERVICE', ['SYSTEM_FAILURE'], false, { n: 4, unit: 'H' }],
  ['T_SERVICE', ['SYSTEM_FAILURE', 'HARDWARE_DAMAGE'], false, { n: 3, unit: 'WD' }],
  ['T_SERVICE', ['NATURAL_DISASTER', 'HARDWARE_DAMAGE', 'SYSTEM_FAILURE'], false, { n: 7, unit: 'D' }],
  ['T_SERVICE', ['MAINTENANCE'], false, policy.deadlines.T_SERVICE.budget],
  ['T_MATERIALS', ['INACTIVITY', 'QUALIFICATION_EXPIRED'], false, { n: 10, unit: 'WD' }],
  ['T_MATERIALS', ['QUALIFICATION_EXPIRED', 'INACTIVITY'], true, { n: 10, unit: 'WD' }],
  ['T_FOLLOWUP', ['SYSTEM_FAILURE', 'TRADING_VIOLATION'], false, { n: 90, unit: 'D' }],
  ['T_FOLLOWUP', ['TRADING_VIOLATION'], true, { n: 135, unit: 'D' }],
  ['T_FOLLOWUP', ['SYSTEM_FAILURE'], true, { n: 11, unit: 'D' }],
])(
  '%s of %j, suspended before: %s, has the longest time of any of its reasons',
  (name, codes, repeatOffender, budget) => {
    expect(budgetFor({ reasons: reasonsOf(codes, policy), repeatOffender }, name, context)).toEqual(budget);
  },
);

test('the follow-up has the checkpoints of every reason, each day once; other clocks have their own marks', () => {
  const reasons = reasonsOf(['SYSTEM_FAILURE', 'TRADING_VIOLATION', 'HARDWARE_DAMAGE'], policy);
  const days = [1, 7, 30, 60].map((n) => ({ mark: `d${n}`, after: { n, unit: 'D' } }));
  expect(marksFor({ reasons }, 'T_FOLLOWUP', context)).toEqual(days);
  expect(marksFor({ reasons }, 'T_REVIEW', context)).toBe(policy.deadlines.T_REVIEW.marks);
});

describe('what is due next', () => {
  const [clock] = new CaseStory().case.deadlines;
  const mark = (name: string, hours: number, fired = false): Mark => ({ mark: name, at: at(hours), fired });
  const running = (name: DeadlineName, hours: number, ...marks: readonly Mark[]): Deadline => ({
    ...clock!,
    name,
    status: 'RUNNING',
    dueAt: at(hours),
    marks,
  });
  const due = (...deadlines: readonly Deadline[]) => nextDue({ ...new CaseStory().case, deadlines });

  test.each<[string, readonly Deadline[], ReturnType<typeof nextDue>]>([
    ['nothing where no clock runs', [], undefined],
    [
      'nothing of clocks that stand still or are over',
      [
        { ...running('T_REVIEW', 1), status: 'PAUSED', dueAt: null },
        { ...running('T_CONFIRM', 1), status: 'MET' },
        { ...running('T_CONTACT', 1), status: 'RUNNING', dueAt: null },
      ],
      undefined,
    ],
    [
      'the earliest of several',
      [running('T_REVIEW', 3), running('T_CONTACT', 2), running('T_STOP', 4)],
      { at: at(2), deadline: 'T_CONTACT', mark: null },
    ],
    [
      'the first named of two at one instant',
      [running('T_STOP', 2), running('T_CONTACT', 2)],
      { at: at(2), deadline: 'T_STOP', mark: null },
    ],
    [
      'the first mark that was not said yet, before the end it belongs to',
      [running('T_REVIEW', 3, mark('50%', 1, true), mark('80%', 3), mark('90%', 3))],
      { at: at(3), deadline: 'T_REVIEW', mark: '80%' },
    ],
    [
      'the end where every mark was said',
      [running('T_REVIEW', 3, mark('50%', 1, true)), running('T_STOP', 9, mark('80%', 4))],
      { at: at(3), deadline: 'T_REVIEW', mark: null },
    ],
  ])('is %s', (_, deadlines, next) => {
    expect(due(...deadlines)).toEqual(next);
    expect(nextDueAt({ ...new CaseStory().case, deadlines })).toBe(next?.at ?? null);
  });
});

test('clocks that wait, run or stand still are not over; those of the law belong to no turn of the case', () => {
  const told = new CaseStory({ feedbackDueAt: '2027-02-01T02:00:00.000Z' }).by('INTAKE', 'CONFIRM_NOTICE', {});
  told.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }, { at: told.now, delivery: 'LATER' });
  expect(liveNames(told.case)).toEqual(['T_FEEDBACK', 'T_MATERIALS', 'T_CONTACT']);
  expect(liveNames(told.case, 'MERCHANT')).toEqual(['T_MATERIALS']);
  expect(liveOfTurn(told.case)).toEqual(['T_MATERIALS', 'T_CONTACT']);
  const isLive = (name: DeadlineName) => isOpen(told.case, name);
  expect((['T_MATERIALS', 'T_CONTACT', 'T_TRIAGE', 'T_REVIEW'] as const).map(isLive)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  told.by('COMPLIANCE', 'HOLD', { authority: 'POLICE', document: 'H-1', kind: 'FREEZE', reason: words });
  expect(isLive('T_CONTACT')).toBe(true);
});
