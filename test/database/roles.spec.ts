import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { APP_ROLE, AUDITOR_ROLE, migrate, openDatabase } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let databases: readonly FreshDatabase[];
/** The stack's own: the roles belong to its whole server, and another password would lock it out. */
let passwords: { appPassword: string; auditorPassword: string };
beforeAll(async () => {
  databases = await Promise.all([freshDatabase(), freshDatabase()]);
  const secrets = await readFile(join(process.env['REINSTATE_HOME'] ?? '', 'secrets.json'), 'utf8');
  passwords = JSON.parse(secrets) as typeof passwords;
});
afterAll(async () => {
  for (const database of databases) await database.drop();
});

function urlAs(role: string, password: string): string {
  const url = new URL(databases[0]!.url);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}

const loggedIn = async (role: string, password: string): Promise<string | undefined> => {
  const connected = await openDatabase({ url: urlAs(role, password), poolSize: 1 });
  try {
    const [row] = await connected.query<{ who: string }[]>('SELECT current_user AS who');
    return row?.who;
  } finally {
    await connected.destroy();
  }
};

test('migrating sets the passwords, though several databases of one server do it at once', async () => {
  await Promise.all([...databases, ...databases].map(({ url }) => migrate(url, passwords)));
  await expect(loggedIn(APP_ROLE, passwords.appPassword)).resolves.toBe(APP_ROLE);
  await expect(loggedIn(AUDITOR_ROLE, passwords.auditorPassword)).resolves.toBe(AUDITOR_ROLE);
  await expect(loggedIn(APP_ROLE, `${passwords.appPassword}x`)).rejects.toThrow('password authentication failed');
});

test('migrating without passwords leaves them as they are', async () => {
  await migrate(databases[0]!.url);
  await expect(loggedIn(APP_ROLE, passwords.appPassword)).resolves.toBe(APP_ROLE);
});

test('no password stands in the database itself', async () => {
  const rows = await databases[0]!.owner.query<{ kept: string }[]>(
    'SELECT rolpassword AS kept FROM pg_authid WHERE rolname IN ($1, $2)',
    [APP_ROLE, AUDITOR_ROLE],
  );
  for (const { kept } of rows) expect(kept).toMatch(/^SCRAM-SHA-256\$4096:/);
});

test('the auditor’s own session cannot write, whatever it is granted', async () => {
  const auditor = await openDatabase({ url: urlAs(AUDITOR_ROLE, passwords.auditorPassword), poolSize: 1 });
  try {
    await expect(auditor.query('SELECT count(*) FROM case_event')).resolves.toEqual([{ count: '0' }]);
    await expect(auditor.query(`DELETE FROM case_event`)).rejects.toThrow();
    await expect(auditor.query('CREATE TEMP TABLE mine (id int)')).rejects.toThrow('read-only');
    await expect(auditor.query('SELECT wrapped_key FROM subject')).rejects.toThrow('permission denied');
  } finally {
    await auditor.destroy();
  }
});
