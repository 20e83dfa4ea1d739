import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith } from './python.env.js';

const exec = promisify(execFile);
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

/** The reports of `verify.py`, written from the description of the format, on bundles of these contents. */
export async function secondOpinion(bundles: readonly Uint8Array[], key?: string): Promise<readonly SecondReport[]> {
  const folder = await mkdtemp(join(tmpdir(), 'reinstate-second-'));
  try {
    const names = bundles.map((_, place) => join(folder, `${place}.zip`));
    await Promise.all(bundles.map((bundle, place) => writeFile(names[place]!, bundle)));
    const options = ['-I', '-B', resolve('apps/cli/verify.py'), '--json', ...(key === undefined ? [] : ['--key', key])];
    const program = await pythonWith('python-verifier', PACKAGES);
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
