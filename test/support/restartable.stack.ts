import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { settleOnSparePorts } from '../../apps/standalone/ports.js';

const READY = 'Reinstate is ready: ';
const LINES_SHOWN = 20;

/** A standalone stack of one spec's own, which can be stopped and started again on the same data. */
export class RestartableStack {
  private process: ChildProcess | undefined;

  private constructor(readonly home: string) {}

  /** Starts one on free ports in a new folder. */
  static async start(): Promise<RestartableStack> {
    const home = await mkdtemp(join(tmpdir(), 'reinstate-spec-'));
    await settleOnSparePorts(join(home, 'ports.json'));
    const stack = new RestartableStack(home);
    await stack.start();
    return stack;
  }

  /** @throws Error with its last lines when it ends before it is ready. */
  async start(): Promise<void> {
    const process_ = spawn(process.execPath, ['dist/apps/standalone/main.js'], {
      env: {
        ...process.env,
        NODE_ENV: undefined,
        NODE_OPTIONS: undefined,
        PORT: undefined,
        REINSTATE_HOME: this.home,
        STANDING_REPLAY: 'off',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.process = process_;
    const lines: string[] = [];
    await new Promise<void>((resolve, reject) => {
      process_.once('exit', () => reject(new Error(`the stack ended:\n${lines.slice(-LINES_SHOWN).join('\n')}`)));
      createInterface({ input: process_.stdout }).on('line', (line) => {
        lines.push(line);
        if (line.startsWith(READY)) resolve();
      });
    });
  }

  async stop(): Promise<void> {
    const { process: running } = this;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    running.kill('SIGTERM');
    await once(running, 'exit');
  }

  /** Takes Temporal's data away, as a lost disk would; only while the stack is stopped. */
  async loseTemporal(): Promise<void> {
    for (const name of await this.temporalFiles()) await rm(join(this.home, name));
  }

  /** Copies Temporal's data as it is now; only while the stack is stopped, as is what this gives, which puts it back. */
  async copyTemporal(): Promise<() => Promise<void>> {
    const files = await this.temporalFiles();
    const copyOf = (name: string): string => join(this.home, `copy-of-${name}`);
    for (const name of files) await copyFile(join(this.home, name), copyOf(name));
    return async () => {
      await this.loseTemporal();
      for (const name of files) await copyFile(copyOf(name), join(this.home, name));
    };
  }

  private async temporalFiles(): Promise<readonly string[]> {
    return (await readdir(this.home)).filter((name) => name.startsWith('temporal.db'));
  }

  /** Stops it and removes its folder. */
  async discard(): Promise<void> {
    await this.stop();
    await rm(this.home, { recursive: true, force: true });
  }
}
