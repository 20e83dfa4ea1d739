import { describe, expect, jest, test } from '@jest/globals';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { lastValueFrom, of } from 'rxjs';
import type { Access, AccessStore } from '#database';
import { actionOf, AccessLogInterceptor } from './access-log.interceptor.js';

const request = (method: string, url: string, id: string) => ({
  method,
  routeOptions: { url },
  params: { id },
  caller: { id: 'person:1', name: 'One', roles: ['REVIEWER'], institutions: ['*'], sandbox: false },
});

/** What the caller of a route gets while looks are kept by `add`. */
function answerOf(looked: object, add: (access: Access) => Promise<void>): Promise<unknown> {
  const context = { switchToHttp: () => ({ getRequest: () => looked }) } as unknown as ExecutionContext;
  const next: CallHandler = { handle: () => of('what was asked for') };
  return lastValueFrom(new AccessLogInterceptor({ add } as unknown as AccessStore).intercept(context, next));
}

describe('a look', () => {
  test('is written down before it is answered', async () => {
    const add = jest.fn<(access: Access) => Promise<void>>().mockResolvedValue();
    await expect(answerOf(request('GET', '/api/v1/cases/:id', 'case_1'), add)).resolves.toBe('what was asked for');
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
    const looked = answerOf(request('GET', '/api/v1/documents/:id', 'doc_1'), broken);
    await expect(looked).rejects.toMatchObject({ code: 'dependency.unavailable', status: 503 });
  });

  test('at a list is not kept', async () => {
    const add = jest.fn<(access: Access) => Promise<void>>();
    await expect(answerOf(request('GET', '/api/v1/cases', ''), add)).resolves.toBe('what was asked for');
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
