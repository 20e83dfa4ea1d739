import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { serviceOf } from '../docker/compose.js';

/** The programs of a Temporal server as its images hold them. */
export interface TemporalPrograms {
  readonly server: string;
  /** A folder in which the schema tool has the name it has in its image. */
  readonly toolFolder: string;
}

/** Finds the programs of the release the compose file names, or builds them with Go: three minutes, once a machine. */
export async function temporalPrograms(folder: string): Promise<TemporalPrograms> {
  const version = serviceOf('temporal').image.split(':')[1] ?? '';
  const cache = join(
    process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    `reinstate/temporal-server-${version}`,
  );
  const [server, sql] = [join(cache, 'server'), join(cache, 'sql')];
  if (!existsSync(server) || !existsSync(sql)) await build(version, cache);
  const toolFolder = join(folder, 'tools');
  await mkdir(toolFolder);
  await symlink(sql, join(toolFolder, 'temporal-sql-tool'));
  return { server, toolFolder };
}

async function build(version: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const modules = ['cmd/server', 'cmd/tools/sql'].map((path) => `go.temporal.io/server/${path}@v${version}`);
  const env = { ...process.env, GOBIN: cache };
  await promisify(execFile)('go', ['install', ...modules], { env, maxBuffer: 16 << 20 });
}

/** What the schema tool is given beside what compose says. */
export const schemaPlace = ({ toolFolder }: TemporalPrograms, postgresPort: number): Record<string, string> => ({
  PATH: [toolFolder, process.env['PATH']].join(delimiter),
  SQL_HOST: '127.0.0.1',
  SQL_PORT: String(postgresPort),
});

/** What the server is given beside what compose says: a place of its own on a machine it shares. Nine ports. */
export function serverPlace(
  ports: readonly number[],
  postgresPort: number,
  dynamicConfig: string,
): Record<string, string> {
  const names = ['FRONTEND_GRPC', 'FRONTEND_HTTP', 'FRONTEND_MEMBERSHIP']
    .concat(['HISTORY', 'MATCHING', 'WORKER'].flatMap((service) => [`${service}_GRPC`, `${service}_MEMBERSHIP`]))
    .map((name, index) => [`${name}_PORT`, String(ports[index])] as const);
  return {
    ...Object.fromEntries(names),
    POSTGRES_SEEDS: '127.0.0.1',
    DB_PORT: String(postgresPort),
    BIND_ON_IP: '127.0.0.1',
    TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfig,
  };
}
