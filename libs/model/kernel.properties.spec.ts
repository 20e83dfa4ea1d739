import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from './case.js';
import type { CaseEvent } from './event.js';
import { fold } from './evolve.js';
import { CURRENT_RULES as rules, rulesOf } from './policy/policies.js';
import { conformanceOf } from './policy/conformance.js';
import { simulate } from './policy/simulate.js';
import { brokenPromises } from './promises.examples.js';
import { OPEN_STATES } from './vocabulary.js';
import { ACTORS, NAMES, walk, type Step } from './walk.examples.js';

/** 10,000 by hand with PROPERTY_RUNS. */
const RUNS = Number(Reflect.get(globalThis, 'PROPERTY_RUNS') ?? 1_000);

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
  how: fc.oneof(
    { weight: 8, arbitrary: fc.constant('FORWARD' as const) },
    { weight: 1, arbitrary: fc.constant('ALLOWED' as const) },
    { weight: 1, arbitrary: fc.constant('ANYTHING' as const) },
  ),
  again: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
});

type Notice = Parameters<typeof walk>[0];
/** Of every track, of each owner of the decision, of one place and of several. */
const NOTICES: readonly Notice[] = [
  { issuer: 'LAKALA' },
  { issuer: 'UNIONPAY' },
  { issuer: 'LAKALA', reasonCodes: ['ILLEGAL_OPERATION'] },
  { issuer: 'LAKALA', reasonCodes: ['INACTIVITY', 'SYSTEM_FAILURE'], merchantKind: 'MICRO_PERSON' },
  { issuer: 'UNIONPAY', reasonCodes: ['MAINTENANCE'] },
  { issuer: 'LAKALA', reasonCodes: ['NATURAL_DISASTER', 'QUALIFICATION_EXPIRED'] },
  { issuer: 'AUTHORITY', reasonCodes: ['AUTHORITY_FREEZE'], documentNo: 'D-1' },
  {
    issuer: 'LAKALA',
    restrictions: ['A0000001', 'A0000002'].map((place) => ({
      capability: 'ACCEPT_CARD' as const,
      level: 'TERMINAL' as const,
      place,
      execution: 'ORDERED' as const,
    })),
  },
];
const notice = fc.constantFrom(...NOTICES);
const delivery = fc.constantFrom('AT_ONCE' as const, 'LATER' as const);

test(
  'whatever people, partners and time do to a case, its promises hold after every event',
  () => {
    fc.assert(
      fc.property(
        notice,
        delivery,
        fc.array(step, { minLength: 5, maxLength: 80, size: 'max' }),
        (opening, told, steps) => {
          const events = walk(opening, steps, rules, told);
          let current: Case | undefined;
          const broken: unknown[] = [];
          for (const event of events) {
            const before = current;
            current = fold([event], before)!;
            for (const promise of brokenPromises(before, event, current)) broken.push([event.seq, event.type, promise]);
          }
          expect(broken).toEqual([]);
          const timers = events.filter(({ requestId }) => requestId.startsWith('timer:'));
          expect(new Set(timers.map(({ requestId }) => requestId)).size).toBe(timers.length);
          expect(current).toEqual(fold(JSON.parse(JSON.stringify(events)) as CaseEvent[]));
          expect(JSON.parse(JSON.stringify(current))).toEqual(current);
        },
      ),
      { numRuns: RUNS },
    );
  },
  60_000 + RUNS * 100,
);

test('walks get far: every state is seen, and every kind of decision', () => {
  const seen = new Set<string>();
  const steps = fc.array(step, { minLength: 60, maxLength: 120, size: 'max' });
  fc.assert(
    fc.property(notice, steps, (opening, taken) => {
      let current: Case | undefined;
      for (const event of walk(opening, taken)) {
        current = fold([event], current)!;
        seen.add(current.state).add(event.type);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
  const decisions = ['APPROVE', 'REJECT', 'EXTERNAL_APPROVED', 'APPEAL_UPHELD', 'APPEAL_DENIED', 'COMPLIANCE_SIGN_OFF'];
  const wanted = [...OPEN_STATES, 'CLOSED_REINSTATED', 'CLOSED_REJECTED', 'CLOSED_EXPIRED', ...decisions];
  expect(wanted.filter((name) => !seen.has(name))).toEqual([]);
}, 120_000);

test(
  'a case simulated under its own policy goes as it went',
  () => {
    const versions = ['2026-11', '2026-12'].map((policyVersion) =>
      rulesOf({ policyVersion, calendarVersion: 'cn-2026.1' }),
    );
    fc.assert(
      fc.property(
        notice,
        fc.array(step, { minLength: 5, maxLength: 60 }),
        fc.constantFrom(...versions),
        (opening, steps, own) => {
          expect(simulate(walk(opening, steps, own), own).otherwise).toBeNull();
        },
      ),
      { numRuns: RUNS / 4 },
    );
  },
  60_000 + RUNS * 20,
);

test('no life has a step that is not on the graph of its policy', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('LAKALA' as const, 'UNIONPAY' as const),
      fc.array(step, { minLength: 20, maxLength: 80 }),
      (issuer, steps) => {
        const path = conformanceOf(walk({ issuer }, steps), rulesOf);
        expect(path.filter(({ verdict }) => verdict === 'IMPOSSIBLE')).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);
