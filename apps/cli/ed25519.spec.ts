import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isSignedBy, publicKeyOf } from './ed25519.js';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
const folder = mkdtempSync(join(tmpdir(), 'reinstate-key-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('a signature', () => {
  const signature = sign(null, Buffer.from('text'), privateKey).toString('hex');

  test('holds for its text and its key alone', () => {
    expect(isSignedBy(raw, 'text', signature)).toBe(true);
    expect(isSignedBy(raw, 'texts', signature)).toBe(false);
    expect(isSignedBy(raw, 'text', '0'.repeat(128))).toBe(false);
    expect(isSignedBy('0'.repeat(64), 'text', signature)).toBe(false);
    expect(isSignedBy('f'.repeat(64), 'text', signature)).toBe(false);
  });
});

describe('the key a person trusts', () => {
  test('is named by its digits or by a file', () => {
    expect(publicKeyOf(raw.toUpperCase())).toBe(raw);
    expect(publicKeyOf(file('key.pem', publicKey.export({ type: 'spki', format: 'pem' })))).toBe(raw);
  });

  test('is refused where it is none of Ed25519', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    expect(() => publicKeyOf(file('rsa.pem', rsa.export({ type: 'spki', format: 'pem' })))).toThrow(
      'no public key of Ed25519',
    );
    expect(() => publicKeyOf('not there')).toThrow('neither a file nor a public key');
  });
});
