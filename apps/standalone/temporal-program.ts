import { existsSync } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { buildTemporal, downloadTemporal } from './temporal-install.js';
import { runTool } from './tool.js';

/** The Temporal program the project is tried with. */
export const TEMPORAL_VERSION = '1.5.1';

const OLDEST = { program: [1, 5], server: [1, 29] } as const;

/** What lets a program be built that is not there, as one of the things to do. */
export const INSTALL_GO = '  - install Go 1.25 or newer (https://go.dev/dl), with which it is built by itself;';

/** Where to look for the program and how to tell what is going on. */
export interface ProgramSearch {
  /** The `PATH` to look along. */
  readonly path: string;
  /** The project's cache folder of this person. */
  readonly cache: string;
  readonly signal: AbortSignal;
  /** Shows a step that takes long, as long as it runs. */
  during: <T>(doing: string, work: Promise<T>) => Promise<T>;
}

/**
 * Finds the `temporal` program, or gets it: on PATH (1.5 or newer); in the cache; downloaded; built with Go.
 * @throws Error saying what to install when none of these works.
 */
export async function findTemporal({ path, cache, signal, during }: ProgramSearch): Promise<string> {
  const onPath = await programOnPath(path);
  if (onPath) return onPath;
  const folder = join(cache, `temporal-${TEMPORAL_VERSION}`);
  const cached = join(folder, 'temporal');
  if (await isNewEnough(cached)) return cached;
  const problems: string[] = [];
  const note = (how: string) => (error: unknown) => {
    signal.throwIfAborted();
    problems.push(`${how}: ${reasonOf(error)}`);
  };
  await during('downloading', downloadTemporal(TEMPORAL_VERSION, folder, signal)).catch(note('download'));
  if (await isNewEnough(cached)) return cached;
  await during('building', buildTemporal(TEMPORAL_VERSION, folder, signal)).catch(note('build'));
  if (await isNewEnough(cached)) return cached;
  throw new Error(whatToInstall(folder, problems));
}

/** Whether what `temporal --version` prints is 1.5 or newer. */
export function isUsableVersion(printed: string): boolean {
  const program = numbersAfter(/temporal version /, printed);
  if (!program) return false;
  // A program built from source says 0.0.0-DEV; the server inside it tells its age.
  if (program[0] === 0 && program[1] === 0) return reaches(numbersAfter(/Server /, printed), OLDEST.server);
  return reaches(program, OLDEST.program);
}

function numbersAfter(label: RegExp, text: string): readonly [number, number] | undefined {
  const found = new RegExp(`${label.source}v?(\\d+)\\.(\\d+)`).exec(text);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

function reaches(version: readonly [number, number] | undefined, oldest: readonly [number, number]): boolean {
  if (!version) return false;
  return version[0] > oldest[0] || (version[0] === oldest[0] && version[1] >= oldest[1]);
}

async function programOnPath(path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter(Boolean)) {
    const program = join(folder, 'temporal');
    if (await isNewEnough(program)) return program;
  }
  return undefined;
}

async function isNewEnough(program: string): Promise<boolean> {
  if (!existsSync(program)) return false;
  const runnable = await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
  return runnable && runTool(program, ['--version']).then(isUsableVersion, () => false);
}

/** Why something failed; `fetch` says "fetch failed" and hides why in the cause. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause ? `${error.message} (${reasonOf(error.cause)})` : error.message;
}

function whatToInstall(folder: string, problems: readonly string[]): string {
  return [
    'Reinstate needs a Temporal server and found none. Do one of these and start again:',
    `  - install the Temporal CLI ${OLDEST.program.join('.')} or newer (https://docs.temporal.io/cli) so that "temporal" is on PATH;`,
    `  - put the program "temporal" ${TEMPORAL_VERSION} into ${folder};`,
    INSTALL_GO,
    '  - set TEMPORAL_ADDRESS to host:port of a server of your own.',
    'What was tried:',
    ...problems.map((problem) => `  - ${problem}`),
  ].join('\n');
}
