import pg from 'pg';
import { DataSource } from 'typeorm';
import { databaseOptions } from './data-source.js';
import { ensureRoles, type RolePasswords } from './roles.js';

/** Any number all migrating processes agree on. */
const MIGRATION_LOCK = 7_367_466_178;
/** Nobody waits for an answer, and the machine may be busy starting the rest. */
const CONNECT_LIMIT_MS = 15_000;

/**
 * Brings the database to the present schema and makes the app's and the auditor's role. The owner is whoever the
 * address names; it needs the right to make roles, or to find them made. Idempotent, and safe when several processes
 * call it at once: one works, the others wait.
 */
export async function migrate(ownerUrl: string, passwords: RolePasswords = {}): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'reinstate-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(client, passwords);
    await runMigrations(ownerUrl);
  } finally {
    // The lock goes with the connection.
    await client.end();
  }
}

async function runMigrations(url: string): Promise<void> {
  const owner = new DataSource(
    databaseOptions({
      url,
      applicationName: 'reinstate-migrate',
      poolSize: 1,
      statementTimeoutMs: 0,
      connectTimeoutMs: CONNECT_LIMIT_MS,
    }),
  );
  await owner.initialize();
  try {
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
}
