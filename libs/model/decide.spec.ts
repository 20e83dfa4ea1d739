import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from './case.examples.js';
import { nextDueAt } from './clocks.js';
import { decide } from './decide.js';
import type { Command } from './event.js';
import { evidenceHash } from './reading.js';

const status = (story: CaseStory, name: string) =>
  story.case.deadlines.find((deadline) => deadline.name === name)?.status;

describe('the usual way of a trading violation', () => {
  test('leads from the notice to the closed and reinstated case', () => {
    const story = new CaseStory().followUp();
    expect(story.case.state).toBe('FOLLOW_UP');
    story.until('2027-03-01T00:00:00.000Z');
    expect(story.case).toMatchObject({ state: 'CLOSED_REINSTATED', closedAt: story.events.at(-1)?.at });
    expect(story.events.filter(({ type }) => type === 'CHECKPOINT').map(({ payload }) => payload.fields)).toHaveLength(
      3,
    );
    expect(story.events.map(({ seq }) => seq)).toEqual(story.events.map((_, index) => index + 1));
    expect(nextDueAt(story.case)).toBeNull();
  });

  test('lets nobody approve what he prepared himself', () => {
    const story = new CaseStory().underReview().acceptUploaded();
    const evidence = evidenceHash(story.case);
    story.by('SENIOR_REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, evidenceHash: evidence });
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: evidence })).toBe('guard.four-eyes');
    expect(
      story.refusalOf(asker('SENIOR_REVIEWER', 'person:other'), 'APPROVE', { evidenceHash: evidence }),
    ).toBeUndefined();
  });

  test('is not approved before every required paper is accepted', () => {
    const story = new CaseStory().underReview();
    const evidence = evidenceHash(story.case);
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: evidence })).toBe(
      'guard.material-not-accepted',
    );
    expect(
      story.refusalOf('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, evidenceHash: evidence }),
    ).toBe('guard.material-not-accepted');
  });

  test('is not approved on other evidence than was recommended', () => {
    const story = new CaseStory().recommended();
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: 'f'.repeat(64) })).toBe(
      'guard.evidence-changed',
    );
    story.by('REVIEWER', 'JUDGE_TRANSACTION', { transactionId: '112309481203', verdict: 'EXPLAINED' });
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: evidenceHash(story.case) })).toBe(
      'guard.evidence-changed',
    );
  });

  test('asks for a rectification plan once a transaction is upheld, and no longer when none is', () => {
    const story = new CaseStory().underReview();
    const plan = () => story.case.materials.find(({ code }) => code === 'M13')?.requirement;
    story.by('REVIEWER', 'JUDGE_TRANSACTION', { transactionId: '112309481203', verdict: 'UPHELD' });
    expect(plan()).toBe('REQUIRED');
    story.by('REVIEWER', 'JUDGE_TRANSACTION', { transactionId: '112309481203', verdict: 'EXPLAINED' });
    expect(plan()).toBe('CONDITIONAL');
  });
});

describe('a restriction another licensee owns', () => {
  const pending = () => new CaseStory({ issuer: 'UNIONPAY' }).approved();
  const external = { kind: 'APPROVED', refNo: 'UP-9', receivedAt: '2026-12-01T00:00:00.000Z' } as const;

  test('is only recommended by our approval, and silence of its owner is never approval', () => {
    const story = pending();
    expect(story.case.state).toBe('PENDING_EXTERNAL_DECISION');
    story.until('2026-12-23T02:00:00.000Z');
    expect(story.case.state).toBe('PENDING_EXTERNAL_DECISION');
    expect(story.events.filter(({ type }) => type === 'OWNER_CHASED')).toHaveLength(2);
    expect(status(story, 'T_EXTERNAL')).toBe('PASSED');
  });

  test('is lifted after two persons have recorded the owner’s decision; the same person twice is one', () => {
    const story = pending();
    story.by('INTAKE', 'RECORD_EXTERNAL', external);
    expect(story.events.at(-1)?.type).toBe('RECORD_EXTERNAL_PROPOSED');
    expect(story.refusalOf('INTAKE', 'RECORD_EXTERNAL', external)).toBe('guard.four-eyes');
    expect(story.case.state).toBe('PENDING_EXTERNAL_DECISION');
    story.by('REVIEWER', 'RECORD_EXTERNAL', external);
    expect(story.events.at(-1)?.type).toBe('EXTERNAL_APPROVED');
    expect(story.case.scope.every(({ lifting }) => lifting === 'DECIDED')).toBe(true);
  });

  test('is not lifted by two persons who recorded different decisions', () => {
    const story = pending();
    story.by('INTAKE', 'RECORD_EXTERNAL', external).by('REVIEWER', 'RECORD_EXTERNAL', { ...external, refNo: 'UP-10' });
    expect(story.case.state).toBe('PENDING_EXTERNAL_DECISION');
  });

  test('is lifted by the owner’s own word alone', () => {
    const story = pending().by('UNIONPAY', 'RECORD_EXTERNAL', external);
    expect(story.case.state).toBe('APPROVED');
  });
});

describe('the supplement', () => {
  test('stops the review clock and starts the merchant’s; the review goes on with what was left', () => {
    const story = new CaseStory().underReview();
    story.until('2026-11-24T02:00:00.000Z');
    story.by('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M10', reason: words }] });
    const left = story.case.deadlines.find(({ name }) => name === 'T_REVIEW')!;
    expect(left).toMatchObject({ status: 'PAUSED', dueAt: null, remainingMs: 4 * 9 * 3_600_000 });
    expect(status(story, 'T_SUPPLEMENT')).toBe('RUNNING');
    story.until('2026-11-27T02:00:00.000Z');
    expect(story.refusalOf('INTAKE', 'SUPPLEMENT_SUBMITTED', {})).toBe('guard.materials-incomplete');
    story.upload('M10').by('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
    const review = story.case.deadlines.find(({ name }) => name === 'T_REVIEW')!;
    expect(review).toMatchObject({ status: 'RUNNING', dueAt: '2026-12-03T02:00:00.000Z' });
    expect(story.case).toMatchObject({ state: 'UNDER_REVIEW', submissions: 2, supplementRounds: 1 });
  });

  test('is asked for three times at most', () => {
    const story = new CaseStory().underReview();
    for (let round = 1; round <= 3; round += 1) {
      story
        .by('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M10', reason: words }] })
        .upload('M10')
        .by('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
    }
    expect(story.refusalOf('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M10', reason: words }] })).toBe(
      'guard.max-rounds',
    );
  });
});

describe('nothing handed in', () => {
  test('ends in an expired case after the grace, with every reminder an event', () => {
    const story = new CaseStory().requested();
    story.until('2026-12-31T00:00:00.000Z');
    expect(story.case.state).toBe('CLOSED_EXPIRED');
    const reminders = story.events.filter(({ type }) => type === 'REMINDER');
    expect(reminders.map(({ at, payload }) => [at, payload.fields])).toEqual([
      ['2026-11-25T06:30:00.000Z', { deadline: 'T_MATERIALS', mark: '50%' }],
      ['2026-11-27T02:00:00.000Z', { deadline: 'T_MATERIALS', mark: '80%' }],
      ['2026-11-29T02:00:00.000Z', { deadline: 'T_MATERIALS', mark: '-24h' }],
      ['2026-12-01T02:00:00.000Z', { deadline: 'T_GRACE', mark: '-24h' }],
    ]);
    expect(story.case.closedAt).toBe('2026-12-02T02:00:00.000Z');
    expect(story.case.scope.every(({ status: held }) => held === 'SUSPENDED')).toBe(true);
  });

  test('starts the merchant’s clock only when the message is proven delivered', () => {
    const story = new CaseStory().by('INTAKE', 'CONFIRM_NOTICE', {});
    story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }, { at: story.now, delivery: 'LATER' });
    expect(status(story, 'T_MATERIALS')).toBe('WAITING');
    story.until('2026-12-10T02:00:00.000Z');
    expect(story.case).toMatchObject({ state: 'MATERIALS_REQUESTED', tasks: [{ kind: 'REACH_MERCHANT', open: true }] });
    const { messageId } = story.case.messages.find(({ starts }) => starts?.includes('T_MATERIALS'))!;
    story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now });
    expect(status(story, 'T_MATERIALS')).toBe('RUNNING');
    expect(story.case.tasks).toMatchObject([{ open: false }]);
  });

  test('starts the merchant’s clock when a person proves that the merchant was told', () => {
    const story = new CaseStory().by('INTAKE', 'CONFIRM_NOTICE', {});
    story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }, { at: story.now, delivery: 'LATER' });
    const call = { direction: 'OUT', channel: 'PHONE', party: 'MERCHANT', summary: words } as const;
    expect(status(story.by('INTAKE', 'LOG_COMMUNICATION', { ...call, delivered: false }), 'T_MATERIALS')).toBe(
      'WAITING',
    );
    expect(status(story.by('INTAKE', 'LOG_COMMUNICATION', { ...call, delivered: true }), 'T_MATERIALS')).toBe(
      'RUNNING',
    );
  });
});

describe('two persons', () => {
  test('waive a paper only when the roles differ, and a changed evidence voids the first half', () => {
    const story = new CaseStory().requested();
    const waive = { code: 'M11', reason: words } as const;
    story.by('REVIEWER', 'WAIVE_MATERIAL', waive);
    expect(story.refusalOf(asker('REVIEWER', 'person:reviewer2'), 'WAIVE_MATERIAL', waive)).toBe('guard.second-role');
    story.upload('M02');
    story.by('SENIOR_REVIEWER', 'WAIVE_MATERIAL', waive);
    expect(story.events.at(-1)?.type).toBe('WAIVE_MATERIAL_PROPOSED');
    story.by('REVIEWER', 'WAIVE_MATERIAL', waive);
    expect(story.case.materials.find(({ code }) => code === 'M11')?.status).toBe('WAIVED');
  });

  test('start anew after one has declined', () => {
    const story = new CaseStory().requested().by('REVIEWER', 'WAIVE_MATERIAL', { code: 'M11', reason: words });
    story.by('SENIOR_REVIEWER', 'DECLINE', { command: 'WAIVE_MATERIAL', reason: words });
    expect(story.refusalOf('SENIOR_REVIEWER', 'DECLINE', { command: 'WAIVE_MATERIAL', reason: words })).toBe(
      'guard.proposal-missing',
    );
    story.by('SENIOR_REVIEWER', 'WAIVE_MATERIAL', { code: 'M11', reason: words });
    expect(story.events.at(-1)?.type).toBe('WAIVE_MATERIAL_PROPOSED');
  });
});

test('a deadline is extended once, and only while it runs', () => {
  const story = new CaseStory().requested();
  const before = story.case.deadlines.find(({ name }) => name === 'T_MATERIALS')!.dueAt;
  story.by('REVIEWER', 'EXTEND', { deadline: 'T_MATERIALS', by: 'P2D', reason: words });
  expect([before, story.case.deadlines.find(({ name }) => name === 'T_MATERIALS')!.dueAt]).toEqual([
    '2026-11-30T02:00:00.000Z',
    '2026-12-02T02:00:00.000Z',
  ]);
  expect(story.refusalOf('REVIEWER', 'EXTEND', { deadline: 'T_MATERIALS', by: 'P2D', reason: words })).toBe(
    'guard.max-extensions',
  );
  expect(story.refusalOf('REVIEWER', 'EXTEND', { deadline: 'T_REVIEW', by: 'P2D', reason: words })).toBe(
    'guard.deadline-not-running',
  );
});

describe('who asks', () => {
  const submit = (changes: Partial<Command> = {}) =>
    ({ type: 'SUBMIT', fields: {}, by: asker('INTAKE'), requestId: 'r_1', ...changes }) as Command;
  const ready = () => new CaseStory().requested().uploadRequired();
  const decided = (story: CaseStory, command: Command) =>
    decide(story.case, command, { now: story.now, rules: story.rules });

  test('is named as the actor, and for whom where that is the merchant', () => {
    const actorOf = (command: Command) => {
      const decision = decided(ready(), command);
      return 'events' in decision ? decision.events[0]?.actor : undefined;
    };
    expect(actorOf(submit())).toStrictEqual({ id: 'person:intake', role: 'INTAKE' });
    expect(actorOf(submit({ by: { ...asker('INTAKE'), onBehalfOf: 'MERCHANT' } }))).toStrictEqual({
      id: 'person:intake',
      role: 'INTAKE',
      onBehalfOf: 'MERCHANT',
    });
  });

  test('may say which event the case stood at when it was looked at: where it has gone on since nothing is done', () => {
    const story = ready();
    const { seq } = story.case;
    const lookedAt = (expectedSeq: number) => decided(story, submit({ expectedSeq }));
    expect(lookedAt(seq)).toMatchObject({ events: [{ type: 'SUBMIT' }] });
    for (const other of [seq - 1, seq + 1])
      expect(lookedAt(other)).toMatchObject({ refusal: { code: 'case.stale', row: null, facts: { seq } } });
    expect(decided(story, submit({ by: asker('REVIEWER'), expectedSeq: seq - 1 }))).toMatchObject({
      refusal: { code: 'auth.role' },
    });
  });

  test('learns that there is no case where none was opened', () => {
    const story = new CaseStory();
    expect(decide(undefined, submit(), { now: story.now, rules: story.rules })).toMatchObject({
      refusal: { code: 'transition.not-allowed', facts: { state: 'NOTHING' } },
    });
  });
});
