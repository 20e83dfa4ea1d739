import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pythonWith } from './python.env.js';

const PACKAGES = ['schemathesis==4.32.5', 'cryptography>=42,<60'];
const HOOKS = resolve('test/support/schemathesis.hooks.py');
/** How fast an answer comes is measured elsewhere. */
const PATIENCE_S = 120;
const MOST_OUTPUT = 256 * 1024 * 1024;

/** What is tried and by whom. */
export interface Trial {
  readonly url: string;
  /** Beginning of the paths that are called. */
  readonly prefix: string;
  /** For {@link HOOKS}: the caller's key or token, and values that exist. */
  readonly settings: Readonly<Record<string, string>>;
  readonly checks: readonly string[];
  readonly phases: readonly string[];
  /** Calls of one operation at most. */
  readonly examples: number;
  readonly seed: number;
}

/** How many calls were made, and each failure in Schemathesis' words. */
export interface Verdict {
  readonly calls: number;
  readonly failures: string;
}

interface Paths {
  [path: string]: Record<string, { readonly responses?: Record<string, unknown> }>;
}

/** The published document without what would make any answer a described one. */
async function strictDocument({ url, prefix }: Trial): Promise<object> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Paths };
  document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith(prefix)));
  for (const { responses } of Object.values(document.paths).flatMap((operations) => Object.values(operations)))
    delete responses?.['default'];
  return document;
}

const argumentsOf = ({ url, checks, phases, examples, seed }: Trial, schema: string): readonly string[] => [
  ...['-B', '-m', 'schemathesis.cli', 'run', schema, '--url', url, '--no-color'],
  ...['--checks', checks.join(','), '--phases', phases.join(','), '--max-examples', String(examples)],
  ...['--seed', String(seed), '--generation-deterministic', '--no-shrink', '--continue-on-failure'],
  ...['--suppress-health-check', 'all', '--warnings', 'off', '--workers', '1'],
  ...['--request-timeout', String(PATIENCE_S)],
];

/** Has Schemathesis call a running service with what its own document allows and forbids. */
export async function tryOut(trial: Trial): Promise<Verdict> {
  const python = await pythonWith('python-schemathesis', PACKAGES);
  const folder = await mkdtemp(join(tmpdir(), 'reinstate-schemathesis-'));
  try {
    const schema = join(folder, 'openapi.json');
    await writeFile(schema, JSON.stringify(await strictDocument(trial)));
    const output = await new Promise<string>((done) => {
      const options = {
        cwd: folder,
        maxBuffer: MOST_OUTPUT,
        env: { ...trial.settings, SCHEMATHESIS_HOOKS: HOOKS, REINSTATE_SEED: String(trial.seed), PYTHONUTF8: '1' },
      };
      execFile(python, [...argumentsOf(trial, schema)], options, (_, stdout, stderr) => done(stdout + stderr));
    });
    const failures = /=+ (?:FAILURES|ERRORS) =+[\s\S]*?(?==+ (?:WARNINGS|SUMMARY) =+)/.exec(output)?.[0] ?? '';
    const calls = Number(/(\d+) generated/.exec(output)?.[1] ?? 0);
    // A run that ended before its summary has failed as a whole.
    return { calls, failures: calls === 0 ? output : failures };
  } finally {
    await rm(folder, { recursive: true });
  }
}
