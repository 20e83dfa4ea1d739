import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import multipart from '@fastify/multipart';
import { fastify, type FastifyInstance } from 'fastify';
import { problemOf } from '../problem/problem-of.js';
import { MAX_FILE_BYTES, readUpload } from './upload.reader.js';

let server: FastifyInstance;
let address: string;
beforeAll(async () => {
  server = fastify();
  await server.register(multipart);
  server.post('/', async (request) => {
    const { bytes, fields } = await readUpload(request);
    return { length: bytes.length, fields };
  });
  server.setErrorHandler((error, _, reply) => {
    const problem = problemOf(error);
    return reply.status(problem.status).send(problem.body());
  });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

const form = (entries: readonly (readonly [name: string, value: string | Blob])[]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};
const send = async (body: FormData | string, headers: Record<string, string> = {}) => {
  const response = await fetch(address, { method: 'POST', body, headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const file = (length: number): Blob => new Blob([new Uint8Array(length)]);

describe('a file', () => {
  test('comes with its fields; empty ones are left out, instants are in UTC', async () => {
    const fields = [
      ['medium', 'PAPER'],
      ['receivedAt', '2026-11-23T09:00:00+08:00'],
      ['validUntil', ''],
    ] as const;
    expect(await send(form([...fields, ['file', file(10)]]))).toEqual({
      status: 200,
      body: { length: 10, fields: { medium: 'PAPER', receivedAt: '2026-11-23T01:00:00.000Z' } },
    });
  });

  test('of 10 MiB is read', async () => {
    expect(await send(form([['file', file(MAX_FILE_BYTES)]]))).toMatchObject({
      status: 200,
      body: { length: MAX_FILE_BYTES },
    });
  });

  test.each([1, MAX_FILE_BYTES * 2])('with %d bytes more is too large', async (more) => {
    expect(await send(form([['file', file(MAX_FILE_BYTES + more)]]))).toMatchObject({
      status: 413,
      body: { code: 'body.too-large' },
    });
  });
});

describe('a request', () => {
  test.each([
    ['without a file', [['medium', 'PAPER']]],
    ['with the file as words', [['file', 'words']]],
    ['with the file under another name', [['paper', file(5)]]],
    [
      'with two files',
      [
        ['file', file(5)],
        ['file', file(5)],
      ],
    ],
    [
      'with an unknown field',
      [
        ['file', file(5)],
        ['colour', 'red'],
      ],
    ],
    [
      'with an unknown medium',
      [
        ['file', file(5)],
        ['medium', 'STONE'],
      ],
    ],
    [
      'with a field as long as a book',
      [
        ['file', file(5)],
        ['transactionId', 'x'.repeat(5_000)],
      ],
    ],
    ['with a hundred fields', [...Array.from({ length: 100 }, (_, i) => [`f${i}`, '1'] as const), ['file', file(5)]]],
  ] as const)('%s is not well-formed', async (_, entries) => {
    expect(await send(form(entries))).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test('that is cut off is not well-formed', async () => {
    const body = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF';
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    expect(await send(body, headers)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test('that is no multipart is of the wrong type', async () => {
    expect(await send('{}', { 'content-type': 'application/json' })).toMatchObject({
      status: 415,
      body: { code: 'media.unsupported' },
    });
  });
});
