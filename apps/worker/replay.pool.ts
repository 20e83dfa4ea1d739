import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Largest heap of a replay process, MiB; it holds a few cases at a time. */
const HEAP_MIB = 512;
const REST_MS = 15_000;

/** Processes that replay cases, apart from the worker's own thread and of its settings; each ends when there is nothing left. */
export class ReplayPool {
  private readonly running = new Set<ChildProcess>();
  private restsUntilMs = 0;

  get size(): number {
    return this.running.size;
  }

  /** Starts processes until there are so many; not soon after one has failed, for what it needs is away. */
  grow(most: number): void {
    if (Date.now() < this.restsUntilMs) return;
    while (this.running.size < most) this.start();
  }

  /** Waits until every process has ended by itself. */
  async ended(): Promise<void> {
    await Promise.all([...this.running].map((child) => once(child, 'exit')));
  }

  /** Ends all processes, each after the cases it is at. */
  async stop(): Promise<void> {
    for (const child of this.running) child.kill('SIGTERM');
    await this.ended();
  }

  private start(): void {
    const child = fork(join(import.meta.dirname, 'replay.process.js'), [], {
      execArgv: [
        `--max-old-space-size=${HEAP_MIB}`,
        '--enable-source-maps',
        // Threads that compile and collect beside it would only take the processors from the other processes.
        '--single-threaded',
      ],
    });
    this.running.add(child);
    child.once('error', () => this.running.delete(child));
    child.once('exit', (code) => {
      this.running.delete(child);
      if (code !== 0) this.restsUntilMs = Date.now() + REST_MS;
    });
  }
}
