import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, eventually, SOUND } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, stackOf, type People } from '../support/people.js';
import { RestartableStack } from '../support/restartable.stack.js';

const NOTES = 12;
let stack: RestartableStack;
let people: People;

beforeAll(async () => {
  stack = await RestartableStack.start();
  people = await peopleOf(stack.home);
}, 120_000);
afterAll(() => stack.discard());

/** Sends one note until it is acknowledged, always as the same request; gives the seq of its event. */
async function acknowledged(driver: CaseDriver, key: string): Promise<number> {
  const ask = () =>
    people.intake.command(driver.caseId, 'ADD_NOTE', { text: `备注 ${key}` }, key).catch(() => undefined);
  const answer = await eventually(ask, (said) => said?.status === 200, 60_000);
  return answer!.body.events[0]!.seq;
}

/** Every acknowledged note is one event, no number is missing, and the auditor finds the same. */
async function lostNothing(driver: CaseDriver, acknowledgedSeqs: readonly number[]): Promise<void> {
  expect(new Set(acknowledgedSeqs).size).toBe(acknowledgedSeqs.length);
  const top = Math.max(...acknowledgedSeqs);
  const events = await eventually(
    () => driver.events(),
    (all) => (all.at(-1)?.seq ?? 0) >= top,
  );
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  const notes = events.filter(({ type }) => type === 'ADD_NOTE').map(({ seq }) => seq);
  expect([...acknowledgedSeqs].sort((a, b) => a - b)).toEqual(notes);
  await eventually(
    () => driver.replay(),
    ({ deterministic }) => deterministic,
  );
  expect(await driver.replay()).toMatchObject(SOUND);
}

describe('after kill -9 in mid-case', () => {
  test.each(['worker', 'api', 'temporal', 'postgres'] as const)(
    'of %s the case goes on by itself and nothing acknowledged is lost',
    async (part) => {
      const driver = await CaseDriver.open(people, aNotice());
      await driver.askForPapers();
      const before = stackOf(stack.home).pids[part]!;
      const sent = Array.from({ length: NOTES }, async (_, index) => {
        if (index === NOTES / 2) process.kill(before, 'SIGKILL');
        return acknowledged(driver, randomUUID());
      });
      await lostNothing(driver, await Promise.all(sent));
      await eventually(
        () => Promise.resolve(stackOf(stack.home).pids[part]),
        (pid) => pid !== undefined && pid !== before,
      );
    },
    180_000,
  );

  test('of the supervisor and everything it started a second start finds the running case', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    await driver.askForPapers();
    const first = await acknowledged(driver, randomUUID());
    const { supervisor, ...parts } = stackOf(stack.home).pids;
    for (const pid of [supervisor, ...Object.values(parts)]) if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await stack.start();
    people = await peopleOf(stack.home);
    const again = new CaseDriver(people, driver.caseId);
    await lostNothing(again, [first, await acknowledged(again, randomUUID())]);
  }, 180_000);
});
