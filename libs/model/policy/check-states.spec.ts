import { describe, expect, test } from '@jest/globals';
import { DEADLINE_NAMES, OPEN_STATES } from '../vocabulary.js';
import { stateProblems } from './check-states.js';
import { sound, withRows } from './faulty.examples.js';
import type { Row } from './policy.js';

const isFallback = ({ command, deadline, when }: Row): boolean => command === 'DEADLINE_PASSED' && !deadline && !when;

describe('the validator of ways', () => {
  test('finds that no row opens a case', () => {
    const faulty = withRows((row) => (row.from === 'NOTHING' ? { ...row, from: ['REJECTED'] } : row));
    expect(stateProblems(faulty)).toEqual(['no row opens a case']);
  });

  test('finds a state no row reaches', () => {
    const faulty = withRows((row) => (row.to === 'ON_HOLD' ? { ...row, to: 'SAME' } : row));
    expect(stateProblems(faulty)).toEqual(['no row reaches ON_HOLD']);
  });

  test('finds a state from which no row leads to an end', () => {
    const faulty = withRows((row) =>
      row.from === 'NOTHING' || row.to === 'SAME'
        ? row
        : { ...row, from: row.from.filter((state) => state !== 'FOLLOW_UP') },
    );
    expect(stateProblems(faulty)).toEqual([
      'no row reaches CLOSED_REINSTATED',
      'no way leads from FOLLOW_UP to a closed state',
    ]);
  });
});

describe('the validator of the clock', () => {
  test('finds every state in which a deadline has no row of its own and none for all', () => {
    const faulty = withRows((row) =>
      isFallback(row) ? { ...row, from: OPEN_STATES.filter((state) => state !== 'RECTIFICATION') } : row,
    );
    const [problem, ...more] = stateProblems(faulty);
    expect(more).toEqual([]);
    expect(problem).toMatch(/^no row answers in RECTIFICATION the passing of T_STOP, /);
    expect(problem).not.toContain('T_RECTIFY');
    expect(problem).not.toContain('T_GRACE');
  });

  test('finds deadlines no clock is let act on', () => {
    const faulty = withRows((row) => (row.command === 'DEADLINE_PASSED' ? { ...row, by: ['LEAD'] } : row));
    expect(stateProblems(faulty)).toEqual(
      OPEN_STATES.map((state) => `no row answers in ${state} the passing of any deadline`),
    );
  });

  test('takes no row under a condition for an answer', () => {
    const faulty = withRows((row) => (isFallback(row) ? { ...row, when: ['papersMissing'], from: ['ON_HOLD'] } : row));
    const [inHold] = stateProblems(faulty).filter((problem) => problem.includes('in ON_HOLD'));
    expect(inHold).toMatch(/^no row answers in ON_HOLD the passing of T_STOP, T_FEEDBACK, .*, T_EFFECTIVE$/);
    expect(inHold).not.toContain('T_TEMPORARY');
  });

  test('asks for no row about the marks of a deadline that has none', () => {
    const marked = DEADLINE_NAMES.filter((name) => sound.deadlines[name].marks.length > 0);
    const rowsFor = (deadline: typeof marked) =>
      withRows((row) => (row.command === 'MARK_REACHED' && !row.when && !row.deadline ? { ...row, deadline } : row));
    expect(stateProblems(rowsFor(marked))).toEqual([]);
    expect(stateProblems(rowsFor(marked.slice(1)))).toEqual(
      OPEN_STATES.map((state) => `no row answers in ${state} the marks of ${marked[0]}`),
    );
  });

  test('finds marks no row answers, of the deadlines that have any', () => {
    const faulty = withRows((row) =>
      row.command === 'MARK_REACHED' && !row.when ? { ...row, from: ['UNDER_REVIEW'] } : row,
    );
    expect(stateProblems(faulty)).toEqual(
      OPEN_STATES.filter((state) => state !== 'UNDER_REVIEW').map(
        (state) => `no row answers in ${state} the marks of any deadline`,
      ),
    );
  });
});
