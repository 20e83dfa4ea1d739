import { Worker } from 'node:worker_threads';

/** Code that has not come back after so long never will; a workflow task has 10 s. */
const STUCK_MS = 30_000;
const LOOKS = 6;

/** What the thread that watches is told. */
export interface Watch {
  /** Counts up while the process's own thread lives. */
  readonly beats: Int32Array;
  readonly lookEveryMs: number;
  /** As many looks without a beat are the end; a machine that slept misses one. */
  readonly looks: number;
}

/** Ends this process, by SIGKILL, once code in its own thread has not come back for `stuckMs`. */
export function endWhenStuck(stuckMs = STUCK_MS): void {
  const lookEveryMs = stuckMs / LOOKS;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(beats, 0, 1), lookEveryMs / 2).unref();
  const watch: Watch = { beats, lookEveryMs, looks: LOOKS };
  new Worker(new URL('./stuck.watch.js', import.meta.url), { workerData: watch, execArgv: [] }).unref();
}
