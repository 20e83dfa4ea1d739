import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { newSignal } from './accept.target.js';
import { BenchFailed, MESSAGES_A_CASE, timed, type Parts, type Target } from './target.js';

/** The product's api is given as much memory by the standalone stack. */
const HEAP = '--max-old-space-size=256';

/** What nothing that keeps a message over HTTP comes below: one insert, in a process that does nothing else. */
export class InsertTarget implements Target {
  readonly name = 'insert';
  readonly putsOffMs = 0;

  private constructor(
    readonly parts: Parts,
    private readonly server: ChildProcess,
    private readonly url: string,
  ) {}

  static async start(databaseUrl: string, postgres: number): Promise<InsertTarget> {
    const server = spawn(process.execPath, [HEAP, join(import.meta.dirname, 'insert.server.js')], {
      env: { ...process.env, BENCH_INSERT: databaseUrl },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [line] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    if (server.pid === undefined) throw new Error('the server of the reference cannot be run');
    return new InsertTarget({ server: server.pid, postgres }, server, line);
  }

  async runCase(): Promise<readonly number[]> {
    const taken: number[] = [];
    for (let sent = 0; sent < MESSAGES_A_CASE; sent += 1) {
      const body = JSON.stringify(newSignal());
      const [ms, status] = await timed(() => this.post(body));
      if (status !== 202) throw new BenchFailed(`an insert was answered ${status}`);
      taken.push(ms);
    }
    return taken;
  }

  async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    this.server.kill('SIGTERM');
    await once(this.server, 'exit');
  }

  private async post(body: string): Promise<number> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(this.url, { method: 'POST', headers, body });
    await response.text();
    return response.status;
  }
}
