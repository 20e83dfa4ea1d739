import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request as requestHttp } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { sampleNotice } from '../../apps/cli/partner.samples.js';
import { PartnerSimulator, type Outgoing } from '../../apps/cli/partner.simulator.js';
import { homePaths } from '../../apps/standalone/data-home.js';
import type { Signer } from '#partner';
import { partnerOf } from '../support/partners.js';
import { peopleOf, stackHome, stackOf } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

const PATH = '/partner/v1/signals';
let database: DataSource;
let lakala: PartnerSimulator;
let publicKey: string;
let privateKey: string;
let token: string;

beforeAll(async () => {
  [database, lakala] = await Promise.all([ownersDatabase(), partnerOf('lakala')]);
  const folder = join(homePaths(stackHome()).partners, 'lakala');
  publicKey = await readFile(join(folder, 'public.pem'), 'utf8');
  privateKey = await readFile(join(folder, 'private.pem'), 'utf8');
  token = (await peopleOf()).intake.token;
});
afterAll(() => database.destroy());

const notice = () => sampleNotice('lakala', { notice: `ATTACK-${randomUUID()}` });
const honest = (now = new Date()): Outgoing => lakala.plain('POST', PATH, notice(), now);
const later = (seconds: number): Date => new Date(Date.now() + seconds * 1_000);
const withHeader = (outgoing: Outgoing, change: (header: string) => string): Outgoing => ({
  ...outgoing,
  headers: { ...outgoing.headers, authorization: change(outgoing.headers['authorization']!) },
});
const withHeaders = (outgoing: Outgoing, headers: object): Outgoing => ({
  ...outgoing,
  headers: { ...outgoing.headers, ...headers },
});
const withBody = (outgoing: Outgoing, body: string | Buffer): Outgoing => ({ ...outgoing, body: Buffer.from(body) });
const textOf = ({ body }: Outgoing): string => Buffer.from(body).toString('utf8');

/** Somebody with a key of their own. */
function stranger(changes: Partial<Signer> = {}): PartnerSimulator {
  const { privateKey: own } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = own.export({ type: 'pkcs8', format: 'pem' }) as string;
  const signer: Signer = {
    partner: 'lakala',
    serial: 'standalone-1',
    algorithm: 'SHA256withRSA',
    privateKey: pem,
    ...changes,
  };
  return new PartnerSimulator('lakala', stackOf().url, [signer]);
}

interface Said {
  readonly status: number;
  readonly code: string;
}

/** Sends header lines exactly as they are, one twice if need be. */
function sendRaw({ method, path, body }: Outgoing, lines: readonly string[]): Promise<Said> {
  const { hostname, port } = new URL(stackOf().url);
  return new Promise((resolve, reject) => {
    const headers = ['host', hostname, 'content-length', String(body.length), ...lines];
    const sent = requestHttp({ hostname, port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(saidIn(response.statusCode ?? 0, Buffer.concat(chunks).toString())));
    });
    sent.on('error', reject);
    sent.end(Buffer.from(body));
  });
}

function saidIn(status: number, body: string): Said {
  const { code } = (body.startsWith('{') ? JSON.parse(body) : {}) as { readonly code?: string };
  return { status, code: code ?? '' };
}

async function send(outgoing: Outgoing): Promise<Said> {
  const { status, body } = await lakala.send(outgoing);
  return saidIn(status, body);
}

const linesOf = ({ headers }: Outgoing): string[] => Object.entries(headers).flat();
const twice = (outgoing: Outgoing, name: string): string[] => [...linesOf(outgoing), name, outgoing.headers[name]!];

/** What a message could have left behind. */
interface Traces {
  readonly inbox: string;
  readonly cases: string;
}

/** How much of it there is. */
async function traces(): Promise<Traces> {
  const rows = await database.query<[Traces]>(
    `SELECT (SELECT count(*) FROM inbox WHERE body::text LIKE '%ATTACK-%') AS inbox,
            (SELECT count(*) FROM case_ref WHERE notice_no LIKE 'ATTACK-%') AS cases`,
  );
  return rows[0];
}

const INVALID: Said = { status: 401, code: 'signature.invalid' };
const MISSING: Said = { status: 401, code: 'auth.missing' };
const STALE: Said = { status: 401, code: 'signature.stale' };

type Attack = readonly [name: string, wanted: Said, attempt: () => Promise<Said>];

const ATTACKS: readonly Attack[] = [
  ['an altered body', INVALID, () => { const it = honest(); return send(withBody(it, textOf(it).replace('822290', '822291'))); }],
  ['a re-serialised body', INVALID, () => { const it = honest(); return send(withBody(it, JSON.stringify(JSON.parse(textOf(it)), null, 1))); }],
  ['a body with a line feed more', INVALID, () => { const it = honest(); return send(withBody(it, `${textOf(it)}\n`)); }],
  ['no body', INVALID, () => send(withBody(honest(), ''))],
  ['a compressed body', { status: 401, code: 'signature.invalid' }, () => { const it = honest(); return send(withHeaders(withBody(it, gzipSync(it.body)), { 'content-encoding': 'gzip' })); }],
  ['another path', { status: 401, code: 'signature.invalid' }, () => send({ ...honest(), path: '/partner/v1/endpoints' })],
  ['another query', INVALID, () => send({ ...honest(), path: `${PATH}?x=1` })],
  ['another method', INVALID, () => { const it = honest(); return send({ ...it, method: 'GET', path: '/partner/v1/endpoints', body: Buffer.alloc(0), headers: { authorization: it.headers['authorization']! } }); }],
  ['a path spelled otherwise', INVALID, () => send({ ...honest(), path: '/partner/v1/%73ignals' })],
  ['a key of one’s own', INVALID, () => send(stranger().plain('POST', PATH, notice()))],
  ['a key of one’s own under another serial', INVALID, () => send(stranger({ serial: 'standalone-2' }).plain('POST', PATH, notice()))],
  ['a partner nobody knows', INVALID, () => send(stranger({ partner: 'nobody' }).plain('POST', PATH, notice()))],
  ['the own key under another partner’s name', INVALID, () => send(stranger({ partner: 'allinpay', privateKey }).plain('POST', PATH, notice()))],
  ['a forged signature', INVALID, () => send(withHeader(honest(), (h) => h.replace(/signature=./, (s) => (s.endsWith('A') ? 'signature=B' : 'signature=A'))))],
  ['an empty signature', INVALID, () => send(withHeader(honest(), (h) => h.replace(/signature=.*/, 'signature=')))],
  ['a signature cut short', INVALID, () => send(withHeader(honest(), (h) => h.slice(0, -8)))],
  ['an HMAC under the public key', INVALID, () => { const it = honest(); return send(withHeader(it, (h) => h.replace(/signature=.*/, `signature=${createHmac('sha256', publicKey).update(it.body).digest('base64')}`))); }],
  ['a signature of the bare body', INVALID, () => { const it = honest(); return send(withHeader(it, (h) => h.replace(/signature=.*/, `signature=${sign('sha256', it.body, privateKey).toString('base64')}`))); }],
  ['an RSA key under the SM2 scheme', INVALID, () => send(withHeader(honest(), (h) => h.replace('SHA256withRSA', 'SM3withSM2')))],
  ['a scheme called none', INVALID, () => send(withHeader(honest(), (h) => h.replace('SHA256withRSA', 'none')))],
  ['a scheme of weak hashes', INVALID, () => send(withHeader(honest(), (h) => h.replace('SHA256withRSA', 'SHA1withRSA')))],
  ['another nonce than was signed', INVALID, () => send(withHeader(honest(), (h) => h.replace(/nonce=../, 'nonce=zz')))],
  ['a later timestamp than was signed', INVALID, () => send(withHeader(honest(later(-400)), (h) => h.replace(/timestamp=\d+/, `timestamp=${Math.floor(Date.now() / 1000)}`)))],
  ['a message of six minutes ago', STALE, () => send(honest(later(-360)))],
  ['a message of yesterday', STALE, () => send(honest(later(-86_400)))],
  ['a message of six minutes ahead', STALE, () => send(honest(later(360)))],
  ['a parameter twice', INVALID, () => send(withHeader(honest(), (h) => h.replace('partner=lakala', 'partner=lakala,partner=lakala')))],
  ['a parameter missing', INVALID, () => send(withHeader(honest(), (h) => h.replace('serial=standalone-1,', '')))],
  ['a parameter more', INVALID, () => send(withHeader(honest(), (h) => `${h},role=ADMIN`))],
  ['a quote in the header', INVALID, () => send(withHeader(honest(), (h) => h.replace('lakala', '"lakala"')))],
  ['a header with a tab', INVALID, () => send(withHeader(honest(), (h) => h.replace(',serial', ',\tserial')))],
  ['a partner in capitals', INVALID, () => send(withHeader(honest(), (h) => h.replace('lakala', 'LAKALA')))],
  ['SQL for a partner', INVALID, () => send(withHeader(honest(), (h) => h.replace('lakala', "lakala'--")))],
  ['no signature at all', MISSING, () => send({ ...honest(), headers: { 'content-type': 'application/json' } })],
  ['a person’s token', MISSING, () => send(withHeader(honest(), () => `Bearer ${token}`))],
  ['a basic password', MISSING, () => send(withHeader(honest(), () => 'Basic bGFrYWxhOng='))],
  ['the signature in another header', MISSING, () => { const it = honest(); return send({ ...it, headers: { 'content-type': 'application/json', 'x-authorization': it.headers['authorization']! } }); }],
  ['the header twice', INVALID, () => { const it = honest(); return sendRaw(it, twice(it, 'authorization')); }],
  ['a good header after a bad one', INVALID, () => { const it = honest(); return sendRaw(it, ['authorization', 'REINSTATE-SHA256withRSA x=1', ...linesOf(it)]); }],
  ['a body that is no JSON by its type', { status: 415, code: 'media.unsupported' }, () => send(withHeaders(honest(), { 'content-type': 'text/plain' }))],
  ['a body of more than 2 MiB', { status: 413, code: 'body.too-large' }, () => send(withBody(honest(), 'x'.repeat(2 * 1024 * 1024 + 1)))],
  ['a method override', INVALID, () => send({ ...withHeaders(honest(), { 'x-http-method-override': 'POST' }), method: 'PATCH', path: `/partner/v1/endpoints/end_1` })],
]; // prettier-ignore

describe('nobody but the partner', () => {
  test.each(ATTACKS)('gets through with %s', async (_, wanted, attempt) => {
    const before = await traces();
    expect(await attempt()).toEqual(wanted);
    expect(await traces()).toEqual(before);
  });

  test('gets through with a message that was heard before, as it is or with another Prefer', async () => {
    const message = honest();
    expect((await send(message)).status).toBe(200);
    const before = await traces();
    for (const again of [message, withHeaders(message, { prefer: 'respond-async' })])
      expect(await send(again)).toEqual({ status: 401, code: 'signature.replayed' });
    expect(await traces()).toEqual(before);
  });

  test('gets a genuine message to a case that is not its own to speak of, or another one under a known id', async () => {
    const mine = notice();
    expect((await send(lakala.plain('POST', PATH, mine))).status).toBe(200);
    const { cases } = await traces();
    const theirs = sampleNotice('allinpay', { notice: `ATTACK-${randomUUID()}` });
    const others: readonly (readonly [object, Said])[] = [
      [theirs, { status: 404, code: 'case.not-found' }],
      [
        { ...mine, occurredAt: later(-60).toISOString() },
        { status: 409, code: 'signal.body-changed' },
      ],
      [
        { ...mine, payload: theirs.payload },
        { status: 409, code: 'signal.body-changed' },
      ],
    ];
    for (const [message, wanted] of others) expect(await send(lakala.plain('POST', PATH, message))).toEqual(wanted);
    expect((await traces()).cases).toBe(cases);
  });

  test('gets a hundred copies of one message through at once: one is heard', async () => {
    const message = honest();
    const said = await Promise.all(Array.from({ length: 100 }, () => send(message)));
    expect(said.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(said.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(
      new Set(['signature.replayed']),
    );
  });
});

describe.each(['unionpay', 'ums', 'lakala', 'shengpay', 'allinpay', 'wechat'])('at the own address of %s', (code) => {
  const natively = async (): Promise<Outgoing> =>
    (await partnerOf(code)).native(
      sampleNotice(code, { notice: `${code === 'wechat' ? 'WX-' : ''}ATTACK-${randomUUID()}` }),
    );

  test('an altered, a stripped and another partner’s message is refused and leaves nothing', async () => {
    const before = await traces();
    const simulator = await partnerOf(code);
    const message = await natively();
    const spoiled = Buffer.from(message.body);
    spoiled[spoiled.length >> 1]! ^= 1;
    const other = await partnerOf(code === 'ums' ? 'lakala' : 'ums');
    const foreign = { ...other.native(sampleNotice(other.code, {})), path: message.path };
    for (const attack of [
      { ...message, body: spoiled },
      { ...message, body: Buffer.alloc(0) },
      {
        ...message,
        headers: { 'content-type': message.headers['content-type'] ?? 'application/json' },
        body: Buffer.from('{}'),
      },
      foreign,
    ]) {
      const { status } = await simulator.send(attack);
      expect([400, 401]).toContain(status);
    }
    expect(await traces()).toEqual(before);
  });
});
