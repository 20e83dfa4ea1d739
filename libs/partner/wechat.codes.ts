import type { Capability, ReasonCode } from '#model';
import type { EventType } from './signal.schema.js';

/** `limited_functions` and `relate_limitations` of its restrictions (domain §3.1) and what a merchant loses by them. */
export const WECHAT_LIMITATIONS: Readonly<Record<string, Capability>> = {
  NO_TRANSACTION: 'ACCEPT_QR',
  NO_TRANSACTION_AND_RECHARGE: 'ACCEPT_QR',
  NO_PAYMENT: 'WITHDRAW',
  NO_WITHDRAWAL: 'WITHDRAW',
  NO_REFUND: 'REFUND',
  NO_PROFIT_SHARING: 'SETTLEMENT',
  NO_PAYMENT_POINT_COMPLETE_ORDER: 'PREAUTH_COMPLETE',
};

/** `limitation_reason_type` (domain §3.1). */
export const WECHAT_REASONS: Readonly<Record<string, ReasonCode>> = {
  LICENSE_ABNORMAL: 'QUALIFICATION_EXPIRED',
  NO_TRADE: 'INACTIVITY',
  SETTLE_ACCOUNT_ABNORMAL: 'SETTLEMENT_ACCOUNT_ABNORMAL',
  RISK_ABNORMAL: 'TRADING_VIOLATION',
  INSPECT_ABNORMAL: 'TERMINAL_MISMATCH',
  INVALID_REPRESENTATIVE_INFORMATION: 'QUALIFICATION_EXPIRED',
  INVALID_BUSINESS_STATUS: 'QUALIFICATION_EXPIRED',
  INVALID_BUSINESS_LICENSE: 'QUALIFICATION_EXPIRED',
  INVALID_BENEFICIARY_INFORMATION: 'QUALIFICATION_EXPIRED',
  OTHER: 'OTHER',
};

/** `risk_type` of a punishment; the list is WeChat's to grow, what it lacks is OTHER. */
export const WECHAT_RISKS: Readonly<Record<string, ReasonCode>> = {
  ...WECHAT_REASONS,
  GAMBLING: 'ILLEGAL_OPERATION',
  FRAUD: 'ILLEGAL_OPERATION',
  CYBERSEX: 'ILLEGAL_OPERATION',
  INDUCE_PAYMENT: 'TRADING_VIOLATION',
  ABNORMAL_TRANSACTION: 'TRADING_VIOLATION',
  INACTIVE_MERCHANT: 'INACTIVITY',
  OTHER_RISK: 'OTHER',
};

/** `punish_plan` is words for people, not a code: what they say is taken away, by the phrases WeChat uses. */
export const WECHAT_PLANS: readonly (readonly [phrase: string, capability: Capability])[] = [
  ['关闭支付', 'ACCEPT_QR'],
  ['关闭收单', 'ACCEPT_QR'],
  ['限制收款', 'ACCEPT_QR'],
  ['延迟结算', 'SETTLEMENT'],
  ['延长结算', 'SETTLEMENT'],
  ['关闭提现', 'WITHDRAW'],
  ['关闭退款', 'REFUND'],
  ['限制退款', 'REFUND'],
];

/**
 * Management records by type and state (domain §3.1) and the event they are to a case. States that are only on the way
 * (UNDER_REVIEW, EXPIRED) are none.
 */
export const WECHAT_RECORDS: Readonly<Record<string, EventType>> = {
  'FUNCTIONAL_LIMIT_RECORD/PENDING': 'SUSPENSION.NOTICE',
  'FUNCTIONAL_LIMIT_RECORD/SUBMITTED': 'MERCHANT.SUBMITTED',
  'FUNCTIONAL_LIMIT_RECORD/RECOVERED': 'MERCHANT.REINSTATED',
  'INVESTIGATE_RECORD/PENDING': 'RETRIEVAL.REQUESTED',
};
