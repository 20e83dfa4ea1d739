import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { readStandalone } from '../../apps/standalone/standalone-file.js';
import { eventually } from '../support/case.driver.js';
import { partnerOf } from '../support/partners.js';
import { stackHome } from '../support/people.js';
import { readFileSync } from 'node:fs';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reinstate-keys-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The registry's commands, as an operator gives them. */
function registry(...args: readonly string[]): Promise<{ stdout: string }> {
  const { vaultKey } = JSON.parse(readFileSync(join(stackHome(), 'secrets.json'), 'utf8')) as { vaultKey: string };
  const env = { ...process.env, DATABASE_OWNER_URL: readStandalone(stackHome())!.databaseUrl, VAULT_KEY: vaultKey };
  return run(process.execPath, ['dist/apps/cli/main.js', ...args], { env });
}

const asks = async (simulator: PartnerSimulator): Promise<number> =>
  (await simulator.send(simulator.plain('GET', '/partner/v1/orders'))).status;

test('a key is replaced without a moment in which none is live: the new one is added, then the old one retired', async () => {
  const shengpay = await partnerOf('shengpay');
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const file = join(folder, 'public.pem');
  await writeFile(file, publicKey.export({ type: 'spki', format: 'pem' }));
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const signer = { partner: 'shengpay', serial: 'next-1', algorithm: 'SHA256withRSA', privateKey: pem } as const;
  const next = new PartnerSimulator('shengpay', readStandalone(stackHome())!.url, [signer]);
  expect(await asks(next)).toBe(401);
  await registry('partner-key', 'shengpay', 'next-1', '--public', file);
  await eventually(
    () => asks(next),
    (status) => status === 200,
  );
  expect(await asks(shengpay)).toBe(200);
  await registry('partner-key-retire', 'shengpay', 'next-1');
  await eventually(
    () => asks(next),
    (status) => status === 401,
  );
  expect(await asks(shengpay)).toBe(200);
});

test('a second key of a serial and a partner that does not exist are refused with what to do', async () => {
  const file = join(folder, 'public.pem');
  await expect(registry('partner-key', 'shengpay', 'next-1', '--public', file)).rejects.toMatchObject({
    stderr: expect.stringContaining('A new key needs a new serial'),
  });
  await expect(registry('partner-key', 'nobody', 'k', '--public', file)).rejects.toMatchObject({
    stderr: expect.stringContaining('partner-add nobody'),
  });
});
