import { POLICIES } from './policies.js';
import type { Budget, DeadlinePolicy, Policy, ReasonPolicy, Row } from './policy.js';

/** The policy faults are planted in. */
export const sound: Policy = POLICIES['2026-11']!;

/** A name no compiled table could hold: a policy may come as data. */
export const wrong = (name: string): never => name as never;

/** With one row more, behind all others or before them. */
export const withRow = (row: Partial<Row>, at: 'START' | 'END' = 'END'): Policy => {
  const added: Row = {
    id: '99',
    from: ['UNDER_REVIEW'],
    command: 'ADD_NOTE',
    by: ['AUDITOR'],
    guards: [],
    to: 'SAME',
    effects: [],
    ...row,
  };
  return { ...sound, transitions: at === 'END' ? [...sound.transitions, added] : [added, ...sound.transitions] };
};

export const withRows = (change: (row: Row) => Row): Policy => ({
  ...sound,
  transitions: sound.transitions.map(change),
});

export const withDeadline = (
  change: Partial<DeadlinePolicy>,
  name: 'T_REVIEW' | 'T_FEEDBACK' = 'T_REVIEW',
): Policy => ({
  ...sound,
  deadlines: { ...sound.deadlines, [name]: { ...sound.deadlines[name], ...change } },
});

export const withReason = (change: Partial<ReasonPolicy>): Policy => ({
  ...sound,
  reasons: { ...sound.reasons, INACTIVITY: { ...sound.reasons.INACTIVITY, ...change } },
});

export const without = (table: object, name: string): never =>
  Object.fromEntries(Object.entries(table).filter(([key]) => key !== name)) as never;

export const WD = (n: number): Budget => ({ n, unit: 'WD' });

/** One fault of a kind, the policy it is planted in, and what is said of it; of an unfinished sentence the beginning. */
export type Planted = readonly (readonly [kind: string, faulty: Policy, problem: string])[];
