import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { APP_ROLE, databaseOptions, migrate } from '#database';

/** A database of one spec's own on the PostgreSQL server of the running stack. */
export interface FreshDatabase {
  /** Address of the owner. */
  readonly url: string;
  /** As the owner, who may change rows by hand. */
  readonly owner: DataSource;
  /** As the app role: what api and worker may do, and no more. */
  readonly app: DataSource;
  drop(): Promise<void>;
}

/** A machine busy with other tests may take long for a connection or a statement; limits of time have tests of their own. */
const PATIENT = { connectTimeoutMs: 30_000, statementTimeoutMs: 30_000 };

/** Address of the owner on the stack's own database; the stack writes it while it runs. */
export async function stackDatabaseUrl(): Promise<string> {
  const home = process.env['REINSTATE_HOME'] ?? '';
  const { databaseUrl } = JSON.parse(await readFile(join(home, 'standalone.json'), 'utf8')) as { databaseUrl: string };
  return databaseUrl;
}

/**
 * Makes a migrated database. The roles are those of the stack and their passwords stay as they are: the app's
 * connection is the owner's that has put on the app role.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const url = new URL(await stackDatabaseUrl());
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const server = await new DataSource({ type: 'postgres', url: url.href, poolSize: 1 }).initialize();
  await server.query(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const owner = await new DataSource(databaseOptions({ url: url.href, poolSize: 4, ...PATIENT })).initialize();
  const app = await asRole(url.href, APP_ROLE);
  return {
    url: url.href,
    owner,
    app,
    drop: async () => {
      await Promise.all([owner.destroy(), app.destroy()]);
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.destroy();
    },
  };
}

/** A connection whose sessions all begin in the given role. */
export function asRole(ownerUrl: string, role: string): Promise<DataSource> {
  const url = new URL(ownerUrl);
  url.searchParams.set('options', `-c role=${role}`);
  return new DataSource(databaseOptions({ url: url.href, poolSize: 12, ...PATIENT })).initialize();
}
