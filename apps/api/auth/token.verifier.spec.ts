import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import type { Config } from '#config';
import { TokenVerifier } from './token.verifier.js';

let provider: Server;
let issuer: string;
let key: CryptoKey;
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  key = privateKey;
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] };
  provider = createServer(({ url }, response) =>
    response.end(JSON.stringify(url === '/jwks' ? jwks : { issuer, jwks_uri: `${issuer}/jwks` })),
  );
  await new Promise<void>((listening) => provider.listen(0, '127.0.0.1', listening));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(() => void provider.close());
afterEach(() => void jest.useRealTimers());

const EXPIRES_S = 20;
const tokenOf = (sub: string): Promise<string> =>
  new SignJWT({ roles: ['INTAKE'] })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer(issuer)
    .setAudience('reinstate')
    .setSubject(sub)
    .setExpirationTime(`${EXPIRES_S}s`)
    .sign(key);
const verifierOf = (): TokenVerifier =>
  new TokenVerifier({ OIDC_ISSUER: issuer, OIDC_AUDIENCE: 'reinstate' } as unknown as Config);

test('a token that was good is good again, and names the same caller', async () => {
  const verifier = verifierOf();
  const token = await tokenOf('person:intake');
  const first = await verifier.verify(token);
  expect(first).toMatchObject({ id: 'person:intake', roles: ['INTAKE'] });
  expect(await verifier.verify(token)).toBe(first);
  expect(await verifier.verify(await tokenOf('person:other'))).toMatchObject({ id: 'person:other' });
});

test('a token that was good is refused once it has expired', async () => {
  const verifier = verifierOf();
  const token = await tokenOf('person:intake');
  await verifier.verify(token);
  const late = Date.now() + (EXPIRES_S + 6) * 1_000;
  jest.useFakeTimers({
    now: late,
    doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout', 'queueMicrotask'],
  });
  await expect(verifier.verify(token)).rejects.toMatchObject({ code: 'auth.invalid' });
});

test('a token with one letter changed is not the one that was good', async () => {
  const verifier = verifierOf();
  const token = await tokenOf('person:intake');
  await verifier.verify(token);
  const at = token.length - 10;
  const other = token[at] === 'A' ? 'B' : 'A';
  await expect(verifier.verify(token.slice(0, at) + other + token.slice(at + 1))).rejects.toMatchObject({
    code: 'auth.invalid',
  });
});
