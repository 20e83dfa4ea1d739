import type { Load } from './closed-loop.js';
import type { Cell } from './plan.js';
import type { Parts, TargetName } from './target.js';

/** What one cell of one round gave. */
export interface Reading extends Load {
  /** CPU time of each process that serves the target, until all were quiet again. */
  readonly cpuMs: Parts;
}

/** What a run has measured so far. */
export class Results {
  private readonly readings = new Map<string, Reading[]>();

  add({ target, atOnce }: Cell, reading: Reading): void {
    const key = `${target} ${atOnce}`;
    this.readings.set(key, [...(this.readings.get(key) ?? []), reading]);
  }

  /** One reading a round. */
  of(target: TargetName, atOnce: number): readonly Reading[] {
    return this.readings.get(`${target} ${atOnce}`) ?? [];
  }
}
