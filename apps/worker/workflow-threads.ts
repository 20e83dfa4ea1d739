import threads, { type WorkerOptions } from 'node:worker_threads';

/** Before Node 24 the same notes carry the scope of what a workflow calls: without them a timer ends its whole run. */
const MAY_BE_LEAN = Number.parseInt(process.versions.node) >= 24;
/** With these arguments Node runs workflow code as lean as {@link leanWorkflowThreads} has it. */
export const LEAN = MAY_BE_LEAN ? ['--import', new URL('./workflow-threads.preload.js', import.meta.url).href] : [];
/** Workflow code that has not come back after so long never will; a task has 10 s. */
const STUCK_MS = 30_000;
const LOOK_EVERY_MS = 5_000;

/**
 * Threads for workflow code made after this do without two things the library has no options for: a note of where each
 * promise was made, which only Temporal's `__stack_trace` query reads, and a watchdog thread started for each of the
 * four calls into workflow code an activation takes. Together they are half of the thread's time. One timer watches
 * instead: a thread whose code does not come back is ended, and with it the worker, which its supervisor starts again.
 */
export function leanWorkflowThreads(): void {
  Object.assign(threads, { Worker: WatchedThread });
}

class WatchedThread extends threads.Worker {
  private asked = 0;
  private answeredMs = Date.now();

  constructor(file: string | URL, options?: WorkerOptions) {
    super(file, { ...options, execArgv: [...(options?.execArgv ?? []), ...LEAN] });
    const watch = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
    this.on('message', () => {
      this.asked -= 1;
      this.answeredMs = Date.now();
    }).once('exit', () => clearInterval(watch));
  }

  override postMessage(...message: Parameters<threads.Worker['postMessage']>): void {
    if (this.asked === 0) this.answeredMs = Date.now();
    this.asked += 1;
    super.postMessage(...message);
  }

  private look(): void {
    if (this.asked > 0 && Date.now() - this.answeredMs > STUCK_MS) void this.terminate();
  }
}
