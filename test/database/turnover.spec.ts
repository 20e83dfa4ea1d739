import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CaseStore, databaseOptions, TurnoverStore } from '#database';
import { plusMs, type Turnover } from '#model';
import { CaseChain, OPENED_AT } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const MINUTE_MS = 60_000;
const after = (minutes: number): string => plusMs(OPENED_AT, minutes * MINUTE_MS);
const usual = (fen: number): Turnover => ({
  window: { from: '2026-09-28T00:00:00.000Z', to: OPENED_AT },
  weekFen: Array<number>(168).fill(fen),
  spreadPercent: 20,
  migratedPercent: 0,
});

const APPLIED = "SELECT FROM migration WHERE name LIKE 'TurnoverByTime%'";

let database: FreshDatabase;
let turnovers: TurnoverStore;
beforeAll(async () => {
  database = await freshDatabase();
  turnovers = new TurnoverStore(database.app);
});
afterAll(() => database.drop());

test('each turnover handed in is kept; asked of an instant, it is the last one known then', async () => {
  expect(await turnovers.of('case_1')).toBeUndefined();
  await turnovers.keep(database.app, 'case_1', usual(1), 'settlement', after(1));
  await turnovers.keep(database.app, 'case_1', usual(2), 'settlement', after(3));
  await turnovers.keep(database.app, 'case_1', usual(3), 'settlement', after(4));
  await turnovers.keep(database.app, 'case_2', usual(4), 'settlement', after(2));
  const known = async (at?: string) => (await turnovers.of('case_1', at))?.weekFen[0];
  expect(
    await Promise.all([known(), known(after(4)), known(after(3)), known(after(2)), known(after(1)), known(OPENED_AT)]),
  ).toEqual([3, 3, 2, 1, 1, undefined]);
});

test('a case as it was at an instant is the fold of what had happened by then', async () => {
  const store = new CaseStore(database.app);
  const chain = new CaseChain({ caseId: 'case_3', noticeNo: 'N-3' });
  const opened = chain.case;
  chain.note(2);
  await store.write(chain);
  expect(await store.caseAt('case_3', OPENED_AT)).toEqual(opened);
  expect(await store.caseAt('case_3', after(1))).toMatchObject({ seq: 2 });
  expect(await store.caseAt('case_3', after(9))).toEqual(chain.case);
  expect(await store.caseAt('case_3', plusMs(OPENED_AT, -1))).toBeUndefined();
});

test('of a time when only the last was kept, that one counts from when it was handed in', async () => {
  const migrating = await new DataSource(databaseOptions({ url: database.url, statementTimeoutMs: 0 })).initialize();
  try {
    while ((await migrating.query<unknown[]>(APPLIED)).length > 0) await migrating.undoLastMigration();
    expect(await database.owner.query('SELECT case_id FROM turnover ORDER BY case_id')).toEqual([
      { case_id: 'case_1' },
      { case_id: 'case_2' },
    ]);
    await migrating.runMigrations();
  } finally {
    await migrating.destroy();
  }
  expect((await turnovers.of('case_1'))?.weekFen[0]).toBe(3);
  const since = await database.owner.query<unknown[]>(
    "SELECT known_at = handed_in_at AS same FROM turnover WHERE case_id = 'case_1'",
  );
  expect(since).toEqual([{ same: true }]);
});
