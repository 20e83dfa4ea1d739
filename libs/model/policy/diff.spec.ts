import { describe, expect, test } from '@jest/globals';
import { diffPolicies } from './diff.js';
import { graphOf } from './graph.js';
import { POLICIES } from './policies.js';
import type { Policy } from './policy.js';

const policy = POLICIES['2026-11']!;

test('the graph has an edge for each move and names its row', () => {
  const { edges } = graphOf(policy);
  expect(edges).toContainEqual(
    expect.objectContaining({
      row: '31',
      from: 'UNDER_REVIEW',
      command: 'APPROVE',
      to: 'APPROVED',
      by: ['SENIOR_REVIEWER'],
    }),
  );
});

describe('two policies', () => {
  const { deadlines, reasons, transitions } = policy;
  const changesOf = (other: Partial<Policy>) =>
    diffPolicies(policy, { ...policy, ...other }).map(({ part, id, changes }) => [part, id, changes]);

  test('that are the same do not differ', () => {
    expect(diffPolicies(policy, { ...policy })).toEqual([]);
  });

  test('differ in exactly what was changed, told as one length of time', () => {
    const shorter = { ...deadlines, T_REVIEW: { ...deadlines.T_REVIEW, budget: { n: 2, unit: 'WD' as const } } };
    expect(diffPolicies(policy, { ...policy, deadlines: shorter })).toEqual([
      {
        part: 'deadline',
        id: 'T_REVIEW',
        from: deadlines.T_REVIEW,
        to: shorter.T_REVIEW,
        changes: [{ path: 'budget', from: { n: 3, unit: 'WD' }, to: { n: 2, unit: 'WD' } }],
      },
    ]);
  });

  test('differ in papers and marks by their code, whatever the order', () => {
    const materials = [...reasons.INACTIVITY.materials].reverse().slice(1);
    const other = {
      ...reasons.INACTIVITY,
      materials: [...materials, { code: 'M26', need: { when: ['hitUpheld'] } }, { code: 'M03', need: 'OPTIONAL' }],
    } as const;
    expect(changesOf({ reasons: { ...reasons, INACTIVITY: other } })).toEqual([
      [
        'reason',
        'INACTIVITY',
        [
          { path: 'materials.M03.need', from: 'REQUIRED', to: 'OPTIONAL' },
          { path: 'materials.M12', from: { code: 'M12', need: 'REQUIRED' }, to: null },
          { path: 'materials.M26', from: null, to: { code: 'M26', need: { when: ['hitUpheld'] } } },
        ],
      ],
    ]);
    const marked = { ...deadlines, T_REVIEW: { ...deadlines.T_REVIEW, marks: [{ mark: '80%', percent: 90 }] } };
    expect(changesOf({ deadlines: marked })).toEqual([
      ['deadline', 'T_REVIEW', [{ path: 'marks.80%.percent', from: 80, to: 90 }]],
    ]);
  });

  test('differ in a list of names as a whole', () => {
    const rows = transitions.map((row) =>
      row.command === 'SUBMIT' && row.to === 'SUBMITTED' ? { ...row, by: ['MERCHANT' as const] } : row,
    );
    expect(changesOf({ transitions: rows })).toEqual([
      ['transition', '13 SUBMIT 1', [{ path: 'by', from: ['MERCHANT', 'PARTNER', 'INTAKE'], to: ['MERCHANT'] }]],
      ['transition', '13 SUBMIT 2', [{ path: 'by', from: ['MERCHANT', 'PARTNER', 'INTAKE'], to: ['MERCHANT'] }]],
    ]);
    const unmarked = { ...deadlines, T_REVIEW: { ...deadlines.T_REVIEW, marks: [] } };
    expect(changesOf({ deadlines: unmarked })).toEqual([
      ['deadline', 'T_REVIEW', [{ path: 'marks', from: deadlines.T_REVIEW.marks, to: [] }]],
    ]);
  });

  test('differ in rows that come and go, and in what stands beside the tables', () => {
    const [first] = transitions;
    expect(changesOf({ transitions: transitions.slice(1), maxAttempts: 4 })).toEqual([
      ['transition', '1 NOTICE_INGESTED 1', [{ path: '', from: first, to: null }]],
      ['other', 'maxAttempts', [{ path: '', from: 3, to: 4 }]],
    ]);
    expect(diffPolicies({ ...policy, transitions: transitions.slice(1) }, policy)).toEqual([
      {
        part: 'transition',
        id: '1 NOTICE_INGESTED 1',
        from: null,
        to: first,
        changes: [{ path: '', from: null, to: first }],
      },
    ]);
  });
});
