import { expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10 } from './case.examples.js';
import { DAY_MS } from './instant.js';
import { CURRENT_RULES } from './policy/policies.js';
import { EXPIRING_PAPERS } from './paper-expiry.js';
import { expiryText, messageText } from './templates.js';
import type { DeadlineName } from './vocabulary.js';

const textOf = (story: CaseStory, template: string) => {
  const message = story.case.messages.findLast((sent) => sent.template === template)!;
  return messageText(story.case, message, CURRENT_RULES);
};

test('the request for papers names each of them and the day in Beijing they are due', () => {
  const { zh, en } = textOf(new CaseStory({ reasonCodes: ['INACTIVITY'] }).requested(), 'MATERIALS_REQUESTED');
  expect(zh).toContain(
    '请于 2026-11-30 10:00 前提交恢复申请及材料:营业执照、法人身份证、门头、收银台、内景照片、情况说明',
  );
  expect(en).toContain('Please apply by 2026-11-30 10:00 with: Business licence; ID of the legal representative;');
});

test('every message warns of those who ask for money or codes', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).followUp();
  for (const { template } of story.case.messages)
    expect(textOf(story, template)).toEqual({
      zh: expect.stringContaining('不收取任何费用'),
      en: expect.stringContaining('costs nothing'),
    });
});

test('a reason is told as far as it may be: in full, neutrally, or not at all', () => {
  const told = (code: 'INACTIVITY' | 'TRADING_VIOLATION' | 'ILLEGAL_OPERATION') =>
    textOf(new CaseStory({ reasonCodes: [code] }).requested(), 'NOTICE').zh;
  expect(told('INACTIVITY')).toContain('长期无交易');
  expect(told('TRADING_VIOLATION')).toContain('商户服务核查');
  expect(told('TRADING_VIOLATION')).not.toContain('违反');
  expect(told('ILLEGAL_OPERATION')).not.toMatch(/违规|商户服务/);
});

test('a message whose delivery starts the clock says how long after it the papers are due', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).by('INTAKE', 'CONFIRM_NOTICE', {});
  story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] }, { at: story.now, delivery: 'LATER' });
  const { zh, en } = textOf(story, 'MATERIALS_REQUESTED');
  expect(zh).toContain('请于 收到本通知后 5 个工作日 前提交');
  expect(en).toContain('by 5 working days after you received this');
});

test('a message of a kind nobody worded is told as a reminder, with nothing to hand in and no day where there is none', () => {
  const { case: current } = new CaseStory({ reasonCodes: ['INACTIVITY'] });
  const told = (template: string, starts?: readonly DeadlineName[]) =>
    messageText(
      { ...current, deadlines: [] },
      { template, sentAt: MONDAY_10, ...(starts && { starts }) },
      CURRENT_RULES,
    );
  expect(told('DANCE')).toEqual(told('REMINDER'));
  expect(told('MATERIALS_REQUESTED', ['T_MATERIALS']).zh).toContain('请于 — 前提交恢复申请及材料:无');
  expect(told('MATERIALS_REQUESTED', ['T_MATERIALS']).en).toContain('by — with: nothing');
});

test('a clock of natural days that waits for receipt is told in days', () => {
  const { case: current } = new CaseStory().requested();
  const deadlines = current.deadlines.map((clock) =>
    clock.name === 'T_MATERIALS'
      ? { ...clock, status: 'WAITING' as const, dueAt: null, unit: 'NATURAL' as const, budgetMs: 3 * DAY_MS }
      : clock,
  );
  const message = { template: 'MATERIALS_REQUESTED', sentAt: MONDAY_10, starts: ['T_MATERIALS'] as const };
  const told = messageText({ ...current, deadlines }, message, CURRENT_RULES);
  expect(told.zh).toContain('收到本通知后 3 日');
  expect(told.en).toContain('3 days after you received this');
});

test.each(EXPIRING_PAPERS)('that %s expires is told with its name, its last day and the days left', (material) => {
  const { zh, en } = expiryText({ material, validUntil: '2027-02-25', daysLeft: 30 });
  expect(zh).toMatch(/(营业执照|法人身份证|行业许可)」有效期至 2027-02-25,还有 30 天.*不收取任何费用/);
  expect(en).toMatch(/(Business licence|ID of|Industry permit).* until 2027-02-25 \(days left: 30\).*costs nothing/);
});
