import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { CaseStore, databaseOptions, movesOf, ProcessMapStore, type ProcessMapFilters } from '#database';
import { HOUR_MS } from '#model';
import { CaseChain, INTAKE } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const ALL: ProcessMapFilters = { institutions: '*', sandbox: false };
let database: FreshDatabase;
let store: CaseStore;
let maps: ProcessMapStore;
let chains: readonly CaseChain[];

/** A case confirmed so many hours after its notice, and classified one hour later where it says so. */
function aCase(caseId: string, hours: number, classified: boolean, notice: object = {}): CaseChain {
  const chain = new CaseChain({ caseId, noticeNo: `N-${caseId}`, ...notice });
  chain.wait(hours * HOUR_MS - 60_000);
  chain.say({ type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE, requestId: 'req_confirm' });
  chain.wait(HOUR_MS - 60_000);
  if (classified) {
    const reasonCodes = chain.case!.reasons.map(({ code }) => code);
    chain.say({ type: 'CLASSIFY', fields: { reasonCodes }, by: INTAKE, requestId: 'req_classify' });
  }
  return chain;
}

beforeAll(async () => {
  database = await freshDatabase();
  store = new CaseStore(database.app);
  maps = new ProcessMapStore(database.app);
  chains = [
    aCase('case_1', 1, true),
    aCase('case_2', 2, true),
    aCase('case_3', 9, false, { issuer: 'LAKALA', reasonCodes: ['INACTIVITY'] }),
    aCase('case_4', 3, true, { sandbox: true, institutionCode: '48211000' }),
  ];
  for (const { caseId, events } of chains) {
    // In halves, as the api and the worker may record them, and once more.
    await store.write({ caseId, events: events.slice(0, 2) });
    await store.write({ caseId, events });
    await store.write({ caseId, events });
  }
});
afterAll(() => database.drop());

const recorded = () =>
  database.owner.query<object[]>(
    `SELECT case_id AS "caseId", seq, rule_row AS row, from_state AS "from", to_state AS "to", stay_ms::int AS "stayMs"
     FROM case_move ORDER BY case_id, seq`,
  );
const told = () =>
  chains.flatMap(({ caseId, events }) =>
    movesOf(
      undefined,
      events.map(({ event }) => event),
    ).map(({ seq, row, from, to, stayMs }) => ({ caseId, seq, row, from, to, stayMs })),
  );

test('moves are recorded as the events tell them, each once', async () => {
  expect(await recorded()).toEqual(told());
});

test('the map has how many went which way, and how fast by their own clocks', async () => {
  const { cases, nodes, edges } = await maps.mapOf(ALL);
  expect(cases).toBe(3);
  expect(edges).toEqual([
    { row: '1', from: null, to: 'NOTICE_RECEIVED', count: 3, share: 1, medianMs: null, p90Ms: null },
    {
      row: '2',
      from: 'NOTICE_RECEIVED',
      to: 'NOTICE_CONFIRMED',
      count: 3,
      share: 1,
      medianMs: 2 * HOUR_MS,
      p90Ms: expect.any(Number),
    },
    {
      row: '5',
      from: 'NOTICE_CONFIRMED',
      to: 'MATERIALS_REQUESTED',
      count: 2,
      share: 1,
      medianMs: HOUR_MS,
      p90Ms: HOUR_MS,
    },
  ]);
  expect(nodes).toContainEqual({ state: 'NOTICE_CONFIRMED', visits: 3, cases: 3, now: 1, medianMs: HOUR_MS });
  expect(nodes).toContainEqual({ state: 'MATERIALS_REQUESTED', visits: 2, cases: 2, now: 2, medianMs: null });
});

test.each<[string, Partial<ProcessMapFilters>, number]>([
  ['a reason', { reason: 'INACTIVITY' }, 1],
  ['an issuer', { issuer: 'UNIONPAY' }, 2],
  ['institutions', { institutions: ['48211000'], sandbox: 'both' }, 1],
  ['sandbox cases', { sandbox: true }, 1],
  ['a span before', { to: '2026-11-23T01:00:00.000Z' }, 0],
  ['a span from then on', { from: '2026-11-23T01:00:00.000Z' }, 3],
])('the map can be narrowed to %s', async (_, filters, cases) => {
  expect((await maps.mapOf({ ...ALL, ...filters })).cases).toBe(cases);
});

test('cases recorded before there were moves are given theirs', async () => {
  const migrating = await new DataSource(databaseOptions({ url: database.url, statementTimeoutMs: 0 })).initialize();
  try {
    await migrating.undoLastMigration();
    await migrating.runMigrations();
  } finally {
    await migrating.destroy();
  }
  expect(await recorded()).toEqual(told());
});
