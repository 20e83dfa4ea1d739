import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isSystemError } from './system-error.js';

const GRACE_MS = 10_000;

/** The command line of a process, its words parted by blanks; `undefined` when it is gone or a zombie. */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  const line = process.platform === 'linux' ? await readProc(pid) : await askPs(pid);
  return line?.trim() || undefined;
}

function readProc(pid: number): Promise<string | undefined> {
  return readFile(`/proc/${pid}/cmdline`, 'utf8').then(
    (line) => line.replaceAll('\0', ' '),
    () => undefined,
  );
}

function askPs(pid: number): Promise<string | undefined> {
  const ps = promisify(execFile)('ps', ['-ww', '-p', String(pid), '-o', 'command=']);
  return ps.then(
    ({ stdout }) => (stdout.includes('<defunct>') ? undefined : stdout),
    () => undefined,
  );
}

/**
 * Ends a process that is not our child: asks, and after 10 s kills. Resolves when it is gone.
 * @param isStillIt judges the command line: the pid may have gone over to another process meanwhile.
 */
export async function endProcess(
  pid: number,
  askWith: NodeJS.Signals,
  isStillIt: (commandLine: string) => boolean,
): Promise<void> {
  const lives = async () => {
    const line = await commandLineOf(pid);
    return line !== undefined && isStillIt(line);
  };
  if (!(await lives())) return;
  signal(pid, askWith);
  const killAt = Date.now() + GRACE_MS;
  for (let killed = false; await lives(); await delay(50)) {
    if (killed || Date.now() < killAt) continue;
    signal(pid, 'SIGKILL');
    killed = true;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // Gone in the meantime: what was wanted.
    if (!isSystemError(error, 'ESRCH')) throw error;
  }
}
