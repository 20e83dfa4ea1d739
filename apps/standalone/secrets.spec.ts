import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { keepSecrets } from './secrets.js';

const folder = mkdtempSync(join(tmpdir(), 'reinstate-secrets-'));
const path = join(folder, 'secrets.json');
afterAll(() => rmSync(folder, { recursive: true }));

test('secrets are made once, and those a folder of an earlier version lacks are added to it', async () => {
  const made = await keepSecrets(path);
  await expect(keepSecrets(path)).resolves.toEqual(made);
  const { checkpointKey, ...earlier } = JSON.parse(readFileSync(path, 'utf8')) as typeof made;
  expect(createPrivateKey(Buffer.from(checkpointKey, 'base64')).asymmetricKeyType).toBe('ed25519');
  writeFileSync(path, JSON.stringify(earlier));
  const completed = await keepSecrets(path);
  expect(completed).toMatchObject(earlier);
  expect(completed.checkpointKey).not.toBe(checkpointKey);
  await expect(keepSecrets(path)).resolves.toEqual(completed);
});
