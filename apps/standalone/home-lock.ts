import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSupervisorOf } from './leftovers.js';
import { commandLineOf } from './process-table.js';
import { isSystemError } from './system-error.js';

const pathIn = (home: string) => join(home, 'supervisor.pid');

/**
 * Makes this process the supervisor of a data folder, so that two starts at once do not both open the database.
 * @returns the pid of the living supervisor that already holds it, else `undefined`.
 */
export async function lockHome(home: string): Promise<number | undefined> {
  for (;;) {
    if (tryLock(home)) return undefined;
    const holder = holderOf(home);
    const commandLine = holder && (await commandLineOf(holder));
    if (holder && holder !== process.pid && commandLine && isSupervisorOf(home, commandLine)) return holder;
    unlockHome(home);
  }
}

/** Gives a data folder free for the next supervisor. */
export function unlockHome(home: string): void {
  rmSync(pathIn(home), { force: true });
}

// A link appears with its content and fails when the name exists; creating and then writing would do neither.
function tryLock(home: string): boolean {
  const draft = `${pathIn(home)}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    linkSync(draft, pathIn(home));
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(home: string): number | undefined {
  try {
    return Number(readFileSync(pathIn(home), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}
