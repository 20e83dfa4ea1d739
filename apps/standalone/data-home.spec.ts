import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { makePassable, openHome } from './data-home.js';
import { keepPartnerKeys, STANDALONE_PARTNERS, standaloneKeys, standaloneSigners } from './partner-keys.js';
import { keepSecrets } from './secrets.js';

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

test('a folder in a closed folder becomes passable, and neither becomes readable', async () => {
  const outer = await mkdtemp(join(tmpdir(), 'data-home-'));
  const inner = join(outer, 'home');
  await mkdir(inner, { mode: 0o700 });
  await expect(makePassable(inner)).resolves.toEqual([outer, inner]);
  await expect(makePassable(inner)).resolves.toEqual([]);
  expect([await modeOf(outer), await modeOf(inner)]).toEqual(['701', '701']);
  await rm(outer, { recursive: true });
});

test('what a data folder keeps is its owner’s alone and the same at the second start', async () => {
  const home = await mkdtemp(join(tmpdir(), 'data-home-'));
  await chmod(home, 0o755);
  await openHome(home);
  const made = await keepSecrets(join(home, 'secrets.json'));
  await expect(keepSecrets(join(home, 'secrets.json'))).resolves.toEqual(made);
  expect(await modeOf(join(home, 'secrets.json'))).toBe('600');
  expect(await modeOf(join(home, 'documents'))).toBe('700');
  await rm(home, { recursive: true });
});

test('the keys of a partner are made once, and read by both sides', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'partners-'));
  await keepPartnerKeys(folder);
  const { mtimeMs } = await stat(join(folder, 'unionpay/private.pem'));
  await keepPartnerKeys(folder);
  expect((await stat(join(folder, 'unionpay/private.pem'))).mtimeMs).toBe(mtimeMs);
  for (const secret of ['allinpay/private.pem', 'allinpay/sm2-private.pem', 'ums/hmac.secret', 'wechat/api-v3.secret'])
    expect(await modeOf(join(folder, secret))).toBe('600');
  const serials = (list: readonly { partner: string; serial: string }[]) =>
    list.map(({ partner, serial }) => `${partner} ${serial}`).sort();
  const signers = await Promise.all(STANDALONE_PARTNERS.map((code) => standaloneSigners(folder, code)));
  expect(serials(await standaloneKeys(folder))).toEqual(serials(signers.flat()));
  await rm(folder, { recursive: true });
});
