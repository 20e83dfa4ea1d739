import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Body, Controller, Get, Global, HttpCode, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Access } from '../auth/access.js';
import { CONFIG } from '../settings.js';
import { Describe } from './describe.js';
import { DocsModule } from './docs.module.js';

const order = z.object({ shape: z.enum(['ROUND', 'SQUARE']), size: z.coerce.number().int() }).meta({ id: 'Order' });

@Controller('api/v1/cakes')
@Access('ANY_STAFF')
class CakeController {
  @Get(':id')
  @Describe({ summary: 'One cake', answer: order, codes: ['case.not-found'] })
  one(@Param('id') id: string): string {
    return id;
  }

  @Post(':id/orders')
  @HttpCode(200)
  @Access('INTAKE')
  @Describe({ summary: 'Orders a cake', body: order, codes: ['guard.card-data'] })
  order(@Body() body: unknown): unknown {
    return body;
  }

  @Post('undescribed')
  undescribed(): void {}
}

@Global()
@Module({
  imports: [DocsModule],
  controllers: [CakeController],
  providers: [{ provide: CONFIG, useValue: {} }],
  exports: [CONFIG],
})
class CakeModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(CakeModule, new FastifyAdapter(), { logger: false });
  await app.init();
});
afterAll(() => app.close());

interface Operation {
  readonly summary: string;
  readonly security?: unknown;
  readonly parameters: readonly { readonly name?: string; readonly $ref?: string }[];
  readonly requestBody?: unknown;
  readonly responses: Record<string, { content: unknown }>;
}
const document = async () => {
  const { body } = await app.inject('/openapi.json');
  return JSON.parse(body) as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: object };
  };
};

describe('the document', () => {
  test('is OpenAPI 3.1 and has every route, described or not', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    const all = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(all.sort()).toEqual([
      'get /api/v1/cakes/{id}',
      'get /asyncapi.json',
      'get /docs',
      'get /docs/messages',
      'get /docs/start.js',
      'get /docs/{asset}',
      'get /openapi.json',
      'post /api/v1/cakes/undescribed',
      'post /api/v1/cakes/{id}/orders',
    ]);
  });

  test('asks for an Idempotency-Key where something changes and nowhere else', async () => {
    const { paths } = await document();
    const key = { $ref: '#/components/parameters/IdempotencyKey' };
    expect(paths['/api/v1/cakes/{id}/orders']?.['post']?.parameters).toContainEqual(key);
    expect(paths['/api/v1/cakes/{id}']?.['get']?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    ]);
  });

  test('names the schemas it refers to and the codes a route may answer with', async () => {
    const { paths, components } = await document();
    const post = paths['/api/v1/cakes/{id}/orders']?.['post'];
    expect(post?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } },
    });
    expect(components.schemas).toHaveProperty('Order.properties.shape.enum', ['ROUND', 'SQUARE']);
    expect(Object.keys(post?.responses ?? {})).toEqual([
      '200', '400', '401', '403', '409', '413', '415', '422', '429', '503', 'default',
    ]); // prettier-ignore
    expect(JSON.stringify(post?.responses['422'])).toContain('guard.card-data');
  });

  test('asks for no token where everyone may call', async () => {
    const { paths } = await document();
    expect(paths['/docs']?.['get']?.security).toEqual([]);
  });
});

describe('the page', () => {
  test('loads everything from this service', async () => {
    const { body, headers } = await app.inject('/docs');
    expect(headers['content-type']).toContain('text/html');
    const addresses = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(addresses).toHaveLength(7);
    for (const address of addresses) expect((await app.inject(address)).statusCode).toBe(200);
  });

  test('gives out nothing but its own files', async () => {
    for (const name of ['package.json', '..%2fpackage.json', 'constructor']) {
      expect((await app.inject(`/docs/${name}`)).statusCode).not.toBe(200);
    }
  });
});
