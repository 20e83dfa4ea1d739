import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Taken from the build: jest maps no paths for what it runs before the tests. */
type PortsModule = { readonly settleOnSparePorts: (path: string) => Promise<void> };
type Stack = ChildProcessByStdio<null, Readable, null>;

const READY = 'Reinstate is ready: ';
/** The first start on a machine may have to build the Temporal server. */
const READY_WITHIN_MS = 600_000;
const LOG_TAIL_LINES = 40;

/**
 * Starts one standalone stack of the present code for all server tests, in a fresh folder. They find it by
 * `REINSTATE_HOME`, where its `standalone.json` lies, and `REINSTATE_URL`. When it does not become ready, the ends of
 * its logs are printed.
 */
export default async function startStack(): Promise<void> {
  execFileSync(process.execPath, ['apps/standalone/prepare.mjs'], { stdio: 'inherit' });
  const home = await mkdtemp(join(tmpdir(), 'reinstate-test-'));
  const { settleOnSparePorts } = (await import(resolve('dist/apps/standalone/ports.js'))) as PortsModule;
  await settleOnSparePorts(join(home, 'ports.json'));
  const stack = spawn(process.execPath, ['dist/apps/standalone/main.js'], {
    env: {
      ...process.env,
      NODE_ENV: undefined,
      NODE_OPTIONS: undefined,
      REINSTATE_HOME: home,
      REINSTATE_WEBHOOK_ALLOW: '127.0.0.1',
      STANDING_REPLAY: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  stopWhenInterrupted(stack, home);
  try {
    await becomesReady(stack);
    const { url } = JSON.parse(await readFile(join(home, 'standalone.json'), 'utf8')) as { url: string };
    process.env.REINSTATE_URL = url;
  } catch (error) {
    await printLogTails(join(home, 'logs'));
    await stop(stack, home);
    throw error;
  }
  process.env.REINSTATE_HOME = home;
  process.env.REINSTATE_PID = String(stack.pid);
}

/** Shows each status line; goes on reading after the ready line, or a full pipe would stop the stack. */
function becomesReady(stack: Stack): Promise<void> {
  return new Promise((resolve, reject) => {
    const seconds = READY_WITHIN_MS / 1000;
    setTimeout(reject, READY_WITHIN_MS, new Error(`The standalone stack was not ready within ${seconds} s.`)).unref();
    stack.once('error', reject);
    stack.once('exit', (code, signal) => {
      reject(new Error(`The standalone stack ended before it was ready (${signal ?? `exit code ${code}`}).`));
    });
    createInterface({ input: stack.stdout }).on('line', (line) => {
      process.stderr.write(`[stack] ${line}\n`);
      if (line.startsWith(READY)) resolve();
    });
  });
}

async function printLogTails(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const lines = (await readFile(join(folder, name), 'utf8')).trimEnd().split('\n');
    process.stderr.write(`\n[stack] end of ${name}:\n${lines.slice(-LOG_TAIL_LINES).join('\n')}\n`);
  }
}

/** Jest runs no teardown when a signal ends it. */
function stopWhenInterrupted(stack: Stack, home: string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop(stack, home).finally(() => process.exit(1)));
  }
}

async function stop(stack: Stack, home: string): Promise<void> {
  if (stack.exitCode === null && stack.signalCode === null) {
    stack.kill('SIGTERM');
    await once(stack, 'exit');
  }
  await rm(home, { recursive: true, force: true });
}
