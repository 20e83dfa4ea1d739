import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { probeActivities } from '../../apps/worker/activities/probe.activities.js';
import { startEngine, type Engine } from '../support/engine.js';

const window = { start: '2026-11-23T00:00:00.000Z', end: '2026-11-23T01:00:00.000Z' };
let engine: Engine;
let service: Server;
let status = 503;
beforeAll(async () => {
  service = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  engine = await startEngine();
});
afterAll(async () => {
  await engine.stop();
  service.close();
});
const target = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}/`;

test('a real service counts as back when it answers, and not before', async () => {
  let looks = 0;
  engine.probe = (order) => {
    looks += 1;
    return probeActivities({ LAKALA: target() }).probe(order);
  };
  const subject = await engine.open({ sandbox: false, reasonCodes: ['SYSTEM_FAILURE'] });
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: ['SYSTEM_FAILURE'] });
  await subject.done('OPS', 'SERVICE_RESTORED', {});
  await subject.until(() => looks === 1);
  expect((await subject.snapshot()).case).toMatchObject({ state: 'AWAITING_SERVICE' });

  status = 200;
  const other = await engine.open({ sandbox: false, reasonCodes: ['SYSTEM_FAILURE'] });
  await other.done('INTAKE', 'CONFIRM_NOTICE', {});
  await other.done('INTAKE', 'CLASSIFY', { reasonCodes: ['SYSTEM_FAILURE'] });
  await other.done('OPS', 'SERVICE_RESTORED', {});
  const { case: back } = await other.until(({ case: { state } }) => state === 'REINSTATING');
  expect(back.scope.every(({ lifting }) => lifting === 'DECIDED')).toBe(true);
});

test('the end of an announced window is followed by a look at the service', async () => {
  status = 200;
  engine.probe = probeActivities({ '48222900': target() }).probe;
  const subject = await engine.open({ sandbox: false, reasonCodes: ['MAINTENANCE'], window });
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: ['MAINTENANCE'] });
  await subject.until(({ case: { state } }) => state === 'REINSTATING');
});
