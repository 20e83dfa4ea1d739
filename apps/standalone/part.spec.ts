import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Part, type PartPlan, type PartWatch } from './part.js';

let folder: string;
let pids: number[];
let losses: string[];
let part: Part;

const watch: PartWatch = {
  launched: (_, pid) => (pid === undefined ? undefined : pids.push(pid)),
  lost: (_, how, retryMs) => losses.push(`${how}, again in ${retryMs} ms`),
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'part-'));
  pids = [];
  losses = [];
});

afterEach(async () => {
  part.kill();
  await rm(folder, { recursive: true });
});

test('a part that dies is started again, later each time', async () => {
  part = new Part(running('setInterval(() => 0, 1000)'), watch);
  await part.start();
  for (const life of [1, 2]) {
    process.kill(pids.at(-1) ?? 0, 'SIGKILL');
    await until(() => pids.length > life);
  }
  expect(losses).toEqual(['was ended by SIGKILL, again in 500 ms', 'was ended by SIGKILL, again in 1000 ms']);
});

test('a stopped part is asked by its own signal and stays down', async () => {
  part = new Part(running("process.on('SIGTERM', () => process.exit(0)); setInterval(() => 0, 1000)"), watch);
  await part.start();
  await part.stop();
  expect(() => process.kill(pids[0] ?? 0, 0)).toThrow('ESRCH');
  expect([pids.length, losses]).toEqual([1, []]);
});

test('a part that cannot start fails with the end of its log of this start', async () => {
  part = new Part(
    { ...running("console.error('no vault key'); process.exit(3)"), answers: () => Promise.resolve(false) },
    watch,
  );
  await expect(part.start()).rejects.toThrow(/api does not start.*api\.log:\n(no vault key\n?){3}$/s);
  expect(losses[0]).toBe('ended with code 3, again in 500 ms');
});

test('a program that does not exist is a failure and no crash', async () => {
  part = new Part({ ...running(''), file: join(folder, 'absent') }, watch);
  await expect(part.start()).rejects.toThrow('api does not start');
  expect(losses[0]).toContain('could not be run');
});

function running(code: string): PartPlan {
  return {
    name: 'api',
    file: process.execPath,
    args: ['-e', code],
    log: join(folder, 'api.log'),
    stopSignal: 'SIGTERM',
    answers: () => Promise.resolve(true),
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(20);
}
