import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { choosePorts, PREFERRED_PORTS } from './ports.js';
import { writePrivateJson } from './private-file.js';

// Ports of one's own: the usual ones may be in use by a stack on this machine. get-port does not give one out twice
// within half a minute, so no port is asked for by two tests.
const LAST = { api: 19_101, oidc: 19_102, worker: 19_103, postgres: 19_104, temporal: 19_105 };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ports-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('a start takes the ports of the last one', async () => {
  const file = join(folder, 'ports.json');
  writePrivateJson(file, LAST);
  await expect(choosePorts(file)).resolves.toEqual(LAST);
});

test('a taken port is replaced by a free one, and the replacement is kept', async () => {
  const file = join(folder, 'ports.json');
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const chosen = await choosePorts(file, {
    api: port,
    oidc: 19_112,
    worker: 19_113,
    postgres: 19_114,
    temporal: 19_115,
  });
  server.close();
  expect(chosen.api).not.toBe(port);
  expect(chosen).toMatchObject({ oidc: 19_112, worker: 19_113, postgres: 19_114, temporal: 19_115 });
});

test('five different ports are chosen even when all are asked to be the same', async () => {
  const asked = Object.fromEntries(Object.keys(PREFERRED_PORTS).map((name) => [name, 19_121]));
  const chosen = await choosePorts(join(folder, 'ports.json'), asked);
  expect(new Set(Object.values(chosen)).size).toBe(5);
});
