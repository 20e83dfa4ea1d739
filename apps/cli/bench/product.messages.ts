import type { Schemas } from '#client';
import { demoNotice } from '../demo.notice.js';

/** A command of a person on the case that the notice opened. */
export interface PersonMessage {
  readonly by: 'intake' | 'reviewer';
  readonly body: { readonly command: string } & Readonly<Record<string, unknown>>;
}

let notices = 0;

/** A notice nobody has sent before, against a merchant of its own; a real case, not a sandbox one. */
export function newNotice(): Schemas['Notice'] {
  notices += 1;
  const number = `${Date.now()}${String(notices).padStart(6, '0')}`;
  return {
    ...demoNotice(new Date()),
    noticeNo: `UPR-BENCH-${number}`,
    merchantNo: `822${number.slice(-12)}`,
    sandbox: false,
  };
}

/** What follows the notice until the case is open and waits for papers. */
export const OPENING: readonly PersonMessage[] = [
  { by: 'intake', body: { command: 'CONFIRM_NOTICE' } },
  { by: 'intake', body: { command: 'CLASSIFY', reasonCodes: ['TRADING_VIOLATION'] } },
];

/** The rest of a case of eight messages: what people note down, and its end. */
export const REMAINDER: readonly PersonMessage[] = [
  { by: 'reviewer', body: { command: 'ADD_NOTE', text: '商户来电说明交易为设备批发款,将补充购销合同与送货单。' } },
  {
    by: 'intake',
    body: {
      command: 'LOG_COMMUNICATION',
      direction: 'IN',
      channel: 'PHONE',
      party: 'MERCHANT',
      summary: '商户询问所需材料与办理时限,已逐项告知。',
    },
  },
  { by: 'reviewer', body: { command: 'SET_ALTERNATIVE', type: 'BANK_TRANSFER' } },
  { by: 'reviewer', body: { command: 'ADD_NOTE', text: '与代理机构核对门店地址,与登记信息一致。' } },
  { by: 'intake', body: { command: 'WITHDRAW', reason: '商户改用其他收单机构,撤回申请。', onBehalfOf: 'MERCHANT' } },
];
