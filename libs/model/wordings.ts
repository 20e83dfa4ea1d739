import type { Words } from './words.js';

/** What a wording may speak of. */
export interface Told {
  readonly reason: Words;
  readonly remedy: Words;
  readonly papers: Words;
  /** When the clock the message starts ends, and the second one where it starts two. */
  readonly due: Words;
  readonly alsoDue: Words;
  readonly caseId: string;
  readonly merchantNo: string;
  readonly noticeNo: string;
  /** The day it is sent, in Beijing. */
  readonly today: string;
}

/** Messages to merchants by template; a released wording is never edited. REMINDER stands for every reminder. */
export const WORDINGS: { readonly [template: string]: (told: Told) => Words } = {
  NOTICE: ({ reason, remedy }) => ({
    zh: `您的收单服务因「${reason.zh}」被限制。${remedy.zh}我们将告知所需材料;如有异议,可通过本机构申诉渠道提出。`,
    en: `Your acceptance service is restricted because of ${reason.en}. ${remedy.en} We will tell you which papers are needed; you may object through our appeal channel.`,
  }),
  MATERIALS_REQUESTED: ({ papers, due }) => ({
    zh: `请于 ${due.zh} 前提交恢复申请及材料:${papers.zh}。`,
    en: `Please apply by ${due.en} with: ${papers.en}.`,
  }),
  SUPPLEMENT_REQUIRED: ({ papers, due }) => ({
    zh: `请于 ${due.zh} 前补交:${papers.zh}。`,
    en: `Please hand in by ${due.en}: ${papers.en}.`,
  }),
  RECTIFICATION_REQUIRED: ({ due }) => ({
    zh: `请于 ${due.zh} 前提交整改方案并完成整改。`,
    en: `Please hand in a rectification plan and carry it out by ${due.en}.`,
  }),
  GRACE: ({ papers, due }) => ({
    zh: `已逾期,宽限至 ${due.zh};仍缺:${papers.zh}。`,
    en: `The time is over; you have until ${due.en}. Still missing: ${papers.en}.`,
  }),
  REMINDER: ({ papers, due }) => ({
    zh: `提醒:请于 ${due.zh} 前办理;仍缺:${papers.zh}。`,
    en: `Reminder: please act by ${due.en}. Still missing: ${papers.en}.`,
  }),
  EXPIRED: () => ({
    zh: '因逾期未补齐材料,本次恢复申请已结案,限制继续有效。九十日内可联系我们申请重启。',
    en: 'The papers did not come in time: this application is closed and the restriction stays. Within ninety days you may ask us to open it again.',
  }),
  APPROVED: () => ({
    zh: '恢复申请已通过,正在恢复服务。',
    en: 'Your application is approved; the service is being restored.',
  }),
  REJECTED: ({ due, alsoDue }) => ({
    zh: `恢复申请未通过。您可于 ${due.zh} 前重新提交,或于 ${alsoDue.zh} 前申诉。`,
    en: `Your application was not approved. You may apply again by ${due.en}, or appeal by ${alsoDue.en}.`,
  }),
  REJECTED_FOR_GOOD: () => ({
    zh: '重新提交与申诉期限均已届满,本案结案,限制继续有效。九十日内可联系我们申请重启。',
    en: 'The time to apply again and to appeal is over: the case is closed and the restriction stays. Within ninety days you may ask us to open it again.',
  }),
  APPEAL_DENIED: () => ({
    zh: '经复议,申诉未获支持,原决定维持,本案结案。',
    en: 'Your appeal was looked at by others and was not upheld: the decision stands and the case is closed.',
  }),
  WITHDRAWN: () => ({
    zh: '已按您的要求撤回恢复申请,限制继续有效。',
    en: 'Your application is withdrawn as you wished. The restriction stays.',
  }),
  TERMINATED: () => ({
    zh: '本机构已终止与您的收单合作。请配合交还终端;未结算资金将按规定处理。如有异议,可通过本机构投诉渠道提出。',
    en: 'We have ended our acquiring contract with you. Please hand back the terminals; funds not yet settled are dealt with as the rules say. You may object through our complaints channel.',
  }),
  INVALID: ({ noticeNo }) => ({
    zh: `经核实,停用通知 ${noticeNo} 无效,本案结案。`,
    en: `The suspension notice ${noticeNo} was found to be invalid; the case is closed.`,
  }),
  NOT_SUSPENDED: () => ({
    zh: '经核实,您的收单服务未被停用,交易失败系持卡人发卡行限制。请建议持卡人联系其发卡行,或使用其他卡片。',
    en: 'Your acceptance service is not suspended: the shopper’s own bank declined. Please ask the shopper to call the bank that issued the card, or to pay with another.',
  }),
  REVOKED: ({ noticeNo }) => ({
    zh: `停用通知 ${noticeNo} 已由签发方撤销。仍有限制的,正在恢复。`,
    en: `Its issuer has taken the suspension notice ${noticeNo} back. What is still restricted is being restored.`,
  }),
  RELEASED_FOR_A_TIME: () => ({
    zh: '服务已临时放行,到期将自动恢复限制;案件仍在办理。',
    en: 'The service is released for a time and will be stopped again by itself; your case goes on.',
  }),
  STOPPED_AGAIN: () => ({
    zh: '临时放行已到期,限制恢复;案件仍在办理。',
    en: 'The release for a time is over and the restriction is back; your case goes on.',
  }),
  REINSTATED: () => ({
    zh: '服务已恢复,将进行一段时间的跟踪观察。',
    en: 'The service is restored and will be followed up for a while.',
  }),
  CERTIFICATE: ({ caseId, merchantNo, noticeNo, today }) => ({
    zh: `结案证明:商户 ${merchantNo} 因停用通知 ${noticeNo} 办理的恢复案件 ${caseId} 已于 ${today} 以「已恢复」结案。`,
    en: `Closing certificate: the case ${caseId} of merchant ${merchantNo} on the suspension notice ${noticeNo} was closed on ${today} as reinstated.`,
  }),
};
