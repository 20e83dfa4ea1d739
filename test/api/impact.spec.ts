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
