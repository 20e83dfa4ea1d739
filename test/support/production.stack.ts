import type { ChildProcess } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from '../../apps/standalone/ports.js';
import { readSettings } from '../../apps/standalone/settings.js';
import {
  findServer,
  schemaPlace,
  SERVER_PORTS,
  serverPlace,
  type ServerPrograms,
} from '../../apps/standalone/temporal-server.js';
import { DOCKER_FOLDER, type Values } from '../docker/compose.js';
import { eventually } from './case.driver.js';
import { ComposeProcesses, type Own } from './compose.processes.js';
import { startPostgres, type ProductionPostgres } from './production.postgres.js';

const HEALTHY_WITHIN_MS = 90_000;

/** Everything the compose file starts, as processes of this machine: own PostgreSQL, Temporal on it, api, two workers. */
export class ProductionStack {
  private postgres: ProductionPostgres | undefined;
  private readonly processes: ComposeProcesses;
  private temporal: ChildProcess | undefined;
  private readonly workers: ChildProcess[] = [];
  private programs: Promise<ServerPrograms> | undefined;

  private constructor(
    private readonly home: string,
    values: Values,
    private readonly ports: {
      readonly api: number;
      readonly workers: number[];
      readonly postgres: number;
      readonly temporal: readonly number[];
    },
  ) {
    const places = {
      'postgres:5432': `127.0.0.1:${ports.postgres}`,
      'temporal:7233': `127.0.0.1:${ports.temporal[0]}`,
      '/opt/temporal-schema.sh': join(DOCKER_FOLDER, 'temporal-schema.sh'),
      '/app/': `${resolve('.')}/`,
      '/var/lib/reinstate': join(home, 'reinstate'),
    };
    this.processes = new ComposeProcesses(values, { places, workdir: resolve('.'), logs: join(home, 'logs') });
  }

  /** Starts it in the order compose would, the one-shot services twice: each start of compose runs them again. */
  static async start(oidcIssuer: string): Promise<ProductionStack> {
    const [postgres = 0, api = 0, one = 0, two = 0, ...temporal] = await freePorts(4 + SERVER_PORTS);
    const home = await mkdtemp(join(tmpdir(), 'reinstate-production-'));
    await mkdir(join(home, 'reinstate'));
    const stack = new ProductionStack(home, secretsFor(oidcIssuer), { postgres, api, workers: [one, two], temporal });
    try {
      await stack.startAll();
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  /** Address of the api. */
  get url(): string {
    return `http://127.0.0.1:${this.ports.api}`;
  }

  async killTemporal(): Promise<void> {
    if (this.temporal) await this.processes.kill(this.temporal);
  }

  async killOneWorker(): Promise<void> {
    const worker = this.workers.shift();
    if (worker) await this.processes.kill(worker);
  }

  /** Starts the Temporal server, again if it was killed; `setup-temporal` waits for it. */
  async startTemporal(): Promise<void> {
    const found = await (this.programs ??= programs(this.home));
    const config = join(DOCKER_FOLDER, 'temporal-dynamic-config.yaml');
    const place = serverPlace(this.ports.temporal, this.ports.postgres, config);
    this.temporal = this.processes.start('temporal', place, [found.server, 'start']);
  }

  /** Waits until the health check of the api's image is content. */
  async apiIsHealthy(): Promise<void> {
    const ask = () => this.processes.isHealthy('api', this.apiPlace());
    await eventually(ask, (healthy) => healthy, HEALTHY_WITHIN_MS).catch((error: unknown) => {
      throw new Error(`the api is not well:\n${this.processes.tailOf('api')}`, { cause: error });
    });
  }

  async stop(): Promise<void> {
    await this.processes.stop();
    await this.postgres?.stop();
    await rm(this.home, { recursive: true, force: true });
  }

  private async startAll(): Promise<void> {
    const { postgres } = this.ports;
    this.programs = programs(this.home);
    this.postgres = await startPostgres(this.home, postgres, this.processes.environment('postgres'));
    const schema = schemaPlace(await this.programs, postgres);
    await this.processes.finish('temporal-schema', schema);
    await this.processes.finish('temporal-schema', schema);
    await this.startTemporal();
    await Promise.all(['migrate', 'setup-temporal'].map((name) => this.processes.finish(name)));
    await Promise.all(['migrate', 'setup-temporal'].map((name) => this.processes.finish(name)));
    this.processes.start('api', this.apiPlace());
    for (const port of this.ports.workers) this.workers.push(this.processes.start('worker', workerPlace(port)));
    await this.apiIsHealthy();
    for (const port of this.ports.workers) await this.workerIsHealthy(port);
  }

  private async workerIsHealthy(port: number): Promise<void> {
    await eventually(
      () => this.processes.isHealthy('worker', workerPlace(port)),
      (healthy) => healthy,
      HEALTHY_WITHIN_MS,
    );
  }

  private apiPlace(): Own {
    return { HOST: '127.0.0.1', PORT: String(this.ports.api) };
  }
}

/** The first run on a machine builds them. */
const programs = (folder: string): Promise<ServerPrograms> =>
  findServer(folder, {
    cache: readSettings().cache,
    signal: new AbortController().signal,
    during: (_, work) => work,
  });

const workerPlace = (port: number): Own => ({ HOST: '127.0.0.1', WORKER_PORT: String(port) });

/** What a person puts into docker/.env. */
function secretsFor(oidcIssuer: string): Values {
  const password = () => randomBytes(24).toString('hex');
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return {
    POSTGRES_PASSWORD: password(),
    DATABASE_OWNER_PASSWORD: password(),
    DATABASE_APP_PASSWORD: password(),
    DATABASE_AUDITOR_PASSWORD: password(),
    TEMPORAL_DATABASE_PASSWORD: password(),
    VAULT_KEY: randomBytes(32).toString('base64'),
    CHECKPOINT_KEY: Buffer.from(privateKey).toString('base64'),
    OIDC_ISSUER: oidcIssuer,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    LOG_LEVEL: 'warn',
  };
}
