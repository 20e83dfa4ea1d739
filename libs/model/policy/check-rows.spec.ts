import { describe, expect, test } from '@jest/globals';
import { rowProblems } from './check-rows.js';
import { withRow, type Planted } from './faulty.examples.js';

const PLANTED: Planted = [
  [
    'one role of a pair that nobody may act under',
    withRow({ twoPersons: [['AUDITOR'], ['AUDITOR']] }),
    'row 99 ADD_NOTE 1: its two roles can never be two persons',
  ],
  [
    'a pair with the engine',
    withRow({ by: ['LEAD', 'SYSTEM'], twoPersons: [['LEAD'], ['SYSTEM']] }),
    'row 99 ADD_NOTE 1: its two roles can never be two persons',
  ],
  [
    'a pair whose other role is not let in',
    withRow({ from: ['CLOSED_EXPIRED'], by: ['LEAD'], twoPersons: [['LEAD'], ['COMPLIANCE']] }),
    'row 99 ADD_NOTE 1: its two roles can never be two persons',
  ],
  [
    'a pair begun by a third',
    withRow({ from: ['CLOSED_EXPIRED'], by: ['LEAD', 'COMPLIANCE', 'OPS'], twoPersons: [['LEAD'], ['COMPLIANCE']] }),
    'row 99 ADD_NOTE 1: OPS may begin it, and nobody can complete it',
  ],
  ['a row that leads from nowhere', withRow({ from: [] }), 'row 99 ADD_NOTE 1: leads from no state'],
  ['a row for nobody', withRow({ by: [] }), 'row 99 ADD_NOTE 1: lets nobody act'],
  ['an opening into no state', withRow({ from: 'NOTHING' }), 'row 99 ADD_NOTE 1: opens a case in no state'],
  [
    'a way back from where no hold was',
    withRow({ to: 'PRIOR' }),
    'row 99 ADD_NOTE 1: only ON_HOLD has a prior state to lead back to',
  ],
  [
    'a deadline for a command without one',
    withRow({ deadline: ['T_STOP'] }),
    'row 99 ADD_NOTE 1: names deadlines, and ADD_NOTE carries none',
  ],
  [
    'a row behind one that takes all',
    withRow({ by: ['LEAD'] }),
    'row 99 ADD_NOTE 1: is never asked, for 49 ADD_NOTE 1 always answers before it',
  ],
  [
    'a conditional row behind an unconditional one',
    withRow({ command: 'DEADLINE_PASSED', by: ['SYSTEM'], deadline: ['T_REVIEW'], when: ['papersMissing'] }),
    'row 99 DEADLINE_PASSED 1: is never asked, for 48 DEADLINE_PASSED 3 always answers before it',
  ],
  [
    'rows behind one that takes more',
    withRow({ command: 'CONFIRM_NOTICE', from: ['NOTICE_RECEIVED'], by: ['INTAKE'] }, 'START'),
    'row 2 CONFIRM_NOTICE 1: is never asked, for 99 CONFIRM_NOTICE 1 always answers before it',
  ],
];

describe('the validator of rows', () => {
  test.each(PLANTED)('finds %s', (_, faulty, problem) => {
    expect(rowProblems(faulty)).toEqual([problem]);
  });

  test('takes a row that another leaves something to for a row with a use', () => {
    const narrower = [{ by: ['LEAD', 'AUDITOR'] }, { from: ['CLOSED_EXPIRED'], by: ['LEAD'] }] as const;
    for (const row of narrower) expect(rowProblems(withRow(row))).toEqual([]);
  });
});
