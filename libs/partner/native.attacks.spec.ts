import { sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { plusMs } from '#model';
import { bodyText, inForm, inJson, sentBy, withBody, withHeader } from './attack.examples.js';
import { ALL_KEYS, arrived, NOW, RING, signersOf } from './partner.examples.js';
import { PROFILES } from './partners.js';
import type { PartnerKey } from './keys.js';
import type { RawRequest } from './request.js';
import type { Signer } from './signatures.js';

type Attack = readonly [profile: string, title: string, request: RawRequest];

const signedWith = (code: string, signer: Signer): RawRequest =>
  arrived(PROFILES[code]!.sign({ orderId: 'sig-1' }, [signer], NOW));
const bare: Signer = {
  partner: 'unionpay',
  serial: 'k9',
  algorithm: 'SHA256withRSA',
  privateKey: RING.unionpay.signer.privateKey!,
};

const acp = sentBy('unionpay');
const FORMS: readonly Attack[] = [
  ['unionpay', 'a body that is no form', withBody(acp, '{"signature":"x"}')],
  ['unionpay', 'an altered field', inForm(acp, (form) => form.set('noticeNo', 'N-2'))],
  ['unionpay', 'a field more', inForm(acp, (form) => form.set('caseId', 'case_2'))],
  ['unionpay', 'a field without a value more', inForm(acp, (form) => form.set('caseId', ''))],
  ['unionpay', 'a field twice', withBody(acp, `${bodyText(acp)}&noticeNo=N-2`)],
  ['unionpay', 'two fields run into one', withBody(acp, bodyText(acp).replace('&occurTime=', '%26occurTime%3D'))],
  ['unionpay', 'a broken escape', withBody(acp, `${bodyText(acp)}%`)],
  ['unionpay', 'a certificate swapped', inForm(acp, (f) => f.set('signPubKeyCert', RING.stranger.signer.certificate!))],
  ['unionpay', 'the key of the certificate it brings', signedWith('unionpay', RING.stranger.signer)],
  ['unionpay', 'a certificate that is none', inForm(acp, (form) => form.set('signPubKeyCert', 'MII'))],
  ['unionpay', 'no certificate and a number nobody has', signedWith('unionpay', bare)],
  ['unionpay', 'the symmetric signMethod 11', inForm(acp, (form) => form.set('signMethod', '11'))],
  ['unionpay', 'a signature cut off', inForm(acp, (f) => f.set('signature', f.get('signature')!.slice(0, 8)))],
  ['allinpay', 'signtype MD5', inForm(sentBy('allinpay'), (form) => form.set('signtype', 'MD5'))],
  ['allinpay', 'signtype SM2 over RSA', inForm(sentBy('allinpay'), (form) => form.set('signtype', 'SM2'))],
  ['allinpay', 'no signtype', inForm(sentBy('allinpay'), (form) => form.delete('signtype'))],
  ['allinpay', 'another appid', inForm(sentBy('allinpay'), (form) => form.set('appid', '00000052'))],
  ['allinpay', 'a randomstr too short', inForm(sentBy('allinpay'), (form) => form.set('randomstr', 'short'))],
  ['shengpay', 'a nested member that nothing signs', inJson(sentBy('shengpay'), { extra: { a: 1 } })],
  ['shengpay', 'a number, which has several texts', inJson(sentBy('shengpay'), { mchId: 11548088 })],
  ['shengpay', 'signType MD5', inJson(sentBy('shengpay'), { signType: 'MD5' })],
  ['shengpay', 'an altered member', inJson(sentBy('shengpay'), { noticeNo: 'N-2' })],
  ['shengpay', 'two members run into one', inJson(sentBy('shengpay'), { notifyId: 'sig-1&notifyType=X' })],
];

/** A WeChat message changed and signed again with the right key: what only the seal can find. */
function resealed(change: (resource: Record<string, string>) => void): RawRequest {
  const profile = PROFILES['wechat']!;
  const { headers, body } = profile.sign({ id: 'sig-1', event_type: 'VIOLATION.PUNISH' }, signersOf('wechat'), NOW);
  const message = JSON.parse(bodyText({ body })) as { resource: Record<string, string> };
  change(message.resource);
  const text = JSON.stringify(message);
  const signed = `${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n${text}\n`;
  const made = sign('sha256', Buffer.from(signed), RING.wechat.signer.privateKey!).toString('base64');
  return arrived({ headers: { ...headers, 'wechatpay-signature': made }, body: Buffer.from(text) });
}
const cut = (base64: string, change: (bytes: Buffer) => Buffer): string =>
  change(Buffer.from(base64, 'base64')).toString('base64');
const flipLast = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, -1), Buffer.of(bytes.at(-1)! ^ 1)]);

const pay = sentBy('wechat');
const lkl = sentBy('lakala');
const body = sentBy('ums');
const HEADERS: readonly Attack[] = [
  ['wechat', 'an altered envelope', inJson(pay, { id: 'other' })],
  ['wechat', 'a re-serialised body', withBody(pay, JSON.stringify(JSON.parse(bodyText(pay)), null, 1))],
  ['wechat', 'an altered GCM tag', resealed((r) => (r['ciphertext'] = cut(r['ciphertext']!, flipLast)))],
  [
    'wechat',
    'a GCM tag of four bytes',
    resealed((r) => (r['ciphertext'] = cut(r['ciphertext']!, (b) => b.subarray(0, 4)))),
  ],
  ['wechat', 'other associated data', resealed((r) => (r['associated_data'] = 'other'))],
  ['wechat', 'no nonce for the seal', resealed((r) => (r['nonce'] = ''))],
  ['wechat', 'another algorithm for the seal', resealed((r) => (r['algorithm'] = 'none'))],
  ['wechat', 'another signature type', withHeader(pay, () => 'WECHATPAY2-SM2-WITH-SM3', 'wechatpay-signature-type')],
  ['wechat', 'the serial of the sealing key', withHeader(pay, () => 'k2', 'wechatpay-serial')],
  ['wechat', 'the serial twice', { ...pay, headers: [...pay.headers, ['Wechatpay-Serial', 'k1']] }],
  ['lakala', 'an altered body', inJson(lkl, { version: '2.0' })],
  ['lakala', 'a re-serialised body', withBody(lkl, `${bodyText(lkl)} `)],
  ['lakala', 'another serial', withHeader(lkl, (h) => h.replace('"k1"', '"k2"'))],
  ['lakala', 'its serial left out', withHeader(lkl, (h) => h.replace(/appid="[^"]+",serial_no="[^"]+",/, ''))],
  ['lakala', 'a nonce too short', withHeader(lkl, (h) => h.replace(/nonce_str="[^"]+"/, 'nonce_str="short"'))],
  ['lakala', 'an SM2 scheme', withHeader(lkl, (h) => h.replace('SHA256withRSA', 'SM3withSM2'))],
  ['lakala', 'values without quotes', withHeader(lkl, (h) => h.replaceAll('"', ''))],
  ['ums', 'a secret of one’s own', signedWith('ums', { ...RING.ums.signer, secret: 'x' })],
  ['ums', 'an empty secret', signedWith('ums', { ...RING.ums.signer, secret: ' ' })],
  ['ums', 'an altered body', inJson(body, { msgId: 'other' })],
  ['ums', 'a truncated HMAC', withHeader(body, (h) => h.replace(/Signature="[^"]+"/, 'Signature="AAAA"'))],
  ['ums', 'another application', withHeader(body, (h) => h.replace('"k1"', '"k2"'))],
];

const refusal = (code: string, request: RawRequest, keys: readonly PartnerKey[] = ALL_KEYS) =>
  PROFILES[code]!.verify(request, keys, NOW);

describe('native profiles refuse', () => {
  test.each([...FORMS, ...HEADERS])('%s: %s', (code, _, request) => {
    expect(refusal(code, request)).toMatchObject({ refused: 'signature.invalid' });
  });

  test.each(Object.keys(PROFILES))('%s: what is not signed at all', (code) => {
    const unsigned = { ...sentBy(code), headers: [], body: Buffer.from(code === 'shengpay' ? '{}' : 'a=1') };
    expect(refusal(code, unsigned)).toMatchObject({ refused: 'auth.missing' });
  });

  test.each(Object.keys(PROFILES))('%s: a message of ten minutes ago or ahead', (code) => {
    for (const ms of [-600_000, 600_000])
      expect(refusal(code, sentBy(code, plusMs(NOW, ms)))).toMatchObject({ refused: 'signature.stale' });
  });

  test.each(Object.keys(PROFILES))('%s: retired keys, keys not valid yet, and keys of all the others', (code) => {
    const spoilt: readonly PartnerKey[][] = [
      ALL_KEYS.map((key) => ({ ...key, notAfter: NOW })),
      ALL_KEYS.map((key) => ({ ...key, notBefore: plusMs(NOW, 1) })),
      ALL_KEYS.filter(({ partner }) => partner !== code),
      ALL_KEYS.map((key) => ({ ...key, partner: 'another' })),
    ];
    for (const keys of spoilt)
      expect(refusal(code, sentBy(code), keys)).toMatchObject({ refused: 'signature.invalid' });
  });
});
