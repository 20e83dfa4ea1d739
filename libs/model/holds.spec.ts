import { describe, expect, test } from '@jest/globals';
import { CaseStory, words } from './case.examples.js';
import { holdsEndAt } from './holds.js';
import { DAY_MS, plusMs } from './instant.js';
import type { ReasonCode } from './vocabulary.js';

const status = (story: CaseStory, name: string) =>
  story.case.deadlines.find((deadline) => deadline.name === name)?.status;
const held = (story: CaseStory, document: string, until?: string) =>
  story.by('COMPLIANCE', 'HOLD', {
    authority: `COURT-${document}`,
    document,
    kind: 'FREEZE',
    reason: words,
    ...(until && { until }),
  });
const frozen = (...reasonCodes: readonly ReasonCode[]) =>
  new CaseStory({
    issuer: 'AUTHORITY',
    reasonCodes: ['AUTHORITY_FREEZE', ...reasonCodes],
    documentNo: 'D-1',
  }).requested();

describe('a freeze by notice', () => {
  test('that is released leads into reinstatement where nothing else holds the case', () => {
    const story = frozen().by('AUTHORITY', 'RELEASE', { document: 'D-1' });
    expect([story.case.state, story.case.scope[0]?.lifting]).toEqual(['REINSTATING', 'DECIDED']);
  });

  test('that is released leaves a violation beside it to its review: nothing is lifted', () => {
    const story = frozen('TRADING_VIOLATION').by('AUTHORITY', 'RELEASE', { document: 'D-1' });
    expect(story.case).toMatchObject({ state: 'MATERIALS_REQUESTED', cleared: ['AUTHORITY_FREEZE'], heldFrom: null });
    expect(story.case.scope[0]).toMatchObject({ status: 'SUSPENDED', lifting: 'NONE' });
    expect(status(story, 'T_MATERIALS')).toBe('RUNNING');
  });

  test('that is released leaves a failure beside it to be mended', () => {
    const story = frozen('SYSTEM_FAILURE').by('AUTHORITY', 'RELEASE', { document: 'D-1' });
    expect([story.case.state, status(story, 'T_SERVICE')]).toEqual(['AWAITING_SERVICE', 'RUNNING']);
  });
});

describe('several holds', () => {
  test('each end by themselves; the case goes on when the last of them has', () => {
    const story = held(held(new CaseStory().underReview(), 'H-1'), 'H-2');
    expect(story.refusalOf('COMPLIANCE', 'RELEASE', { document: 'R-9' })).toBe('guard.hold-unknown');
    story.by('AUTHORITY', 'RELEASE', { document: 'H-1' });
    expect(story.case).toMatchObject({ state: 'ON_HOLD', holds: [{ open: false }, { open: true }] });
    expect(status(story, 'T_REVIEW')).toBe('PAUSED');
    story.by('AUTHORITY', 'RELEASE', { document: 'R-2' });
    expect([story.case.state, status(story, 'T_REVIEW')]).toEqual(['UNDER_REVIEW', 'RUNNING']);
  });

  test('are watched to the end of the one that ends first, then of the next', () => {
    const story = new CaseStory().underReview();
    const [first, second] = [40, 60].map((days) => plusMs(story.now, days * DAY_MS));
    held(held(story, 'H-2', second), 'H-1', first);
    const due = () => story.case.deadlines.find(({ name }) => name === 'T_HOLD_END')?.dueAt;
    expect(due()).toBe(first);
    story.by('AUTHORITY', 'RELEASE', { document: 'H-1' });
    expect(due()).toBe(second);
    story.by('AUTHORITY', 'RELEASE', { document: 'H-2' });
    expect(status(story, 'T_HOLD_END')).toBe('MET');
  });

  test.each<[string, readonly (readonly [boolean, string | null])[], string | null]>([
    ['none', [], null],
    ['none that says when', [[true, null]], null],
    ['one that is over', [[false, '2027-01-01T00:00:00.000Z']], null],
    [
      'an earlier one that is over, and one that says nothing',
      [
        [false, '2027-01-01T00:00:00.000Z'],
        [true, '2027-03-01T00:00:00.000Z'],
        [true, null],
        [true, '2027-02-01T00:00:00.000Z'],
      ],
      '2027-02-01T00:00:00.000Z',
    ],
  ])('end first, of %s, when the first of the open ones says', (_, holds, endsAt) => {
    const [hold] = held(new CaseStory().underReview(), 'H-1').case.holds;
    expect(holdsEndAt(holds.map(([open, until]) => ({ ...hold!, open, until })))).toBe(endsAt);
  });

  test('one of which is over by its own words need two of compliance for that one', () => {
    const story = new CaseStory().underReview();
    held(held(story, 'H-1', plusMs(story.now, DAY_MS)), 'H-2').until(plusMs(story.now, 2 * DAY_MS));
    story.by('COMPLIANCE', 'RELEASE', { document: 'H-1' });
    expect(story.events.at(-1)?.type).toBe('RELEASE_PROPOSED');
    story.by({ id: 'person:compliance2', roles: ['COMPLIANCE'] }, 'RELEASE', { document: 'H-1' });
    expect([story.events.at(-1)?.type, story.case.state]).toEqual(['HOLD_LAPSED', 'ON_HOLD']);
  });
});

test('a hold on a case that is being reinstated returns it there with the time it had left', () => {
  const story = new CaseStory({ reasonCodes: ['SYSTEM_FAILURE'] }).requested().by('OPS', 'SERVICE_RESTORED', {});
  const left = story.case.deadlines.find(({ name }) => name === 'T_REINSTATE')!.remainingMs;
  held(story.until('2026-11-23T04:00:00.000Z'), 'H-1').until('2026-11-30T02:00:00.000Z');
  story.by('COMPLIANCE', 'RELEASE', { document: 'H-1' });
  expect(story.case.state).toBe('REINSTATING');
  expect(story.case.deadlines.find(({ name }) => name === 'T_REINSTATE')!.remainingMs).toBeLessThan(left);
});

test('a hold says what it covers', () => {
  const story = new CaseStory().underReview().by('COMPLIANCE', 'HOLD', {
    authority: 'POLICE-1',
    document: 'H-1',
    kind: 'STOP_PAYMENT',
    reason: words,
    amountFen: 100_000,
    capabilities: ['SETTLEMENT'],
  });
  expect(story.case.holds).toMatchObject([{ amountFen: 100_000, capabilities: ['SETTLEMENT'] }]);
});

test('what was let go for a time is stopped again when an authority puts the case on hold', () => {
  const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).requested();
  const release = {
    scopeItemIds: [story.case.scope[0]!.itemId],
    until: plusMs(story.now, 2 * DAY_MS),
    reason: words,
  };
  story.by('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', release).by('COMPLIANCE', 'TEMPORARY_RELEASE', release);
  held(story, 'H-1');
  expect(story.case.scope[0]).toMatchObject({ status: 'SUSPENDED', until: null });
  expect(status(story, 'T_TEMPORARY')).toBe('VOID');
});

test('a message delivered during a hold starts its clock when the hold ends', () => {
  const story = new CaseStory().by('INTAKE', 'CONFIRM_NOTICE', {});
  story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }, { at: story.now, delivery: 'LATER' });
  held(story, 'H-1');
  const { messageId } = story.case.messages.at(-1)!;
  story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now });
  expect(status(story, 'T_MATERIALS')).toBe('PAUSED');
  story.until('2026-12-14T02:00:00.000Z').by('COMPLIANCE', 'RELEASE', { document: 'H-1' });
  expect(story.case.deadlines.find(({ name }) => name === 'T_MATERIALS')).toMatchObject({
    status: 'RUNNING',
    dueAt: '2026-12-21T02:00:00.000Z',
  });
});

test('a message that starts no clock, delivered during a hold, changes nothing of how the case goes on', () => {
  const story = new CaseStory();
  story.refusalOf('INTAKE', 'CONFIRM_NOTICE', {}, { at: story.now, delivery: 'LATER' });
  const { heldFrom } = held(story, 'H-1').case;
  const { messageId, starts } = story.case.messages.at(-1)!;
  story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now });
  expect([starts, story.case.heldFrom]).toEqual([undefined, heldFrom]);
});

test('a message delivered during a hold does not bring back a clock that is over', () => {
  const story = new CaseStory().by('INTAKE', 'CONFIRM_NOTICE', {});
  story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }, { at: story.now, delivery: 'LATER' });
  const { messageId } = story.case.messages.at(-1)!;
  held(story.uploadRequired().by('INTAKE', 'SUBMIT', {}), 'H-1');
  expect(status(story, 'T_MATERIALS')).toBe('MET');
  story.by('SYSTEM', 'MESSAGE_DELIVERED', { messageId, at: story.now });
  expect(status(story, 'T_MATERIALS')).toBe('MET');
});
