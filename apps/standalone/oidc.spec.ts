import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import getPort from 'get-port';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { serveOidc } from './oidc.js';
import { keepSecrets, type Secrets } from './secrets.js';
import { STANDALONE_USER_GRANT, STANDALONE_USERS, TOKEN_CLIENT_ID } from './users.js';

let folder: string;
let issuer: string;
let secrets: Secrets;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oidc-'));
  issuer = `http://127.0.0.1:${await getPort()}`;
  secrets = await keepSecrets(join(folder, 'secrets.json'));
  server = await serveOidc(issuer, secrets);
});

afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

test.each([...STANDALONE_USERS])(
  'a token of %s verifies by the published keys and carries its claims',
  async (name, user) => {
    const { status, body } = await ask({ username: name });
    expect(status).toBe(200);
    const { payload } = await verify(z.object({ access_token: z.string() }).parse(body).access_token);
    expect(payload).toMatchObject({ ...user });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 60 * 60);
  },
);

test('an unknown user gets no token', async () => {
  await expect(ask({ username: 'nobody' })).resolves.toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('a request without the secret of the client gets no token', async () => {
  const answer = ask({ username: 'senior' }, 'wrong');
  await expect(answer).resolves.toMatchObject({ status: 401, body: { error: 'invalid_client' } });
});

test('a provider started again verifies the tokens of the one before', async () => {
  const { body } = await ask({ username: 'senior' });
  const token = z.object({ access_token: z.string() }).parse(body).access_token;
  const again = `http://127.0.0.1:${await getPort()}`;
  const next = await serveOidc(again, await keepSecrets(join(folder, 'secrets.json')));
  const verified = await verify(token, again);
  next.close();
  expect(verified.payload.sub).toBe('person:senior');
});

function verify(token: string, keysOf = issuer) {
  const keys = createRemoteJWKSet(new URL(`${keysOf}/jwks`));
  return jwtVerify(token, keys, { issuer, audience: 'reinstate', algorithms: ['RS256'] });
}

async function ask(parameters: Record<string, string>, secret = secrets.tokenClientSecret) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${TOKEN_CLIENT_ID}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: STANDALONE_USER_GRANT, ...parameters }),
  });
  const body: unknown = await response.json();
  return { status: response.status, body };
}
