import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { openLog, sizeOf, tailOf } from './log-file.js';
import type { PartName } from './standalone-file.js';

const READY_LIMIT_MS = 120_000;
const GRACE_MS = 10_000;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
/** After so long a life the next death is taken for a first one. */
const STEADY_MS = 30_000;
/** Deaths before the first answer after which the part is taken to be unable to start. */
const DEATHS_AT_START = 3;

/** How one process of the stack is run and known to be ready. */
export interface PartPlan {
  readonly name: PartName;
  readonly file: string;
  readonly args: readonly string[];
  /** Added to the environment of the supervisor. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The user it runs as; absent = ours. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
  readonly log: string;
  readonly stopSignal: NodeJS.Signals;
  /** Asked again and again until true; must answer within a second or so and never throw. */
  answers(): Promise<boolean>;
  /** Runs before each launch, the first one too. */
  before?(): Promise<void>;
}

/** Hears of what happens to a part. */
export interface PartWatch {
  launched(name: PartName, pid: number | undefined): void;
  lost(name: PartName, how: string, retryMs: number): void;
}

/** One supervised child process: started, started again whenever it dies, stopped by pid. */
export class Part {
  private child: ChildProcess | undefined;
  private launchedAt = 0;
  private deaths = 0;
  private retryMs = FIRST_RETRY_MS;
  private retry: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly plan: PartPlan,
    private readonly watch: PartWatch,
  ) {}

  /**
   * Launches it and waits until it answers.
   * @throws Error with the end of its log when it dies three times first, or does not answer within 2 min.
   */
  async start(): Promise<void> {
    const until = Date.now() + READY_LIMIT_MS;
    const logFrom = sizeOf(this.plan.log);
    await this.launch();
    while (!(this.child && (await this.plan.answers()))) {
      if (this.stopping) throw new Error(`${this.plan.name} was stopped before it was ready`);
      if (this.deaths >= DEATHS_AT_START || Date.now() > until) throw this.failure(logFrom);
      await delay(50);
    }
  }

  /** From now on its end is no loss: it is not started again. */
  letGo(): void {
    this.stopping = true;
    clearTimeout(this.retry);
  }

  /** Asks it to stop and waits until it is gone; kills it after 10 s. */
  async stop(): Promise<void> {
    this.letGo();
    const child = this.child;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill(this.plan.stopSignal);
    const forced = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(forced);
  }

  /** Ends it at once. */
  kill(): void {
    this.letGo();
    this.child?.kill('SIGKILL');
  }

  private async launch(): Promise<void> {
    const { name, file, args, env, user, log } = this.plan;
    await this.plan.before?.();
    if (this.stopping) return;
    const output = openLog(log);
    const child = spawn(file, args, { env: { ...process.env, ...env }, ...user, stdio: ['ignore', output, output] });
    closeSync(output);
    // Without a pid it could not be run; the error follows.
    this.child = child.pid === undefined ? undefined : child;
    this.launchedAt = Date.now();
    child.once('exit', (code, signal) => this.ended(signal ? `was ended by ${signal}` : `ended with code ${code}`));
    child.once('error', (error) => this.ended(`could not be run: ${error.message}`));
    this.watch.launched(name, child.pid);
  }

  private ended(how: string): void {
    this.child = undefined;
    this.deaths += 1;
    this.watch.launched(this.plan.name, undefined);
    if (this.stopping) return;
    if (Date.now() - this.launchedAt > STEADY_MS) this.retryMs = FIRST_RETRY_MS;
    this.watch.lost(this.plan.name, how, this.retryMs);
    this.retry = setTimeout(() => void this.launch(), this.retryMs);
    this.retryMs = Math.min(2 * this.retryMs, LAST_RETRY_MS);
  }

  private failure(logFrom: number): Error {
    const { name, log } = this.plan;
    return new Error(`${name} does not start. The end of ${log}:\n${tailOf(log, logFrom)}`);
  }
}
