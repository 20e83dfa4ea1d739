import { describe, expect, test } from '@jest/globals';
import type { z } from 'zod';
import { POLICIES, rulesForOpening } from '#model';
import { Problem } from '../problem/problem.js';
import { PolicyController } from './policy.controller.js';
import { graphAnswer, policyAnswer, policyDiff, policyList } from './policy.schema.js';

const controller = new PolicyController();
const now = rulesForOpening(new Date().toISOString());
const { version } = now.policy;
/** As it goes over the wire, checked with the schema the document shows. */
const sent = <S extends z.ZodType>(schema: S, answer: unknown): z.output<S> =>
  schema.parse(JSON.parse(JSON.stringify(answer)));

/** Code of the problem that is thrown. */
function codeOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'none';
}

describe('the policies', () => {
  test('are listed with the one new cases open under', () => {
    const { items, current } = sent(policyList, controller.list());
    expect(current).toBe(version);
    expect(items.filter((line) => line.current).map((line) => line.version)).toEqual([version]);
  });

  test('are shown whole, with the hash a case pins', () => {
    expect(sent(policyAnswer, controller.one(version))).toMatchObject({
      version,
      policyHash: now.policyHash,
    });
  });

  test('say from when on new cases open under each, and from when on old ones are to move', () => {
    expect(sent(policyList, controller.list()).items).toMatchObject([
      { version: '2026-11', opensFrom: '2026-10-31T16:00:00.000Z', mandatoryFrom: null },
      { version: '2026-12', opensFrom: '2026-11-30T16:00:00.000Z', mandatoryFrom: '2026-12-31T16:00:00.000Z' },
    ]);
    expect(sent(policyAnswer, controller.one('2026-12'))).toMatchObject({ opensFrom: '2026-11-30T16:00:00.000Z' });
  });

  test('differ in what a release changed', () => {
    const { differences } = sent(policyDiff, controller.diff({ from: '2026-11', to: '2026-12' }));
    expect(differences).toContainEqual({
      part: 'deadline',
      id: 'T_REPORT',
      from: POLICIES['2026-11']!.deadlines.T_REPORT,
      to: POLICIES['2026-12']!.deadlines.T_REPORT,
      changes: [{ path: 'budget', from: { n: 2, unit: 'WD' }, to: { n: 3, unit: 'WD' } }],
    });
  });

  test('do not differ from themselves', () => {
    expect(sent(policyDiff, controller.diff({ from: version, to: version })).differences).toEqual([]);
  });

  test.each(['1999-01', 'constructor', '__proto__'])('have no version %s', (unknown) => {
    const asked = [
      () => controller.one(unknown),
      () => controller.diff({ from: version, to: unknown }),
      () => controller.graph({ version: unknown }),
    ];
    expect(asked.map(codeOf)).toEqual(['policy.not-found', 'policy.not-found', 'policy.not-found']);
  });

  test('are not compared without both', () => {
    expect(codeOf(() => controller.diff({ from: version }))).toBe('request.invalid');
  });
});

test('the graph has an edge for each place a row leads from, and only known nodes', () => {
  const { nodes, edges } = sent(graphAnswer, controller.graph({}));
  const known = new Set(nodes.map(({ id }) => id));
  expect(edges.length).toBeGreaterThanOrEqual(now.policy.transitions.length);
  expect(edges.filter(({ from, to }) => !known.has(to) || (from !== null && !known.has(from)))).toEqual([]);
});
