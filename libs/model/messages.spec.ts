import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from './case.examples.js';
import type { CommandName, FieldsOf } from './commands.js';
import { DAY_MS, plusMs } from './instant.js';
import { CURRENT_RULES } from './policy/policies.js';
import { messageText } from './templates.js';
import type { Role } from './vocabulary.js';

const deadline = (story: CaseStory, name: string) => story.case.deadlines.find((known) => known.name === name);
const status = (story: CaseStory, name: string) => deadline(story, name)?.status;
const last = (story: CaseStory) => story.case.messages.at(-1)!;
const textOf = (story: CaseStory) => messageText(story.case, last(story), CURRENT_RULES);

/** Sends as over a channel whose delivery is proven later, if ever. */
const later = <N extends CommandName>(story: CaseStory, role: Role, type: N, fields: FieldsOf<N>) => {
  expect(story.refusalOf(role, type, fields, { at: story.now, delivery: 'LATER' })).toBeUndefined();
  return story;
};
const rejectedUnheard = () =>
  later(new CaseStory().underReview(), 'SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });

describe('what is not known to have arrived', () => {
  test('is looked after one working day after the first such word, not after the last', () => {
    const story = later(new CaseStory(), 'INTAKE', 'CONFIRM_NOTICE', {});
    const due = deadline(story, 'T_CONTACT')!.dueAt;
    expect(due).toBe('2026-11-24T02:00:00.000Z');
    story.until('2026-11-23T05:00:00.000Z');
    later(story, 'INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] });
    expect(deadline(story, 'T_CONTACT')!.dueAt).toBe(due);
    story.until('2026-11-24T03:00:00.000Z');
    expect(story.case.tasks).toMatchObject([{ kind: 'REACH_MERCHANT', open: true }]);
  });

  test('is no longer looked after once every word of it has arrived', () => {
    const story = later(new CaseStory(), 'INTAKE', 'CONFIRM_NOTICE', {});
    later(story, 'INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] });
    const [notice, request] = story.case.messages;
    story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId: notice!.messageId, at: story.now });
    expect([status(story, 'T_CONTACT'), status(story, 'T_MATERIALS')]).toEqual(['RUNNING', 'WAITING']);
    story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId: request!.messageId, at: story.now });
    expect([status(story, 'T_CONTACT'), status(story, 'T_MATERIALS')]).toEqual(['MET', 'RUNNING']);
  });

  test('is known to whoever acknowledges it', () => {
    const story = later(new CaseStory(), 'INTAKE', 'CONFIRM_NOTICE', {});
    later(story, 'INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] });
    story.by('PARTNER', 'MERCHANT_ACKNOWLEDGED', {});
    expect([status(story, 'T_CONTACT'), status(story, 'T_MATERIALS')]).toEqual(['MET', 'RUNNING']);
  });

  test('keeps the two windows after a rejection from running, but not from being used', () => {
    const story = rejectedUnheard();
    expect([status(story, 'T_RESUBMIT'), status(story, 'T_APPEAL_WINDOW')]).toEqual(['WAITING', 'WAITING']);
    story.until(plusMs(story.now, 60 * DAY_MS));
    expect(story.case.state).toBe('REJECTED');
    expect(story.by('INTAKE', 'APPEAL', { grounds: words }).case.state).toBe('APPEAL_REVIEW');
  });
});

test('both windows begin when the rejection is proven to have arrived, and the text says how long they are', () => {
  const story = rejectedUnheard();
  expect(textOf(story).zh).toContain('收到本通知后 20 个工作日 前重新提交,或于 收到本通知后 10 个工作日 前申诉');
  const { messageId } = last(story);
  story.until('2026-11-30T02:00:00.000Z').by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now });
  expect(deadline(story, 'T_APPEAL_WINDOW')).toMatchObject({ status: 'RUNNING', dueAt: '2026-12-14T02:00:00.000Z' });
});

test('a clock starts when the message was delivered, not when the proof of it came', () => {
  const story = new CaseStory({ sandbox: false }).by('INTAKE', 'CONFIRM_NOTICE', {});
  later(story, 'INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] });
  const { messageId, sentAt } = last(story);
  story.until('2026-11-25T02:00:00.000Z');
  story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: '2026-11-24T02:00:00.000Z' });
  expect(deadline(story, 'T_MATERIALS')!.dueAt).toBe('2026-12-01T02:00:00.000Z');
  expect(last(story).deliveredAt).toBe('2026-11-24T02:00:00.000Z');
  expect(sentAt).toBe('2026-11-23T02:00:00.000Z');
});

test.each([
  ['2026-11-01T02:00:00.000Z', '2026-11-23T02:00:00.000Z'],
  ['2027-11-01T02:00:00.000Z', '2026-11-25T02:00:00.000Z'],
])('a proof that speaks of %s is taken to mean %s', (at, deliveredAt) => {
  const story = later(new CaseStory({ sandbox: false }), 'INTAKE', 'CONFIRM_NOTICE', {});
  story.until('2026-11-25T02:00:00.000Z').by('SYSTEM', 'MESSAGE_DELIVERED', { messageId: last(story).messageId, at });
  expect(last(story).deliveredAt).toBe(deliveredAt);
});

test('a case whose clock was moved knows no earlier moment than now', () => {
  const story = later(new CaseStory(), 'INTAKE', 'CONFIRM_NOTICE', {}).by('LEAD', 'ADVANCE_CLOCK', { by: 'P1D' });
  story.now = plusMs(story.now, DAY_MS);
  story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId: last(story).messageId, at: '2026-11-23T03:00:00.000Z' });
  expect(last(story).deliveredAt).toBe(story.now);
});

test('whatever a disaster’s merchant is told meanwhile starts no clock until it is over', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY', 'NATURAL_DISASTER'] }).requested();
  story.uploadRequired().by('INTAKE', 'SUBMIT', {});
  story.by('INTAKE', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M12', reason: words }] });
  expect(status(story, 'T_SUPPLEMENT')).toBe('PAUSED');
  expect(textOf(story).zh).toContain('期限恢复计时后 5 个工作日');
  story.until('2027-01-11T02:00:00.000Z').by('OPS', 'SERVICE_RESTORED', {});
  expect(deadline(story, 'T_SUPPLEMENT')).toMatchObject({ status: 'RUNNING', dueAt: '2027-01-18T02:00:00.000Z' });
});

describe('how a case ends is told', () => {
  const rejected = () =>
    new CaseStory().underReview().by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
  const ends: readonly (readonly [string, () => CaseStory, string])[] = [
    ['EXPIRED', () => new CaseStory().requested().until('2027-01-15T00:00:00.000Z'), 'the restriction stays'],
    ['REJECTED_FOR_GOOD', () => rejected().until('2027-01-15T00:00:00.000Z'), 'appeal is over'],
    [
      'APPEAL_DENIED',
      () => rejected().by('INTAKE', 'APPEAL', { grounds: words }).by('COMPLIANCE', 'APPEAL_DENIED', { reason: words }),
      'the decision stands',
    ],
    ['WITHDRAWN', () => new CaseStory().requested().by('INTAKE', 'WITHDRAW', { reason: words }), 'is withdrawn'],
    [
      'TERMINATED',
      () =>
        new CaseStory()
          .requested()
          .by('COMPLIANCE', 'TERMINATE', { reason: words })
          .by('SENIOR_REVIEWER', 'TERMINATE', { reason: words }),
      'hand back the terminals',
    ],
    [
      'INVALID',
      () =>
        new CaseStory()
          .by('INTAKE', 'MARK_INVALID', { reason: words })
          .by(asker('INTAKE', 'person:intake2'), 'MARK_INVALID', { reason: words }),
      'N-1 was found to be invalid',
    ],
    ['REVOKED', () => new CaseStory().requested().by('PARTNER', 'NOTICE_REVOKED', { issuer: 'LAKALA' }), 'taken'],
    ['CERTIFICATE', () => new CaseStory().followUp().until('2027-03-01T00:00:00.000Z'), 'closed on 2027-02-21'],
  ];

  test.each(ends)('%s', (template, tell, said) => {
    const story = tell();
    expect(last(story).template).toBe(template);
    expect(textOf(story).en).toContain(said);
    expect(textOf(story).zh).toContain('不收取任何费用');
  });
});

test('what the law wants told is marked as such', () => {
  const story = new CaseStory().underReview().by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
  expect(story.case.messages.map(({ template, statutory }) => [template, statutory])).toEqual([
    ['NOTICE', true],
    ['MATERIALS_REQUESTED', undefined],
    ['REJECTED', true],
  ]);
});

test('the notice tells the way out of each reason, as far as the reason may be told', () => {
  const noticed = (code: 'MAINTENANCE' | 'TRADING_VIOLATION') =>
    textOf(new CaseStory({ reasonCodes: [code] }).by('INTAKE', 'CONFIRM_NOTICE', {}));
  expect(noticed('MAINTENANCE').zh).toContain('无需申请');
  expect(noticed('TRADING_VIOLATION').en).toContain('Please hand in what you are asked for.');
});
