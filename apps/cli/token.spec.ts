import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import getPort from 'get-port';
import { decodeJwt } from 'jose';
import { serveOidc } from '../standalone/oidc.js';
import { keepSecrets } from '../standalone/secrets.js';
import { writeStandalone } from '../standalone/standalone-file.js';
import { TOKEN_CLIENT_ID } from '../standalone/users.js';
import { tokenOf } from './token.js';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'token-'));
});

afterEach(() => rm(home, { recursive: true }));

test('a token is had from the provider that standalone.json names', async () => {
  const provider = await providerOf(home);
  const token = await tokenOf('senior', home);
  provider.close();
  expect(decodeJwt(token)).toMatchObject({ sub: 'person:senior', roles: ['SENIOR_REVIEWER'], aud: 'reinstate' });
});

test('an unknown user is told who there is', async () => {
  await expect(tokenOf('boss', home)).rejects.toThrow(/no user "boss".*intake intake2 reviewer/);
});

test('without a running stack the message says how to start it', async () => {
  await expect(tokenOf('senior', home)).rejects.toThrow('npm start');
});

test('a stack that was killed counts as not running', async () => {
  const provider = await providerOf(home);
  provider.close();
  provider.closeAllConnections();
  await expect(tokenOf('senior', home)).rejects.toThrow('npm start');
});

async function providerOf(folder: string): Promise<Server> {
  const issuer = `http://127.0.0.1:${await getPort()}`;
  const secrets = await keepSecrets(join(folder, 'secrets.json'));
  writeStandalone(folder, {
    url: 'http://127.0.0.1:3000',
    ready: true,
    databaseUrl: 'postgres://127.0.0.1/reinstate',
    temporalAddress: '127.0.0.1:7233',
    oidcIssuer: issuer,
    tokenClient: { id: TOKEN_CLIENT_ID, secret: secrets.tokenClientSecret, endpoint: `${issuer}/token` },
    pids: {},
  });
  return serveOidc(issuer, secrets);
}
