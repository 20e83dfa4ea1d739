import { setTimeout as delay } from 'node:timers/promises';
import { homePaths, openHome } from './data-home.js';
import { lockHome, unlockHome } from './home-lock.js';
import { endLeftovers, isSupervisorOf } from './leftovers.js';
import { isReady } from './node-parts.js';
import { keepPartnerKeys } from './partner-keys.js';
import { choosePorts } from './ports.js';
import { commandLineOf } from './process-table.js';
import { keepSecrets } from './secrets.js';
import { readSettings, type Settings } from './settings.js';
import { Stack } from './stack.js';
import { readStandalone } from './standalone-file.js';
import { Status } from './status.js';
import { stopRequest, uttered } from './stop-request.js';

const readyLine = (url: string) => `Reinstate is ready: ${url}`;

/** Runs the stack of a data folder until it is asked to stop. Resolves with the exit code. */
async function supervise(settings: Settings, status: Status): Promise<number> {
  await openHome(settings.home);
  const holder = await lockHome(settings.home);
  if (holder !== undefined) return joinRunning(settings.home, holder, status);
  let stack: Stack | undefined;
  const asked = stopRequest(() => {
    stack?.kill();
    unlockHome(settings.home);
    process.exit(1);
  });
  let exitCode = 0;
  const fail = (error: unknown) => {
    // What fails because it is being stopped is no failure.
    if (asked.signal.aborted) return;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    exitCode = 1;
    asked.abort();
  };
  process.on('uncaughtException', fail);
  try {
    stack = await prepareStack(settings, status, asked.signal);
    status.line(readyLine(await stack.start()));
  } catch (error) {
    fail(error);
  }
  await uttered(asked);
  await stack?.stop();
  unlockHome(settings.home);
  return exitCode;
}

async function prepareStack(settings: Settings, status: Status, signal: AbortSignal): Promise<Stack> {
  const paths = homePaths(settings.home);
  const ended = await endLeftovers(settings.home, readStandalone(settings.home)?.pids ?? {});
  if (ended.length > 0) status.line(`Ended what an earlier start left running: ${ended.join(', ')}`);
  const [secrets, ports] = await Promise.all([
    keepSecrets(paths.secrets),
    choosePorts(paths.ports, { api: settings.apiPort }),
    keepPartnerKeys(paths.partners),
  ]);
  return new Stack({ settings, secrets, ports, status, signal });
}

/** A second start shows where the first one is, and is done. */
async function joinRunning(home: string, supervisor: number, status: Status): Promise<number> {
  status.line(`Already running on ${home} (supervisor ${supervisor})`);
  const ready = await status.during('Reinstate', 'waiting until it is ready', untilReady(home, supervisor));
  if (ready) status.line(readyLine(ready));
  else process.stderr.write(`The supervisor ${supervisor} ended before it was ready\n`);
  return ready ? 0 : 1;
}

async function untilReady(home: string, supervisor: number): Promise<string | undefined> {
  for (;;) {
    const running = readStandalone(home);
    if (running?.ready && (await isReady(`${running.url}/health/ready`))) return running.url;
    const commandLine = await commandLineOf(supervisor);
    if (!commandLine || !isSupervisorOf(home, commandLine)) return undefined;
    await delay(200);
  }
}

// The data folder must stand in the command line: by it a later start tells whose process this is.
function nameHome({ home }: Settings): void {
  if (process.argv.includes(`--home=${home}`)) return;
  const command = [...process.execArgv, process.argv[1] ?? '', `--home=${home}`];
  process.execve?.(process.execPath, [process.execPath, ...command], process.env);
}

try {
  const settings = readSettings();
  nameHome(settings);
  process.exit(await supervise(settings, new Status()));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
