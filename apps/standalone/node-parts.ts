import { SAMPLE_MERCHANTS } from '#partner';
import { join } from 'node:path';
import { homePaths } from './data-home.js';
import { STOP_SIGNALS } from './leftovers.js';
import type { PartPlan } from './part.js';
import type { Ports } from './ports.js';
import type { Settings } from './settings.js';

/**
 * Largest heap of each process, MiB. Idle they need a fraction of it; but under load V8 collects all of a heap the more often
 * the smaller it has to stay.
 */
export const HEAP_MIB = { api: 1024, worker: 1536 };

/** What api and worker are told by the stack. */
export interface ProcessSettings {
  readonly settings: Settings;
  readonly ports: Ports;
  readonly vaultKey: string;
  readonly checkpointKey: string;
  /** Address of the api. */
  readonly url: string;
  readonly temporalAddress: string;
  readonly oidcIssuer: string;
  /** The database as the role `reinstate_app`. */
  readonly appUrl: string;
}

/** How the HTTP process is run. */
export function apiPlan(told: ProcessSettings): PartPlan {
  return nodePlan('api', told, told.ports.api);
}

/** How the Temporal worker is run. */
export function workerPlan(told: ProcessSettings): PartPlan {
  return nodePlan('worker', told, told.ports.worker);
}

/** The environment of api and worker, as `#config` reads it. What a person set (`LOG_LEVEL` …) is inherited. */
export function environmentOf({ settings, ports, ...told }: ProcessSettings): Record<string, string> {
  return {
    REINSTATE_HOME: settings.home,
    // A login shell may set HOST to the machine's name; standalone users have no passwords, so nobody else may reach it.
    HOST: '127.0.0.1',
    PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    DATABASE_URL: told.appUrl,
    TEMPORAL_ADDRESS: told.temporalAddress,
    OIDC_ISSUER: told.oidcIssuer,
    PUBLIC_URL: settings.given.PUBLIC_URL ?? told.url,
    VAULT_KEY: settings.given.VAULT_KEY ?? told.vaultKey,
    DOCUMENT_STORE: settings.given.DOCUMENT_STORE ?? `file:${homePaths(settings.home).documents}`,
    CHECKPOINT_KEY: settings.given.CHECKPOINT_KEY ?? told.checkpointKey,
    CHECKPOINT_COPY: settings.given.CHECKPOINT_COPY ?? `file:${homePaths(settings.home).checkpoints}`,
    WEBHOOK_SIGNING_KEY: `file:${join(homePaths(settings.home).partners, 'reinstate', 'private.pem')}`,
    UNIONPAY_PICKUP: homePaths(settings.home).pickup,
    CHANNEL_MERCHANTS: JSON.stringify(SAMPLE_MERCHANTS),
    WORKFLOW_BUNDLE: settings.given.WORKFLOW_BUNDLE ?? join(settings.root, 'dist/workflow-bundle.js'),
  };
}

function nodePlan(name: 'api' | 'worker', told: ProcessSettings, port: number): PartPlan {
  const { root, home } = told.settings;
  return {
    name,
    file: process.execPath,
    args: [
      `--max-old-space-size=${HEAP_MIB[name]}`,
      '--enable-source-maps',
      join(root, `dist/apps/${name}/main.js`),
      // Not read by the process: by it a later start tells whose process this is.
      `--home=${home}`,
    ],
    env: environmentOf(told),
    log: homePaths(home).log(name),
    stopSignal: STOP_SIGNALS[name],
    answers: () => isReady(`http://127.0.0.1:${port}/health/ready`),
  };
}

/** Whether a health address answers 200 within a second. */
export async function isReady(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );
}
