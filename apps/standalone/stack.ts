import type { Server } from 'node:http';
import { join } from 'node:path';
import { homePaths } from './data-home.js';
import { apiPlan, workerPlan, type ProcessSettings } from './node-parts.js';
import { serveOidc } from './oidc.js';
import { Part, type PartPlan } from './part.js';
import type { Ports } from './ports.js';
import { ensureDatabase, ownerUrl, postgresPlan, prepareCluster, urlAs, type Cluster } from './postgres.js';
import type { Secrets } from './secrets.js';
import type { Settings } from './settings.js';
import { PARTS, removeStandalone, writeStandalone, type PartName, type StandaloneFile } from './standalone-file.js';
import type { Status } from './status.js';
import { temporalPlan } from './temporal.js';
import { findTemporal } from './temporal-program.js';
import { runTool } from './tool.js';
import { TOKEN_CLIENT_ID } from './users.js';

const LABELS: Record<PartName, string> = {
  postgres: 'PostgreSQL',
  temporal: 'Temporal server',
  api: 'api',
  worker: 'worker',
};

/** What a stack is made from. */
export interface StackInputs {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly ports: Ports;
  readonly status: Status;
  /** Aborted when the stack is to stop; ends the steps that are not parts, such as a build. */
  readonly signal: AbortSignal;
}

/** All servers of one data folder: PostgreSQL, Temporal, the OpenID provider, worker and api. */
export class Stack {
  private readonly parts = new Map<PartName, Part>();
  private readonly cluster: Cluster;
  private readonly file: StandaloneFile;
  private oidc: Server | undefined;

  constructor(private readonly inputs: StackInputs) {
    const { settings, secrets, ports } = inputs;
    const paths = homePaths(settings.home);
    const issuer = `http://127.0.0.1:${ports.oidc}`;
    this.cluster = {
      folder: paths.postgres,
      port: ports.postgres,
      password: secrets.ownerPassword,
      log: paths.log('postgres'),
    };
    this.file = {
      url: `http://127.0.0.1:${ports.api}`,
      ready: false,
      databaseUrl: settings.databaseUrl ?? ownerUrl(this.cluster),
      temporalAddress: settings.temporalAddress ?? `127.0.0.1:${ports.temporal}`,
      oidcIssuer: issuer,
      tokenClient: { id: TOKEN_CLIENT_ID, secret: secrets.tokenClientSecret, endpoint: `${issuer}/token` },
      pids: { supervisor: process.pid },
    };
  }

  /** Starts everything; resolves with the address of the api when every part has answered. */
  async start(): Promise<string> {
    const { settings, secrets } = this.inputs;
    this.save();
    await Promise.all([this.startDatabase(), this.startTemporal(), this.startOidc()]);
    await this.migrate();
    const told = this.processSettings(settings, secrets);
    await Promise.all([this.run(workerPlan(told)), this.run(apiPlan(told))]);
    this.file.ready = true;
    this.save();
    return this.file.url;
  }

  /** Stops everything, each part only after those that use it. */
  async stop(): Promise<void> {
    // A signal to the whole process group reaches the parts too; they may end before their turn.
    for (const part of this.parts.values()) part.letGo();
    this.oidc?.close();
    this.oidc?.closeAllConnections();
    for (const name of PARTS) {
      const part = this.parts.get(name);
      if (!part) continue;
      await this.inputs.status.during(LABELS[name], 'stopping', part.stop());
      this.inputs.status.say(LABELS[name], 'stopped');
    }
    removeStandalone(this.inputs.settings.home);
  }

  /** Ends everything at once. */
  kill(): void {
    for (const part of this.parts.values()) part.kill();
    removeStandalone(this.inputs.settings.home);
  }

  private async startDatabase(): Promise<void> {
    const { settings, status, signal } = this.inputs;
    if (settings.databaseUrl) return status.say(LABELS.postgres, 'the one of DATABASE_URL');
    const opened = await status.during(LABELS.postgres, 'preparing', prepareCluster(this.cluster, signal));
    for (const folder of opened.filter((path) => path !== settings.home))
      status.say(LABELS.postgres, `made ${folder} passable (o+x), because it cannot run as root`);
    await this.run(await postgresPlan(this.cluster));
    await ensureDatabase(this.cluster);
  }

  private async startTemporal(): Promise<void> {
    const { settings, ports, status, signal } = this.inputs;
    if (settings.temporalAddress) return status.say(LABELS.temporal, `the one at ${settings.temporalAddress}`);
    const during = <T>(doing: string, work: Promise<T>) => status.during(LABELS.temporal, doing, work);
    const program = await findTemporal({ path: settings.path, cache: settings.cache, signal, during });
    const paths = homePaths(settings.home);
    await this.run(
      temporalPlan({ program, database: paths.temporal, port: ports.temporal, log: paths.log('temporal') }),
    );
    const script = join(import.meta.dirname, 'temporal-namespace.js');
    await runTool(process.execPath, [script, this.file.temporalAddress], { signal });
  }

  private async startOidc(): Promise<void> {
    const { secrets, status } = this.inputs;
    this.oidc = await serveOidc(this.file.oidcIssuer, secrets);
    status.say('OpenID provider', `ready on ${this.file.oidcIssuer}`);
  }

  private async migrate(): Promise<void> {
    const { settings, secrets, status, signal } = this.inputs;
    const env = {
      DATABASE_URL: this.file.databaseUrl,
      APP_PASSWORD: secrets.appPassword,
      AUDITOR_PASSWORD: secrets.auditorPassword,
      PARTNER_KEYS: homePaths(settings.home).partners,
      VAULT_KEY: settings.given.VAULT_KEY ?? secrets.vaultKey,
    };
    const work = runTool(process.execPath, [join(import.meta.dirname, 'schema.js')], { env, signal });
    await status.during('Schema', 'migrating', work);
    status.say('Schema', 'up to date');
  }

  private async run(plan: PartPlan): Promise<void> {
    const { status, ports, signal } = this.inputs;
    signal.throwIfAborted();
    const part = new Part(plan, {
      launched: (name, pid) => {
        this.file.pids[name] = pid;
        this.save();
      },
      lost: (name, how, retryMs) => status.say(LABELS[name], `${how}, starting again in ${retryMs / 1000} s`),
    });
    this.parts.set(plan.name, part);
    await status.during(LABELS[plan.name], 'starting', part.start());
    status.say(LABELS[plan.name], `ready on 127.0.0.1:${ports[plan.name]}`);
  }

  private processSettings(settings: Settings, secrets: Secrets): ProcessSettings {
    const { url, temporalAddress, oidcIssuer, databaseUrl } = this.file;
    const appUrl = urlAs('reinstate_app', secrets.appPassword, databaseUrl);
    const { vaultKey, checkpointKey } = secrets;
    const { ports } = this.inputs;
    return { settings, ports, vaultKey, checkpointKey, url, temporalAddress, oidcIssuer, appUrl };
  }

  private save(): void {
    writeStandalone(this.inputs.settings.home, this.file);
  }
}
