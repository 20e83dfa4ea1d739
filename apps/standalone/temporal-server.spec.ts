import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { access, mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findServer, SERVER_VERSION } from './temporal-server.js';

const path = process.env['PATH'];
const { signal } = new AbortController();
let folder = '';
let steps: string[] = [];
const search = () => ({
  cache: join(folder, 'cache'),
  signal,
  during: <T>(doing: string, work: Promise<T>): Promise<T> => {
    steps.push(doing);
    return work;
  },
});

beforeEach(async () => {
  steps = [];
  folder = await mkdtemp(join(tmpdir(), 'reinstate-server-'));
});
afterEach(async () => {
  process.env['PATH'] = path;
  await rm(folder, { recursive: true, force: true });
});

test('without Go the server is not built, and what to install is said', async () => {
  process.env['PATH'] = folder;
  const place = join(folder, 'cache', `temporal-server-${SERVER_VERSION}`);
  const failed = findServer(folder, search());
  await expect(failed).rejects.toThrow(/install Go 1\.25 or newer/);
  await expect(failed).rejects.toThrow(place);
  await expect(failed).rejects.toThrow(/What was tried: .*go.*ENOENT/);
  expect(steps).toEqual(['building']);
});

test('one that was built before is used as it is, its schema tool under the name it has in its image', async () => {
  const place = join(folder, 'cache', `temporal-server-${SERVER_VERSION}`);
  await mkdir(place, { recursive: true });
  for (const program of ['server', 'sql']) await writeFile(join(place, program), '');
  const found = await findServer(folder, search());
  expect(found.server).toBe(join(place, 'server'));
  await expect(readlink(join(found.toolFolder, 'temporal-sql-tool'))).resolves.toBe(join(place, 'sql'));
  await expect(access(found.server)).resolves.toBeUndefined();
  expect(steps).toEqual([]);
});
