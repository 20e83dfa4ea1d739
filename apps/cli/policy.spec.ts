import { describe, expect, test } from '@jest/globals';
import { diffPolicies, POLICIES, type Otherwise, type Policy } from '#model';
import { differenceWords, simulationWords } from './policy.print.js';
import { checked, policyOf } from './policy.js';

const [november, december] = ['2026-11', '2026-12'].map((version) => POLICIES[version]!) as [Policy, Policy];

describe('the check of policies', () => {
  test('looks at every released one and every calendar', () => {
    const { policies, calendars } = checked();
    expect(policies.map(({ version, problems }) => [version, problems])).toEqual([
      ['2026-11', []],
      ['2026-12', []],
    ]);
    expect(calendars).toEqual([{ version: 'cn-2026.1', problems: [] }]);
  });

  test.each(['1999-01', 'constructor'])('knows no policy %s', (version) => {
    expect(() => policyOf(version)).toThrow(`There is no policy ${version}; there are 2026-11, 2026-12.`);
  });
});

describe('the words of a difference', () => {
  const linesOf = (from: Policy, to: Policy) => diffPolicies(from, to).flatMap(differenceWords);

  test('say what came, what went and what is another', () => {
    expect(linesOf(november, december).slice(0, 12)).toEqual([
      'transition 15 DEADLINE_PASSED 2',
      '    effects: passDeadline tellExpired stopClocks close → passDeadline tellExpired stopClocks close proposeTermination',
      'reason TRADING_VIOLATION',
      '    + materials.M26: REQUIRED',
      '    budgets.T_REVIEW: 5 WD → 4 WD',
      'reason ILLEGAL_OPERATION',
      '    budgets.T_REVIEW: 5 WD → 4 WD',
      'reason INACTIVITY',
      '    budgets.T_FOLLOWUP: 90 D → 60 D',
      'deadline T_REPORT',
      '    budget: 2 WD → 3 WD',
      'version',
    ]);
    expect(linesOf(december, november)).toContain('    - materials.M26: REQUIRED');
  });

  test('are short for conditions, lists and figures', () => {
    const { reasons, deadlines } = november;
    const other: Policy = {
      ...november,
      maxAttempts: 4,
      noOtherAcquirerFor: [],
      reasons: {
        ...reasons,
        OTHER: { ...reasons.OTHER, materials: [{ code: 'M03', need: { when: ['disputes', 'hitUpheld'] } }] },
      },
      deadlines: { ...deadlines, T_REVIEW: { ...deadlines.T_REVIEW, marks: [] } },
    };
    expect(linesOf(november, other)).toEqual([
      'reason OTHER',
      '    materials: none → [{"code":"M03","need":{"when":["disputes","hitUpheld"]}}]',
      'deadline T_REVIEW',
      '    marks: [{"mark":"80%","percent":80}] → none',
      'maxAttempts',
      '    3 → 4',
      'noOtherAcquirerFor',
      '    TRADING_VIOLATION ILLEGAL_OPERATION AUTHORITY_FREEZE → none',
    ]);
    const conditional: Policy = {
      ...november,
      reasons: {
        ...reasons,
        INACTIVITY: {
          ...reasons.INACTIVITY,
          materials: [...reasons.INACTIVITY.materials, { code: 'M16', need: { when: ['disputes', 'hitUpheld'] } }],
        },
      },
    };
    expect(linesOf(november, conditional)).toContain('    + materials.M16: when disputes or hitUpheld');
  });
});

test('the words of a simulation are its figures and a line for each case that parts, and for each that cannot be read', () => {
  const parting = (caseId: string, why: Otherwise) => ({
    caseId,
    openedUnder: '2026-11',
    decided: 3,
    otherwise: { seq: 4, at: '2026-11-23T02:00:00.000Z', type: 'SUBMIT', why },
  });
  const words = simulationWords({
    policyVersion: '2026-12',
    cases: 5,
    decided: 15,
    same: 1,
    otherwise: 4,
    why: { T_REVIEW: 1, 'guard.materials-incomplete': 3 },
    items: [
      parting('case_1', {
        kind: 'REFUSED',
        code: 'guard.materials-incomplete',
        row: '13',
        facts: { missing: ['M26', 'M27'], max: 2 },
      }),
      parting('case_2', { kind: 'REFUSED', code: 'transition.not-allowed', row: null, facts: {} }),
      parting('case_3', { kind: 'OTHER_EVENT', recorded: 'SUBMIT', simulated: 'SUBMIT_PROPOSED' }),
      parting('case_4', { kind: 'OTHER_STATE', recorded: 'SUBMITTED', simulated: 'UNDER_REVIEW' }),
      parting('case_5', { kind: 'DEADLINE', deadline: 'T_REVIEW', recorded: 'RUNNING', simulated: 'PASSED' }),
      { caseId: 'case_6', openedUnder: '2026-12', decided: 3, otherwise: null },
    ],
    unreadable: [{ caseId: 'case_7', error: 'there is no such case in the record' }],
  });
  expect(words).toEqual([
    '2026-12: 5 cases, 15 acts decided again; 1 cases would have gone the same, 4 otherwise',
    '        3  guard.materials-incomplete',
    '        1  T_REVIEW',
    '✗ case_1 (2026-11) seq 4 SUBMIT: would have been refused: guard.materials-incomplete, row 13, missing M26 M27, max 2',
    '✗ case_2 (2026-11) seq 4 SUBMIT: would have been refused: transition.not-allowed',
    '✗ case_3 (2026-11) seq 4 SUBMIT: would have been SUBMIT_PROPOSED',
    '✗ case_4 (2026-11) seq 4 SUBMIT: would have led to UNDER_REVIEW, not SUBMITTED',
    '✗ case_5 (2026-11) seq 4 SUBMIT: T_REVIEW would have been PASSED, and was RUNNING',
    '? case_7: there is no such case in the record',
  ]);
});
