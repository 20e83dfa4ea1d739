import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { settleOnSparePorts } from '../standalone/ports.js';
import { homeOf } from '../standalone/settings.js';
import { readStandalone } from '../standalone/standalone-file.js';

/** A Reinstate to speak with: where it is, where its data folder is, and how to leave it. */
export interface RunningStack {
  readonly url: string;
  readonly home: string;
  leave(): Promise<void>;
}

const READY = 'Reinstate is ready: ';

/** The stack that runs already (REINSTATE_URL, or the data folder's own), or one started for the occasion. */
export async function anyStack(say: (line: string) => void): Promise<RunningStack> {
  const home = homeOf();
  const url = process.env['REINSTATE_URL'] || readStandalone(home)?.url;
  if (url && (await answers(url))) return { url, home, leave: () => Promise.resolve() };
  return ownStack(say);
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Starts a stack on free ports in a temporary folder; `leave` stops it and removes the folder.
 * @param env settings of the stack beside those of this process.
 */
export async function ownStack(
  say: (line: string) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningStack> {
  const home = await mkdtemp(join(tmpdir(), 'reinstate-demo-'));
  await settleOnSparePorts(join(home, 'ports.json'));
  const main = join(import.meta.dirname, '../standalone/main.js');
  const stack = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, REINSTATE_HOME: home, STANDING_REPLAY: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const leave = async (): Promise<void> => {
    if (stack.exitCode === null && stack.signalCode === null) {
      stack.kill('SIGTERM');
      await once(stack, 'exit');
    }
    await rm(home, { recursive: true, force: true });
  };
  const ready = new Promise<string>((resolve, reject) => {
    stack.once('exit', (code) => reject(new Error(`the stack ended with code ${code} before it was ready`)));
    createInterface({ input: stack.stdout }).on('line', (line) => {
      say(line);
      if (line.startsWith(READY)) resolve(line.slice(READY.length).trim());
    });
  });
  return ready.then(
    (url) => ({ url, home, leave }),
    async (error: unknown) => {
      await leave();
      throw error;
    },
  );
}
