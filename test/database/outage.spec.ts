import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CaseStore, databaseNow, openDatabase } from '#database';
import { BreakableProxy } from '../support/breakable-proxy.js';
import { CaseChain } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const READ_LIMIT_MS = 2_000;
const MUTATION_LIMIT_MS = 5_000;
const POOL = 3;

let database: FreshDatabase;
let proxy: BreakableProxy;
let connected: DataSource;
let store: CaseStore;
beforeAll(async () => {
  database = await freshDatabase();
  const { hostname, port } = new URL(database.url);
  proxy = await BreakableProxy.to(hostname, Number(port));
});
afterAll(async () => {
  await proxy.cut();
  await database.drop();
});
beforeEach(async () => {
  await proxy.mend();
  connected = await openDatabase({ url: proxy.url(database.url), poolSize: POOL });
  store = new CaseStore(connected);
  // Every connection of the pool is open when the way breaks.
  await Promise.all(Array.from({ length: POOL }, () => connected.query('SELECT pg_sleep(0.05)')));
});
afterEach(async () => {
  await proxy.mend();
  await connected.destroy();
});

async function failsWithin(limitMs: number, attempt: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await expect(attempt()).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(limitMs);
}

async function comesBack(): Promise<void> {
  for (const until = Date.now() + 5_000; ;) {
    const answered = await connected.query('SELECT 1').then(
      () => true,
      () => false,
    );
    if (answered || Date.now() > until) return expect(answered).toBe(true);
  }
}

const chain = (() => {
  let n = 0;
  return () => new CaseChain({ caseId: `case_${++n}`, noticeNo: `N-${n}` });
})();

describe.each([
  ['is gone', () => proxy.cut()],
  ['does not answer', () => Promise.resolve(proxy.swallow())],
])('while PostgreSQL %s', (_, breakWay) => {
  test('a read fails within 2 s, a write within 5 s, and both go through again by themselves', async () => {
    await breakWay();
    await failsWithin(READ_LIMIT_MS, () => store.caseOf('case_0'));
    await failsWithin(MUTATION_LIMIT_MS, () => store.write(chain()));
    await Promise.all(
      Array.from({ length: POOL * 2 }, () => failsWithin(READ_LIMIT_MS + 1_000, () => databaseNow(connected))),
    );
    await proxy.mend();
    await comesBack();
    await Promise.all(Array.from({ length: POOL * 2 }, () => store.write(chain())));
  });

  test('a write under way fails and leaves nothing half done', async () => {
    const begun = chain();
    await failsWithin(MUTATION_LIMIT_MS, () => store.write(begun, () => breakWay()));
    await proxy.mend();
    await comesBack();
    expect(await store.eventsOf(begun.caseId, 0, 10)).toEqual([]);
    await expect(store.write(begun)).resolves.toMatchObject({ kind: 'written' });
  });
});

test('a statement that takes too long is ended by the server and its connection goes on', async () => {
  await failsWithin(READ_LIMIT_MS, () => connected.query('SELECT pg_sleep(30)'));
  await comesBack();
});

test('more callers than connections all get their turn', async () => {
  const times = await Promise.all(Array.from({ length: POOL * 10 }, () => databaseNow(connected)));
  for (const ms of times) expect(Math.abs(ms - Date.now())).toBeLessThan(60_000);
});

test('the server killing every session is forgotten with the next query', async () => {
  await database.owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'reinstate' AND pid <> pg_backend_pid()`,
  );
  await comesBack();
});

test('a database that cannot be reached at the start is told at once', async () => {
  await proxy.cut();
  await failsWithin(READ_LIMIT_MS, () => openDatabase({ url: proxy.url(database.url) }));
});
