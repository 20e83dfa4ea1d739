import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommunicationStore } from '#database';
import { messageLoop } from '../../apps/worker/message.loop.js';
import { startEngine, type Engine, type EngineCase } from '../support/engine.js';

/** Stands where the institution's gateway for SMS, app and mail would be. */
class Gateway {
  readonly taken = new Map<string, { readonly text: { readonly zh: string; readonly en: string } }>();
  deliveredAt: string | null = null;
  readonly server: Server = createServer((request, response) => {
    const id = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'PUT') this.taken.set(id, JSON.parse(Buffer.concat(chunks).toString()) as never);
      response.writeHead(this.taken.has(id) ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ deliveredAt: this.deliveredAt }));
    });
  });
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

let engine: Engine;
const gateway = new Gateway();
beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  gateway.server.close();
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
