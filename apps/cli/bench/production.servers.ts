import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { STOP_SIGNALS } from '../../standalone/leftovers.js';
import { Part, type PartPlan } from '../../standalone/part.js';
import { freePorts } from '../../standalone/ports.js';
import {
  ensureDatabase,
  OWNER,
  ownerUrl,
  postgresPlan,
  prepareCluster,
  type Cluster,
} from '../../standalone/postgres.js';
import { readSettings } from '../../standalone/settings.js';
import { Status } from '../../standalone/status.js';
import { accepts } from '../../standalone/temporal.js';
import {
  findServer,
  schemaPlace,
  SERVER_PORTS,
  serverPlace,
  type ServerPrograms,
} from '../../standalone/temporal-server.js';
import { runTool } from '../../standalone/tool.js';

/** A PostgreSQL and a Temporal server on it, as the product and what it is measured beside use them. */
export interface Servers {
  readonly temporalAddress: string;
  /** As its owner. */
  readonly databaseUrl: string;
  readonly pids: { readonly temporal: number; readonly postgres: number };
}

const DOCKER = resolve(import.meta.dirname, '../../../../docker');
const DATABASES = ['temporal', 'temporal_visibility'] as const;
/** Of servers that only this process and those it starts speak to. */
const PASSWORD = randomBytes(24).toString('hex');

/** Servers in production form, as docker/compose.yaml has them, on free ports and a folder of their own. */
export class ProductionServers {
  private readonly parts: Part[] = [];
  private readonly stopped = new AbortController();

  private constructor(
    private readonly home: string,
    private readonly cluster: Cluster,
    private readonly temporalPorts: readonly number[],
    private readonly status: Status,
  ) {}

  /** @param out where it says what it is doing. */
  static async create(out: NodeJS.WritableStream): Promise<ProductionServers> {
    const home = await mkdtemp(join(tmpdir(), 'reinstate-bench-'));
    const [port = 0, ...ports] = await freePorts(1 + SERVER_PORTS);
    const cluster = { folder: join(home, 'postgres'), port, password: PASSWORD, log: join(home, 'postgres.log') };
    return new ProductionServers(home, cluster, ports, new Status(out));
  }

  /**
   * Starts them; the first time on a machine the Temporal server is built with Go.
   * @throws Error when one does not start, with the end of its log.
   */
  async start(): Promise<Servers> {
    const { signal } = this.stopped;
    const during = <T>(doing: string, work: Promise<T>) => this.status.during('Temporal server', doing, work);
    const programs = await findServer(this.home, { cache: readSettings().cache, signal, during });
    await prepareCluster(this.cluster, signal);
    const postgres = await this.run('PostgreSQL', await postgresPlan(this.cluster));
    for (const name of [undefined, ...DATABASES]) await ensureDatabase(this.cluster, name);
    await during('making the schemas', this.makeSchemas(programs));
    const temporal = await this.run('Temporal server', this.temporalPlan(programs));
    const script = resolve(import.meta.dirname, '../../standalone/temporal-namespace.js');
    await during('making the namespace', runTool(process.execPath, [script, this.address], { signal }));
    return { temporalAddress: this.address, databaseUrl: ownerUrl(this.cluster), pids: { temporal, postgres } };
  }

  /** Stops them and takes their folder away; at any time. */
  async stop(): Promise<void> {
    this.stopped.abort();
    for (const part of this.parts.toReversed()) await part.stop();
    await rm(this.home, { recursive: true, force: true });
  }

  private get address(): string {
    return `127.0.0.1:${this.temporalPorts[0]}`;
  }

  /** Answers the process's id. */
  private async run(label: string, plan: PartPlan): Promise<number> {
    let running: number | undefined;
    const part = new Part(plan, {
      launched: (_, pid) => void (running = pid),
      lost: (_, how) => this.status.say(label, how),
    });
    this.parts.push(part);
    await this.status.during(label, 'starting', part.start());
    this.status.say(label, 'ready, in production form');
    return running ?? Number.NaN;
  }

  private async makeSchemas(programs: ServerPrograms): Promise<void> {
    const user = { SQL_PLUGIN: 'postgres12', SQL_USER: OWNER, SQL_PASSWORD: PASSWORD };
    const env = { ...schemaPlace(programs, this.cluster.port), ...user };
    await runTool('sh', [join(DOCKER, 'temporal-schema.sh')], { env, signal: this.stopped.signal });
  }

  private temporalPlan({ server }: ServerPrograms): PartPlan {
    const [port = 0] = this.temporalPorts;
    const [DBNAME, VISIBILITY_DBNAME] = DATABASES;
    return {
      name: 'temporal',
      file: server,
      args: ['start'],
      env: {
        ...serverPlace(this.temporalPorts, this.cluster.port, join(DOCKER, 'temporal-dynamic-config.yaml')),
        ...{ DB: 'postgres12', POSTGRES_USER: OWNER, POSTGRES_PWD: PASSWORD, DBNAME, VISIBILITY_DBNAME },
        ...{ NUM_HISTORY_SHARDS: '128', LOG_LEVEL: 'warn' },
      },
      log: join(this.home, 'temporal.log'),
      stopSignal: STOP_SIGNALS.temporal,
      answers: () => accepts(port),
    };
  }
}
