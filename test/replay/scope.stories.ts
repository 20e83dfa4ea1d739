import { setTimeout as sleep } from 'node:timers/promises';
import { advance, appliedAndReinstated, both, decided, reason, restored, triaged, type Stories } from './story.js';

const HOUR_MS = 3_600_000;
/** A run lives a second at least before it changes, however full it is. */
const OUTLIVED_MS = 1_200;
const terminal = (place: string, execution: 'DONE' | 'ORDERED' = 'DONE') =>
  ({ capability: 'ACCEPT_CARD', level: 'TERMINAL', place, execution }) as const;

/** Lives that differ in what is stopped, for whom, and in how it comes back. */
export const SCOPE_STORIES: Stories = {
  'released-for-a-time': {
    tell: async (subject) => {
      await triaged(subject);
      const { now, case: current } = await subject.snapshot();
      await both(subject, ['SENIOR_REVIEWER', 'COMPLIANCE'], 'TEMPORARY_RELEASE', {
        scopeItemIds: current.scope.map(({ itemId }) => itemId),
        until: new Date(Date.parse(now) + HOUR_MS).toISOString(),
        ...reason,
      });
      await advance(subject, 'P1D');
    },
    ends: 'MATERIALS_REQUESTED',
  },
  'stop-ordered-of-us': {
    notice: { restrictions: [terminal('A0000001', 'ORDERED'), terminal('A0000002', 'ORDERED')] },
    tell: async (subject) => {
      for (const { itemId } of (await subject.snapshot()).case.scope)
        await subject.done('OPS', 'STOP_CONFIRMED', { itemId, at: (await subject.snapshot()).now });
      await triaged(subject);
    },
    ends: 'MATERIALS_REQUESTED',
  },
  'reinstated-in-part': {
    notice: { restrictions: ['A0000001', 'A0000002', 'A0000003', 'A0000004'].map((place) => terminal(place)) },
    tell: async (subject) => {
      await subject.toReview();
      await decided(subject);
      await subject.done('OPS', 'START_REINSTATE', {});
      const [first, second, third, fourth] = (await subject.snapshot()).case.scope.map(({ itemId }) => itemId);
      for (const itemId of [second!, third!, fourth!]) await subject.done('OPS', 'ITEM_FAILED', { itemId, ...reason });
      await subject.done('OPS', 'ITEM_RESTORED', { itemId: first! });
      await subject.done('FIELD_SERVICE', 'RETRY_ITEM', { itemId: second! });
      await restored(subject);
      const replaced = { itemId: third!, newTerminalNo: 'B0000003', newSn: 'SN-3' };
      await both(subject, ['OPS', 'FIELD_SERVICE'], 'REPLACE_TERMINAL', replaced);
      await restored(subject);
      if ((await subject.snapshot()).case.state === 'REINSTATING')
        await subject.done('OPS', 'ITEM_FAILED', { itemId: fourth!, ...reason });
      await subject.done('OPS', 'DROP_ITEM', { itemId: fourth!, ...reason });
      await advance(subject, 'P200D');
    },
    ends: 'CLOSED_REINSTATED',
  },
  'held-funds-in-part': {
    notice: {
      reasonCodes: ['TRADING_VIOLATION'],
      restrictions: [{ capability: 'SETTLEMENT', level: 'MERCHANT', execution: 'DONE' }],
      transactions: [{ transactionId: '112309481203', at: '2026-11-22T06:03:11.000Z', amountFen: 4_980_000 }],
    },
    tell: async (subject) => {
      const part = { amountFen: 4_979_900, keepFen: 100, ...reason };
      await both(subject, ['SETTLEMENT_OPS', 'SENIOR_REVIEWER'], 'RELEASE_FUNDS', part);
      await triaged(subject);
      const rest = { amountFen: 100, keepFen: 0, ...reason };
      await both(subject, ['SENIOR_REVIEWER', 'SETTLEMENT_OPS'], 'RELEASE_FUNDS', rest);
      await subject.apply();
    },
    ends: 'UNDER_REVIEW',
  },
  'micro-merchant': {
    notice: { reasonCodes: ['QUALIFICATION_EXPIRED'], merchantKind: 'MICRO_PERSON' },
    tell: async (subject) => {
      await triaged(subject);
      await appliedAndReinstated(subject);
    },
    ends: 'CLOSED_REINSTATED',
  },
  'stepped-conditions': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.toFollowUp();
      for (const percent of [60, 100]) {
        await advance(subject, 'P31D');
        await subject.done('REVIEWER', 'RECORD_CHECKPOINT', { metrics: { transactions: '120' }, passed: true });
        const step = { conditions: { perDayFen: 5_000 * percent, ramp: [percent] } };
        await both(subject, ['REVIEWER', 'SENIOR_REVIEWER'], 'STEP_CONDITION', step);
      }
      await advance(subject, 'P100D');
    },
    ends: 'CLOSED_REINSTATED',
  },
  'many-runs-in-one-life': {
    eventCap: 8,
    tell: async (subject) => {
      await subject.toReview();
      const steps = [
        () => decided(subject),
        () => subject.done('OPS', 'START_REINSTATE', {}),
        () => restored(subject),
        () => advance(subject, 'P1D'),
        () => advance(subject, 'P1D'),
        () => advance(subject, 'P200D'),
      ];
      for (const step of steps) {
        await sleep(OUTLIVED_MS);
        await step();
      }
    },
    ends: 'CLOSED_REINSTATED',
    runs: 6,
  },
};
