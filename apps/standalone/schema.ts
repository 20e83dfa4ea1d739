import { migrate } from '#database';

/*
 * A process of its own, so that the memory of the migrations is not held as long as the stack runs.
 * DATABASE_URL is the owner's; APP_PASSWORD and AUDITOR_PASSWORD are those of the two roles that the migrations make.
 */
await migrate(process.env['DATABASE_URL'] ?? '', {
  appPassword: process.env['APP_PASSWORD'] ?? '',
  auditorPassword: process.env['AUDITOR_PASSWORD'] ?? '',
});
