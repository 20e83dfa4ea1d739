import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InboxStore } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let inbox: InboxStore;

beforeAll(async () => {
  database = await freshDatabase();
  inbox = new InboxStore(database.app);
});
afterAll(() => database.drop());

/** A signal about a notice nobody has heard of. */
async function added(): Promise<string> {
  const signal = {
    partner: 'lakala',
    signalId: randomUUID(),
    eventType: 'MERCHANT.COMPLAINED',
    body: {},
    bodyHash: 'a'.repeat(64),
    occurredAt: new Date().toISOString(),
    findings: [],
  };
  const stored = await database.app.transaction((manager) => inbox.add(manager, signal));
  return stored!.inboxId;
}

const due = (inboxId: string) =>
  database.owner.query(`UPDATE inbox SET next_try_at = clock_timestamp() WHERE inbox_id = $1`, [inboxId]);
const pauseOf = async (inboxId: string): Promise<number> => {
  const [row] = await database.owner.query<{ pause: string }[]>(
    `SELECT extract(epoch FROM next_try_at - clock_timestamp()) AS pause FROM inbox WHERE inbox_id = $1`,
    [inboxId],
  );
  return Number(row?.pause);
};

test('a signal that waits is looked at after 5 s, then ever later, at last every five minutes', async () => {
  const inboxId = await added();
  const pauses: number[] = [];
  for (let time = 0; time < 9; time += 1) {
    await due(inboxId);
    expect((await inbox.claimDue(10)).map((one) => one.inboxId)).toEqual([inboxId]);
    expect(await inbox.claimDue(10)).toEqual([]);
    // What is left of the pause a moment after it began, rounded up to whole pauses of five seconds.
    pauses.push(Math.ceil((await pauseOf(inboxId)) / 5) * 5);
  }
  expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  await inbox.settle(inboxId, { state: 'REJECTED', code: 'case.not-found' });
});

test('of a signal that has waited for a day somebody is told once, of one that has its end nobody', async () => {
  const [waiting, ended, young] = [await added(), await added(), await added()];
  await inbox.settle(ended, { state: 'REJECTED', code: 'case.closed' });
  await database.owner.query(`UPDATE inbox SET received_at = received_at - interval '24 h' WHERE inbox_id = ANY($1)`, [
    [waiting, ended],
  ]);
  const told = (await inbox.newlyOverdue(86_400_000)).map(({ inboxId }) => inboxId);
  expect(told).toEqual([waiting]);
  expect(told).not.toContain(young);
  expect(await inbox.newlyOverdue(86_400_000)).toEqual([]);
});

test('two sweepers never look at the same signal', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, added));
  await Promise.all(ids.map(due));
  const claimed = (await Promise.all([1, 2, 3, 4].map(() => inbox.claimDue(8)))).flat().map(({ inboxId }) => inboxId);
  expect(new Set(claimed).size).toBe(claimed.length);
  expect(ids.every((id) => claimed.includes(id))).toBe(true);
});
