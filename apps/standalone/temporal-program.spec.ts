import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { findTemporal, isUsableVersion, type ProgramSearch } from './temporal-program.js';

describe('a printed version is usable', () => {
  test.each([
    'temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)',
    'temporal version 1.10.0 (Server 1.30.0, UI 2.50.0)',
    'temporal version v2.0.0',
    'temporal version 0.0.0-DEV (Server 1.29.1, UI 2.42.1)',
  ])('%s: yes', (printed) => {
    expect(isUsableVersion(printed)).toBe(true);
  });

  test.each([
    'temporal version 1.4.9 (Server 1.28.0, UI 2.39.0)',
    'temporal version 0.13.2 (Server 1.29.0)',
    'temporal version 0.0.0-DEV (Server 1.28.2, UI 2.39.0)',
    'temporal version 0.0.0-DEV',
    'something else 9.9',
  ])('%s: no', (printed) => {
    expect(isUsableVersion(printed)).toBe(false);
  });
});

describe('the program is looked for', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'temporal-program-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  test('first along PATH, passing by one that is too old', async () => {
    await programIn(join(folder, 'old'), '1.4.0');
    await programIn(join(folder, 'new'), '1.6.0');
    const path = ['old', 'absent', 'new'].map((name) => join(folder, name)).join(delimiter);
    await expect(findTemporal(searchAlong(path))).resolves.toBe(join(folder, 'new', 'temporal'));
  });

  test('then in the cache', async () => {
    const cached = join(folder, 'cache', 'temporal-1.5.1');
    await programIn(cached, '1.5.1');
    await expect(findTemporal(searchAlong(folder))).resolves.toBe(join(cached, 'temporal'));
  });

  function searchAlong(path: string): ProgramSearch {
    const notReached = () => Promise.reject(new Error('nothing is to be downloaded or built'));
    return { path, cache: join(folder, 'cache'), signal: AbortSignal.abort(), during: notReached };
  }
});

async function programIn(folder: string, version: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const program = join(folder, 'temporal');
  await writeFile(program, `#!/bin/sh\necho "temporal version ${version} (Server 1.29.1, UI 2.42.1)"\n`);
  await chmod(program, 0o755);
}
