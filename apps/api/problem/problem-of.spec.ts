import { describe, expect, test } from '@jest/globals';
import { NotFoundException } from '@nestjs/common';
import { Problem } from './problem.js';
import { loggedError, problemOf } from './problem-of.js';

const coded = (code: string, extra: object = {}): Error =>
  Object.assign(new Error('secret inner words'), { code, ...extra });
const ofDatabase = (code: string): Error =>
  Object.assign(new Error('secret inner words'), {
    driverError: coded(code, { table: 'request', detail: 'Key (key)=(secret)' }),
  });

describe('an error becomes a problem', () => {
  test.each([
    ['an unknown error', new TypeError('secret inner words'), 500, 'internal.error'],
    ['something that is no error', 'secret inner words', 500, 'internal.error'],
    ['a body too large', coded('FST_ERR_CTP_BODY_TOO_LARGE', { statusCode: 413 }), 413, 'body.too-large'],
    ['malformed JSON', coded('FST_ERR_CTP_INVALID_JSON_BODY', { statusCode: 400 }), 400, 'request.invalid'],
    [
      'a media type nobody reads',
      coded('FST_ERR_CTP_INVALID_MEDIA_TYPE', { statusCode: 415 }),
      415,
      'media.unsupported',
    ],
    ['an unknown address', new NotFoundException('secret inner words'), 404, 'route.not-found'],
    ['a refused connection', coded('ECONNREFUSED'), 503, 'dependency.unavailable'],
    ['a database that shuts down', ofDatabase('57P01'), 503, 'dependency.unavailable'],
    ['a database that only reads', ofDatabase('25006'), 503, 'dependency.unavailable'],
    ['a full disk', ofDatabase('53100'), 503, 'dependency.unavailable'],
    ['a query nobody should have sent', ofDatabase('42P01'), 500, 'internal.error'],
    ['a database that was never there', new Error('Driver not Connected'), 503, 'dependency.unavailable'],
    ['a pool that ran dry', new Error('timeout exceeded when trying to connect'), 503, 'dependency.unavailable'],
  ])('of the right kind: %s', (_, error, status, code) => {
    const problem = problemOf(error);
    expect(problem).toMatchObject({ status, code });
    expect(JSON.stringify(problem.body())).not.toContain('secret');
  });

  test('says when to come back', () => {
    expect(problemOf(ofDatabase('57P03')).headers).toEqual({ 'retry-after': '2' });
  });

  test('carries its extensions in the body and the words in both languages', () => {
    const problem = new Problem('case.stale', { detail: 'read again', detailZh: '请刷新', extensions: { seq: 12 } });
    expect(problem.body()).toEqual({
      type: 'urn:reinstate:problem:case.stale',
      title: 'The case has moved on',
      status: 409,
      code: 'case.stale',
      detail: 'read again',
      detailZh: '请刷新',
      seq: 12,
    });
  });

  test('of any guard is 422', () => {
    expect(new Problem('guard.four-eyes')).toMatchObject({ status: 422 });
  });

  test('is logged without the words of the database', () => {
    const logged = loggedError(ofDatabase('23505'));
    expect(logged).toMatchObject({ code: '23505', table: 'request' });
    expect(JSON.stringify(logged)).not.toContain('secret');
  });
});
