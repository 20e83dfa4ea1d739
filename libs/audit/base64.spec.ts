import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bytesOfBase64 } from './base64.js';

test('base64 is read as Node writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(bytesOfBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
    }),
  );
});

test.each(['a', 'ab', 'abc', 'a-b_', 'ab c', 'ünic', '=abc'])('%j is not base64', (text) => {
  expect(() => bytesOfBase64(text)).toThrow(SyntaxError);
});
