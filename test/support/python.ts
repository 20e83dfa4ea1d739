import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);
/** Beside the other programs that take a while to get; an install of the packages leaves it alone. */
const HOME = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'reinstate/python-verifier');
const PYTHON = join(HOME, 'bin/python');
const PACKAGES = ['cryptography>=42,<60'];
const BIG = 256 * 1024 * 1024;

/** What the second verifier says of a bundle. */
export interface SecondReport {
  readonly ok: boolean;
  readonly caseId: string | null;
  readonly head: string | null;
  readonly stateHash: string | null;
  readonly firstWrongSeq: number | null;
  readonly decisions: number;
  readonly problems: readonly { readonly check: string; readonly what: string }[];
}

/** A Python with `cryptography`, made once for a person. */
async function python(): Promise<string> {
  if (existsSync(PYTHON)) return PYTHON;
  await mkdir(dirname(HOME), { recursive: true });
  // Made aside and put in place when it is whole; an environment may be moved as long as its own scripts are not used.
  const aside = await mkdtemp(`${HOME}-`);
  await exec('python3', ['-m', 'venv', aside]);
  await exec(
    join(aside, 'bin/python'),
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PACKAGES],
    { maxBuffer: BIG },
  );
  await rename(aside, HOME).catch(async (error: unknown) => {
    // Another spec was quicker.
    if (!existsSync(PYTHON)) throw error;
    await rm(aside, { recursive: true });
  });
  return PYTHON;
}

/** The reports of `verify.py`, written from the description of the format, on bundles of these contents. */
export async function secondOpinion(bundles: readonly Uint8Array[], key?: string): Promise<readonly SecondReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'reinstate-second-'));
  try {
    const names = bundles.map((_, place) => join(folder, `${place}.zip`));
    await Promise.all(bundles.map((bundle, place) => writeFile(names[place]!, bundle)));
    const options = ['-I', '-B', resolve('apps/cli/verify.py'), '--json', ...(key === undefined ? [] : ['--key', key])];
    const program = await python();
    // It ends with 1 when a bundle is wrong; what it printed counts.
    const { stdout } = await exec(program, [...options, ...names], { env: {}, maxBuffer: BIG }).catch(
      (error: { code?: unknown; stdout?: string; stderr?: string }) => {
        if (error.code !== 1 || !error.stdout) throw error;
        return { stdout: error.stdout };
      },
    );
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as SecondReport);
  } finally {
    await rm(folder, { recursive: true });
  }
}
