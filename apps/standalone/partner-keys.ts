import { generateKeyPair, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { selfSigned, type KeyAlgorithm, type PartnerKey, type Signer } from '#partner';

/** The partner systems the standalone stack knows, by their codes. */
export const STANDALONE_PARTNERS = ['unionpay', 'ums', 'lakala', 'shengpay', 'allinpay', 'wechat'] as const;

/** A key of a partner as files: a pair whose halves begin with a name, or one file with a shared secret. */
interface KeyFile {
  readonly partner: string;
  readonly serial: string;
  readonly algorithm: KeyAlgorithm;
  readonly file: string;
}

const RSA_PAIRS: readonly KeyFile[] = STANDALONE_PARTNERS.map((partner) => ({
  partner,
  serial: 'standalone-1',
  algorithm: 'SHA256withRSA',
  file: '',
}));
const SM2_PAIR: KeyFile = { partner: 'allinpay', serial: 'standalone-sm2-1', algorithm: 'SM3withSM2', file: 'sm2-' };
/** Secrets of 32 characters: UMS signs with one, WeChat seals with one (its API v3 key). */
const SECRETS: readonly KeyFile[] = [
  { partner: 'ums', serial: 'standalone-hmac-1', algorithm: 'HMAC-SHA256', file: 'hmac.secret' },
  { partner: 'wechat', serial: 'standalone-aes-1', algorithm: 'AES-256-GCM', file: 'api-v3.secret' },
];
/** With which we sign what is sent to partners in their own formats. */
const OUR_PAIR: KeyFile = { partner: 'reinstate', serial: 'reinstate-1', algorithm: 'SHA256withRSA', file: '' };
const CERTIFICATE = 'certificate.pem';
const EVER = '2000-01-01T00:00:00.000Z';

const makePair = promisify(generateKeyPair);
const newPair = {
  SHA256withRSA: () => makePair('rsa', { modulusLength: 2048 }),
  SM3withSM2: () => makePair('ec', { namedCurve: 'SM2' }),
} as const;

/**
 * Makes the keys of each standalone partner, once. All have an RSA-2048 pair: `<folder>/<code>/private.pem` (PKCS #8),
 * with which the simulator of the partner signs, and `public.pem` (SPKI), with which the engine checks. Besides,
 * UnionPay has a certificate of that key, Allinpay an SM2 pair, UMS and WeChat a secret shared with us. `reinstate` has
 * the pair that signs webhooks in partners' own formats.
 */
export async function keepPartnerKeys(folder: string): Promise<void> {
  const folders = [...STANDALONE_PARTNERS, OUR_PAIR.partner];
  await Promise.all(folders.map((code) => mkdir(join(folder, code), { recursive: true, mode: 0o700 })));
  await Promise.all([
    ...RSA_PAIRS.map((file) => keepPair(folder, file, 'SHA256withRSA')),
    keepPair(folder, SM2_PAIR, 'SM3withSM2'),
    keepPair(folder, OUR_PAIR, 'SHA256withRSA'),
    ...SECRETS.map((file) => keepSecret(folder, file)),
  ]);
  await keepCertificate(join(folder, 'unionpay'));
}

async function keepPair(folder: string, { partner, file }: KeyFile, kind: keyof typeof newPair): Promise<void> {
  const path = (half: string): string => join(folder, partner, `${file}${half}.pem`);
  // The public key is written last, so its presence tells that the pair is whole.
  if (existsSync(path('public'))) return;
  const { privateKey, publicKey } = await newPair[kind]();
  await writeFile(path('private'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  await writeFile(path('public'), publicKey.export({ type: 'spki', format: 'pem' }));
}

async function keepSecret(folder: string, { partner, file }: KeyFile): Promise<void> {
  const path = join(folder, partner, file);
  if (!existsSync(path)) await writeFile(path, randomBytes(16).toString('hex'), { mode: 0o600 });
}

async function keepCertificate(folder: string): Promise<void> {
  const path = join(folder, CERTIFICATE);
  if (existsSync(path)) return;
  const privateKey = await readFile(join(folder, 'private.pem'), 'utf8');
  await writeFile(path, selfSigned(privateKey, '041@Z2026@00040000:SIGN@standalone', new Date()));
}

const textIn = (folder: string, { partner, file }: KeyFile, half = ''): Promise<string> =>
  readFile(join(folder, partner, half ? `${file}${half}.pem` : file), 'utf8');

/** The keys the engine knows the standalone partners by; valid since ever and for ever. */
export function standaloneKeys(folder: string): Promise<readonly PartnerKey[]> {
  const row = ({ partner, serial, algorithm }: KeyFile) => ({
    partner,
    serial,
    algorithm,
    notBefore: EVER,
    notAfter: null,
  });
  return Promise.all([
    ...[...RSA_PAIRS, SM2_PAIR].map(async (file) => ({
      ...row(file),
      publicKey: await textIn(folder, file, 'public'),
      secret: null,
    })),
    ...SECRETS.map(async (file) => ({ ...row(file), publicKey: null, secret: await textIn(folder, file) })),
  ]);
}

/** What the simulator of a partner signs with; the RSA pair comes first. */
export async function standaloneSigners(folder: string, code: string): Promise<readonly Signer[]> {
  const own = ({ partner }: KeyFile): boolean => partner === code;
  const certificate =
    code === 'unionpay' ? { certificate: await readFile(join(folder, code, CERTIFICATE), 'utf8') } : {};
  return Promise.all([
    ...[...RSA_PAIRS, SM2_PAIR].filter(own).map(async (file) => ({
      ...{ partner: file.partner, serial: file.serial, algorithm: file.algorithm },
      ...certificate,
      privateKey: await textIn(folder, file, 'private'),
    })),
    ...SECRETS.filter(own).map(async (file) => ({
      ...{ partner: file.partner, serial: file.serial, algorithm: file.algorithm },
      secret: await textIn(folder, file),
    })),
  ]);
}
