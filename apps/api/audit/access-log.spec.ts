import { describe, expect, jest, test } from '@jest/globals';
import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import fastify from 'fastify';
import type { Access, AccessStore } from '#database';
import { sendProblem } from '../problem/problem.filter.js';
import { problemOf } from '../problem/problem-of.js';
import { AccessLog, actionOf } from './access-log.js';

/** What the caller of an address gets while looks are kept by `add`. */
async function answerTo(url: string, add: (access: Access) => Promise<void>) {
  const server = fastify();
  server.addHook('onRequest', (request, _reply, done) => {
    request.caller = { id: 'person:1', name: 'One', roles: ['REVIEWER'], institutions: ['*'], sandbox: false };
    done();
  });
  server.setErrorHandler((error, _request, reply) => sendProblem(reply, problemOf(error)));
  new AccessLog(
    { add } as unknown as AccessStore,
    { httpAdapter: { getInstance: () => server } } as unknown as HttpAdapterHost<FastifyAdapter>,
  ).onModuleInit();
  const answer = { what: 'was asked for' };
  for (const path of ['/api/v1/cases', '/api/v1/cases/:id', '/api/v1/documents/:id']) server.get(path, () => answer);
  server.get('/api/v1/cases/:id/clock', (_request, reply) => reply.status(404).send(answer));
  const { statusCode, body } = await server.inject(url);
  return { statusCode, body: JSON.parse(body) as object };
}

const found = { statusCode: 200, body: { what: 'was asked for' } };

describe('a look', () => {
  test('is written down before it is answered', async () => {
    const add = jest.fn<(access: Access) => Promise<void>>().mockResolvedValue();
    expect(await answerTo('/api/v1/cases/case_1', add)).toEqual(found);
    expect(add.mock.calls).toEqual([
      [
        {
          actorId: 'person:1',
          actorRoles: ['REVIEWER'],
          action: 'CASE_READ',
          route: '/api/v1/cases/{id}',
          caseId: 'case_1',
        },
      ],
    ]);
  });

  test('that cannot be written down is not answered', async () => {
    const broken = () => Promise.reject(new Error('the table is gone'));
    const { statusCode, body } = await answerTo('/api/v1/documents/doc_1', broken);
    expect([statusCode, body]).toMatchObject([503, { code: 'dependency.unavailable' }]);
    expect(body).not.toHaveProperty('what');
  });

  test.each([
    ['at a list', '/api/v1/cases', 200],
    ['at what is not there', '/api/v1/cases/case_1/clock', 404],
  ])('%s is not kept', async (_, url, statusCode) => {
    const add = jest.fn<(access: Access) => Promise<void>>();
    expect(await answerTo(url, add)).toEqual({ ...found, statusCode });
    expect(add).not.toHaveBeenCalled();
  });

  test.each([
    ['GET', '/api/v1/cases/:id', 'CASE_READ'],
    ['GET', '/api/v1/cases/:id/events', 'CASE_READ'],
    ['GET', '/api/v1/documents/:id', 'DOCUMENT_DOWNLOADED'],
    ['POST', '/api/v1/cases/:id/reveal', 'DATA_REVEALED'],
    ['GET', '/audit/v1/cases/:id/state', 'CASE_AUDITED'],
    ['POST', '/audit/v1/cases/:id/replay', 'CASE_AUDITED'],
    ['GET', '/audit/v1/cases/:id/bundle', 'BUNDLE_TAKEN'],
    ['POST', '/api/v1/cases/:id/commands', undefined],
    ['GET', '/api/v1/cases/counts', undefined],
    ['GET', '/health/live', undefined],
  ])('%s %s is %s', (method, route, action) => {
    expect(actionOf(method, route)).toBe(action);
  });
});
