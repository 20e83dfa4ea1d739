import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from '../case.examples.js';
import type { CaseEvent } from '../event.js';
import { plusMs, DAY_MS } from '../instant.js';
import { evidenceHash } from '../reading.js';
import { conformanceOf, type ConformanceStep } from './conformance.js';
import { rulesOf } from './policies.js';

const stepsOf = (events: readonly CaseEvent[]): readonly ConformanceStep[] => conformanceOf(events, rulesOf);
const lastOf = (events: readonly CaseEvent[]): ConformanceStep => stepsOf(events).at(-1)!;
const altered = (events: readonly CaseEvent[], seq: number, change: (event: CaseEvent) => CaseEvent) =>
  events.map((event) => (event.seq === seq ? change(event) : event));

describe('the path of a case', () => {
  test('is allowed step by step where it is lived as the table has it', () => {
    const steps = stepsOf(new CaseStory().followUp().events);
    expect(steps.filter(({ verdict }) => verdict !== 'ALLOWED')).toEqual([]);
    expect(steps[0]).toMatchObject({ row: '1', from: null, to: 'NOTICE_RECEIVED' });
    expect(steps.at(-1)).toMatchObject({ row: '34', from: 'REINSTATING', to: 'FOLLOW_UP' });
  });

  test('has a step skipped where a decision comes without a recommendation on its evidence', () => {
    const story = new CaseStory().underReview();
    story.by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'TRADING_VIOLATION', remedy: words });
    expect(lastOf(story.events)).toMatchObject({
      type: 'REJECT',
      verdict: 'SKIPPED',
      findings: [{ step: 'RECOMMEND', row: '26' }],
    });
    const sound = new CaseStory().underReview();
    sound.by('REVIEWER', 'RECOMMEND', { opinion: 'REJECT', reason: words, evidenceHash: evidenceHash(sound.case) });
    sound.by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'TRADING_VIOLATION', remedy: words });
    expect(lastOf(sound.events).verdict).toBe('ALLOWED');
  });

  test('has checkpoints skipped where the follow-up ends without them', () => {
    const story = new CaseStory().followUp();
    const steps = stepsOf(story.until(plusMs(story.now, 200 * DAY_MS)).events);
    const closing = steps.find(({ to }) => to === 'CLOSED_REINSTATED');
    expect(closing).toMatchObject({ verdict: 'SKIPPED', findings: [{ step: 'RECORD_CHECKPOINT' }] });
  });

  test('has a step late by the working time since its deadline, and says so once', () => {
    const story = new CaseStory();
    // Monday 10:00 and four working hours are 16:00 with the noon break; Tuesday 10:00 is some later.
    story.until(plusMs(story.now, DAY_MS));
    const dueAt = story.case.deadlines.find(({ name }) => name === 'T_CONFIRM')!.dueAt!;
    const steps = stepsOf(story.by('INTAKE', 'CONFIRM_NOTICE', {}).events);
    const found = steps.flatMap(({ type, findings }) => findings.map((finding) => ({ type, ...finding })));
    expect(found).toEqual([
      {
        type: 'CONFIRM_NOTICE',
        verdict: 'LATE',
        deadline: 'T_CONFIRM',
        dueAt,
        unit: 'WORKING',
        by: expect.stringMatching(/^PT[1-7]H/),
      },
    ]);
    story.by('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] });
    expect(lastOf(story.events).verdict).toBe('ALLOWED');
  });

  test('has a step repeated where the same is done about the same thing again, and not where it is about another', () => {
    const story = new CaseStory().submitted();
    const [first, second] = story.case.materials.filter(({ status }) => status === 'UPLOADED').map(({ code }) => code);
    const ask = (code: typeof first) => {
      story.by('INTAKE', 'REQUEST_SUPPLEMENT', { items: [{ code: code!, reason: words }] });
      return lastOf(story.events);
    };
    expect(ask(first).verdict).toBe('ALLOWED');
    story.uploadRequired().by('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
    expect(ask(second)).toMatchObject({ verdict: 'REPEATED', findings: [{ times: 2 }] });
    const uploads = stepsOf(story.events).filter(({ type }) => type === 'UPLOAD');
    expect(uploads.every(({ verdict }) => verdict === 'ALLOWED')).toBe(true);
  });

  test('with two persons has a proposal and an act, both allowed', () => {
    const story = new CaseStory().submitted();
    const { code } = story.case.materials.find(({ status }) => status === 'UPLOADED')!;
    for (const who of [asker('REVIEWER'), asker('SENIOR_REVIEWER')])
      story.by(who, 'WAIVE_MATERIAL', { code, reason: words });
    expect(stepsOf(story.events).slice(-2)).toMatchObject([
      { type: 'WAIVE_MATERIAL_PROPOSED', verdict: 'ALLOWED' },
      { type: 'WAIVE_MATERIAL', verdict: 'ALLOWED' },
    ]);
  });
});

describe('a step is impossible', () => {
  const { events } = new CaseStory().approved();
  const last = events.at(-1)!;

  test.each<[string, (event: CaseEvent) => CaseEvent]>([
    ['under a role its row does not name', (event) => ({ ...event, actor: { ...event.actor, role: 'LEAD' } })],
    ['by a row there is not', (event) => ({ ...event, payload: { ...event.payload, row: '99' } })],
    ['by the row of another act', (event) => ({ ...event, payload: { ...event.payload, row: '32' } })],
    ['under another name', (event) => ({ ...event, type: 'REJECT' })],
    ['under a policy the case is not bound to', (event) => ({ ...event, policyVersion: '2026-12' })],
    [
      'to a state its row does not lead to',
      (event) => ({
        ...event,
        payload: { ...event.payload, changes: { ...event.payload.changes, state: 'CLOSED_REINSTATED' } },
      }),
    ],
  ])('%s', (_, change) => {
    expect(lastOf(altered(events, last.seq, change)).verdict).toBe('IMPOSSIBLE');
  });
});
