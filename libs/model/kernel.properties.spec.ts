import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from './case.js';
import { nextDueAt } from './clocks.js';
import type { CaseEvent } from './event.js';
import { fold } from './evolve.js';
import { CURRENT_RULES as rules, rulesOf } from './policy/policies.js';
import { simulate } from './policy/simulate.js';
import { graphOf } from './policy/graph.js';
import { evidenceHash, hasReview } from './reading.js';
import { isClosed } from './vocabulary.js';
import { ACTORS, NAMES, walk, type Step } from './walk.examples.js';

/** 1,000 in CI; 10,000 by hand with PROPERTY_RUNS. */
const RUNS = 300;

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.nat(ACTORS.length - 1),
  what: fc.nat(NAMES.length - 1),
  pick: fc.nat(400),
  hours: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(12) },
    { weight: 1, arbitrary: fc.nat(500) },
  ),
  fact: fc.boolean(),
  sensible: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
});

/** Never done by one person alone, whatever the case. */
const TWO_PERSONS = [
  'WAIVE_MATERIAL',
  'TERMINATE',
  'TEMPORARY_RELEASE',
  'RELEASE_FUNDS',
  'APPEAL_UPHELD',
  'INVESTIGATION_CONFIRMED',
  'REPLACE_TERMINAL',
];

const edges = new Set(graphOf(rules.policy).edges.map(({ from, to }) => `${from}>${to}`));

/** The issuer takes it back or names it no longer, or somebody else has lifted it. */
const LIFTED_WITHOUT_US = ['NOTICE_REVOKED', 'OUTSIDE_REINSTATED', 'ACCEPT_AMENDMENT'];

/** What holds after every event of every life. */
function holds(before: Case | undefined, event: CaseEvent): void {
  const after = fold([event], before)!;
  expect(event.seq).toBe((before?.seq ?? 0) + 1);
  if (before) {
    expect(event.at >= before.lastEventAt).toBe(true);
    if (before.state !== after.state) expect(edges).toContain(`${before.state}>${after.state}`);
  }
  if (TWO_PERSONS.includes(event.type))
    expect(before?.proposals.some(({ open, by }) => open && by.id !== event.actor.id)).toBe(true);
  if (event.type === 'APPROVE') {
    expect(before?.makers).not.toContain(event.actor.id);
    expect(before?.recommendation?.by).not.toBe(event.actor.id);
    expect(before?.recommendation?.evidenceHash).toBe(evidenceHash(before!));
  }
  for (const item of after.scope) {
    const was = before?.scope.find(({ itemId }) => itemId === item.itemId);
    const reviewed = hasReview(item.reasons, rules.policy);
    if (reviewed && item.status === 'RESTORED' && was?.status !== 'RESTORED') {
      expect([...LIFTED_WITHOUT_US, 'TEMPORARY_RELEASE', 'ITEM_RESTORED']).toContain(event.type);
      if (event.type === 'ITEM_RESTORED') expect(was?.lifting).toBe('DECIDED');
    }
    if (reviewed && item.lifting === 'DECIDED' && was?.lifting !== 'DECIDED') {
      const ours = item.decisionOwner === 'INSTITUTION' ? ['APPROVE', 'APPEAL_UPHELD'] : ['EXTERNAL_APPROVED'];
      expect([...LIFTED_WITHOUT_US, ...ours]).toContain(event.type);
    }
  }
  expect(
    isClosed(after.state) ||
      nextDueAt(after) !== null ||
      after.messages.some(({ deliveredAt }) => deliveredAt === null) ||
      rules.policy.transitions.some(
        ({ from, by }) => from !== 'NOTHING' && from.includes(after.state) && !by.includes('SYSTEM'),
      ),
  ).toBe(true);
}

test('whatever people, partners and time do to a case, its promises hold after every event', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('LAKALA' as const, 'UNIONPAY' as const),
      fc.array(step, { minLength: 5, maxLength: 80 }),
      (issuer, steps) => {
        let current: Case | undefined;
        const fired = new Set<string>();
        for (const event of walk({ issuer }, steps)) {
          holds(current, event);
          if (event.requestId.startsWith('timer:')) {
            expect(fired).not.toContain(event.requestId);
            fired.add(event.requestId);
          }
          current = fold([event], current);
        }
      },
    ),
    { numRuns: RUNS },
  );
}, 60_000);

test('walks get far: most states of the table are seen', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.constantFrom('LAKALA' as const, 'UNIONPAY' as const),
      fc.array(step, { minLength: 60, maxLength: 120 }),
      (issuer, steps) => {
        let current: Case | undefined;
        for (const event of walk({ issuer }, steps)) seen.add((current = fold([event], current))!.state);
      },
    ),
    { numRuns: 60, seed: 7 },
  );
  expect(seen.size).toBeGreaterThanOrEqual(8);
}, 60_000);

test('a case simulated under its own policy goes as it went', () => {
  const versions = ['2026-11', '2026-12'].map((policyVersion) =>
    rulesOf({ policyVersion, calendarVersion: 'cn-2026.1' }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('LAKALA' as const, 'UNIONPAY' as const),
      fc.array(step, { minLength: 5, maxLength: 60 }),
      fc.constantFrom(...versions),
      (issuer, steps, own) => {
        expect(simulate(walk({ issuer }, steps, own), own).otherwise).toBeNull();
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
