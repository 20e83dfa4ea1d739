import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CaseDriver } from '../support/case.driver.js';
import { send } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;
beforeAll(async () => {
  people = await peopleOf();
});

const steady = {
  window: { from: '2026-09-28T00:00:00+08:00', to: '2026-11-23T00:00:00+08:00' },
  weekFen: Array<number>(168).fill(10_000),
  spreadPercent: 20,
};
const lowFenOf = (answer: object): number =>
  (answer as { lostTurnover: { range: { lowFen: number } } }).lostTurnover.range.lowFen;
const handIn = (driver: CaseDriver, body: object, user: 'settlement' | 'reviewer' = 'settlement') =>
  send(`${people[user].url}${driver.path}/turnover`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${people[user].token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify(body),
  });

test('what a suspension costs is an estimate with its range and the window of the data handed in', async () => {
  const driver = await CaseDriver.open(people, aNotice({ effectiveAt: new Date().toISOString() }));
  const before = (await people.reviewer.get(`${driver.path}/impact`)).body;
  expect(before).toMatchObject({ estimate: true, window: null, lostTurnover: null, creditRecord: { severity: 'LOW' } });
  expect((await handIn(driver, steady)).status).toBe(200);
  await driver.advance({ by: 'P3D' });
  expect((await people.auditor.get(`${driver.path}/impact`)).body).toMatchObject({
    window: { from: '2026-09-27T16:00:00.000Z' },
    lostTurnover: { severity: 'MEDIUM', range: { lowFen: expect.any(Number), highFen: expect.any(Number) } },
  });
});

test('turnover that is not a week of hours is refused, and so is who may not hand it in', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  const short = await handIn(driver, { ...steady, weekFen: [1, 2] });
  expect(short).toMatchObject({ status: 400, body: { code: 'request.invalid', errors: [{ pointer: '/weekFen' }] } });
  expect(await handIn(driver, steady, 'reviewer')).toMatchObject({ status: 403, body: { code: 'auth.role' } });
});

test('an estimate can be asked for as it was known at an instant, the opening among them', async () => {
  const driver = await CaseDriver.open(people, aNotice({ effectiveAt: new Date().toISOString() }));
  const { openedAt } = (await driver.view()) as unknown as { openedAt: string };
  const at = async (instant: string) =>
    (await people.reviewer.get(`${driver.path}/impact?at=${encodeURIComponent(instant)}`)).body;
  const days = async (count: number) => (await driver.advance({ by: `P${count}D` })).now;
  expect((await handIn(driver, steady)).status).toBe(200);
  const first = await days(10);
  const double = { ...steady, weekFen: steady.weekFen.map((fen) => 2 * fen) };
  expect((await handIn(driver, double)).status).toBe(200);
  const second = await days(10);

  expect(await at(openedAt)).toMatchObject({
    now: openedAt,
    estimate: true,
    window: null,
    lostTurnover: null,
    creditRecord: { daysUnresolved: 0, severity: 'LOW' },
  });
  expect(await at(first)).toMatchObject({ creditRecord: { daysUnresolved: 10 } });
  expect(await at(second)).toMatchObject({ creditRecord: { daysUnresolved: 20, severity: 'MEDIUM' } });
  // Ten days of a hundred yuan an hour, and twenty of twice as much, the range being a fifth.
  expect(lowFenOf(await at(first))).toBeCloseTo(1_920_000, -4);
  expect(lowFenOf(await at(second))).toBeCloseTo(7_680_000, -4);
  expect(lowFenOf((await people.auditor.get(`${driver.path}/impact`)).body)).toBeCloseTo(7_680_000, -4);
});

test.each([
  ['before the case was opened', '2020-01-01T00:00:00Z', 'the case did not exist then'],
  ['in the time to come', '2099-01-01T00:00:00Z', 'must not be later than now'],
  ['that is none', 'yesterday', expect.stringContaining('RFC 3339')],
])('an estimate at an instant %s is refused', async (_, instant, message) => {
  const driver = await CaseDriver.open(people, aNotice());
  expect(await people.reviewer.get(`${driver.path}/impact?at=${instant}`)).toMatchObject({
    status: 400,
    body: { code: 'request.invalid', errors: [{ pointer: '/at', message }] },
  });
});
