import { describe, expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10, words } from './case.examples.js';
import { DAY_MS, plusMs } from './instant.js';

const deadline = (story: CaseStory, name: string) => story.case.deadlines.find((known) => known.name === name);
const status = (story: CaseStory, name: string) => deadline(story, name)?.status;
const asked = {
  feedbackDueAt: '2026-12-01T02:00:00.000Z',
  restrictions: [
    { capability: 'SETTLEMENT', level: 'MERCHANT', execution: 'ORDERED' },
    { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282', execution: 'DONE' },
  ],
} as const;

describe('clocks of the law, the issuer and a complaint', () => {
  test('run on when the case turns to other reasons', () => {
    const story = new CaseStory(asked).underReview().by('INTAKE', 'COMPLAINT', { text: words });
    story.by('REVIEWER', 'RECLASSIFY', { reasonCodes: ['TRADING_VIOLATION', 'INACTIVITY'], reason: words });
    expect(['T_STOP', 'T_FEEDBACK', 'T_HOLD_LIMIT', 'T_COMPLAINT'].map((name) => status(story, name))).toEqual([
      'RUNNING',
      'RUNNING',
      'RUNNING',
      'RUNNING',
    ]);
    expect([status(story, 'T_REVIEW'), status(story, 'T_MATERIALS')]).toEqual(['VOID', 'RUNNING']);
  });

  test('of the issuer end when it takes its notice back, the others do not', () => {
    const story = new CaseStory(asked).underReview().by('INTAKE', 'COMPLAINT', { text: words });
    story.by('PARTNER', 'NOTICE_REVOKED', { issuer: 'LAKALA' });
    expect(
      ['T_STOP', 'T_FEEDBACK', 'T_HOLD_LIMIT', 'T_COMPLAINT', 'T_REVIEW'].map((name) => status(story, name)),
    ).toEqual(['VOID', 'VOID', 'RUNNING', 'RUNNING', 'VOID']);
  });

  test('are not given more time by a second complaint', () => {
    const story = new CaseStory().requested().by('INTAKE', 'COMPLAINT', { text: words });
    const due = deadline(story, 'T_COMPLAINT')!.dueAt;
    story.until(plusMs(story.now, DAY_MS)).by('INTAKE', 'COMPLAINT', { text: words });
    expect(deadline(story, 'T_COMPLAINT')!.dueAt).toBe(due);
  });
});

describe('the report to the authority', () => {
  const terminated = () => {
    const confirmed = { report: words, outcome: 'CLOSED_TERMINATED' } as const;
    return new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] })
      .submitted()
      .by('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words })
      .by('INVESTIGATOR', 'INVESTIGATION_CONFIRMED', confirmed)
      .by('COMPLIANCE', 'INVESTIGATION_CONFIRMED', confirmed);
  };

  test('is owed although the case is closed, and is alarmed and told upwards', () => {
    const story = terminated();
    expect([story.case.state, status(story, 'T_REPORT')]).toEqual(['CLOSED_TERMINATED', 'RUNNING']);
    expect(story.case.deadlines.filter(({ status: run }) => run === 'RUNNING')).toHaveLength(1);
    story.until('2026-12-01T02:00:00.000Z');
    expect(story.events.slice(-2).map(({ type }) => type)).toEqual(['DEADLINE_NEAR', 'DEADLINE_PASSED']);
    expect(story.case).toMatchObject({ state: 'CLOSED_TERMINATED', escalation: 1 });
  });

  test('is made by a message to the authority, and its task is done with it', () => {
    const told = { direction: 'OUT', channel: 'LETTER', party: 'AUTHORITY', summary: words } as const;
    const story = terminated().by('COMPLIANCE', 'LOG_COMMUNICATION', told);
    expect(status(story, 'T_REPORT')).toBe('MET');
    expect(story.case.tasks.filter(({ open }) => open).map(({ kind }) => kind)).toEqual([
      'RECOVER_TERMINALS',
      'PROPOSE_BLACKLIST',
      'PLAN_HELD_FUNDS',
    ]);
    expect(story.refusalOf('COMPLIANCE', 'LOG_COMMUNICATION', told)).toBe('case.closed');
  });

  test('leaves work behind that its owner finishes, closed or not', () => {
    const story = terminated();
    const { taskId } = story.case.tasks.find(({ kind }) => kind === 'RECOVER_TERMINALS')!;
    expect(story.refusalOf('OPS', 'COMPLETE_TASK', { taskId })).toBe('guard.task-unknown');
    expect(story.refusalOf('COMPLIANCE', 'COMPLETE_TASK', { taskId })).toBe('auth.role');
    story.by('FIELD_SERVICE', 'COMPLETE_TASK', { taskId });
    expect(story.case.tasks.find((task) => task.taskId === taskId)?.open).toBe(false);
    expect(story.refusalOf('LEAD', 'COMPLETE_TASK', { taskId })).toBe('guard.task-unknown');
  });
});

describe('the limit of held settlement', () => {
  const at = (days: number) => plusMs(MONDAY_10, days * DAY_MS);
  const held = (...days: readonly number[]) =>
    new CaseStory({
      restrictions: [{ capability: 'SETTLEMENT', level: 'MERCHANT', execution: 'DONE' }],
      transactions: days.map((day) => ({ transactionId: `t${day}`, at: at(day), amountFen: 1_000 })),
    });
  const release = (story: CaseStory, amountFen: number, keepFen: number) => {
    const fields = { amountFen, keepFen, reason: words };
    return story.by('SETTLEMENT_OPS', 'RELEASE_FUNDS', fields).by('SENIOR_REVIEWER', 'RELEASE_FUNDS', fields);
  };

  test('is thirty natural days after the transaction, with alarms at 20, 25 and 28 of them', () => {
    const { dueAt, marks } = deadline(held(-10), 'T_HOLD_LIMIT')!;
    expect([dueAt, ...marks.map((mark) => mark.at)]).toEqual([20, 10, 15, 18].map(at));
  });

  test('moves to the next transaction when the oldest is released, and ends with the last', () => {
    const story = release(held(-10, -4), 1_000, 1_000);
    expect(deadline(story, 'T_HOLD_LIMIT')).toMatchObject({ status: 'RUNNING', dueAt: at(26) });
    story.by('SETTLEMENT_OPS', 'RECORD_OFFSET', { amountFen: 1_000, reason: words });
    expect([story.case.heldFen, status(story, 'T_HOLD_LIMIT')]).toEqual([0, 'MET']);
  });

  test('stays where it is when only a part of the oldest is released', () => {
    const story = held(-10, -4).until(at(1));
    const before = deadline(story, 'T_HOLD_LIMIT');
    expect(deadline(release(story, 999, 1_001), 'T_HOLD_LIMIT')).toEqual(before);
  });

  test('is that of the oldest transaction, in whatever order the notice lists them', () => {
    expect(deadline(held(-4, -10, -7), 'T_HOLD_LIMIT')?.dueAt).toBe(at(20));
    expect(deadline(release(held(-4, -10, -7), 2_000, 1_000), 'T_HOLD_LIMIT')?.dueAt).toBe(at(26));
  });

  test('does not run again for an investigation of what was paid out', () => {
    const story = release(held(-10, -4).underReview(), 2_000, 0);
    story.by('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words });
    expect([story.case.state, story.case.heldFen]).toEqual(['UNDER_INVESTIGATION', 0]);
    expect(status(story, 'T_HOLD_LIMIT')).toBe('MET');
  });

  test('is not passed twice', () => {
    const story = held(-29).until(at(2));
    expect(status(story, 'T_HOLD_LIMIT')).toBe('PASSED');
    expect(status(release(story, 400, 600), 'T_HOLD_LIMIT')).toBe('PASSED');
  });

  test.each([
    [3, 'RUNNING', 3],
    [2, 'PASSED', 1],
    [1.5, 'PASSED', 1],
  ])('once passed runs again only for a transaction whose own limit is ahead: one of day %s is %s', (day, run, due) => {
    const story = release(held(-29, day - 30).until(at(2)), 1_000, 1_000);
    expect(deadline(story, 'T_HOLD_LIMIT')).toMatchObject({ status: run, dueAt: at(due) });
  });

  test('stands still with the case under a hold, whatever is released meanwhile', () => {
    const story = held(-10, -4).requested();
    story.by('COMPLIANCE', 'HOLD', { authority: 'POLICE', document: 'H-1', kind: 'FREEZE', reason: words });
    expect(status(release(story, 1_000, 1_000), 'T_HOLD_LIMIT')).toBe('PAUSED');
  });

  test('that was void runs again when the case is opened again', () => {
    const story = held(-10).requested().by('INTAKE', 'WITHDRAW', { reason: words });
    expect(status(story, 'T_HOLD_LIMIT')).toBe('VOID');
    story.by('SENIOR_REVIEWER', 'REOPEN', { reason: words });
    expect(deadline(story, 'T_HOLD_LIMIT')).toMatchObject({ status: 'RUNNING', dueAt: at(20) });
  });
});
