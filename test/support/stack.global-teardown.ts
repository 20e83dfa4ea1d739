import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const STOPPED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 100;

/**
 * Stops the stack the server tests ran against and removes its folder.
 * @throws Error naming the parts that had to be killed: a stop leaves none of them behind.
 */
export default async function stopStack(): Promise<void> {
  const { REINSTATE_HOME: home, REINSTATE_PID: pid } = process.env;
  if (!home || !pid) return;
  const parts = { supervisor: Number(pid), ...(await partsIn(home)) };
  signal(parts.supervisor, 'SIGTERM');
  const deadline = Date.now() + STOPPED_WITHIN_MS;
  while (Object.values(parts).some(isAlive) && Date.now() < deadline) await delay(LOOK_EVERY_MS);
  const left = Object.entries(parts).filter(([, part]) => isAlive(part));
  for (const [, part] of left) signal(part, 'SIGKILL');
  await rm(home, { recursive: true, force: true });
  if (left.length > 0) throw new Error(`The stack did not stop by itself: ${left.map(([name]) => name).join(', ')}.`);
}

async function partsIn(home: string): Promise<Record<string, number>> {
  const text = await readFile(join(home, 'standalone.json'), 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { pids?: Record<string, number> }).pids ?? {};
}

const isAlive = (pid: number): boolean => signal(pid, 0);

/** Whether the process was there to be told. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
