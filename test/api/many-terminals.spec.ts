import { beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, SOUND } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { forEach } from '../support/stages.js';
import { endsIn } from '../support/story.js';

const TERMINALS = 500;
/** Far more than it takes on two cores that have nothing else to do, and far less than anybody would wait. */
const WITHIN_MS = 600_000;

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

test(
  'five hundred terminals in one notice are reinstated one by one, and every step of it is lived again',
  async () => {
    const restrictions = Array.from({ length: TERMINALS }, (_, index) => ({
      capability: 'ACCEPT_CARD',
      level: 'TERMINAL',
      terminalNo: `T${String(index).padStart(7, '0')}`,
    }));
    const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'], restrictions }));
    await driver.approve();
    await driver.send('ops', 'START_REINSTATE');
    const ordered = (await driver.view()).scope;
    expect(ordered.map(({ status }) => status)).toEqual(restrictions.map(() => 'RESTORE_REQUESTED'));
    await forEach(ordered, async ({ itemId }) => {
      await driver.send('ops', 'ITEM_RESTORED', { itemId });
    });
    const watched = await driver.view();
    expect(watched.state).toBe('FOLLOW_UP');
    expect(new Set(watched.scope.map(({ status }) => status))).toEqual(new Set(['RESTORED']));

    const events = await driver.events();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.filter(({ type }) => type === 'ITEM_RESTORED')).toHaveLength(TERMINALS);
    // What one terminal's return says is about that terminal alone: the event does not grow with the case.
    const longest = Math.max(...events.slice(-TERMINALS).map(({ payload }) => JSON.stringify(payload).length));
    expect(longest).toBeLessThan(4_096);
    await driver.advance({ by: 'P91D' });
    await endsIn(driver, 'CLOSED_REINSTATED');
    const verdict = await driver.replay();
    expect(verdict).toMatchObject(SOUND);
    // Some two thousand Temporal events a run: the life was handed over, and each hand-over fits its bound.
    expect(verdict.runs).toBeGreaterThan(1);
  },
  WITHIN_MS,
);
