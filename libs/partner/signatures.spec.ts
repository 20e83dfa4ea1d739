import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { aPair, aSecret, NOW, RING } from './partner.examples.js';
import { hmacOf, signatureHolds, signatureOf } from './signatures.js';

const message = Buffer.from('what do ya want for nothing?');

describe('a signature', () => {
  test('by HMAC-SHA256 is that of RFC 4231, case 2', () => {
    expect(hmacOf('Jefe', message).toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  test('under a secret too short to be one holds for nothing', () => {
    const weak = aSecret('ums', 'k1', 'HMAC-SHA256', 'short');
    expect(signatureHolds(weak.key, message, signatureOf(weak.signer, message))).toBe(false);
  });

  test('with SHA-1 holds for a key registered so, of 1024 bits too, and for no other', () => {
    const old = aPair('allinpay', 'k9', 'SHA1withRSA', 1024);
    const made = signatureOf(old.signer, message);
    expect(signatureHolds(old.key, message, made)).toBe(true);
    expect(signatureHolds({ ...old.key, algorithm: 'SHA256withRSA' }, message, made)).toBe(false);
  });

  test('holds under a key registered by its certificate', () => {
    const { key, signer } = RING.unionpay;
    const registered = { ...key, publicKey: signer.certificate! };
    expect(signatureHolds(registered, message, signatureOf(signer, message))).toBe(true);
    expect(new X509Certificate(signer.certificate!).checkIssued(new X509Certificate(signer.certificate!))).toBe(true);
    expect(new X509Certificate(signer.certificate!).validToDate.getTime()).toBeGreaterThan(Date.parse(NOW));
  });

  test('is never made with what only seals', () => {
    expect(() => signatureOf(RING.wechatSeal.signer, message)).toThrow(TypeError);
    expect(signatureHolds(RING.wechatSeal.key, message, hmacOf(RING.wechatSeal.key.secret!, message))).toBe(false);
  });
});
