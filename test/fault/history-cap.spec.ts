import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, SOUND } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { RestartableStack } from '../support/restartable.stack.js';

const CLIENTS = 5;
const NOTES_EACH = 120;
let stack: RestartableStack;
let people: People;

beforeAll(async () => {
  process.env['HISTORY_EVENT_CAP'] = '100';
  stack = await RestartableStack.start();
  delete process.env['HISTORY_EVENT_CAP'];
  people = await peopleOf(stack.home);
}, 120_000);
afterAll(() => stack.discard());

test('a case held at a cap of a hundred events under constant commands answers them all once, over many runs', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  const statuses: number[] = [];
  const client = async (): Promise<void> => {
    for (let note = 0; note < NOTES_EACH; note += 1)
      statuses.push((await people.intake.command(driver.caseId, 'ADD_NOTE', { text: '备注' })).status);
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  const events = await driver.events();
  expect(events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: CLIENTS * NOTES_EACH + 1 }, (_, index) => index + 1),
  );
  const verdict = await driver.replay();
  expect(verdict).toMatchObject(SOUND);
  expect(verdict.runs).toBeGreaterThan(5);
}, 180_000);
