import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { homePaths } from '../../apps/standalone/data-home.js';
import { isReady } from '../../apps/standalone/node-parts.js';
import { standaloneKeys } from '../../apps/standalone/partner-keys.js';
import { APP_ROLE, PartnerStore } from '#database';
import { OWNERSHIP_SEEDS } from '#partner';
import { eventually } from './case.driver.js';
import { freshDatabase, type FreshDatabase } from './database.js';
import { stackHome, stackOf } from './people.js';
import { TripwireProxy, type Moment } from './tripwire.proxy.js';

export type ServicePart = 'api' | 'worker';
export type Wire = 'database' | 'temporal';

const READY_WITHIN_MS = 180_000;

interface Running {
  readonly wires: Readonly<Record<Wire, TripwireProxy>>;
  readonly port: number;
  child?: ChildProcess;
}

/**
 * One api and one worker of the present code, in a database and on a task queue of one spec's own, on the PostgreSQL and
 * Temporal of the stack. Each speaks with both over wires, so that it can be killed the moment something is said.
 */
export class KillableService {
  private constructor(
    readonly database: FreshDatabase,
    private readonly home: string,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly parts: Readonly<Record<ServicePart, Running>>,
  ) {}

  /** Starts both, with the standalone stack's keys of one partner. */
  static async start(partner: string): Promise<KillableService> {
    const { vaultKey } = JSON.parse(await readFile(join(stackHome(), 'secrets.json'), 'utf8')) as { vaultKey: string };
    const [database, home] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'reinstate-kills-'))]);
    await register(partner, new PartnerStore(database.owner, Buffer.from(vaultKey, 'base64')));
    const { temporalAddress, oidcIssuer } = stackOf();
    const temporal = new URL(`tcp://${temporalAddress}`);
    const postgres = new URL(database.url);
    const part = async (): Promise<Running> => ({
      port: await getPort(),
      wires: {
        database: await TripwireProxy.to(postgres.hostname, Number(postgres.port)),
        temporal: await TripwireProxy.to(temporal.hostname, Number(temporal.port)),
      },
    });
    const environment = {
      OIDC_ISSUER: oidcIssuer,
      VAULT_KEY: vaultKey,
      DOCUMENT_STORE: `file:${join(home, 'documents')}`,
      TEMPORAL_TASK_QUEUE: `spec-${randomBytes(6).toString('hex')}`,
      LOG_LEVEL: 'warn',
    };
    const service = new KillableService(database, home, environment, { api: await part(), worker: await part() });
    await Promise.all([service.launch('api'), service.launch('worker')]);
    return service;
  }

  /** Address of the api. */
  get url(): string {
    return `http://127.0.0.1:${this.parts.api.port}`;
  }

  /** Kills a part at the next such moment on a wire of its own or of the other. Resolves when it is dead. */
  async killAt(part: ServicePart, on: ServicePart, wire: Wire, moment: Moment): Promise<void> {
    const { child } = this.parts[part];
    if (!child) throw new Error(`the ${part} does not run`);
    const gone = once(child, 'exit');
    await this.parts[on].wires[wire].at(moment, () => void child.kill('SIGKILL'));
    await gone;
  }

  /** Starts a part, again after it was killed or where it ended by itself, as a supervisor does. Resolves when it is ready. */
  async launch(part: ServicePart): Promise<void> {
    const { port } = this.parts[part];
    const ready = (): Promise<boolean> => {
      if (!this.runs(part)) this.run(part);
      return isReady(`http://127.0.0.1:${port}/health/ready`);
    };
    await eventually(ready, (is) => is, READY_WITHIN_MS);
  }

  async stop(): Promise<void> {
    for (const { child, wires } of Object.values(this.parts)) {
      if (child && isAlive(child)) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      for (const wire of Object.values(wires)) wire.close();
    }
    await this.database.drop();
    await rm(this.home, { recursive: true });
  }

  private runs(part: ServicePart): boolean {
    const { child } = this.parts[part];
    return child !== undefined && isAlive(child);
  }

  private run(part: ServicePart): void {
    const log = openSync(join(this.home, `${part}.log`), 'a');
    const env = { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined, ...this.environmentOf(part) };
    const stdio = ['ignore', log, log] as const;
    this.parts[part].child = spawn(process.execPath, [`dist/apps/${part}/main.js`], { env, stdio: [...stdio] });
    closeSync(log);
  }

  private environmentOf(part: ServicePart): Readonly<Record<string, string>> {
    const { wires, port } = this.parts[part];
    const url = new URL(this.database.url);
    url.port = String(wires.database.port);
    url.hostname = '127.0.0.1';
    url.searchParams.set('options', `-c role=${APP_ROLE}`);
    return {
      ...this.environment,
      DATABASE_URL: url.href,
      TEMPORAL_ADDRESS: `127.0.0.1:${wires.temporal.port}`,
      [part === 'api' ? 'PORT' : 'WORKER_PORT']: String(port),
    };
  }
}

const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null;

async function register(partner: string, partners: PartnerStore): Promise<void> {
  await partners.addPartner(partner, true);
  const keys = await standaloneKeys(homePaths(stackHome()).partners);
  for (const key of keys.filter((one) => one.partner === partner)) await partners.addKey(key);
  for (const relation of OWNERSHIP_SEEDS.filter((one) => one.partner === partner))
    await partners.addOwnership(relation);
}
