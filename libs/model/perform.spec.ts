import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from './case.examples.js';
import type { CommandName, FieldsOf } from './commands.js';
import type { Command, Decision } from './event.js';
import { takeFact } from './facts.js';
import { DAY_MS, plusMs, toMs, type Instant } from './instant.js';
import { effectiveAt, perform, settle } from './perform.js';
import { ENGINE, runUntil } from './run-until.js';
import type { Role } from './vocabulary.js';

const command = <N extends CommandName>(role: Role, type: N, fields: FieldsOf<N>): Command =>
  ({
    type,
    fields,
    by: asker(role),
    requestId: 'r_1',
    observed: { at: '', delivery: 'AT_ONCE' },
  }) as unknown as Command;
const at = (story: CaseStory, when: Instant, sent: Command) => perform(story.case, sent, when, story.rules);
const typesOf = (decision: Decision) =>
  'events' in decision ? decision.events.map(({ type }) => type) : [decision.refusal.code];

describe('the instant at which something takes effect', () => {
  const story = new CaseStory();
  const now = toMs(story.now);
  test.each([
    ['its acceptance', 0, 5, 9, 5],
    ['the workflow’s clock, where that is earlier', 0, 9, 5, 5],
    ['the case’s own time, where its clock was moved', DAY_MS, 5, 9, DAY_MS + 5],
    ['the last event, where that is later', 0, -50, 9, 0],
  ])('is %s', (_, offsetMs, acceptedMs, clockMs, expected) => {
    const current = { ...story.case, offsetMs };
    expect(effectiveAt(current, plusMs(story.now, acceptedMs), now + clockMs)).toBe(plusMs(story.now, expected));
  });
});

describe('a command on its way', () => {
  const due = (story: CaseStory) =>
    story.case.deadlines.find(({ name }) => name === 'T_GRACE' || name === 'T_MATERIALS')!.dueAt!;

  test('comes after what was due before it, and before what is due at its very instant', () => {
    const story = new CaseStory().requested().until('2026-12-01T12:00:00.000Z').uploadRequired();
    const grace = story.case.deadlines.find(({ name }) => name === 'T_GRACE')!.dueAt!;
    const submit = command('INTAKE', 'SUBMIT', {});
    expect(typesOf(at(story, grace, submit))).toEqual(['SUBMIT']);
    const missing = new CaseStory().requested().until('2026-12-01T12:00:00.000Z');
    expect(typesOf(at(missing, plusMs(grace, 1), command('INTAKE', 'ADD_NOTE', { text: words })))).toEqual([
      'case.closed',
    ]);
    expect(typesOf(at(missing, grace, command('INTAKE', 'ADD_NOTE', { text: words })))).toEqual(['ADD_NOTE']);
  });

  test('is decided on the case as time has left it, and says which that was', () => {
    const story = new CaseStory().requested();
    const late = plusMs(due(story), 1);
    const outcome = at(story, late, command('REVIEWER', 'SUBMIT', {}));
    expect(typesOf(outcome)).toEqual(['auth.role']);
    expect(outcome.settled.deadlines.find(({ name }) => name === 'T_MATERIALS')?.status).toBe('PASSED');
    const done = at(story, late, command('INTAKE', 'ADD_NOTE', { text: words }));
    expect(typesOf(done)).toEqual(['REMINDER', 'REMINDER', 'REMINDER', 'DEADLINE_PASSED', 'ADD_NOTE']);
    expect(done.settled.seq).toBe(story.case.seq + 4);
  });

  test('lets in what waited for it, but only where it has moved the case', () => {
    const story = new CaseStory().approved();
    const itemId = story.case.scope[0]!.itemId;
    const fact = {
      factId: 'sig_1',
      command: 'ITEM_RESTORED',
      fields: { itemId },
      by: { id: 'p', roles: ['PARTNER'] },
      occurredAt: story.now,
      acceptedAt: story.now,
    };
    story.events.push(...takeFact(story.case, fact, { now: story.now, rules: story.rules }));
    expect(typesOf(at(story, story.now, command('OPS', 'START_REINSTATE', {})))).toEqual([
      'START_REINSTATE',
      'ITEM_RESTORED',
    ]);
    const fits = {
      ...story.case,
      state: 'REINSTATING' as const,
      scope: story.case.scope.map((item) => ({ ...item, status: 'RESTORE_REQUESTED' as const })),
    };
    expect(typesOf(perform(fits, command('INTAKE', 'ADD_NOTE', { text: words }), story.now, story.rules))).toEqual([
      'ADD_NOTE',
    ]);
  });

  test('that moves a sandbox clock brings everything due by the new now, that instant included', () => {
    const story = new CaseStory();
    const confirmDue = story.case.deadlines[0]!.dueAt!;
    const moved = at(story, story.now, command('LEAD', 'ADVANCE_CLOCK', { to: confirmDue }));
    expect(typesOf(moved)).toEqual(['CLOCK_ADVANCED', 'DEADLINE_NEAR', 'DEADLINE_PASSED']);
    expect(typesOf(at(story, story.now, command('LEAD', 'ADVANCE_CLOCK', { to: plusMs(confirmDue, -1) })))).toEqual([
      'CLOCK_ADVANCED',
      'DEADLINE_NEAR',
    ]);
  });
});

test('a sandbox clock moved a second time brings what is due by the new now, and nothing later', () => {
  const story = new CaseStory().requested().by('LEAD', 'ADVANCE_CLOCK', { by: 'P1D' });
  story.until(plusMs(story.now, DAY_MS));
  const again = at(story, story.now, command('LEAD', 'ADVANCE_CLOCK', { by: 'P1D' }));
  expect(typesOf(again)).toEqual(['CLOCK_ADVANCED']);
});

describe('time alone', () => {
  test('does what is due, and lets in what waited for that', () => {
    const story = new CaseStory().underReview().by('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words] });
    const fact = {
      factId: 'sig_1',
      command: 'ACCEPT_MATERIAL',
      fields: { code: 'M03' },
      by: { id: 'p', roles: ['REVIEWER'] },
      occurredAt: story.now,
      acceptedAt: story.now,
    };
    story.events.push(...takeFact(story.case, fact, { now: story.now, rules: story.rules }));
    expect(story.events.at(-1)?.type).toBe('FACT_PARKED');
    const events = settle(story.case, '2027-01-31T00:00:00.000Z', story.rules);
    const types = events.map(({ type }) => type);
    expect(types.slice(types.indexOf('NOT_RECTIFIED'))).toContain('ACCEPT_MATERIAL');
    expect(events.at(-1)?.requestId).toBe('sig_1');
    expect(settle(story.case, story.now, story.rules)).toEqual([]);
  });

  test('lets nothing in where it has not moved the case', () => {
    const story = new CaseStory().approved();
    const parked = {
      factId: 'sig_1',
      command: 'ADD_NOTE' as const,
      fields: { text: words },
      actor: { id: 'p', role: 'INTAKE' as const },
      occurredAt: story.now,
      parkedAt: story.now,
      waiting: true,
    };
    expect(settle({ ...story.case, parked: [parked] }, story.now, story.rules)).toEqual([]);
  });

  test('acts as the engine, once for each mark and end, each at its own instant', () => {
    const story = new CaseStory();
    const { events } = runUntil(story.case, '2026-11-24T02:00:00.000Z', story.rules);
    expect(events.map(({ type, at: when, actor, requestId }) => [type, when, actor, requestId])).toEqual([
      [
        'DEADLINE_NEAR',
        '2026-11-23T05:12:00.000Z',
        { id: ENGINE.id, role: 'SYSTEM' },
        'timer:T_CONFIRM:80%:2026-11-23T05:12:00.000Z',
      ],
      [
        'DEADLINE_PASSED',
        '2026-11-23T06:00:00.000Z',
        { id: 'engine', role: 'SYSTEM' },
        'timer:T_CONFIRM:due:2026-11-23T06:00:00.000Z',
      ],
    ]);
  });

  test('stops at the limit, and never goes back behind the last event', () => {
    const story = new CaseStory();
    const far = '2026-11-24T02:00:00.000Z';
    const first = runUntil(story.case, far, story.rules, 1);
    expect(first.events.map(({ type }) => type)).toEqual(['DEADLINE_NEAR']);
    const later = { ...first.case, lastEventAt: '2026-11-23T09:00:00.000Z' };
    expect(runUntil(later, far, story.rules).events.map(({ at: when }) => when)).toEqual(['2026-11-23T09:00:00.000Z']);
    expect(runUntil(story.case, '2026-11-23T05:12:00.000Z', story.rules).events).toHaveLength(1);
    expect(runUntil(story.case, '2026-11-23T05:11:59.999Z', story.rules).events).toHaveLength(0);
  });

  test('fails where no row answers it, for that is a fault of the rules', () => {
    const story = new CaseStory();
    const { policy } = story.rules;
    const mute = {
      ...story.rules,
      policy: { ...policy, transitions: policy.transitions.filter((row) => row.command !== 'DEADLINE_PASSED') },
    };
    expect(() => runUntil(story.case, '2026-11-24T02:00:00.000Z', mute)).toThrow(
      'the clock was refused T_CONFIRM : transition.not-allowed',
    );
    const unmarked = {
      ...story.rules,
      policy: { ...policy, transitions: policy.transitions.filter((row) => row.command !== 'MARK_REACHED') },
    };
    expect(() => runUntil(story.case, '2026-11-24T02:00:00.000Z', unmarked)).toThrow(
      'the clock was refused T_CONFIRM 80%: transition.not-allowed',
    );
  });

  test.each([
    ['of a deadline that was met', { deadline: 'T_MATERIALS' }],
    ['of a deadline that never ran', { deadline: 'T_GRACE' }],
    ['of a mark of a deadline that was met', { deadline: 'T_MATERIALS', mark: '50%' }],
    ['of a deadline that is not due', { deadline: 'T_COMPLETENESS' }],
    ['of a mark that is not due', { deadline: 'T_COMPLETENESS', mark: '80%' }],
    ['of a mark there is not', { deadline: 'T_COMPLETENESS', mark: '50%' }],
  ])('keeps a timer %s that comes too late, and does nothing', (_, fields) => {
    const story = new CaseStory().submitted();
    const type = 'mark' in fields ? 'MARK_REACHED' : 'DEADLINE_PASSED';
    const timer = { type, fields, by: ENGINE, requestId: 'timer:late' } as unknown as Command;
    const outcome = perform(story.case, timer, story.now, story.rules);
    const events = 'events' in outcome ? outcome.events : [];
    expect(events).toMatchObject([
      { type: 'LATE_TIMER', requestId: 'timer:late', payload: { row: '4.4', fields, changes: {} } },
    ]);
    expect(Object.keys(events[0]!.payload.changes)).toEqual([]);
  });

  test('keeps a timer that comes twice, and does nothing the second time', () => {
    const story = new CaseStory().until('2026-11-23T06:00:00.000Z');
    const again = story.events
      .filter(({ actor }) => actor.role === 'SYSTEM')
      .map(({ payload, requestId }) => {
        const type = 'mark' in payload.fields ? 'MARK_REACHED' : 'DEADLINE_PASSED';
        return perform(
          story.case,
          { type, fields: payload.fields, by: ENGINE, requestId } as unknown as Command,
          story.now,
          story.rules,
        );
      });
    expect(again.map(typesOf)).toEqual([['LATE_TIMER'], ['LATE_TIMER']]);
    expect(story.case.escalation).toBe(1);
  });

  test('is no business of people', () => {
    const story = new CaseStory();
    expect(typesOf(at(story, story.now, command('LEAD', 'DEADLINE_PASSED', { deadline: 'T_GRACE' })))).toEqual([
      'auth.role',
    ]);
  });
});
