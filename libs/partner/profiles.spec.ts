import { describe, expect, test } from '@jest/globals';
import { MERCHANT_KINDS, OUTWARD_GENESIS, linkOutward } from '#model';
import { isLive } from './keys.js';
import { ALL_KEYS, arrived, aSignal, NOW, RING, signersOf } from './partner.examples.js';
import { PROFILES, SAMPLE_MERCHANTS, SENDERS } from './partners.js';
import type { MerchantDirectory } from './profile.js';
import { isRefused } from './request.js';
import { NOTICE_EVENTS } from './signal.rules.js';
import { EVENT_TYPES, isProblem, type PartnerSignal } from './signal.schema.js';
import { signatureHolds, signatureOf } from './signatures.js';
import { umsStringToSign } from './ums.profile.js';

const directory: MerchantDirectory = (theirNo) => SAMPLE_MERCHANTS[theirNo];

const OURS = ['unionpay', 'lakala', 'allinpay', 'ums', 'shengpay'] as const;

/** Payloads with something to write in each event type that has any. */
const PAYLOADS: Readonly<Record<string, PartnerSignal['payload']>> = {
  'SUSPENSION.STOPPED': { terminalNo: '47781282', at: '2026-11-23T01:00:00.000Z' },
  'MATERIAL.SUBMITTED': {
    code: 'M03',
    documentId: 'doc_1',
    sha256: 'a'.repeat(64),
    bytes: 1024,
    mediaType: 'image/png',
    validUntil: '2027-01-31',
  },
  'REVIEW.DECISION': { kind: 'APPROVED', refNo: 'R-1', receivedAt: '2026-11-23T01:00:00.000Z' },
  'MAINTENANCE.EXTENDED': { end: '2026-11-24T01:00:00.000Z' },
  'TERMINAL.REINSTATED': { terminalNo: '47781282', capability: 'ACCEPT_CARD' },
  'TERMINAL.REINSTATE_FAILED': { terminalNo: '47781282', reason: '密钥下载失败 & retry=1' },
  'RISK.REHIT': { reasonCodes: ['TRADING_VIOLATION', 'INACTIVITY'] },
  'AUTHORITY.RELEASE': { document: '京公函2026-1' },
  'SETTLEMENT.VERIFY_RESULT': { amountFen: 1, result: 'OK' },
  'MERCHANT.APPEALED': { grounds: '情况说明：样例 100%' },
};
const NOTICE = {
  noticeNo: 'UPR-1',
  noticeDate: '2026-11-23',
  effectiveAt: '2026-11-23T01:00:00.000Z',
  institutionCode: '48222900',
  merchantNo: '82229007392000A',
  mcc: '7392',
  reasonCodes: ['TRADING_VIOLATION'],
  reasonText: '频繁大额交易',
  restrictions: [
    { capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: '47781282', execution: 'ORDERED' },
    { capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: 'D9296400', execution: 'ORDERED' },
  ],
  transactions: [
    { rrn: '112309481203', at: '2026-11-22T06:03:11.000Z', amountFen: 4980000, maskedPan: '622848******1234' },
  ],
  merchant: { kind: 'ENTERPRISE', name: '样例商户' },
  window: { start: '2026-11-23T01:00:00.000Z', end: '2026-11-23T05:00:00.000Z' },
  feedbackDueAt: '2026-11-30T01:00:00.000Z',
  documentNo: '函1号',
  sandbox: true,
};

function throughWire(code: string, signal: PartnerSignal) {
  const profile = PROFILES[code]!;
  const verified = profile.verify(
    arrived(profile.sign(profile.fromSignal(signal), signersOf(code), NOW)),
    ALL_KEYS,
    NOW,
  );
  if (isRefused(verified)) throw new Error(verified.why);
  const read = profile.toSignals(verified.content, directory);
  if (isProblem(read)) throw new Error(JSON.stringify(read));
  return { verified, ...read };
}

describe('a native message', () => {
  test.each(OURS.flatMap((code) => EVENT_TYPES.map((type) => [code, type] as const)))(
    'of %s says %s as it was meant',
    (code, eventType) => {
      const isNotice = NOTICE_EVENTS.some((type) => type === eventType);
      const payload = isNotice ? { issuer: PROFILES[code]!.issuer, ...NOTICE } : (PAYLOADS[eventType] ?? {});
      const signal = aSignal({ eventType, payload, noticeNo: isNotice ? 'UPR-1' : 'N-1', caseId: 'case_1' });
      const { signals, findings } = throughWire(code, signal);
      expect(signals).toEqual([signal]);
      expect(findings).toEqual([]);
    },
  );

  test('of Allinpay may be signed in SM2', () => {
    const profile = PROFILES['allinpay']!;
    const message = arrived(profile.sign(profile.fromSignal(aSignal()), [RING.allinpaySm2.signer], NOW));
    expect(profile.verify(message, ALL_KEYS, NOW)).toMatchObject({ serial: 'k2' });
  });

  test('of Lakala may be a notification, which names no key', () => {
    const profile = PROFILES['lakala']!;
    const { body } = profile.sign(profile.fromSignal(aSignal()), signersOf('lakala'), NOW);
    const text = Buffer.concat([Buffer.from('1795399200\nabcdefgh1234\n'), body, Buffer.from('\n')]);
    const made = signatureOf(RING.lakala.signer, text).toString('base64');
    const authorization = `LKLAPI-SHA256withRSA timestamp="1795399200",nonce_str="abcdefgh1234",signature="${made}"`;
    expect(profile.verify(arrived({ headers: { authorization }, body }), ALL_KEYS, NOW)).toMatchObject({
      serial: 'k1',
      nonce: 'abcdefgh1234',
    });
  });

  test('with a reason nobody knows keeps its notice: OTHER, the code beside it, and the sender is told', () => {
    const signal = aSignal({ eventType: 'SUSPENSION.NOTICE', payload: { ...NOTICE, reasonCodes: ['X77'] } });
    const { signals, findings } = throughWire('unionpay', signal);
    expect(signals[0]?.payload).toMatchObject({ reasonCodes: ['OTHER'], issuerReasonCode: 'X77' });
    expect(findings).toHaveLength(1);
  });
});

describe('WeChat', () => {
  const notice = aSignal({
    eventType: 'SUSPENSION.NOTICE',
    noticeNo: 'WX-R1',
    payload: { ...NOTICE, noticeNo: 'WX-R1' },
  });

  test('punishes in words; they become a notice of the merchant the directory knows', () => {
    const { signals } = throughWire('wechat', notice);
    expect(signals[0]).toMatchObject({
      eventType: 'SUSPENSION.NOTICE',
      noticeNo: 'WX-R1',
      payload: {
        issuer: 'ACQUIRER',
        noticeNo: 'WX-R1',
        merchantNo: '822290073920001',
        institutionCode: '48222900',
        reasonCodes: ['TRADING_VIOLATION'],
      },
    });
  });

  test('tells by a recovered record that the merchant is back', () => {
    const { signals } = throughWire('wechat', aSignal({ eventType: 'MERCHANT.REINSTATED', noticeNo: 'WX-R1' }));
    expect(signals).toEqual([
      expect.objectContaining({ eventType: 'MERCHANT.REINSTATED', noticeNo: 'WX-R1', payload: {} }),
    ]);
  });

  test.each([
    [{ event_type: 'VIOLATION.INTERCEPT', sub_mchid: '1900000109' }, 'kind.unsupported'],
    [{ event_type: 'VIOLATION.PUNISH', sub_mchid: '1900000110' }, 'case.not-found'],
    [{ event_type: 'NO.SUCH', sub_mchid: '1900000109' }, 'request.invalid'],
  ])('is answered where nothing can be made of %p', (content, code) => {
    expect(PROFILES['wechat']!.toSignals(content, directory)).toMatchObject({ problem: code });
  });

  test('restricts by what its plan says', () => {
    const said = {
      event_type: 'VIOLATION.PUNISH',
      sub_mchid: '1900000109',
      id: 'e',
      create_time: NOW,
      record_id: 'R1',
    };
    const plan = { ...said, punish_plan: '关闭支付，延迟结算', punish_time: NOW, risk_type: 'NO_TRADE' };
    expect(PROFILES['wechat']!.toSignals(plan, directory)).toMatchObject({
      signals: [
        {
          payload: {
            reasonCodes: ['INACTIVITY'],
            restrictions: [
              { capability: 'ACCEPT_QR', level: 'MERCHANT' },
              { capability: 'SETTLEMENT', level: 'MERCHANT' },
            ],
          },
        },
      ],
    });
  });
});

describe('every profile', () => {
  test.each(Object.values(PROFILES))('$code has keys, a sender, kinds of merchants and answers', (profile) => {
    expect(SENDERS[profile.code]?.voices).toContain(profile.issuer);
    expect(MERCHANT_KINDS).toEqual(expect.arrayContaining([...profile.merchantKinds]));
    const own = ALL_KEYS.filter(
      ({ partner, algorithm }) => partner === profile.code && profile.keyAlgorithms.includes(algorithm),
    );
    expect(own.some((key) => isLive(key, NOW))).toBe(true);
    const [taken, refused] = [
      profile.answer({ status: 202, code: 'ACCEPTED' }),
      profile.answer({ status: 401, code: 'signature.invalid' }),
    ];
    expect([taken.status, refused.status]).toEqual([200, 401]);
    expect(taken.body).not.toBe(refused.body);
    if (taken.contentType === 'application/json') expect(JSON.parse(taken.body)).toMatchObject({ code: 'SUCCESS' });
  });

  test.each(Object.values(PROFILES))('$code is told of an event in a message it can verify', (profile) => {
    const link = linkOutward({ number: 0, hash: OUTWARD_GENESIS }, 'case_1', NOW, {
      type: 'DEADLINE.NEAR',
      payload: { deadline: 'T_MATERIALS', dueAt: null },
    });
    const message = arrived(profile.sign(profile.mapEvent(link), signersOf(profile.code), NOW));
    const verified = profile.verify(message, ALL_KEYS, NOW);
    expect(isRefused(verified)).toBe(false);
    expect(JSON.stringify(verified)).toContain(link.hash);
  });
});

test('the example of UMS’s own documentation holds', () => {
  const [appId, key] = ['12345678901234567890123456789012', '67890123456789012345678901234567'];
  const signed = umsStringToSign(appId, '20170101120000', '09876543210987654321098765432109', Buffer.from('A'));
  const row = { ...RING.ums.key, secret: key };
  const made = Buffer.from('GINsCTyNKTpEI9KXO16KqZJ64fOyAytEKl8aaR/Dy08=', 'base64');
  expect(signatureHolds(row, signed, made)).toBe(true);
  expect(signatureHolds({ ...row, secret: `${key}0` }, signed, made)).toBe(false);
});
