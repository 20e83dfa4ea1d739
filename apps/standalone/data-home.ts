import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where each thing lies in the data folder. All paths are absolute. */
export function homePaths(home: string) {
  return {
    postgres: join(home, 'postgres'),
    temporal: join(home, 'temporal.db'),
    documents: join(home, 'documents'),
    checkpoints: join(home, 'checkpoints'),
    partners: join(home, 'partners'),
    pickup: join(home, 'pickup', 'unionpay'),
    logs: join(home, 'logs'),
    secrets: join(home, 'secrets.json'),
    ports: join(home, 'ports.json'),
    log: (part: string) => join(home, 'logs', `${part}.log`),
  };
}

/** Makes the data folder and its private rooms, if they are not there. */
export async function openHome(home: string): Promise<void> {
  const { documents, partners, logs } = homePaths(home);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await Promise.all([documents, partners, logs].map((folder) => mkdir(folder, { recursive: true, mode: 0o700 })));
}

/**
 * Lets other users of the machine pass through a folder and all folders above it, without letting them list any.
 * PostgreSQL refuses to run as root, so under root its own user must reach its data and its program.
 * @returns the folders whose mode was changed.
 */
export async function makePassable(folder: string): Promise<string[]> {
  const above = dirname(folder) === folder ? [] : await makePassable(dirname(folder));
  const { mode } = await stat(folder);
  if (mode & 0o001) return above;
  await chmod(folder, (mode & 0o7777) | 0o001);
  return [...above, folder];
}
