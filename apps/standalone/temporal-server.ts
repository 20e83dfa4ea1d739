import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { buildTemporalServer } from './temporal-install.js';
import { INSTALL_GO, reasonOf, type ProgramSearch } from './temporal-program.js';

/** The release of the Temporal server that docker/compose.yaml runs. */
export const SERVER_VERSION = '1.31.2';

/** Ports a server takes: for each of its services one to be called on and one to find the others by, and one for HTTP. */
export const SERVER_PORTS = 9;

/** The programs of a Temporal server in production form. */
export interface ServerPrograms {
  readonly server: string;
  /** A folder in which the schema tool has the name it has in its image. */
  readonly toolFolder: string;
}

/**
 * Finds the programs in the cache, or builds them with Go.
 * @param folder where the schema tool is put under its name.
 * @throws Error saying what to install when they are not there and cannot be built.
 */
export async function findServer(
  folder: string,
  { cache, signal, during }: Omit<ProgramSearch, 'path'>,
): Promise<ServerPrograms> {
  const place = join(cache, `temporal-server-${SERVER_VERSION}`);
  const [server, sql] = [join(place, 'server'), join(place, 'sql')];
  if (!existsSync(server) || !existsSync(sql)) {
    await during('building', buildTemporalServer(SERVER_VERSION, place, signal)).catch((error: unknown) => {
      signal.throwIfAborted();
      throw new Error(whatToInstall(place, error), { cause: error });
    });
  }
  const toolFolder = join(folder, 'tools');
  await mkdir(toolFolder);
  await symlink(sql, join(toolFolder, 'temporal-sql-tool'));
  return { server, toolFolder };
}

const whatToInstall = (place: string, problem: unknown): string =>
  [
    'This needs a Temporal server in production form, which is not there and could not be built. Do one of these:',
    INSTALL_GO,
    `  - put the programs "server" and "sql" of go.temporal.io/server ${SERVER_VERSION} into ${place}.`,
    `What was tried: ${reasonOf(problem)}`,
  ].join('\n');

/** What docker/temporal-schema.sh is given on this machine, beside user and password. */
export const schemaPlace = ({ toolFolder }: ServerPrograms, postgresPort: number): Record<string, string> => ({
  PATH: [toolFolder, process.env['PATH']].join(delimiter),
  SQL_HOST: '127.0.0.1',
  SQL_PORT: String(postgresPort),
});

/** Where a server is that shares this machine with others, as its environment. The first port is the one to call it on. */
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
