import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, eventually } from '../support/case.driver.js';
import { MessageGateway } from '../support/message.gateway.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { RestartableStack } from '../support/restartable.stack.js';
import { appliedAndReinstated } from '../support/story.js';

const PROOF = 'proof that the merchant was told';
const REACH = 'reach the merchant by phone or in person';

let gateway: MessageGateway;
let stack: RestartableStack;
let people: People;

beforeAll(async () => {
  gateway = await MessageGateway.listen();
  process.env['MESSAGE_GATEWAY_URL'] = gateway.url;
  stack = await RestartableStack.start();
  delete process.env['MESSAGE_GATEWAY_URL'];
  people = await peopleOf(stack.home);
}, 120_000);
afterAll(async () => {
  await stack.discard();
  gateway.close();
});

const waitsFor = async (driver: CaseDriver) => (await driver.view()).blockedOn.map(({ what }) => what);
const clockOf = async (driver: CaseDriver) =>
  (await driver.view()).deadlines.find(({ name }) => name === 'T_MATERIALS')?.status;

/** A case whose request for papers nothing proves to have arrived, a working day later and more. */
async function notTold(): Promise<CaseDriver> {
  const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'] }));
  await driver.askForPapers();
  expect(await waitsFor(driver)).toContain(PROOF);
  expect(await waitsFor(driver)).not.toContain(REACH);
  await driver.advance({ by: 'P30D' });
  expect((await driver.events()).map(({ type }) => type)).toContain('NOT_DELIVERED');
  expect(await driver.view()).toMatchObject({ state: 'MATERIALS_REQUESTED' });
  expect(await waitsFor(driver)).toEqual(expect.arrayContaining([PROOF, REACH]));
  expect(await clockOf(driver)).toBe('WAITING');
  return driver;
}

/** The merchant knows: its clock runs, and nobody has to reach it. */
async function goesOn(driver: CaseDriver): Promise<void> {
  expect(await clockOf(driver)).toBe('RUNNING');
  expect(await waitsFor(driver)).not.toContain(PROOF);
  expect(await waitsFor(driver)).not.toContain(REACH);
  gateway.deliveredAt = new Date().toISOString();
  await appliedAndReinstated(driver);
}

test('a merchant no message reaches keeps its whole time; a call that is logged as answered starts it', async () => {
  gateway.deliveredAt = null;
  const driver = await notTold();
  const call = { direction: 'OUT', channel: 'PHONE', party: 'MERCHANT', summary: '电话告知材料清单' };
  await driver.send('field', 'LOG_COMMUNICATION', { ...call, delivered: false });
  expect(await clockOf(driver)).toBe('WAITING');
  await driver.send('field', 'LOG_COMMUNICATION', { ...call, delivered: true });
  await goesOn(driver);
});

test('a receipt that comes after all starts the time, too', async () => {
  gateway.deliveredAt = null;
  const driver = await notTold();
  await eventually(
    () => Promise.resolve([...gateway.taken.values()].map(({ template }) => template)),
    (templates) => templates.includes('MATERIALS_REQUESTED'),
  );
  gateway.deliveredAt = new Date().toISOString();
  await eventually(
    () => clockOf(driver),
    (status) => status === 'RUNNING',
  );
  await goesOn(driver);
});
