import { describe, expect, test } from '@jest/globals';
import { CaseStory, MONDAY_10, words } from './case.examples.js';
import type { NeighbourCase } from './event.js';
import { DAY_MS, HOUR_MS, plusMs } from './instant.js';
import { neighboursOf } from './neighbours.js';
import { CURRENT_RULES } from './policy/policies.js';

const status = (story: CaseStory, name: string) =>
  story.case.deadlines.find((deadline) => deadline.name === name)?.status;

describe('a merchant suspended again', () => {
  test('is followed up half as long again', () => {
    const story = new CaseStory().followUp();
    const { budgetMs } = story.case.deadlines.find(({ name }) => name === 'T_FOLLOWUP')!;
    story.by('INVESTIGATOR', 'RE_SUSPEND', { reasonCodes: ['TRADING_VIOLATION'], reason: words });
    expect(story.case.scope[0]?.restoredAt).toBeNull();
    story.uploadRequired().by('INTAKE', 'SUBMIT', {}).by('INTAKE', 'COMPLETE_OK', {}).acceptUploaded();
    const evidence = () => ({ evidenceHash: story.case.submittedHash! });
    story.by('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, ...evidence() });
    story.by('SENIOR_REVIEWER', 'APPROVE', evidence()).by('OPS', 'START_REINSTATE', {});
    story.by('OPS', 'ITEM_RESTORED', { itemId: story.case.scope[0]!.itemId });
    expect(story.case.deadlines.find(({ name }) => name === 'T_FOLLOWUP')!.budgetMs).toBe(budgetMs * 1.5);
  });
});

describe('figures of a life', () => {
  test('are frozen when it ends', () => {
    const story = new CaseStory().approved().until('2026-11-24T01:00:00.000Z').by('OPS', 'START_REINSTATE', {});
    story.by('OPS', 'ITEM_RESTORED', { itemId: story.case.scope[0]!.itemId });
    expect(story.case.kpis).toBeNull();
    story.until('2027-03-01T00:00:00.000Z');
    expect(story.case.kpis).toEqual({
      toFirstRestorationMs: 23 * HOUR_MS,
      toReinstatementMs: 23 * HOUR_MS,
      openMs: 90 * DAY_MS + 23 * HOUR_MS,
      submissions: 1,
      supplementRounds: 0,
      escalations: 0,
      cycles: 1,
    });
  });

  test('count the first place that worked again, and the last, in whatever order they did', () => {
    const card = { capability: 'ACCEPT_CARD', level: 'TERMINAL', execution: 'DONE' } as const;
    const restrictions = ['T0000001', 'T0000002', 'T0000003'].map((place) => ({ ...card, place }));
    const story = new CaseStory({ restrictions }).approved().by('OPS', 'START_REINSTATE', {});
    for (const place of ['T0000002', 'T0000003', 'T0000001'])
      story.until(plusMs(story.now, HOUR_MS)).by('OPS', 'ITEM_RESTORED', { itemId: `TERMINAL:${place}:ACCEPT_CARD` });
    story.until('2027-03-01T00:00:00.000Z');
    expect(story.case.kpis).toMatchObject({ toFirstRestorationMs: HOUR_MS, toReinstatementMs: 3 * HOUR_MS });
  });

  test('of one that did not come to it say so, and go when it is opened again', () => {
    const story = new CaseStory().requested().by('INTAKE', 'WITHDRAW', { reason: words });
    expect(story.case.kpis).toMatchObject({ toFirstRestorationMs: null, toReinstatementMs: null, openMs: 0 });
    expect(story.by('SENIOR_REVIEWER', 'REOPEN', { reason: words }).case.kpis).toBeNull();
  });
});

describe('a service that does not come back', () => {
  test('is told upwards twice, the second time after the usual working day', () => {
    const story = new CaseStory({ reasonCodes: ['SYSTEM_FAILURE'] }).requested().until('2026-11-23T07:00:00.000Z');
    expect([story.case.escalation, status(story, 'T_SERVICE')]).toEqual([1, 'RUNNING']);
    story.until('2026-11-25T02:00:00.000Z');
    expect([story.case.escalation, status(story, 'T_SERVICE')]).toEqual([2, 'PASSED']);
  });
});

describe('a new policy', () => {
  const announced = () =>
    new CaseStory({ reasonCodes: ['POLICY_CHANGE'], effectiveAt: '2026-12-14T02:00:00.000Z' }).requested();

  test('takes effect on its day: warned before, told upwards and put to compliance where nothing is decided by then', () => {
    const story = announced().uploadRequired().by('INTAKE', 'SUBMIT', {}).until('2026-12-14T02:00:00.000Z');
    const near = story.events.filter(
      ({ type, payload }) => type === 'DEADLINE_NEAR' && JSON.stringify(payload.fields).includes('T_EFFECTIVE'),
    );
    expect(near.map(({ at }) => at)).toEqual(['2026-12-07T02:00:00.000Z', '2026-12-13T02:00:00.000Z']);
    expect(status(story, 'T_EFFECTIVE')).toBe('PASSED');
    expect(story.case.tasks).toMatchObject([{ kind: 'TERMINATION_PROPOSAL', owner: 'COMPLIANCE' }]);
  });

  test('is met by the decision before', () => {
    const story = announced().uploadRequired().by('INTAKE', 'SUBMIT', {}).by('INTAKE', 'COMPLETE_OK', {});
    story.by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
    expect(status(story, 'T_EFFECTIVE')).toBe('MET');
  });

  test('of the past has no day to wait for, and one found out later has', () => {
    expect(status(new CaseStory({ reasonCodes: ['POLICY_CHANGE'] }).requested(), 'T_EFFECTIVE')).toBeUndefined();
    const story = new CaseStory({ reasonCodes: ['INACTIVITY'], effectiveAt: '2026-12-14T02:00:00.000Z' }).requested();
    story.by('REVIEWER', 'RECLASSIFY', { reasonCodes: ['INACTIVITY', 'POLICY_CHANGE'], reason: words });
    expect(status(story, 'T_EFFECTIVE')).toBe('RUNNING');
  });
});

describe('another open case of the merchant', () => {
  const { case: current } = new CaseStory();
  const beside = (change: Partial<NeighbourCase> = {}): NeighbourCase => ({
    caseId: 'case_2',
    state: 'UNDER_REVIEW',
    openedAt: MONDAY_10,
    reasonCodes: ['TRADING_VIOLATION'],
    items: [{ level: 'TERMINAL', place: '47781282', capability: 'ACCEPT_CARD' }],
    ...change,
  });
  const context = { now: MONDAY_10, rules: CURRENT_RULES };
  const proposed = (change?: Partial<NeighbourCase>) =>
    neighboursOf(current, [beside(change)], context).map(({ propose }) => propose);

  test.each([
    ['the same reason', {}, ['MERGE']],
    ['the same reason, decided', { state: 'APPROVED' }, ['MERGE']],
    ['another reason, undecided', { reasonCodes: ['INACTIVITY'] }, ['MERGE']],
    ['another reason, decided', { reasonCodes: ['INACTIVITY'], state: 'APPROVED' }, ['LINK']],
    ['a follow-up', { state: 'FOLLOW_UP' }, ['RE_SUSPEND']],
    ['the whole merchant', { items: [{ level: 'MERCHANT', place: 'M', capability: 'ACCEPT_CARD' }] }, ['MERGE']],
    ['another capability', { items: [{ level: 'TERMINAL', place: '47781282', capability: 'REFUND' }] }, []],
    ['another place', { items: [{ level: 'TERMINAL', place: 'OTHER', capability: 'ACCEPT_CARD' }] }, []],
    ['thirty days ago', { openedAt: plusMs(MONDAY_10, -30 * DAY_MS) }, ['MERGE']],
    ['longer ago', { openedAt: plusMs(MONDAY_10, -30 * DAY_MS - 1) }, []],
  ] as const)('with %s is proposed as it should be', (_, change, propose) => {
    expect(proposed(change as Partial<NeighbourCase>)).toEqual(propose);
  });

  test('is put before intake, who merges or lets it be', () => {
    const story = new CaseStory();
    const { fields } = { fields: story.events[0]!.payload.fields } as { fields: never };
    story.events.length = 0;
    story.refusalOf('INTAKE', 'NOTICE_INGESTED', fields, { at: MONDAY_10, neighbours: [beside()] });
    expect(story.case.neighbours).toEqual([{ caseId: 'case_2', propose: 'MERGE' }]);
    expect(story.case.tasks).toMatchObject([{ taskId: 'RELATE_CASES:1', owner: 'INTAKE', open: true }]);
  });
});

describe('a stop that is ordered later', () => {
  test('by an amended notice has its clock from then on', () => {
    const story = new CaseStory().requested();
    story.by('PARTNER', 'NOTICE_AMENDED', {
      content: words,
      contentHash: 'b'.repeat(64),
      reasonCodes: ['TRADING_VIOLATION'],
      restrictions: [{ capability: 'REFUND', level: 'MERCHANT', execution: 'ORDERED' }],
    });
    expect(status(story.by('INTAKE', 'ACCEPT_AMENDMENT', {}), 'T_STOP')).toBe('RUNNING');
  });

  test('by a case merged in has too', () => {
    const story = new CaseStory().requested().by('SYSTEM', 'CASE_MERGED', {
      sourceCaseId: 'case_2',
      reasonCodes: ['INACTIVITY'],
      restrictions: [{ capability: 'REFUND', level: 'MERCHANT', execution: 'ORDERED' }],
    });
    expect(status(story, 'T_STOP')).toBe('RUNNING');
  });
});

test('a lent terminal is as much a way around a restriction as another acquirer; cash is none', () => {
  const story = new CaseStory().requested();
  expect(story.refusalOf('INTAKE', 'SET_ALTERNATIVE', { type: 'LOANER_TERMINAL' })).toBe('guard.alternative-forbidden');
  expect(story.refusalOf('INTAKE', 'SET_ALTERNATIVE', { type: 'CASH' })).toBeUndefined();
  const broken = new CaseStory({ reasonCodes: ['HARDWARE_DAMAGE'] }).requested();
  expect(broken.refusalOf('INTAKE', 'SET_ALTERNATIVE', { type: 'LOANER_TERMINAL' })).toBeUndefined();
});

test('another’s reinstatement of the last item ends what the merchant used meanwhile', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] })
    .requested()
    .by('INTAKE', 'SET_ALTERNATIVE', { type: 'CASH' })
    .by('PARTNER', 'OUTSIDE_REINSTATED', {});
  expect(story.case).toMatchObject({ state: 'FOLLOW_UP', alternatives: [{ open: false }] });
  expect(story.case.scope[0]?.restoredAt).toBe(MONDAY_10);
});

test('what is done with is not tried again or given up, and only a known terminal is replaced by a new one', () => {
  const story = new CaseStory({
    restrictions: [
      { capability: 'ACCEPT_CARD', level: 'MERCHANT', execution: 'DONE' },
      { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: 'T1', execution: 'DONE' },
    ],
  })
    .approved()
    .by('OPS', 'START_REINSTATE', {});
  const [merchant, terminal] = story.case.scope.map(({ itemId }) => itemId) as [string, string];
  story.by('OPS', 'ITEM_RESTORED', { itemId: terminal });
  expect(story.refusalOf('OPS', 'RETRY_ITEM', { itemId: terminal })).toBe('guard.item-not-restorable');
  expect(story.refusalOf('OPS', 'DROP_ITEM', { itemId: terminal, reason: words })).toBe('guard.item-not-restorable');
  const replace = (itemId: string, newTerminalNo: string) =>
    story.refusalOf('OPS', 'REPLACE_TERMINAL', { itemId, newTerminalNo, newSn: 'SN-1' });
  expect([replace(merchant, 'T2'), replace(terminal, 'T1')]).toEqual([
    'guard.terminal-not-replaceable',
    'guard.terminal-not-replaceable',
  ]);
});
