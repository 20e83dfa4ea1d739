import type { Calendar } from './calendar/calendar.js';
import { workingDayMs } from './calendar/working-time.js';
import type { Case, Message } from './case.js';
import { BEIJING_MS, DAY_MS, beijingDay, plusMs } from './instant.js';
import type { PaperExpiry } from './paper-expiry.js';
import { missing } from './reading.js';
import { reasonTold, remedyTold } from './reason-told.js';
import type { Rules } from './rules.js';
import type { DeadlineName } from './vocabulary.js';
import { WORDINGS, type Told } from './wordings.js';
import { MATERIAL_WORDS, type Words } from './words.js';

/** Version of the wordings; kept with every text that was sent. A released wording is never edited. */
export const TEMPLATE_VERSION = 'messages-2026-11';

/** Goes with every message: nobody may take money or codes for a reinstatement (domain §4.6). */
const ANTI_SCAM: Words = {
  zh: '恢复服务不收取任何费用;任何人不得以恢复为由索要费用、密码或验证码。',
  en: 'Reinstatement costs nothing. Nobody may ask you for a fee, a password or a code for it.',
};

const warned = ({ zh, en }: Words): Words => ({ zh: `${zh}${ANTI_SCAM.zh}`, en: `${en} ${ANTI_SCAM.en}` });

/** Beijing wall clock, to the minute. */
const wallClock = (at: string): string => plusMs(at, BEIJING_MS).slice(0, 16).replace('T', ' ');

/** Until when: the clock's own instant, or how long after receipt where its proof of delivery still starts it. */
function dueOf(current: Case, named: DeadlineName | undefined, calendar: Calendar): Words {
  const clock = current.deadlines.find(({ name, status }) => (named ? name === named : status === 'RUNNING'));
  if (clock?.dueAt) return { zh: wallClock(clock.dueAt), en: wallClock(clock.dueAt) };
  if (!clock) return { zh: '—', en: '—' };
  const days = Math.round(clock.budgetMs / (clock.unit === 'WORKING' ? workingDayMs(calendar) : DAY_MS));
  const [zh, en] = clock.unit === 'WORKING' ? ['个工作日', 'working days'] : ['日', 'days'];
  return clock.status === 'PAUSED'
    ? { zh: `期限恢复计时后 ${days} ${zh}`, en: `${days} ${en} after the clock goes on` }
    : { zh: `收到本通知后 ${days} ${zh}`, en: `${days} ${en} after you received this` };
}

const papersOf = (current: Case): Words => {
  const words = missing(current).map(({ code }) => MATERIAL_WORDS[code]);
  if (words.length === 0) return { zh: '无', en: 'nothing' };
  return { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join('; ') };
};

/** Everything a wording may speak of, as the case stands right after the event that sends it. */
function toldOf(current: Case, { starts = [], sentAt }: Pick<Message, 'starts' | 'sentAt'>, rules: Rules): Told {
  return {
    reason: reasonTold(current, rules.policy),
    remedy: remedyTold(current, rules.policy),
    papers: papersOf(current),
    due: dueOf(current, starts[0], rules.calendar),
    alsoDue: dueOf(current, starts[1], rules.calendar),
    caseId: current.caseId,
    merchantNo: current.merchantNo,
    noticeNo: current.noticeNo,
    today: beijingDay(sentAt),
  };
}

/** The text of a message to the merchant as the case stands right after the event that sends it. */
export function messageText(
  current: Case,
  message: Pick<Message, 'template' | 'starts' | 'sentAt'>,
  rules: Rules,
): Words {
  const wording = WORDINGS[message.template] ?? WORDINGS['REMINDER']!;
  return warned(wording(toldOf(current, message, rules)));
}

/** The text of the message to the merchant that a paper of its on file expires. */
export function expiryText({ material, validUntil, daysLeft }: PaperExpiry): Words {
  const { zh, en } = MATERIAL_WORDS[material];
  return warned({
    zh: `您在我方留存的「${zh}」有效期至 ${validUntil},还有 ${daysLeft} 天。请在到期前换证并提交新的证件,以免影响收单服务。`,
    en: `The paper of yours we hold, ${en}, is valid until ${validUntil} (days left: ${daysLeft}). Please renew it and hand in the new one before then, so that your acceptance service goes on.`,
  });
}
