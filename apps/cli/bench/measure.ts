import { closedLoop } from './closed-loop.js';
import type { Cell, Stretch } from './plan.js';
import { cpuMs, residentMb, untilQuiet } from './process-meter.js';
import type { ProductTarget } from './product.target.js';
import type { Reading } from './results.js';
import type { Target, TargetName } from './target.js';

export type Targets = Readonly<Record<TargetName, Target>>;

const OPEN_AT_ONCE = 16;
/** The run of an open case makes itself known to the record 10 s after its notice at most. */
const MADE_KNOWN_MS = 11_000;

export async function warmUp(targets: Targets, { warmUp: cells }: Stretch): Promise<void> {
  for (const { target, atOnce, cases } of cells) await closedLoop(atOnce, cases, () => targets[target].runCase());
}

/** Runs all rounds of a stretch. */
export async function measure(
  targets: Targets,
  rounds: number,
  { cells }: Stretch,
  done: (cell: Cell, reading: Reading) => void,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const cell of round % 2 === 0 ? cells : cells.toReversed())
      done(cell, await readingOf(targets[cell.target], cell));
  }
}

/** What a target puts off is its own: time is taken until its processes are quiet. */
async function readingOf(target: Target, { atOnce, cases }: Cell): Promise<Reading> {
  target.prepare?.(cases);
  await untilQuiet(target.parts, 0);
  const before = cpuMs(target.parts);
  const load = await closedLoop(atOnce, cases, () => target.runCase());
  await untilQuiet(target.parts, target.putsOffMs);
  const spent = Object.entries(cpuMs(target.parts)).map(([name, ms]) => [name, ms - (before[name] ?? 0)] as const);
  return { ...load, cpuMs: Object.fromEntries(spent) };
}

/** Memory of the worker that an open case in its cache takes, in MB: what it grows by, garbage included. */
export async function memoryPerCase(product: ProductTarget, workerPid: number, cases: number): Promise<number> {
  await untilQuiet(product.parts, product.putsOffMs);
  const before = residentMb(workerPid);
  await closedLoop(OPEN_AT_ONCE, cases, async () => (await product.openCase()).messageMs);
  await untilQuiet(product.parts, MADE_KNOWN_MS);
  return (residentMb(workerPid) - before) / cases;
}
