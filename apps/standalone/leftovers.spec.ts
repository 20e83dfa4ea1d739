import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { endLeftovers, isPartOf, isSupervisorOf } from './leftovers.js';

const HOME = '/data/reinstate';
const api = (home: string) => `/opt/node --enable-source-maps /app/dist/apps/api/main.js --home=${home}`;

describe('a command line is taken for a part of a data folder', () => {
  test('when it is that part on that folder', () => {
    expect(isPartOf(HOME, 'api', api(HOME))).toBe(true);
    expect(isPartOf(HOME, 'postgres', `/pg/bin/postgres -D ${HOME}/postgres -p 54320`)).toBe(true);
    expect(isPartOf(HOME, 'temporal', `/bin/temporal server start-dev --db-filename ${HOME}/temporal.db -p 7233`)).toBe(
      true,
    );
  });

  test('not when it is another part', () => {
    expect(isPartOf(HOME, 'worker', api(HOME))).toBe(false);
  });

  test('not when it runs on a folder whose name only begins alike', () => {
    expect(isPartOf(HOME, 'api', api(`${HOME}-2`))).toBe(false);
    expect(isPartOf(HOME, 'postgres', `postgres -D ${HOME}/postgres-old`)).toBe(false);
  });

  test('nor is the supervisor of another folder taken for ours', () => {
    expect(isSupervisorOf(HOME, `node /app/dist/apps/standalone/main.js --home=${HOME}`)).toBe(true);
    expect(isSupervisorOf(HOME, `node /app/dist/apps/standalone/main.js --home=${HOME}-2`)).toBe(false);
    expect(isSupervisorOf(HOME, `vim /app/dist/apps/standalone/main.js`)).toBe(false);
  });
});

test('leftover parts are ended and a stranger with the pid of a part is spared', async () => {
  const run = (...words: string[]) => spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)', ...words]);
  const left = run('apps/api/main.js', `--home=${HOME}`);
  const stranger = run('something else');
  const gone = once(left, 'exit');
  try {
    await expect(endLeftovers(HOME, { api: left.pid, worker: stranger.pid })).resolves.toEqual(['api']);
    await expect(gone).resolves.toEqual([null, 'SIGTERM']);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  } finally {
    left.kill('SIGKILL');
    stranger.kill('SIGKILL');
  }
});
