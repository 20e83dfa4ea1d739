import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CaseDriver, eventually, good, SOUND } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

let people: People;
let database: DataSource;

beforeAll(async () => {
  [people, database] = await Promise.all([peopleOf(), ownersDatabase()]);
});
afterAll(() => database.destroy());

interface Histories {
  readonly runs: readonly {
    readonly runId: string;
    readonly history: { readonly events: readonly { readonly eventType: string }[] };
  }[];
}
const historiesOf = async (driver: CaseDriver): Promise<Histories> =>
  good(await people.auditor.get<Histories>(`/audit/v1/cases/${driver.caseId}/history`));

describe('a replay', () => {
  test.each([
    [
      'the bytes',
      `bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'NOTICE_CONFIRMED', 'NOTICE_CONFIRMEX'), 'UTF8')`,
    ],
    ['the hash', `hash = sha256('x')`],
  ])('names the event of which %s were altered by hand', async (_, change) => {
    const driver = await CaseDriver.open(people, aNotice());
    await driver.askForPapers();
    await eventually(
      () => driver.replay(),
      ({ matchesRecord }) => matchesRecord,
    );
    await database.query(`UPDATE case_event SET ${change} WHERE case_id = $1 AND seq = 2`, [driver.caseId]);
    const verdict = await driver.replay();
    expect(verdict).toMatchObject({ deterministic: true, firstWrongSeq: 2 });
    expect(verdict.matchesRecord && verdict.chainVerified).toBe(false);
  });

  test('finds an event that was taken away', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    await driver.askForPapers();
    await database.query('DELETE FROM case_event WHERE case_id = $1 AND seq = 3', [driver.caseId]);
    expect(await driver.replay()).toMatchObject({ firstWrongSeq: 3 });
  });

  test('of an open case says what is not recorded yet instead of failing', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    expect(await driver.replay()).toMatchObject({ ...SOUND, open: true, runs: 1 });
  });
});

test('a message costs nine events of Temporal’s history at most', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  await driver.bringToReview();
  await driver.acceptPapers();
  await driver.send('senior', 'APPROVE', await driver.recommend());
  await driver.reinstate();
  const messages = (await driver.events()).length;
  const { runs } = await historiesOf(driver);
  const events = runs.reduce((sum, { history }) => sum + history.events.length, 0);
  expect(events / messages).toBeLessThanOrEqual(9);
});

test('an ended run is archived and handed out afterwards', async () => {
  const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'] }));
  await driver.askForPapers();
  await driver.send('intake', 'WITHDRAW', { reason: '商户撤回' });
  const archived = () => database.query<unknown[]>('SELECT 1 FROM history_archive WHERE case_id = $1', [driver.caseId]);
  await eventually(archived, (rows) => rows.length === 1);
  expect((await historiesOf(driver)).runs.length).toBeGreaterThanOrEqual(1);
  expect(await driver.replay()).toMatchObject(SOUND);
});

test('the auditor reads everything and changes nothing', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  for (const path of ['', '/events', '/timeline', '/clock', '/impact'])
    expect((await people.auditor.get(driver.path + path)).status).toBe(200);
  const { paths } = good(await people.auditor.get<{ paths: Record<string, Record<string, unknown>> }>('/openapi.json'));
  const mutations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['post', 'put', 'patch', 'delete'].includes(method))
      .map((method) => [method, path] as const),
  );
  const allowed = mutations.filter(([, path]) => !path.startsWith('/audit/v1'));
  expect(allowed.length).toBeGreaterThanOrEqual(4);
  for (const [method, path] of allowed) {
    const address =
      people.auditor.url +
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'code' ? 'M01' : driver.caseId));
    const headers = {
      authorization: `Bearer ${people.auditor.token}`,
      'content-type': 'application/json',
      'idempotency-key': `k-${Math.random()}`,
    };
    const { status } = await fetch(address, { method: method.toUpperCase(), headers, body: '{}' });
    expect([method, path, status]).toEqual([method, path, 403]);
  }
});

test('what was refused is in the ledger with its rule', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  await driver.refused('senior', 'APPROVE', { evidenceHash: '0'.repeat(64) });
  await driver.refused('reviewer', 'CONFIRM_NOTICE');
  const { items } = good(
    await people.auditor.get<{ items: { code: string }[] }>(`/audit/v1/refusals?caseId=${driver.caseId}`),
  );
  expect(items.map(({ code }) => code).sort()).toEqual(['auth.role', 'transition.not-allowed']);
});
