import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const STUCK_MS = 900;
const module = pathToFileURL(resolve('dist/apps/worker/stuck.js')).href;

/** How a process ends that is watched and does this. */
function watched(
  code: string,
): Promise<{ readonly code: number | null; readonly signal: string | null; said: string }> {
  const script = `import { endWhenStuck } from '${module}'; endWhenStuck(${STUCK_MS}); ${code}`;
  return new Promise((ended) => {
    const child = execFile(process.execPath, ['--input-type=module', '-e', script], (_, _out, said) =>
      ended({ code: child.exitCode, signal: child.signalCode, said }),
    );
  });
}

test('a worker whose code does not come back is ended, and says why', async () => {
  const { signal, said } = await watched(`setTimeout(() => { for (;;); }, 50);`);
  expect(signal).toBe('SIGKILL');
  expect(said).toContain(`has not come back for ${STUCK_MS} ms`);
});

test('one that is busy but comes back again and again goes on, and ends by itself when it is done', async () => {
  const busy = `const until = Date.now() + ${3 * STUCK_MS};
    const work = () => { const end = Date.now() + ${STUCK_MS / 3}; while (Date.now() < end); if (end < until) setTimeout(work, 20); };
    work();`;
  await expect(watched(busy)).resolves.toMatchObject({ code: 0, signal: null });
});
