import { readFileSync } from 'node:fs';
import { z } from 'zod';

const vaultKey = z.base64().refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64');
const count = (otherwise: number) => z.coerce.number().int().positive().default(otherwise);

const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('must be JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);

/** The environment variables a process reads, with what they mean; nothing else in the project reads `process.env`. */
const environment = z.object({
  /** Folder for everything a process keeps on disk. */
  REINSTATE_HOME: z.string().min(1).default('.data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** HTTP port of the api. */
  PORT: count(3000),
  /** HTTP port of the worker's health and metrics. */
  WORKER_PORT: count(9464),
  /** Address people and partners reach the api under; links are made from it. */
  PUBLIC_URL: z.url().optional(),
  /** PostgreSQL as the app role. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/]+:\d+$/, 'must be host:port')
    .default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
  TEMPORAL_TASK_QUEUE: z.string().min(1).default('reinstate'),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1).default('reinstate'),
  /** Key that wraps each subject's key in the vault: 32 bytes, base64. */
  VAULT_KEY: vaultKey,
  /** Where documents lie: `file:<folder>` or `s3://bucket/prefix`. */
  DOCUMENT_STORE: z
    .string()
    .regex(/^(file:.+|s3:\/\/.+)$/, 'must be file:<folder> or s3://bucket/prefix')
    .default('file:.data/documents'),
  /** Endpoint of an S3-compatible store; empty for AWS itself. */
  S3_ENDPOINT: z.url().optional(),
  /** Private Ed25519 key that signs the heads of the audit log: `file:<path>` of a PKCS #8 PEM file, or its content in base64. */
  CHECKPOINT_KEY: z
    .string()
    .regex(/^(file:.+|[A-Za-z0-9+/]+={0,2})$/, 'must be file:<path> or a PEM file in base64')
    .optional(),
  /** Second place of signed heads, out of reach of whoever owns the database: `file:<folder>` or `s3://bucket/prefix`. */
  CHECKPOINT_COPY: z
    .string()
    .regex(/^(file:.+|s3:\/\/.+)$/, 'must be file:<folder> or s3://bucket/prefix')
    .optional(),
  /** The prebuilt workflow code the worker runs and the replay judges by. */
  WORKFLOW_BUNDLE: z.string().min(1).default('dist/workflow-bundle.js'),
  /** A run of a case continues as new at this many history events. */
  HISTORY_EVENT_CAP: count(2000),
  /**
   * `on` for debugging: Temporal's `__stack_trace` query tells where a case waits, and workflow code has a thread of its own
   * with a watchdog for each call; workers then do a third less.
   */
  WORKFLOW_STACK_TRACES: z
    .enum(['on', 'off'])
    .default('off')
    .transform((value) => value === 'on'),
  /** The institution's gateway for messages to merchants (SMS, app, mail); without it they lie in the record's own mailbox. */
  MESSAGE_GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where a service is looked for before it counts as back: JSON of institution code or issuer → http(s):// or tcp://host:port. */
  PROBE_TARGETS: jsonOf(z.record(z.string(), z.url({ protocol: /^(https?|tcp)$/ }))).prefault('{}'),
  /** Merchants a channel such as WeChat knows under numbers of its own: JSON of their number → { merchantNo, institutionCode }. */
  CHANNEL_MERCHANTS: jsonOf(
    z.record(z.string(), z.strictObject({ merchantNo: z.string().min(1), institutionCode: z.string().min(1) })),
  ).prefault('{}'),
  /** Folder UnionPay's branches put their lists into, under `in`; empty where they send none. */
  UNIONPAY_PICKUP: z.string().min(1).optional(),
  /** Inside hosts webhooks may be sent to in tests, as written in the address, with commas between; http is let through for them. */
  REINSTATE_WEBHOOK_ALLOW: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((host) => host.trim())
        .filter((host) => host !== ''),
    ),
  /** Private RSA key that signs webhooks in partners' own formats: `file:<path>` of a PKCS #8 PEM file, or its content in base64. */
  WEBHOOK_SIGNING_KEY: z
    .string()
    .regex(/^(file:.+|[A-Za-z0-9+/]+={0,2})$/, 'must be file:<path> or a PEM file in base64')
    .optional(),
  /** Requests one partner may make in a minute, over all api processes; more are answered 429. */
  RATE_LIMIT_PARTNER: count(60_000),
  /** The same for one person. */
  RATE_LIMIT_PERSON: count(60_000),
  /** Whether workers replay cases unasked: at a new build of the workflow code, and every night. */
  STANDING_REPLAY: z
    .enum(['on', 'off'])
    .default('on')
    .transform((value) => value === 'on'),
  /** When the night's replay begins, in China: HH:MM. */
  STANDING_REPLAY_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be HH:MM')
    .default('02:00')
    .transform((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))),
  /** Cases such a replay looks at, chosen by chance; all where it is not set. */
  STANDING_REPLAY_SAMPLE: z.coerce.number().int().positive().optional(),
  /** Processes of each worker that share a standing replay. */
  STANDING_REPLAY_PROCESSES: count(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** What a setting holds that names a file or is its content in base64. */
export const contentOfSetting = (setting: string): Buffer =>
  setting.startsWith('file:') ? readFileSync(setting.slice('file:'.length)) : Buffer.from(setting, 'base64');

/** The settings of one process, checked and frozen. */
export type Config = Readonly<z.infer<typeof environment>>;

/** The environment is not usable. The message lists every problem at once. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(
      `The environment has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Reads the settings of this process. Empty variables count as absent.
 * @throws ConfigError naming each variable that is missing or wrong.
 */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
}
