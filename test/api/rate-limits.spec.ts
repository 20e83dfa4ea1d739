import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/api.js';
import { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { loadConfig } from '#config';
import { PartnerStore } from '#database';
import { send } from '../support/http.js';
import { callerWith, stackHome, stackOf } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

const LIMIT = 30;
const PROCESSES = 2;

let database: DataSource;
let apis: readonly NestFastifyApplication[];
let urls: readonly string[];
let partners: PartnerStore;

/** Two api processes' worth of the service on the stack's own database, with limits that are soon reached. */
beforeAll(async () => {
  database = await ownersDatabase();
  const { vaultKey } = JSON.parse(await readFile(join(stackHome(), 'secrets.json'), 'utf8')) as { vaultKey: string };
  const { databaseUrl, temporalAddress, oidcIssuer } = stackOf();
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    OIDC_ISSUER: oidcIssuer,
    VAULT_KEY: vaultKey,
    RATE_LIMIT_PARTNER: String(LIMIT),
    RATE_LIMIT_PERSON: String(LIMIT),
    LOG_LEVEL: 'silent',
  });
  partners = new PartnerStore(database, Buffer.from(vaultKey, 'base64'));
  apis = await Promise.all(Array.from({ length: PROCESSES }, () => createApi(config)));
  await Promise.all(apis.map((api) => api.listen(0, '127.0.0.1')));
  urls = await Promise.all(apis.map((api) => api.getUrl()));
});
afterAll(async () => {
  await Promise.all(apis.map((api) => api.close()));
  await database.destroy();
});

interface Said {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: number;
}

/** Asks each process in turn until both refuse; gives how often it was let through. */
async function spent(ask: (url: string) => Promise<Said>): Promise<{ readonly passed: number; readonly last: Said }> {
  let passed = 0;
  for (let [asked, refused] = [0, 0]; ; asked += 1) {
    const said = await ask(urls[asked % PROCESSES]!);
    refused = said.status === 429 ? refused + 1 : 0;
    if (said.status === 200) passed += 1;
    if (refused === PROCESSES) return { passed, last: said };
  }
}

async function personAsks(url: string, token: string): Promise<Said> {
  const { status, headers, body } = await send(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  return { status, code: (body as { code?: string }).code, retryAfter: Number(headers.get('retry-after')) };
}

/** A partner with a key of its own, known to no other spec. */
async function newPartner(): Promise<(url: string) => Promise<Said>> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const code = `p${randomUUID().slice(0, 8)}`;
  const key = { partner: code, serial: 'k1', algorithm: 'SHA256withRSA' } as const;
  await partners.addPartner(code, false);
  await partners.addKey({
    ...key,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    secret: null,
    notBefore: '2000-01-01T00:00:00.000Z',
    notAfter: null,
  });
  const signer = { ...key, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
  return async (url) => {
    const simulator = new PartnerSimulator(code, url, [signer]);
    const { method, path, headers } = simulator.plain('GET', '/partner/v1/orders');
    const answer = await send(url + path, { method, headers });
    const { code: said } = answer.body as { code?: string };
    return { status: answer.status, code: said, retryAfter: Number(answer.headers.get('retry-after')) };
  };
}

describe('beyond its limit, counted by both processes,', () => {
  test('a person is answered 429 and when to go on, and others are not', async () => {
    const { token } = await callerWith({ roles: ['REVIEWER'] });
    const { passed, last } = await spent((url) => personAsks(url, token));
    expect(passed).toBeGreaterThanOrEqual(LIMIT);
    expect(passed).toBeLessThan(PROCESSES * LIMIT);
    expect(last.code).toBe('rate.limited');
    expect(last.retryAfter).toBeGreaterThanOrEqual(1);
    expect(last.retryAfter).toBeLessThanOrEqual(60);
    const other = await callerWith({ roles: ['REVIEWER'] });
    for (const url of urls) expect((await personAsks(url, other.token)).status).toBe(200);
  });

  test('a partner is answered 429 and when to go on, and others are not', async () => {
    const { passed, last } = await spent(await newPartner());
    expect(passed).toBeGreaterThanOrEqual(LIMIT);
    expect(passed).toBeLessThan(PROCESSES * LIMIT);
    expect(last).toMatchObject({ code: 'rate.limited' });
    expect(last.retryAfter).toBeGreaterThanOrEqual(1);
    const other = await newPartner();
    for (const url of urls) expect((await other(url)).status).toBe(200);
  });
});
