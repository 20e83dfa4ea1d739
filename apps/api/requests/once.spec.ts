import { describe, expect, test } from '@jest/globals';
import { requestHash } from './once.js';

describe('the hash of a request', () => {
  test('is the same for the same request, however its members are ordered', () => {
    expect(requestHash('POST /a', { x: 1, y: [true, null] })).toBe(requestHash('POST /a', { y: [true, null], x: 1 }));
  });

  test('differs for another address, another method and another body', () => {
    const hashes = [
      requestHash('POST /a', { x: 1 }),
      requestHash('POST /b', { x: 1 }),
      requestHash('PUT /a', { x: 1 }),
      requestHash('POST /a', { x: 2 }),
      requestHash('POST /a', undefined),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('tells fractions apart too', () => {
    expect(requestHash('POST /a', { rate: 0.1 })).not.toBe(requestHash('POST /a', { rate: 0.2 }));
    expect(requestHash('POST /a', { rate: 0.1 })).toBe(requestHash('POST /a', { rate: 0.1 }));
  });

  test('refuses what is nested too deep', () => {
    let deep: unknown = 'x';
    for (let i = 0; i < 100_000; i += 1) deep = [deep];
    expect(() => requestHash('POST /a', deep)).toThrow(/nested/);
  });
});
