import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { loadConfig } from '#config';
import { createApi } from '../api.js';
import { NOWHERE } from '../contract.js';

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security?: readonly unknown[];
  readonly 'x-roles'?: readonly string[];
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: unknown;
}

const served = new Set<string>();
let app: NestFastifyApplication;
let openApi: OpenApi;

beforeAll(async () => {
  // The document needs no database, so none is waited for.
  jest.spyOn(DataSource.prototype, 'initialize').mockImplementation(function (this: DataSource) {
    return Promise.resolve(this);
  });
  app = await createApi(loadConfig(NOWHERE));
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', ({ method, url }) => {
      for (const verb of [method].flat()) served.add(`${verb.toLowerCase()} ${url.replace(/:(\w+)/g, '{$1}')}`);
    });
  await app.init();
  openApi = JSON.parse((await app.inject('/openapi.json')).body) as OpenApi;
});
afterAll(() => app.close());

const operations = (): readonly (readonly [address: string, operation: Operation])[] =>
  Object.entries(openApi.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
  );

describe('the document of the whole service', () => {
  test('has every route that is served, and no other', () => {
    const wanted = [...served].filter((address) => !/^(head|options) /.test(address));
    expect(
      operations()
        .map(([address]) => address)
        .sort(),
    ).toEqual(wanted.sort());
  });

  test('says of every route what it does and who may call it', () => {
    const silent = operations().filter(
      ([
        ,
        {
          operationId,
          tags: [subject],
          summary,
          security,
          ...more
        },
      ]) => {
        const isBare = summary === `${subject}: ${operationId.split('_')[1]}`;
        return isBare || (security?.length !== 0 && !more['x-roles']?.length);
      },
    );
    expect(silent.map(([address]) => address)).toEqual([]);
  });

  test('names every operation once', () => {
    const ids = operations().map(([, { operationId }]) => operationId);
    expect(ids).toEqual([...new Set(ids)]);
  });

  test('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(openApi).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    const missing = references.filter(
      (path) => path.split('/').reduce<unknown>((at, name) => Reflect.get(Object(at), name), openApi) === undefined,
    );
    expect(missing).toEqual([]);
  });
});

describe('every answer', () => {
  const calls = [
    ['GET', '/nowhere', 404, 'route.not-found'],
    ['OPTIONS', '/nowhere', 404, 'route.not-found'],
    ['OPTIONS', '/api/v1/cases', 404, 'route.not-found'],
    ['DELETE', '/api/v1/cases', 404, 'route.not-found'],
    ['GET', '/%zz', 400, 'request.invalid'],
    ['GET', '/api/v1/cases', 401, 'auth.missing'],
    ['POST', '/api/v1/notices', 401, 'auth.missing'],
    ['POST', '/partner/v1/signals', 401, 'auth.missing'],
    ['GET', '/partner/v1/nowhere', 404, 'route.not-found'],
  ] as const;

  test.each(calls)('to %s %s is a problem %i %s with the id of its request', async (method, url, status, code) => {
    const { statusCode, headers, body } = await app.inject({ method, url, headers: { 'x-request-id': 'mine-1' } });
    expect([statusCode, headers['content-type'], headers['x-request-id']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
      'mine-1',
    ]);
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  test.each([
    ['/docs', 200],
    ['/openapi.json', 200],
    ['/nowhere', 404],
    ['/api/v1/cases', 401],
  ])('to HEAD %s has the status GET has', async (url, status) => {
    const { statusCode, headers } = await app.inject({ method: 'HEAD', url });
    expect(statusCode).toBe(status);
    expect(headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });
});
