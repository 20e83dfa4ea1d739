import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DocumentAltered, DocumentMissing, openDocumentStorage, type DocumentStorage } from '#database';
import { startS3Simulator, type S3Simulator } from '../support/s3-simulator.js';

const BYTES = Buffer.from('%PDF-1.7 恢复申请表');
const KEY_OF_NOTHING = `00/00${'0'.repeat(62)}`;

let folder: string;
let s3: S3Simulator;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
  s3 = await startS3Simulator();
  process.env['AWS_ACCESS_KEY_ID'] = 'test';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
});
afterAll(async () => {
  delete process.env['AWS_ACCESS_KEY_ID'];
  delete process.env['AWS_SECRET_ACCESS_KEY'];
  await s3.close();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  Object.assign(s3, { failures: 0, silent: false });
});

const storages: readonly (readonly [name: string, open: () => Promise<DocumentStorage>])[] = [
  ['a folder', () => openDocumentStorage(`file:${join(folder, 'new', 'documents')}`)],
  ['S3', () => openDocumentStorage('s3://papers/reinstate/documents', s3.endpoint)],
  ['S3 without a prefix', () => openDocumentStorage('s3://papers?region=cn-north-1', s3.endpoint)],
];

describe.each(storages)('%s', (_, open) => {
  test('gives back the bytes it was given, the same key for the same bytes', async () => {
    const storage = await open();
    const big = randomBytes(3 * 1024 * 1024);
    const [key, again, bigKey] = [await storage.put(BYTES), await storage.put(BYTES), await storage.put(big)];
    expect(again).toBe(key);
    expect(Buffer.from(await storage.get(key)).equals(BYTES)).toBe(true);
    expect(Buffer.from(await storage.get(bigKey)).equals(big)).toBe(true);
  });

  test('takes the same bytes from many at once', async () => {
    const storage = await open();
    const bytes = randomBytes(10_000);
    const keys = await Promise.all(Array.from({ length: 8 }, () => storage.put(bytes)));
    expect(new Set(keys).size).toBe(1);
    expect(Buffer.from(await storage.get(keys[0]!)).equals(bytes)).toBe(true);
  });

  test.each([KEY_OF_NOTHING, '../../etc/passwd', '', 'ab', '/ab/cd'])('has nothing under %j', async (key) => {
    await expect((await open()).get(key)).rejects.toThrow(DocumentMissing);
  });
});

test('a folder holds whole files for its user alone, and tells an altered one', async () => {
  const storage = await openDocumentStorage(`file:${folder}`);
  const key = await storage.put(BYTES);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'));
  expect(files).toEqual([]);
  expect((await stat(join(folder, key))).mode & 0o777).toBe(0o600);
  await writeFile(join(folder, key), 'other');
  await expect(storage.get(key)).rejects.toThrow(DocumentAltered);
  await storage.put(BYTES);
  expect(Buffer.from(await storage.get(key)).equals(BYTES)).toBe(true);
});

describe('an S3 store', () => {
  test('is spoken to in path style under the prefix, and its altered object is told', async () => {
    const storage = await openDocumentStorage('s3://papers/a/b/', s3.endpoint);
    const key = await storage.put(BYTES);
    expect(s3.objects.get(`/papers/a/b/${key}`)).toEqual(BYTES);
    s3.objects.set(`/papers/a/b/${key}`, Buffer.from('other'));
    await expect(storage.get(key)).rejects.toThrow(DocumentAltered);
  });

  test('that fails once is asked again, one that keeps failing fails the caller', async () => {
    const storage = await openDocumentStorage('s3://papers', s3.endpoint);
    s3.failures = 1;
    await expect(storage.put(BYTES)).resolves.toMatch(/^[0-9a-f]{2}\//);
    s3.failures = 5;
    await expect(storage.put(BYTES)).rejects.toThrow();
  });

  test('that does not answer fails the caller within 5 s', async () => {
    const storage = await openDocumentStorage('s3://papers', s3.endpoint);
    s3.silent = true;
    const began = performance.now();
    await expect(storage.put(BYTES)).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test('a setting that names no storage is refused', async () => {
  await expect(openDocumentStorage('ftp://host/folder')).rejects.toThrow('no document storage is called ftp:');
});
