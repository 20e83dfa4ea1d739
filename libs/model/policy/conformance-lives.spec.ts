import { describe, expect, test } from '@jest/globals';
import { CaseStory, words } from '../case.examples.js';
import type { CaseEvent, Changes } from '../event.js';
import { takeFact } from '../facts.js';
import { DAY_MS, plusMs } from '../instant.js';
import { conformanceOf } from './conformance.js';
import { rulesOf } from './policies.js';

const verdictsOf = (events: readonly CaseEvent[]) => conformanceOf(events, rulesOf).map(({ verdict }) => verdict);
const lastOf = (events: readonly CaseEvent[]) => conformanceOf(events, rulesOf).at(-1)!;
const freeze = { authority: 'POLICE', document: 'H-1', kind: 'FREEZE', reason: words };
const held = () => new CaseStory().underReview().by('COMPLIANCE', 'HOLD', freeze);
const terminate = { reason: words };

function parked(...factIds: readonly string[]): CaseStory {
  const story = new CaseStory();
  for (const factId of factIds) {
    const by = { id: 'partner:lakala', roles: ['PARTNER'] };
    const fact = { factId, command: 'SUBMIT', fields: {}, by, occurredAt: story.now, acceptedAt: story.now };
    story.events.push(...takeFact(story.case, fact, story));
  }
  return story;
}

function toldLate(): CaseStory {
  const story = new CaseStory();
  story.refusalOf('INTAKE', 'CONFIRM_NOTICE', {}, { at: story.now, delivery: 'LATER' });
  story.until(plusMs(story.now, 10 * DAY_MS));
  const { messageId } = story.case.messages[0]!;
  return story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now });
}

/** The issuer is answered in time, the merchant’s complaint is not. */
function answered(): CaseStory {
  const story = new CaseStory({ feedbackDueAt: '2027-02-01T02:00:00.000Z' }).by('INTAKE', 'COMPLAINT', { text: words });
  story.until('2027-01-20T02:00:00.000Z');
  return story.by('INTAKE', 'FEEDBACK_SENT', { channel: 'MAIL' });
}

describe('every step is allowed of a life', () => {
  test.each<[string, () => CaseStory]>([
    ['that was held and released', () => held().by('AUTHORITY', 'RELEASE', { document: 'H-1' })],
    [
      'that two persons ended',
      () => new CaseStory().by('COMPLIANCE', 'TERMINATE', terminate).by('SENIOR_REVIEWER', 'TERMINATE', terminate),
    ],
    [
      'whose merchant was reminded again and again',
      () => new CaseStory().requested().until('2026-11-29T12:00:00.000Z'),
    ],
    [
      'with two notes',
      () => new CaseStory().by('INTAKE', 'ADD_NOTE', { text: words }).by('INTAKE', 'ADD_NOTE', { text: words }),
    ],
    ['with messages of a partner that came too early', () => parked('sig_1', 'sig_2')],
    ['whose merchant was reached at last', toldLate],
    [
      'in which a note was written when a deadline had passed',
      () => new CaseStory().until(plusMs(new CaseStory().now, DAY_MS)).by('INTAKE', 'ADD_NOTE', { text: words }),
    ],
    [
      'that was withdrawn when a deadline had passed',
      () => new CaseStory().requested().until('2026-12-01T00:00:00.000Z').by('INTAKE', 'WITHDRAW', { reason: words }),
    ],
    ['whose issuer was answered in time while a complaint was overdue', answered],
  ])('%s', (_, tell) => {
    const verdicts = verdictsOf(tell().events);
    expect(verdicts).toEqual(verdicts.map(() => 'ALLOWED'));
  });
});

describe('a step is impossible', () => {
  const changedTo = (story: CaseStory, seq: number, changes: Changes): readonly CaseEvent[] =>
    story.events.map((event) =>
      event.seq === seq
        ? { ...event, payload: { ...event.payload, changes: { ...event.payload.changes, ...changes } } }
        : event,
    );

  test.each<[string, () => CaseStory, Changes]>([
    ['that stays where it is, and moved the case', () => new CaseStory().recommended(), { state: 'APPROVED' }],
    [
      'that is a proposal alone, and did what it proposes',
      () => new CaseStory().by('COMPLIANCE', 'TERMINATE', terminate),
      { state: 'CLOSED_TERMINATED' },
    ],
    [
      'that ends a hold, and led elsewhere than where the case came from',
      () => held().by('AUTHORITY', 'RELEASE', { document: 'H-1' }),
      { state: 'APPROVED' },
    ],
    ['that is a note of the engine, and moved the case', () => parked('sig_1'), { state: 'SUBMITTED' }],
  ])('%s', (_, tell, changes) => {
    const story = tell();
    expect(lastOf(changedTo(story, story.events.length, changes)).verdict).toBe('IMPOSSIBLE');
  });

  test('that begins in a state its row does not start from', () => {
    const story = new CaseStory().recommended();
    const { seq } = story.events.find(({ type }) => type === 'COMPLETE_OK')!;
    expect(lastOf(changedTo(story, seq, { state: 'SUBMITTED' }))).toMatchObject({
      type: 'RECOMMEND',
      verdict: 'IMPOSSIBLE',
    });
  });

  test('that comes before the case was opened', () => {
    const [first] = new CaseStory().events;
    const confirmed = { ...first!, type: 'CONFIRM_NOTICE', payload: { ...first!.payload, row: '2' } };
    expect(lastOf([confirmed]).verdict).toBe('IMPOSSIBLE');
  });
});
