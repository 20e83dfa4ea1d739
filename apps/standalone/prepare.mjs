// Plain JavaScript on purpose: it runs on the Node of the host, before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the project. */
export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));

const SOURCES = [
  'apps',
  'libs',
  'workflows',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.tsconfig.build.json',
  'nest-cli.json',
];
const STAMP = join(ROOT, 'dist/.built-from');
const INSTALL = ['ci', '--include=dev', '--no-audit', '--no-fund'];
const PROGRESS_MS = 2000;

/**
 * Installs the packages and compiles the project, each only when it is out of date.
 * @param {{ say?: (line: string) => void, signal?: AbortSignal }} [options] where progress lines go (stdout unless told),
 *   and a signal that ends the work.
 * @throws Error with the last output of the step that failed.
 */
export async function prepare({ say = (line) => process.stdout.write(`${line}\n`), signal } = {}) {
  if (!isInstalled()) {
    await step('Packages', 'installing', INSTALL, { say, signal });
  }
  const newest = newestChange(SOURCES.map((name) => join(ROOT, name)));
  if (isBuiltFrom(newest)) return;
  await step('Build', 'compiling', ['run', 'build'], { say, signal });
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(STAMP, String(newest));
}

// npm writes the two lock files in either order, so their contents are compared and not their times.
function isInstalled() {
  const installedLock = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => path === '' || isSamePackage(entry, installed[path]));
}

function isSamePackage(wanted, installed) {
  if (!installed) return Boolean(wanted.optional || wanted.devOptional);
  return installed.version === wanted.version && installed.integrity === wanted.integrity;
}

function isBuiltFrom(newest) {
  const built = existsSync(join(ROOT, 'dist/apps/standalone/main.js')) && existsSync(STAMP);
  return built && readFileSync(STAMP, 'utf8') === String(newest);
}

// Folders count too: their time tells that a file was removed.
function newestChange(paths) {
  return paths.reduce((newest, path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return newest;
    const inside = stat.isDirectory()
      ? newestChange(
          readdirSync(path)
            .filter(isSource)
            .map((name) => join(path, name)),
        )
      : 0;
    return Math.max(newest, stat.mtimeMs, inside);
  }, 0);
}

function isSource(name) {
  return name !== 'node_modules' && name !== 'dist';
}

function step(name, doing, npmArguments, { say, signal }) {
  const startedAt = Date.now();
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  say(`${name}: ${doing} …`);
  const progress = setInterval(() => say(`${name}: ${doing}, ${elapsed()} …`), PROGRESS_MS);
  return npm(npmArguments, signal)
    .then(() => say(`${name}: done in ${elapsed()}`))
    .finally(() => clearInterval(progress));
}

function npm(npmArguments, signal) {
  return new Promise((done, fail) => {
    const child = spawn('npm', npmArguments, {
      cwd: ROOT,
      env: environment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-8000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done(undefined);
      else fail(new Error(`npm ${npmArguments.join(' ')} failed:\n${output}`));
    });
  });
}

// A Node found in node_modules could be replaced under the installation that runs on it.
function environment() {
  const inside = join(ROOT, 'node_modules');
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(inside));
  return { ...process.env, PATH: path.join(delimiter) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await prepare().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
