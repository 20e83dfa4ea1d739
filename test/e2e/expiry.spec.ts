import { beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, SOUND, type EventView } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const fieldsOf = ({ type, at, payload: { fields } }: EventView) => ({ type, at, ...fields });

test('a case for which nothing is handed in is reminded of, given grace and closed as expired', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  await driver.askForPapers();
  const asked = await driver.view();
  const due = asked.deadlines.find(({ name }) => name === 'T_MATERIALS')?.dueAt ?? '';
  expect(asked.deadlines.filter(({ status }) => status === 'RUNNING').map(({ name }) => name)).toEqual(['T_MATERIALS']);
  const inGrace = await driver.advance({ toNextDeadline: true });
  expect(inGrace).toMatchObject({ state: 'MATERIALS_REQUESTED' });
  const graceDue = (await driver.view()).deadlines.find(({ name }) => name === 'T_GRACE')?.dueAt ?? '';
  const closed = await driver.advance({ toNextDeadline: true });
  expect(closed).toMatchObject({ state: 'CLOSED_EXPIRED' });
  const events = await driver.events();
  expect(events.filter(({ seq, type }) => seq > asked.seq && type !== 'CLOCK_ADVANCED').map(fieldsOf)).toMatchObject([
    { type: 'REMINDER', deadline: 'T_MATERIALS', mark: '50%' },
    { type: 'REMINDER', deadline: 'T_MATERIALS', mark: '80%' },
    { type: 'REMINDER', deadline: 'T_MATERIALS', mark: '-24h' },
    { type: 'DEADLINE_PASSED', deadline: 'T_MATERIALS', at: due },
    { type: 'REMINDER', deadline: 'T_GRACE', mark: '-24h' },
    { type: 'DEADLINE_PASSED', deadline: 'T_GRACE', at: graceDue },
  ]);
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
  const left = await driver.view();
  expect(left.scope.every(({ status }) => status === 'SUSPENDED')).toBe(true);
  expect(left.deadlines.some(({ status }) => status === 'RUNNING')).toBe(false);
  expect((await driver.refused('intake', 'SUBMIT')).status).toBe(409);
  expect(await driver.replay()).toMatchObject(SOUND);
});

test('papers handed in during the grace are still in time', async () => {
  const driver = await CaseDriver.open(people, aNotice());
  await driver.askForPapers();
  await driver.advance({ toNextDeadline: true });
  await driver.handInPapers();
  await driver.send('intake', 'SUBMIT', { onBehalfOf: 'MERCHANT' });
  expect(await driver.advance({ by: 'P20D' })).toMatchObject({ state: 'SUBMITTED' });
});
