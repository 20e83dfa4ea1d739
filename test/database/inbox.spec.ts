import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InboxStore, NonceUsed, type ReceivedSignal } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let inbox: InboxStore;

beforeAll(async () => {
  database = await freshDatabase();
  inbox = new InboxStore(database.app);
});
afterAll(() => database.drop());

/** A signal about a notice nobody has heard of. */
const aSignal = (): ReceivedSignal => ({
  partner: 'lakala',
  signalId: randomUUID(),
  eventType: 'MERCHANT.COMPLAINED',
  body: { text: '商户来电说明 "批发" \\ {款}' },
  bodyHash: 'a'.repeat(64),
  occurredAt: new Date().toISOString(),
  findings: [{ pointer: '/payload/text', message: 'looked like card data and was masked; never send it' }],
});

const added = async (): Promise<string> =>
  (await database.app.transaction((manager) => inbox.add(manager, aSignal())))!.inboxId;

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

test('signals that come at once are kept together, each as it came', async () => {
  const signals = Array.from({ length: 100 }, aSignal);
  const kept = await Promise.all(signals.map((signal) => inbox.keep({ ...signal, nonce: randomUUID() })));
  for (const [place, signal] of signals.entries()) {
    const stored = await inbox.of(signal.partner, signal.signalId);
    expect(stored).toMatchObject({ ...signal, state: 'ACCEPTED', code: null, caseId: null, facts: [] });
    expect(kept[place]).toEqual(stored);
  }
});

test('of signals with one id that come at once one is kept, whatever their nonces', async () => {
  const signal = aSignal();
  const kept = await Promise.all(Array.from({ length: 20 }, () => inbox.keep({ ...signal, nonce: randomUUID() })));
  expect(kept.filter(Boolean)).toHaveLength(1);
});

test('of signals with one nonce that come at once one is kept, and the others are told', async () => {
  const nonce = randomUUID();
  const kept = await Promise.allSettled(Array.from({ length: 20 }, () => inbox.keep({ ...aSignal(), nonce })));
  const refused = kept.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  expect(refused).toHaveLength(19);
  expect(refused.every((reason) => reason instanceof NonceUsed)).toBe(true);
});

test('a signal that cannot be kept keeps none of those beside it from it', async () => {
  const unfit = { ...aSignal(), occurredAt: 'no time' };
  const kept = await Promise.allSettled([aSignal(), aSignal(), unfit, aSignal()].map((signal) => inbox.keep(signal)));
  expect(kept.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});
