import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const run = promisify(execFile);
const cli = (args: readonly string[], env: NodeJS.ProcessEnv = process.env) =>
  run(process.execPath, ['dist/apps/cli/main.js', ...args], { env, maxBuffer: 16 << 20 });
const alone = { ...process.env, REINSTATE_URL: '', REINSTATE_HOME: '/nonexistent/reinstate', NODE_OPTIONS: '' };

test('the demonstration runs a whole case without a server and ends in one JSON object', async () => {
  const { stdout } = await cli(['demo', '--json'], alone);
  const result = JSON.parse(stdout.trim().split('\n').at(-1)!) as Record<string, number>;
  expect(result).toMatchObject({
    ok: true,
    caseId: expect.stringMatching(/^case_/),
    finalState: 'CLOSED_REINSTATED',
    durationMs: expect.any(Number),
    replay: { deterministic: true, matchesRecord: true, chainVerified: true },
  });
  expect(result['events']).toBeGreaterThanOrEqual(25);
  expect(result['daysSimulated']).toBeGreaterThanOrEqual(90);
  expect(result['refusals']).toBeGreaterThanOrEqual(2);
}, 180_000);

test('on the running stack it tells the case in Chinese and English, with the forecast at two moments', async () => {
  const { stdout } = await cli(['demo']);
  expect(stdout.match(/预测 · forecast at/g)).toHaveLength(2);
  expect(stdout).toMatch(/复核通过 · Approved/);
  expect(stdout).toMatch(/CLOSED_REINSTATED/);
}, 60_000);

test('a token is printed and nothing else, and an unknown user is named', async () => {
  const { stdout } = await cli(['token', 'senior']);
  expect(stdout.trim()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  await expect(cli(['token', 'nobody'])).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('nobody') });
}, 30_000);
