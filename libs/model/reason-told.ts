import type { Case } from './case.js';
import type { Policy } from './policy/policy.js';
import { disclosureOf } from './sub-reasons.js';
import type { ReasonCode } from './vocabulary.js';
import { REASON_WORDS, type Words } from './words.js';

/** What is told of a reason that is not to be named: the fixed wording, or the one that says nothing at all. */
const NEUTRAL: Words = { zh: '商户服务核查', en: 'a routine check of the merchant service' };
const NOTHING: Words = { zh: '业务核查', en: 'a check' };

/** What may be said of the reasons outside (domain §4.6). */
export function reasonTold(current: Case, policy: Policy): Words {
  const level = disclosureOf(current, policy);
  if (level === 'NONE') return NOTHING;
  if (level === 'NEUTRAL') return NEUTRAL;
  const words = current.reasons.map(({ code }) => REASON_WORDS[code]);
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

const words = (zh: string, en: string): Words => ({ zh, en });

/** The way out of each reason, as a merchant is told it (domain §2, remediation path). */
const REMEDIES: { readonly [R in ReasonCode]: Words } = {
  TRADING_VIOLATION: words(
    '请自查相关交易,逐笔说明并提供凭证,必要时完成整改。',
    'Please check the transactions yourself, explain each of them with proof, and put right what is to be put right.',
  ),
  ILLEGAL_OPERATION: words(
    '请配合核查并按要求提供材料。',
    'Please take part in the check and hand in what you are asked for.',
  ),
  SETTLEMENT_ACCOUNT_ABNORMAL: words(
    '请更正或更换结算账户,完成打款验证后恢复结算。',
    'Please correct or replace the settlement account; settlement goes on once a small payment to it has succeeded.',
  ),
  MAINTENANCE: words(
    '无需申请,维护结束后自动恢复,届时请重新签到。',
    'No application is needed: the service comes back after the maintenance; please sign in again then.',
  ),
  QUALIFICATION_EXPIRED: words(
    '请更新到期证照并上传,核验后更新登记信息。',
    'Please renew the paper that has expired and hand it in; your registered data are then brought up to date.',
  ),
  SYSTEM_FAILURE: words(
    '正在排查修复,测试交易成功后自动恢复。',
    'It is being mended; the service comes back after a test transaction has succeeded.',
  ),
  POLICY_CHANGE: words(
    '请在新规生效前签署补充协议并完成所需升级。',
    'Please sign the supplement, and upgrade what has to be, before the new rule takes effect.',
  ),
  HARDWARE_DAMAGE: words(
    '将安排维修或更换终端,测试交易成功后恢复。',
    'The terminal will be repaired or replaced; it works again after a test transaction has succeeded.',
  ),
  NATURAL_DISASTER: words(
    '受灾期间各项期限暂停,恢复营业后请与我们联系。',
    'While the disaster lasts no deadline of yours runs; please get in touch when you open again.',
  ),
  OTHER: words('我们将尽快确认原因并告知。', 'We will find out the reason soon and tell you.'),
  INACTIVITY: words('请完成身份重新核验。', 'Please have your identity verified again.'),
  TERMINAL_MISMATCH: words(
    '请更正登记信息,或将终端移回登记地址。',
    'Please correct the registered data, or move the terminal back to its registered address.',
  ),
  AUTHORITY_FREEZE: words('请与相关有权机关联系。', 'Please get in touch with the authority concerned.'),
};
const GUARDED_REMEDY = words('请按要求提供材料并配合核查。', 'Please hand in what you are asked for.');

/** What the merchant can do about it, as far as the reason itself may be told. */
export function remedyTold(current: Case, policy: Policy): Words {
  if (disclosureOf(current, policy) !== 'FULL') return GUARDED_REMEDY;
  const remedies = current.reasons.map(({ code }) => REMEDIES[code]);
  return { zh: remedies.map(({ zh }) => zh).join(''), en: remedies.map(({ en }) => en).join(' ') };
}
