import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { DEFAULT_SM2_ID, pairOf, sm2Sign, sm2Verify } from './sm2.js';

/** GB/T 32918.5-2017 annex A.2 (GM/T 0003.5): public key, identity, message and signature on the recommended curve. */
const EXAMPLE = {
  point:
    '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
    'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
  id: '1234567812345678',
  message: 'message digest',
  r: 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3',
  s: 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
};
const examplePublicKey = createPublicKey({
  key: Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d03420004${EXAMPLE.point}`, 'hex'),
  type: 'spki',
  format: 'der',
});
const exampleDer = Buffer.from(`3046022100${EXAMPLE.r}022100${EXAMPLE.s}`, 'hex');
const exampleMessage = Buffer.from(EXAMPLE.message);

const fresh = generateKeyPairSync('ec', { namedCurve: 'SM2' });
const privateKey = createPrivateKey(fresh.privateKey.export({ type: 'pkcs8', format: 'pem' }));
const publicKey = createPublicKey(fresh.publicKey.export({ type: 'spki', format: 'pem' }));

test.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('SM3 of %p is that of GB/T 32905-2016, annex A', (message, digest) => {
  expect(createHash('sm3').update(message).digest('hex')).toBe(digest);
});

describe('SM3withSM2', () => {
  test('holds for the published example, in DER and as r and s', () => {
    expect(EXAMPLE.id).toBe(DEFAULT_SM2_ID);
    expect(sm2Verify(examplePublicKey, EXAMPLE.id, exampleMessage, exampleDer)).toBe(true);
    expect(pairOf(exampleDer).toString('hex')).toBe(EXAMPLE.r + EXAMPLE.s);
    expect(sm2Verify(examplePublicKey, EXAMPLE.id, exampleMessage, pairOf(exampleDer))).toBe(true);
  });

  test('of the example holds for no other identity, message or number', () => {
    expect(sm2Verify(examplePublicKey, '', exampleMessage, exampleDer)).toBe(false);
    expect(sm2Verify(examplePublicKey, 'ALICE123@YAHOO.COM', exampleMessage, exampleDer)).toBe(false);
    expect(sm2Verify(examplePublicKey, EXAMPLE.id, Buffer.from('message digesT'), exampleDer)).toBe(false);
    const other = Buffer.from(exampleDer);
    other[other.length - 1]! ^= 1;
    expect(sm2Verify(examplePublicKey, EXAMPLE.id, exampleMessage, other)).toBe(false);
  });

  test('of ours holds, in both forms, whatever the length of r and s', () => {
    for (let i = 0; i < 40; i += 1) {
      const message = Buffer.from(`message ${i}`);
      const signature = sm2Sign(privateKey, 'any identity', message);
      expect(sm2Verify(publicKey, 'any identity', message, signature)).toBe(true);
      expect(sm2Verify(publicKey, 'any identity', message, pairOf(signature))).toBe(true);
    }
  });

  test('is made with keys of its curve only', () => {
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    expect(() => sm2Sign(other, DEFAULT_SM2_ID, exampleMessage)).toThrow(TypeError);
  });
});
