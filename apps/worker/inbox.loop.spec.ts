import { describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { StoredSignal } from '#database';
import { inboxLoop, type InboxParts } from './inbox.loop.js';

/** An inbox in which so many signals are due; `fails` is one that cannot be delivered. */
function inboxOf(due: number, fails?: string) {
  const waiting = Array.from(
    { length: due },
    (_, index) => ({ inboxId: `in_${index}`, caseId: 'case_1' }) as StoredSignal,
  );
  const delivered: string[] = [];
  let claims = 0;
  let underWay = 0;
  let mostUnderWay = 0;
  const parts = {
    inbox: {
      claimDue: (limit: number) => {
        claims += 1;
        return Promise.resolve(waiting.splice(0, limit));
      },
      newlyOverdue: () => Promise.resolve([]),
    },
    partners: { forgetNonces: () => Promise.resolve() },
    intake: {
      deliver: async ({ inboxId }: StoredSignal) => {
        mostUnderWay = Math.max(mostUnderWay, (underWay += 1));
        await new Promise(setImmediate);
        underWay -= 1;
        if (inboxId === fails) throw new Error('14 UNAVAILABLE');
        delivered.push(inboxId);
      },
      settle: () => Promise.resolve(new Set<string>()),
    },
    logger: pino({ level: 'silent' }),
  } as unknown as InboxParts;
  return { loop: inboxLoop(parts), delivered, claims: () => claims, mostUnderWay: () => mostUnderWay };
}

describe('the sweeper of signals', () => {
  test('sees to all that are due in one round, several at once', async () => {
    const { loop, delivered, mostUnderWay } = inboxOf(250);
    await loop.round();
    expect(new Set(delivered).size).toBe(250);
    expect(mostUnderWay()).toBe(8);
  });

  test('delivers what was claimed beside one that cannot be, and leaves the others for the next round', async () => {
    const { loop, delivered, claims } = inboxOf(250, 'in_7');
    await expect(loop.round()).rejects.toThrow('1 signals are not delivered');
    expect(delivered).toHaveLength(99);
    expect(claims()).toBe(1);
  });

  test('comes to an end however many are due', async () => {
    const { loop, delivered } = inboxOf(5_000);
    await loop.round();
    expect(delivered).toHaveLength(1_000);
  });
});
