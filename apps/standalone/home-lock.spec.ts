import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { lockHome, unlockHome } from './home-lock.js';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'home-lock-'));
});

afterEach(() => rm(home, { recursive: true }));

test('a free data folder is taken', async () => {
  await expect(lockHome(home)).resolves.toBeUndefined();
  await expect(readFile(join(home, 'supervisor.pid'), 'utf8')).resolves.toBe(String(process.pid));
  unlockHome(home);
  await expect(lockHome(home)).resolves.toBeUndefined();
});

test('a data folder held by a living supervisor is not taken', async () => {
  const holder = supervisorOn(home);
  await writeFile(join(home, 'supervisor.pid'), String(holder.pid));
  try {
    await expect(lockHome(home)).resolves.toBe(holder.pid);
  } finally {
    holder.kill('SIGKILL');
  }
});

test('a data folder whose supervisor is dead is taken over', async () => {
  const dead = supervisorOn(home);
  dead.kill('SIGKILL');
  await once(dead, 'exit');
  await writeFile(join(home, 'supervisor.pid'), String(dead.pid));
  await expect(lockHome(home)).resolves.toBeUndefined();
});

test('a pid that went over to another program does not hold the data folder', async () => {
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
  await writeFile(join(home, 'supervisor.pid'), String(stranger.pid));
  try {
    await expect(lockHome(home)).resolves.toBeUndefined();
  } finally {
    stranger.kill('SIGKILL');
  }
});

function supervisorOn(folder: string) {
  const words = ['apps/standalone/main.js', `--home=${folder}`];
  return spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', ...words]);
}
