import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, eventually, SOUND } from '../support/case.driver.js';
import { Caller } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, stackOf, USERS, type People } from '../support/people.js';
import { ProductionStack } from '../support/production.stack.js';

/** The first run on a machine builds the Temporal server. */
const START_LIMIT_MS = 1_200_000;
const STOP_LIMIT_MS = 60_000;

let stack: ProductionStack;
let people: People;

beforeAll(async () => {
  stack = await ProductionStack.start(stackOf().oidcIssuer);
  const known = await peopleOf();
  people = Object.fromEntries(USERS.map((user) => [user, new Caller(stack.url, known[user].token)])) as People;
}, START_LIMIT_MS);

afterAll(() => stack.stop(), STOP_LIMIT_MS);

test('a case lives on a Temporal server in production form, with the processes and settings of the compose file', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  /** Sent with the same key until it is answered: what happens while something is away happens once. */
  const note = (key: string) => people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '服务中断' }, key);
  const noted = (key: string) =>
    eventually(
      () => note(key),
      ({ status }) => status === 200,
    );

  await driver.bringToReview();
  await stack.killTemporal();
  expect((await note('temporal-away')).status).toBe(503);
  await stack.startTemporal();
  await noted('temporal-away');

  await driver.acceptPapers();
  await stack.killOneWorker();
  await noted('worker-away');

  await driver.send('senior', 'APPROVE', await driver.recommend());
  await driver.reinstate();
  expect((await driver.advance({ by: 'P91D' })).state).toBe('CLOSED_REINSTATED');
  const events = await driver.events();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter(({ type }) => type === 'ADD_NOTE')).toHaveLength(2);
  expect(await driver.replay()).toMatchObject(SOUND);
});
