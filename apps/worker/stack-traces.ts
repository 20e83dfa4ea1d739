import threads, { type WorkerOptions } from 'node:worker_threads';

const PRELOAD = new URL('./stack-traces.preload.js', import.meta.url).href;

/**
 * Workers made after this do not note where each promise of workflow code was made, which takes a third of the time of
 * the thread that runs it. Lost is only the answer to Temporal's `__stack_trace` query. The library has no option for
 * it but goes without when Node has no promise hooks, so its threads are given a Node that has none.
 */
export function collectNoStackTraces(): void {
  class Thread extends threads.Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      super(file, { ...options, execArgv: [...(options?.execArgv ?? []), '--import', PRELOAD] });
    }
  }
  Object.assign(threads, { Worker: Thread });
}
