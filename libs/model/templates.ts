import type { Calendar } from './calendar/calendar.js';
import { workingDayMs } from './calendar/working-time.js';
import type { Case, Message } from './case.js';
import { DAY_MS } from './instant.js';
import type { Policy } from './policy/policy.js';
import { missing } from './reading.js';
import type { Rules } from './rules.js';
import { MATERIAL_WORDS, REASON_WORDS, type Words } from './words.js';

/** Version of the wordings below; kept with every text that was sent. A released wording is never edited. */
export const TEMPLATE_VERSION = 'messages-2026-11';

/** What is told of a reason that is not to be named: the fixed wording, or the one that says nothing at all. */
const NEUTRAL: Words = { zh: '商户服务核查', en: 'a routine check of the merchant service' };
const NOTHING: Words = { zh: '业务核查', en: 'a check' };

/** Goes with every message: nobody may take money or codes for a reinstatement (domain §4.6). */
const ANTI_SCAM: Words = {
  zh: '恢复服务不收取任何费用;任何人不得以恢复为由索要费用、密码或验证码。',
  en: 'Reinstatement costs nothing. Nobody may ask you for a fee, a password or a code for it.',
};

/** What may be said of the reasons outside: the most guarded disclosure among them decides (domain §4.6). */
export function reasonTold(current: Case, policy: Policy): Words {
  const levels = current.reasons.map(({ code }) => policy.reasons[code].disclosure);
  if (levels.includes('NONE')) return NOTHING;
  if (levels.includes('NEUTRAL')) return NEUTRAL;
  const words = current.reasons.map(({ code }) => REASON_WORDS[code]);
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') };
}

type Wording = (told: { readonly reason: Words; readonly papers: Words; readonly due: Words }) => Words;

const WORDINGS: { readonly [template: string]: Wording } = {
  NOTICE: ({ reason }) => ({
    zh: `您的收单服务因「${reason.zh}」被限制。我们将告知所需材料;如有异议,可通过本机构申诉渠道提出。`,
    en: `Your acceptance service is restricted because of ${reason.en}. We will tell you which papers are needed; you may object through our appeal channel.`,
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
  APPROVED: () => ({
    zh: '恢复申请已通过,正在恢复服务。',
    en: 'Your application is approved; the service is being restored.',
  }),
  REJECTED: () => ({
    zh: '恢复申请未通过。您可以在期限内重新提交或申诉。',
    en: 'Your application was not approved. You may apply again or appeal within the time allowed.',
  }),
  REINSTATED: () => ({
    zh: '服务已恢复,将进行一段时间的跟踪观察。',
    en: 'The service is restored and will be followed up for a while.',
  }),
};
const REMINDER: Wording = ({ papers, due }) => ({
  zh: `提醒:请于 ${due.zh} 前办理;仍缺:${papers.zh}。`,
  en: `Reminder: please act by ${due.en}. Still missing: ${papers.en}.`,
});

/** Beijing wall clock, to the minute. */
const wallClock = (at: string): string =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Until when: the clock's own instant, or how long after receipt where its proof of delivery still starts it. */
function dueWords(current: Case, starts: Message['starts'], calendar: Calendar): Words {
  const clock = current.deadlines.find(({ name, status }) => (starts ? name === starts : status === 'RUNNING'));
  if (clock?.dueAt) return { zh: wallClock(clock.dueAt), en: wallClock(clock.dueAt) };
  if (!clock) return { zh: '—', en: '—' };
  const days = Math.round(clock.budgetMs / (clock.unit === 'WORKING' ? workingDayMs(calendar) : DAY_MS));
  const [zh, en] = clock.unit === 'WORKING' ? ['个工作日', 'working days'] : ['日', 'days'];
  return { zh: `收到本通知后 ${days} ${zh}`, en: `${days} ${en} after you received this` };
}

const listed = (current: Case): Words => {
  const words = missing(current).map(({ code }) => MATERIAL_WORDS[code]);
  if (words.length === 0) return { zh: '无', en: 'nothing' };
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join('; ') };
};

/** The text of a message to the merchant as the case stands right after the event that sends it. */
export function messageText(
  current: Case,
  { template, starts }: Pick<Message, 'template' | 'starts'>,
  { policy, calendar }: Rules,
): Words {
  const due = dueWords(current, starts, calendar);
  const wording = WORDINGS[template] ?? REMINDER;
  const told = wording({ reason: reasonTold(current, policy), papers: listed(current), due });
  return { zh: `${told.zh}${ANTI_SCAM.zh}`, en: `${told.en} ${ANTI_SCAM.en}` };
}
