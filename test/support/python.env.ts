import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);
/** Beside the other programs that take a while to get; an install of the packages leaves it alone. */
const CACHE = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'reinstate');
const MOST_OUTPUT = 256 * 1024 * 1024;

/** The Python of an environment that has these packages, made once for a person. */
export async function pythonWith(name: string, packages: readonly string[]): Promise<string> {
  const home = join(CACHE, name);
  const python = join(home, 'bin/python');
  if (existsSync(python)) return python;
  await mkdir(dirname(home), { recursive: true });
  // Made aside and put in place when it is whole; an environment may be moved as long as its own scripts are not used.
  const aside = await mkdtemp(`${home}-`);
  await exec('python3', ['-m', 'venv', aside]);
  await exec(
    join(aside, 'bin/python'),
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages],
    { maxBuffer: MOST_OUTPUT },
  );
  await rename(aside, home).catch(async (error: unknown) => {
    // Another spec was quicker.
    if (!existsSync(python)) throw error;
    await rm(aside, { recursive: true });
  });
  return python;
}
