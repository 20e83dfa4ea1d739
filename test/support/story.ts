import { expect } from '@jest/globals';
import { SOUND, type CaseDriver } from './case.driver.js';
import type { User } from './people.js';

/** Longer than the follow-up of any reason. */
const WATCHED = { by: 'P181D' };

/** The case has ended as it should, and the auditor lives it again. */
export async function endsIn(driver: CaseDriver, state: string): Promise<void> {
  expect((await driver.view()).state).toBe(state);
  expect(await driver.replay()).toMatchObject(SOUND);
}

/** Both send the same; the first only proposes. Gives the state after the second. */
export async function together(
  driver: CaseDriver,
  [first, second]: readonly [User, User],
  command: string,
  fields: object,
): Promise<string> {
  const proposed = await driver.send(first, command, fields);
  expect(proposed.events.map(({ type }) => type)).toContain(`${command}_PROPOSED`);
  return (await driver.send(second, command, fields)).state;
}

/** Every item ordered to be restored is. */
export async function restoreAll(driver: CaseDriver): Promise<void> {
  for (const { itemId, status } of (await driver.view()).scope)
    if (status === 'RESTORE_REQUESTED') await driver.send('ops', 'ITEM_RESTORED', { itemId });
}

/** The follow-up passes without a finding. */
export async function watched(driver: CaseDriver): Promise<void> {
  await driver.advance(WATCHED);
  await endsIn(driver, 'CLOSED_REINSTATED');
}

/** From the decision to the end: every item restored, then watched. */
export async function reinstated(driver: CaseDriver): Promise<void> {
  await driver.send('ops', 'START_REINSTATE');
  await restoreAll(driver);
  await watched(driver);
}

/** From the checklist to the end. */
export async function appliedAndReinstated(driver: CaseDriver): Promise<void> {
  await driver.apply();
  await driver.decide();
  await reinstated(driver);
}
