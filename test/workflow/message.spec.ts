import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CommunicationStore } from '#database';
import { messageLoop } from '../../apps/worker/message.loop.js';
import { startEngine, type Engine, type EngineCase } from '../support/engine.js';
import { MessageGateway } from '../support/message.gateway.js';

let engine: Engine;
let gateway: MessageGateway;
beforeAll(async () => {
  gateway = await MessageGateway.listen();
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  gateway.close();
});

const asked = async (): Promise<EngineCase> => {
  const subject = await engine.open();
  subject.delivery = 'LATER';
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] });
  await subject.until(({ unrecorded }) => unrecorded.length === 0);
  return subject;
};
const clockOf = async (subject: EngineCase) =>
  (await subject.snapshot()).case.deadlines.find(({ name }) => name === 'T_MATERIALS')?.status;

test('the merchant’s clock starts when the gateway proves that the request for papers has arrived', async () => {
  const loop = messageLoop(gateway.url, new CommunicationStore(engine.database.app), engine.caseClient);
  const subject = await asked();
  await loop.round();
  expect([...gateway.taken.values()].map(({ text }) => text.zh)).toContainEqual(
    expect.stringContaining('收到本通知后 5 个工作日'),
  );
  await loop.round();
  expect(await clockOf(subject)).toBe('WAITING');
  gateway.deliveredAt = new Date().toISOString();
  await loop.round();
  await subject.until(({ case: { deadlines } }) =>
    deadlines.some(({ name, status }) => name === 'T_MATERIALS' && status === 'RUNNING'),
  );
  await subject.until(({ unrecorded }) => unrecorded.length === 0);
  expect(await new CommunicationStore(engine.database.app).undelivered()).toEqual([]);
});

test('a gateway that is away loses no message', async () => {
  const subject = await asked();
  await expect(
    messageLoop('http://127.0.0.1:9', new CommunicationStore(engine.database.app), engine.caseClient).round(),
  ).rejects.toThrow(/not handed over/);
  await messageLoop(gateway.url, new CommunicationStore(engine.database.app), engine.caseClient).round();
  await subject.until(({ case: { deadlines } }) =>
    deadlines.some(({ name, status }) => name === 'T_MATERIALS' && status === 'RUNNING'),
  );
});
