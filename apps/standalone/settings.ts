import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '#config';

const environment = z.object({
  REINSTATE_HOME: z.string().optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  XDG_CACHE_HOME: z.string().optional(),
  VAULT_KEY: z.string().optional(),
  DOCUMENT_STORE: z.string().optional(),
  CHECKPOINT_KEY: z.string().optional(),
  CHECKPOINT_COPY: z.string().optional(),
  WORKFLOW_BUNDLE: z.string().optional(),
  PUBLIC_URL: z.string().optional(),
});

/** What a person may set for the standalone stack; everything else it chooses itself. */
export interface Settings {
  /** Folder of the project: sources, `dist`, `node_modules`. Absolute. */
  readonly root: string;
  /** The data folder (`REINSTATE_HOME`, else `.data`). Absolute. */
  readonly home: string;
  /** Cache of the person across data folders, for programs that take minutes to get. */
  readonly cache: string;
  /** Where programs are looked for. */
  readonly path: string;
  /** A PostgreSQL of one's own, as its owner; absent = the stack runs one. */
  readonly databaseUrl: string | undefined;
  /** A Temporal server of one's own, host:port; absent = the stack runs one. */
  readonly temporalAddress: string | undefined;
  readonly apiPort: number | undefined;
  /** Settings of api and worker that a person may bring instead of the stack's own. */
  readonly given: Readonly<Partial<Record<GivenName, string>>>;
}

type GivenName =
  'VAULT_KEY' | 'DOCUMENT_STORE' | 'CHECKPOINT_KEY' | 'CHECKPOINT_COPY' | 'WORKFLOW_BUNDLE' | 'PUBLIC_URL';

/** The data folder of a process started in the project's folder. Absolute. */
export function homeOf(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['REINSTATE_HOME'] || '.data');
}

/**
 * Reads the settings of the standalone stack. Empty variables count as absent; `--home=<folder>` in the command line
 * goes before `REINSTATE_HOME`.
 * @throws ConfigError naming each variable that is wrong.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env, args: readonly string[] = process.argv): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const named = args.find((arg) => arg.startsWith('--home='))?.slice('--home='.length);
  const { VAULT_KEY, DOCUMENT_STORE, CHECKPOINT_KEY, CHECKPOINT_COPY, WORKFLOW_BUNDLE, PUBLIC_URL, ...read } =
    parsed.data;
  return {
    root: resolve(import.meta.dirname, '../../..'),
    home: named ? resolve(named) : homeOf(env),
    cache: join(read.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'reinstate'),
    path: env['PATH'] ?? '',
    databaseUrl: read.DATABASE_URL,
    temporalAddress: read.TEMPORAL_ADDRESS,
    apiPort: read.PORT,
    given: { VAULT_KEY, DOCUMENT_STORE, CHECKPOINT_KEY, CHECKPOINT_COPY, WORKFLOW_BUNDLE, PUBLIC_URL },
  };
}
