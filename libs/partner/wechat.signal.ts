import type { Capability } from '#model';
import { beijingDateOf } from './freshness.js';
import { memberOf, type Content } from './json.js';
import { theirCode, type Naming } from './naming.js';
import { nativeContent, nativeSignal, type NativeSignals } from './native.signal.js';
import type { MerchantDirectory } from './profile.js';
import { problem, type PartnerSignal, type SignalProblem } from './signal.schema.js';
import { WECHAT_LIMITATIONS, WECHAT_PLANS, WECHAT_RECORDS, WECHAT_RISKS } from './wechat.codes.js';

/** How notice numbers made of WeChat's record ids begin: its notices share their issuer with the acquirer's own. */
export const WECHAT_NOTICE_PREFIX = 'WX-';

/** WeChat's names: its envelope and the members of its resources. Event types it has no own for are ours. */
export const WECHAT_NAMING: Naming = {
  issuer: 'ACQUIRER',
  style: 'snake_case',
  names: {
    signalId: 'id',
    occurredAt: 'create_time',
    effectiveAt: 'punish_time',
    reasonText: 'risk_description',
    merchantName: 'company_name',
  },
  instants: 'RFC3339',
  values: 'JSON',
  codes: { capability: WECHAT_LIMITATIONS, capabilities: WECHAT_LIMITATIONS, reasonCodes: WECHAT_RISKS },
};

const textOf = (content: Content, name: string): string => {
  const value = memberOf(content, name);
  return typeof value === 'string' ? value : '';
};

const capabilitiesIn = (plan: string): readonly Capability[] => [
  ...new Set(WECHAT_PLANS.filter(([phrase]) => plan.includes(phrase)).map(([, capability]) => capability)),
];

/** The event a message is to a case; undefined for what is only news, such as intercepted payments. */
function eventOf(content: Content): string | undefined {
  const said = textOf(content, 'event_type');
  if (said === 'VIOLATION.PUNISH') return 'SUSPENSION.NOTICE';
  if (said === 'MANAGERECORD.CHANGE')
    return WECHAT_RECORDS[`${textOf(content, 'manage_record_type')}/${textOf(content, 'manage_record_state')}`];
  return said.startsWith('VIOLATION.') || said.startsWith('BLOCK') ? undefined : said;
}

const recordOf = (content: Content): string => textOf(content, 'record_id') || textOf(content, 'manage_record_id');

/**
 * What an opened message says. A sub-merchant has a number of WeChat's; the directory says which merchant of which
 * institution that is. One nobody knows is nobody's case (404). Never throws.
 */
export function wechatSignal(
  content: Content | undefined,
  directory: MerchantDirectory = () => undefined,
): NativeSignals | SignalProblem {
  if (!content) return nativeSignal(WECHAT_NAMING, content);
  const eventType = eventOf(content);
  if (eventType === undefined) return problem('kind.unsupported');
  const merchant = directory(textOf(content, 'sub_mchid'));
  if (!merchant) return problem('case.not-found', [{ pointer: '/resource/sub_mchid', message: 'is not known here' }]);
  const [record, taken] = [recordOf(content), capabilitiesIn(textOf(content, 'punish_plan'))];
  return nativeSignal(WECHAT_NAMING, {
    ...(taken.length > 0 && { capabilities: taken }),
    ...content,
    event_type: eventType,
    ...(record && { notice_no: WECHAT_NOTICE_PREFIX + record }),
    ...(textOf(content, 'risk_type') && { reason_codes: [textOf(content, 'risk_type')] }),
    merchant_no: merchant.merchantNo,
    institution_code: merchant.institutionCode,
  });
}

const planOf = (capabilities: unknown): string =>
  WECHAT_PLANS.filter(([, capability]) => Array.isArray(capabilities) && capabilities.includes(capability))
    .filter(([, capability], index, all) => all.findIndex(([, other]) => other === capability) === index)
    .map(([phrase]) => phrase)
    .join('、');

/** The members of a WeChat message that says a signal: a punishment, a recovered record, else ours in its manner. */
export function wechatContent(signal: PartnerSignal, subMchid: string): Content {
  const content = nativeContent(WECHAT_NAMING, signal);
  const record_id = textOf(content, 'notice_no').slice(WECHAT_NOTICE_PREFIX.length);
  const head = { id: signal.signalId, create_time: signal.occurredAt, sub_mchid: subMchid };
  if (signal.eventType === 'SUSPENSION.NOTICE') {
    const restrictions = (signal.payload['restrictions'] ?? []) as readonly { readonly capability: string }[];
    const reasons = (signal.payload['reasonCodes'] ?? []) as readonly string[];
    return {
      ...head,
      event_type: 'VIOLATION.PUNISH',
      record_id,
      company_name: memberOf(content, 'company_name') ?? '样例商户',
      punish_plan: planOf(restrictions.map(({ capability }) => capability)),
      punish_time: memberOf(content, 'punish_time') ?? signal.occurredAt,
      punish_description: `自 ${beijingDateOf(signal.occurredAt)} 起`,
      risk_type: theirCode(WECHAT_NAMING, 'reasonCodes', reasons[0] ?? 'OTHER'),
      risk_description: memberOf(content, 'risk_description') ?? '',
      ...(memberOf(content, 'sandbox') === true && { sandbox: true }),
    };
  }
  if (signal.eventType === 'MERCHANT.REINSTATED') {
    const recovered = { manage_record_type: 'FUNCTIONAL_LIMIT_RECORD', manage_record_state: 'RECOVERED' };
    return { ...head, event_type: 'MANAGERECORD.CHANGE', manage_record_id: record_id, ...recovered };
  }
  return { ...content, ...head };
}
