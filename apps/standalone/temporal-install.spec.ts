import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { downloadTemporal } from './temporal-install.js';
import { runTool } from './tool.js';

const never = new AbortController().signal;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'temporal-install-'));
});

afterEach(() => rm(folder, { recursive: true }));

test('the program of the downloaded archive is put in its place', async () => {
  const archive = await archiveWith('a program');
  let asked = '';
  await serving(
    (request, response) => {
      asked = request.url ?? '';
      response.end(archive);
    },
    (site) => downloadTemporal('1.5.1', join(folder, 'cache'), never, site),
  );
  expect(asked).toMatch(/^\/v1\.5\.1\?platform=\w+&arch=(amd64|arm64)$/);
  await expect(readFile(join(folder, 'cache', 'temporal'), 'utf8')).resolves.toBe('a program');
  await expect(readdir(join(folder, 'cache'))).resolves.toEqual(['temporal']);
});

test('what is no archive leaves nothing behind', async () => {
  const download = serving(
    (_, response) => response.end('<html>'),
    (site) => downloadTemporal('1.5.1', join(folder, 'cache'), never, site),
  );
  await expect(download).rejects.toThrow('tar');
  await expect(readdir(join(folder, 'cache'))).resolves.toEqual([]);
});

test('a site without the version is a failure that names its answer', async () => {
  const download = serving(
    (_, response) => response.writeHead(404).end(),
    (site) => downloadTemporal('9.9.9', join(folder, 'cache'), never, site),
  );
  await expect(download).rejects.toThrow('answers 404');
});

async function archiveWith(content: string): Promise<Buffer> {
  await writeFile(join(folder, 'temporal'), content);
  await chmod(join(folder, 'temporal'), 0o755);
  await runTool('tar', ['-czf', join(folder, 'archive'), '-C', folder, 'temporal']);
  return readFile(join(folder, 'archive'));
}

async function serving<T>(listener: RequestListener, use: (site: string) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}
