import { InvalidArgumentError, type Command } from 'commander';
import { z } from 'zod';
import { migrate } from '#database';
import { prepareNamespace, RETENTION_DAYS } from '#temporal';

const postgres = z.url({ protocol: /^postgres(ql)?$/ });
const password = z.string().min(1);
const migration = z.object({
  DATABASE_OWNER_URL: postgres,
  DATABASE_APP_PASSWORD: password,
  DATABASE_AUDITOR_PASSWORD: password,
});
const temporal = z.object({
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s/]+:\d+$/, 'must be host:port'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
});

/** Below these the api does not call itself ready: an archiver that stands still must not lose histories. */
const LEAST_RETENTION_DAYS = 30;

function retentionOf(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= LEAST_RETENTION_DAYS) return days;
  throw new InvalidArgumentError(`It must be a whole number of days, ${LEAST_RETENTION_DAYS} or more.`);
}

/** Settings of one command from the environment; every problem at once. */
function settings<S extends z.ZodType>(schema: S): z.output<S> {
  const parsed = schema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
}

/** Adds `migrate` and `setup-temporal`: what a distributed set-up runs once before api and workers. */
export function registerSetup(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to the present schema and make the roles of app and auditor')
    .action(async () => {
      const { DATABASE_OWNER_URL, DATABASE_APP_PASSWORD, DATABASE_AUDITOR_PASSWORD } = settings(migration);
      const roles = { appPassword: DATABASE_APP_PASSWORD, auditorPassword: DATABASE_AUDITOR_PASSWORD };
      await migrate(DATABASE_OWNER_URL, roles);
      process.stdout.write('The schema is up to date.\n');
    });
  program
    .command('setup-temporal')
    .description('Make the Temporal namespace, its retention and its search attributes')
    .option('--retention-days <days>', 'how long ended runs are kept', retentionOf, RETENTION_DAYS)
    .action(async ({ retentionDays }: { retentionDays: number }) => {
      const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = settings(temporal);
      await prepareNamespace(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, retentionDays);
      process.stdout.write(`The namespace ${TEMPORAL_NAMESPACE} is ready.\n`);
    });
}
