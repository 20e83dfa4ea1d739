import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, serviceOf, type Values } from '../docker/compose.js';
import { imageOf, type Image } from '../docker/image.js';

const TAIL_LINES = 30;

/** Where the containers' names and folders are on this machine. */
export interface Machine {
  /** Texts in commands and environments, and what stands for each here. */
  readonly places: Readonly<Record<string, string>>;
  /** The folder that stands for the image's working directory. */
  readonly workdir: string;
  readonly logs: string;
}

/** What one process is given beside what compose says: the port that a container would have for itself. */
export type Own = Readonly<Record<string, string>>;

/**
 * Services of the compose file as plain processes: the commands of the file and of its images, in exactly the
 * environments these give, with this machine's addresses in the place of the containers'. Nothing else is inherited.
 */
export class ComposeProcesses {
  private readonly running = new Set<ChildProcess>();

  constructor(
    private readonly values: Values,
    private readonly machine: Machine,
  ) {
    mkdirSync(machine.logs, { recursive: true });
  }

  /** The environment of a service. */
  environment(name: string, own: Own = {}): Record<string, string> {
    const given = { ...this.image(name)?.env, ...environmentOf(serviceOf(name), this.values) };
    const here = Object.entries(given).map(([variable, value]) => [variable, this.placed(value)] as const);
    return { PATH: process.env['PATH'] ?? '', ...Object.fromEntries(here), ...own };
  }

  /**
   * Runs a service that ends by itself.
   * @throws Error with the end of what it wrote when it fails.
   */
  async finish(name: string, own: Own = {}): Promise<void> {
    const child = this.start(name, own);
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${this.tailOf(name)}`);
  }

  /** Starts a service; `command` is what its image runs when neither compose nor our Dockerfile says. */
  start(name: string, own: Own = {}, command: readonly string[] = []): ChildProcess {
    const said = serviceOf(name).command ?? this.image(name)?.command ?? command;
    const [program = '', ...args] = said.map((word) => this.placed(word));
    return this.spawn(name, program, args, this.environment(name, own));
  }

  /** Whether the health check of a service's image says that it is well. */
  async isHealthy(name: string, own: Own): Promise<boolean> {
    const [program = '', ...args] = this.image(name)?.healthcheck ?? [];
    const check = this.spawn(`${name}-health`, program, args, this.environment(name, own));
    const [code] = (await once(check, 'exit')) as [number | null];
    return code === 0;
  }

  /** Ends a process as a power cut would. */
  async kill(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.running.has(child)) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Asks everything to stop, the last started first. */
  async stop(): Promise<void> {
    for (const child of [...this.running].reverse()) await this.kill(child, 'SIGTERM');
  }

  /** The last lines a service wrote. */
  tailOf(name: string): string {
    return readFileSync(this.logOf(name), 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }

  private spawn(name: string, program: string, args: readonly string[], env: Record<string, string>): ChildProcess {
    const log = openSync(this.logOf(name), 'a');
    const file = program === 'node' ? process.execPath : program;
    const child = spawn(file, args, { env, cwd: this.machine.workdir, stdio: ['ignore', log, log] });
    closeSync(log);
    this.running.add(child);
    child.once('exit', () => this.running.delete(child));
    return child;
  }

  private logOf(name: string): string {
    return join(this.machine.logs, `${name}.log`);
  }

  /** The image of a service of ours; others come as they are. */
  private image(name: string): Image | undefined {
    const target = /^reinstate\/(\w+)$/.exec(serviceOf(name).image)?.[1];
    return target === undefined ? undefined : imageOf(target);
  }

  private placed(text: string): string {
    return Object.entries(this.machine.places).reduce((words, [there, here]) => words.replaceAll(there, here), text);
  }
}
