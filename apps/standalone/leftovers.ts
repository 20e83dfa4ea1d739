import { homePaths } from './data-home.js';
import { commandLineOf, endProcess } from './process-table.js';
import { PARTS, type PartName, type StandaloneFile } from './standalone-file.js';

/** How a part is asked to stop. SIGINT is PostgreSQL's fast shutdown: SIGTERM would wait for its clients. */
export const STOP_SIGNALS: Record<PartName, NodeJS.Signals> = {
  api: 'SIGTERM',
  worker: 'SIGTERM',
  temporal: 'SIGTERM',
  postgres: 'SIGINT',
};

/** The words that tell a part of this data folder from any other process that may have its pid by now. */
const MARKS: Record<PartName, (home: string) => string[]> = {
  api: (home) => ['apps/api/main.js', `--home=${home}`],
  worker: (home) => ['apps/worker/main.js', `--home=${home}`],
  temporal: (home) => ['start-dev', homePaths(home).temporal],
  postgres: (home) => ['-D', homePaths(home).postgres],
};

/** Whether a command line is that of a part running on this data folder. */
export function isPartOf(home: string, part: PartName, commandLine: string): boolean {
  return MARKS[part](home).every((mark) => `${commandLine} `.includes(`${mark} `));
}

/** Whether a command line is that of this data folder's supervisor. */
export function isSupervisorOf(home: string, commandLine: string): boolean {
  return commandLine.includes('apps/standalone/main.js') && `${commandLine} `.includes(`--home=${home} `);
}

/** Ends what a dead supervisor left running on this data folder, in the order of a clean stop. Returns what was ended. */
export async function endLeftovers(home: string, pids: StandaloneFile['pids']): Promise<PartName[]> {
  const ended: PartName[] = [];
  for (const part of PARTS) {
    const pid = pids[part];
    const commandLine = pid && (await commandLineOf(pid));
    if (!pid || !commandLine || !isPartOf(home, part, commandLine)) continue;
    await endProcess(pid, STOP_SIGNALS[part], (line) => isPartOf(home, part, line));
    ended.push(part);
  }
  return ended;
}
