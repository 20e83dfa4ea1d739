import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Parts } from './target.js';

/** Linux counts CPU time in hundredths of a second wherever it runs. */
const TICK_MS = 10;
const PAGE_BYTES = 4096;
const LOOK_EVERY_MS = 400;
/** Idle servers poll and tick; together they stay below a quarter of one core. */
const IDLE_SHARE = 0.25;
const QUIET_LIMIT_MS = 15_000;

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** Its own CPU time and that of children it has waited for; 0 when it is gone. */
function ownCpuMs(pid: number): number {
  // The second word is the program's name in brackets and may hold blanks.
  const words = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  return words.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
}

/** Processes a process has started; none where the system does not tell. */
export const childrenOf = (pid: number): readonly number[] =>
  read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);

/**
 * CPU time of a process and everything below it, in milliseconds; of this one only its own, for what it has started is
 * counted by itself. Not a number where the system does not tell.
 */
export function cpuMsOf(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  if (pid === process.pid) return ownCpuMs(pid);
  return childrenOf(pid).reduce((sum, child) => sum + cpuMsOf(child), ownCpuMs(pid));
}

/** CPU time of each part so far. */
export const cpuMs = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).map(([name, pid]) => [name, cpuMsOf(pid)]));

/** All parts together. */
export const total = (parts: Parts): number => Object.values(parts).reduce((sum, part) => sum + part, 0);

/** Memory a process holds, in MB. Not a number where the system does not tell. */
export const residentMb = (pid: number): number =>
  (Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? NaN) * PAGE_BYTES) / 1e6;

/** Waits until parts have nothing to do any more, after `atLeastMs`; gives up after 15 s. */
export async function untilQuiet(parts: Parts, atLeastMs: number): Promise<void> {
  await sleep(atLeastMs);
  const until = Date.now() + QUIET_LIMIT_MS;
  for (let before = total(cpuMs(parts)); Date.now() < until;) {
    await sleep(LOOK_EVERY_MS);
    const now = total(cpuMs(parts));
    if (!(now - before > LOOK_EVERY_MS * IDLE_SHARE)) return;
    before = now;
  }
}
