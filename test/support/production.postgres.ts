import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type * as Standalone from '../../apps/standalone/postgres.js';
import { dockerFile } from '../docker/compose.js';

const READY_WITHIN_MS = 60_000;

/** A PostgreSQL server of one spec's own, with the roles and databases the compose file makes on a new volume. */
export interface ProductionPostgres {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts one in a folder and runs docker/postgres-init.sql on it as the superuser.
 * @param env the environment compose gives the service `postgres`.
 */
export async function startPostgres(
  folder: string,
  port: number,
  env: Readonly<Record<string, string>>,
): Promise<ProductionPostgres> {
  // The compiled one: it makes the cluster in a process of its own, which is a compiled file too.
  const compiled = pathToFileURL(resolve('dist/apps/standalone/postgres.js')).href;
  const { ownerUrl, postgresPlan, prepareCluster } = (await import(compiled)) as typeof Standalone;
  const password = env['POSTGRES_PASSWORD'] ?? '';
  const cluster = { folder: join(folder, 'postgres'), port, password, log: join(folder, 'postgres.log') };
  await prepareCluster(cluster, AbortSignal.timeout(READY_WITHIN_MS));
  const { file, args, user, stopSignal } = await postgresPlan(cluster);
  const log = openSync(cluster.log, 'a');
  const child = spawn(file, args, { env: { PATH: process.env['PATH'] }, stdio: ['ignore', log, log], ...user });
  closeSync(log);
  await initialise(child, ownerUrl(cluster, 'postgres'), env);
  return { port, stop: () => stop(child, stopSignal) };
}

async function initialise(child: ChildProcess, url: string, env: Readonly<Record<string, string>>): Promise<void> {
  const client = await connected(child, url);
  try {
    for (const statement of statementsOf(dockerFile('postgres-init.sql'), env)) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function connected(child: ChildProcess, url: string): Promise<pg.Client> {
  for (const until = Date.now() + READY_WITHIN_MS; ; await delay(100)) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (Date.now() > until || child.exitCode !== null) throw error;
    }
  }
}

/** The statements `psql` would send: its `\getenv` and `:'name'` are all of its own language that the file uses. */
function statementsOf(text: string, env: Readonly<Record<string, string>>): readonly string[] {
  const taken = [...text.matchAll(/^\\getenv (\w+) (\w+)$/gm)].map(([, name, variable = '']) => [name, env[variable]]);
  const values = Object.fromEntries(taken) as Record<string, string | undefined>;
  const quoted = (_: string, name: string): string => pg.escapeLiteral(values[name] ?? '');
  const sql = text.replaceAll(/^(\\|--).*$/gm, '').replaceAll(/:'(\w+)'/g, quoted);
  return sql.split(/;\s*$/m).filter((statement) => statement.trim() !== '');
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
