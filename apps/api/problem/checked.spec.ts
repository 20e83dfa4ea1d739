import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { checked, pointerOf } from './checked.js';
import { Problem } from './problem.js';

const schema = z.strictObject({ name: z.string(), list: z.array(z.strictObject({ n: z.int() })).optional() });

function errorsOf(value: unknown): unknown {
  try {
    return checked(schema, value, ['name', 'list']);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error).toMatchObject({ status: 400, code: 'request.invalid' });
    return error.extensions['errors'];
  }
}

describe('a request is checked', () => {
  test('and comes out as its schema reads it', () => {
    expect(errorsOf({ name: 'x', list: [{ n: 1 }] })).toEqual({ name: 'x', list: [{ n: 1 }] });
  });

  test('and each wrong member is named once, with what to do', () => {
    expect(errorsOf({ list: [{ n: 'x' }, { n: 2, m: 3 }], other: 1 })).toEqual([
      { pointer: '/name', message: 'is missing; it must be a string' },
      { pointer: '/list/0/n', message: 'must be a number' },
      { pointer: '/list/1/m', message: 'is not a field of this request' },
      { pointer: '/other', message: 'is not a field of this request; known are name, list' },
    ]);
  });

  test.each([
    [undefined, 'is missing; it must be a JSON object'],
    [[], 'must be a JSON object'],
    ['x', 'must be a JSON object'],
  ])('and %j is no request', (value, message) => {
    expect(errorsOf(value)).toEqual([{ pointer: '', message }]);
  });

  test('with pointers in which slashes and tildes are escaped', () => {
    expect(pointerOf(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0');
  });
});
