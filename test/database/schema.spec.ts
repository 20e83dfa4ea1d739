import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { databaseOptions, migrate } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const tables = async (): Promise<string[]> => {
  const rows = await database.owner.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

/** How many there are; each is undone by itself. */
const MIGRATIONS = [databaseOptions({ url: '' }).migrations].flat().length;
const undoAll = async (source: DataSource): Promise<void> => {
  for (let undone = 0; undone < MIGRATIONS; undone++) await source.undoLastMigration();
};

describe('the migrations', () => {
  test('make exactly the schema the entities describe', async () => {
    const { upQueries } = await database.owner.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('go down to nothing and up again', async () => {
    const before = await tables();
    const migrating = await new DataSource(databaseOptions({ url: database.url, statementTimeoutMs: 0 })).initialize();
    try {
      await undoAll(migrating);
      expect(await tables()).toEqual(['migration']);
      await migrating.runMigrations();
    } finally {
      await migrating.destroy();
    }
    expect(await tables()).toEqual(before);
  });

  test('are safe when several processes run them at once', async () => {
    await undoAll(database.owner);
    await Promise.all([1, 2, 3].map(() => migrate(database.url)));
    expect(await tables()).toContain('case_event');
    expect(await database.owner.query('SELECT name FROM migration')).toHaveLength(MIGRATIONS);
  });
});

describe('the app role', () => {
  test.each([
    'case_event',
    'refusal',
    'history_archive',
    'text',
    'log_leaf',
    'access_log',
    'reveal',
    'case_move',
    'turnover',
  ])('adds to %s and never changes it', async (table) => {
    const rights = await database.owner.query<{ privilege: string }[]>(
      `SELECT privilege_type AS privilege FROM information_schema.role_table_grants
       WHERE grantee = 'reinstate_app' AND table_name = $1 ORDER BY 1`,
      [table],
    );
    expect(rights.map(({ privilege }) => privilege)).toEqual(['INSERT', 'SELECT']);
    await expect(database.app.query(`DELETE FROM ${table}`)).rejects.toThrow('permission denied');
    await expect(database.app.query(`UPDATE ${table} SET case_id = 'other'`)).rejects.toThrow('permission denied');
    await expect(database.app.query(`TRUNCATE ${table}`)).rejects.toThrow('permission denied');
  });

  test('adds signed heads of the log and never changes one', async () => {
    await expect(database.app.query('UPDATE checkpoint SET size = 0')).rejects.toThrow('permission denied');
    await expect(database.app.query('DELETE FROM checkpoint')).rejects.toThrow('permission denied');
  });

  test('deletes nothing but used nonces and counts of requests, and makes no tables', async () => {
    const rights = await database.owner.query<unknown[]>(
      `SELECT table_name FROM information_schema.role_table_grants
       WHERE grantee = 'reinstate_app' AND privilege_type IN ('DELETE', 'TRUNCATE') ORDER BY 1`,
    );
    expect(rights).toEqual([{ table_name: 'partner_nonce' }, { table_name: 'rate_limit' }]);
    await expect(database.app.query('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied');
  });
});

test('the auditor reads the record and writes nowhere', async () => {
  const rights = await database.owner.query<{ privilege: string }[]>(
    `SELECT DISTINCT privilege_type AS privilege FROM information_schema.role_table_grants WHERE grantee = 'reinstate_auditor'`,
  );
  expect(rights).toEqual([{ privilege: 'SELECT' }]);
});
