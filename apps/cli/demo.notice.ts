import type { Schemas } from '#client';

/** A synthetic notice of UnionPay's against two terminals of one merchant, new each time; no merchant or person is real. */
export function demoNotice(now: Date): Schemas['Notice'] {
  const noticeNo = `UPR-DEMO-${now.getTime()}`;
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * 3_600_000).toISOString();
  return {
    issuer: 'UNIONPAY',
    noticeNo,
    noticeDate: at(-8).slice(0, 10),
    effectiveAt: at(1),
    institutionCode: '48222900',
    merchantNo: '822290073920001',
    mcc: '7392',
    reasonCodes: ['TRADING_VIOLATION'],
    reasonText: '频繁大额交易',
    restrictions: ['47781282', 'D9296400'].map((terminalNo) => ({
      capability: 'ACCEPT_CARD' as const,
      level: 'TERMINAL' as const,
      terminalNo,
    })),
    transactions: [
      { rrn: '112309481203', at: at(20), amountFen: 4_980_000, maskedPan: '622848******1234' },
      { rrn: '112309481204', at: at(19), amountFen: 4_970_000, maskedPan: '622848******1234' },
    ],
    merchant: { kind: 'ENTERPRISE', name: '样例商户', phone: '13800000000', address: '样例地址' },
    sandbox: true,
  };
}

/** A paper to hand in: a PNG of one dot. */
export const DEMO_PAPER = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
);
