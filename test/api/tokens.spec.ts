import { createHmac, generateKeyPairSync } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT } from 'jose';
import { Caller, send } from '../support/http.js';
import { callerWith, peopleOf, stackOf, USERS, type Claims, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The claims of a good token. */
const claimsOf = ({ token }: Caller): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('a token of a standalone user', () => {
  test.each(USERS)('%s says who it is', async (user) => {
    const { status, body } = await people[user].get<Record<string, unknown>>('/api/v1/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: expect.any(String),
      roles: [expect.any(String)],
      institutions: ['*'],
      sandbox: true,
    });
  });

  test('is good for an hour at least, and is a person’s own', () => {
    const claims = USERS.map((user) => claimsOf(people[user]));
    expect(new Set(claims.map(({ sub }) => sub)).size).toBe(USERS.length);
    const until = Math.min(...claims.map(({ exp }) => Number(exp)));
    expect(until - Date.now() / 1000).toBeGreaterThan(3_600);
    expect(people.senior.token).not.toBe(people.senior2.token);
  });
});

describe('refused with auth.invalid is a token that', () => {
  const bad: readonly [title: string, claims: Claims][] = [
    ['is over', { expiresIn: -60 }],
    ['is for another service', { audience: 'elsewhere' }],
    ['is of another provider', { issuer: 'http://127.0.0.1:1' }],
  ];
  test.each(bad)('%s', async (_, claims) => {
    const answer = await (await callerWith({ roles: ['REVIEWER'], ...claims })).get('/api/v1/me');
    expect(answer).toMatchObject({ status: 401, body: { code: 'auth.invalid', detail: expect.any(String) } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  test('is signed by nobody, by a secret, or by a key of its own', async () => {
    const claims = encoded({ ...claimsOf(people.senior), sub: 'person:senior' });
    const none = `${encoded({ alg: 'none' })}.${claims}.`;
    const head = `${encoded({ alg: 'HS256' })}.${claims}`;
    const hashed = `${head}.${createHmac('sha256', 'reinstate').update(head).digest('base64url')}`;
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const own = await new SignJWT(claimsOf(people.senior))
      .setProtectedHeader({ alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) })
      .sign(privateKey);
    for (const token of [none, hashed, own]) {
      const answer = await new Caller(people.senior.url, token).get('/api/v1/me');
      expect(answer).toMatchObject({ status: 401, body: { code: 'auth.invalid' } });
    }
  });

  test('was altered in one place', async () => {
    const [head, , signature] = people.reviewer.token.split('.');
    const raised = `${head}.${encoded({ ...claimsOf(people.reviewer), roles: ['SENIOR_REVIEWER'] })}.${signature}`;
    expect(await new Caller(people.reviewer.url, raised).get('/api/v1/me')).toMatchObject({ status: 401 });
  });
});

test('a role no person may hold gives no right', async () => {
  const engine = await callerWith({ roles: ['SYSTEM', 'UNIONPAY', 'PARTNER'] });
  expect(await engine.get('/api/v1/cases')).toMatchObject({ status: 403, body: { code: 'auth.role' } });
});

test.each(['Basic dTpw', 'Bearer', 'Bearer a b', 'Token x'])(
  'an Authorization header of %p is refused',
  async (authorization) => {
    const answer = await send(`${stackOf().url}/api/v1/me`, { headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, body: { code: 'auth.invalid' } });
  },
);
