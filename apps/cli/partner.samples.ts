import { randomBytes } from 'node:crypto';
import { EVENT_TYPES, SENDERS, type EventType, type PartnerSignal } from '#partner';

/** A merchant number of each partner's own, and of WeChat the one its standalone sub-merchant stands for; none is real. */
const MERCHANTS: Readonly<Record<string, string>> = {
  unionpay: '822290073920001',
  wechat: '822290073920001',
  lakala: '822290073920001',
  allinpay: '821121059430001',
  shengpay: '820290073920001',
  ums: '898290073920001',
};

/** What a person may choose about a sample notice. */
export interface NoticeWishes {
  readonly notice?: string;
  readonly merchant?: string;
  readonly terminal?: readonly string[];
  readonly reason?: string;
  readonly capability?: string;
  readonly ordered?: boolean;
}

const BEIJING_MS = 8 * 3_600_000;
const beijingDay = (now: Date): string => new Date(now.getTime() + BEIJING_MS).toISOString().slice(0, 10);
const newId = (): string => randomBytes(6).toString('hex');

/** A synthetic notice of a partner's as a signal, new each time; a sandbox case comes of it. */
export function sampleNotice(code: string, wishes: NoticeWishes, now = new Date()): PartnerSignal {
  const { issuer, noticePrefix = `${code.toUpperCase()}-SIM-` } = SENDERS[code]!;
  const noticeNo = wishes.notice ?? `${noticePrefix}${now.getTime()}`;
  const occurredAt = now.toISOString();
  const capability = wishes.capability ?? (code === 'wechat' ? 'ACCEPT_QR' : 'ACCEPT_CARD');
  const execution = wishes.ordered ? 'ORDERED' : 'DONE';
  const terminals = code === 'wechat' ? [] : (wishes.terminal ?? ['47781282']);
  const restrictions =
    terminals.length === 0
      ? [{ capability, level: 'MERCHANT', execution }]
      : terminals.map((terminalNo) => ({ capability, level: 'TERMINAL', terminalNo, execution }));
  const payload = {
    issuer,
    noticeNo,
    noticeDate: beijingDay(now),
    effectiveAt: occurredAt,
    institutionCode: '48222900',
    merchantNo: wishes.merchant ?? MERCHANTS[code] ?? MERCHANTS['unionpay'],
    reasonCodes: [wishes.reason ?? 'TRADING_VIOLATION'],
    reasonText: '频繁大额交易',
    restrictions,
    merchant: { kind: 'ENTERPRISE', name: '样例商户' },
    sandbox: true,
  };
  return { signalId: `sim-${newId()}`, eventType: 'SUSPENSION.NOTICE', occurredAt, noticeNo, payload };
}

/** What a person says about a signal. */
export interface SignalWishes {
  readonly notice?: string;
  readonly case?: string;
  readonly id?: string;
}

/**
 * Any signal, made of what a person types.
 * @throws Error when there is no such event type, or the payload is no JSON object.
 */
export function signalOf(eventType: string, payload: string, wishes: SignalWishes, now = new Date()): PartnerSignal {
  const known = EVENT_TYPES.find((type): type is EventType => type === eventType);
  if (!known) throw new Error(`There is no event type "${eventType}". Event types: ${EVENT_TYPES.join(' ')}`);
  return {
    signalId: wishes.id ?? `sim-${newId()}`,
    eventType: known,
    occurredAt: now.toISOString(),
    ...(wishes.notice !== undefined && { noticeNo: wishes.notice }),
    ...(wishes.case !== undefined && { caseId: wishes.case }),
    payload: JSON.parse(payload) as PartnerSignal['payload'],
  };
}

const LIST_COLUMNS = [
  'noticeNo',
  'noticeDate',
  'acqInsCode',
  'merId',
  'termIds',
  'riskTypes',
  'riskDesc',
  'dispositions',
];

/** A branch's list for UnionPay's pick-up folder: so many lines, with its closing line. UTF-8 is enough of GB18030 here. */
export function sampleList(lines: number, now = new Date()): string {
  const day = beijingDay(now).replaceAll('-', '');
  const rows = Array.from({ length: lines }, (_, i) =>
    [`UPR-LIST-${now.getTime()}-${i + 1}`, day, '48222900', '822290073920001', '47781282', 'R01', 'SAMPLE', 'D01'].join(
      '|',
    ),
  );
  return [LIST_COLUMNS.join('|'), ...rows, `T|${lines}`, ''].join('\n');
}
