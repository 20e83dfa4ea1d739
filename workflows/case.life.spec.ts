import { describe, expect, test } from '@jest/globals';
import type { ChainedEvent, ChainHead } from '#audit';
import type { Carried, CommandEnvelope } from '#contract';
import { fromMs, toMs, type Command, type FieldsOf } from '#model';
import { aNotice, INTAKE, OPENED_AT } from '../test/support/case-chain.js';
import { CaseLife } from './case.life.js';

const MONTH_MS = 30 * 86_400_000;
const openedMs = toMs(OPENED_AT);

const envelope = (command: Partial<Command>, atMs: number): CommandEnvelope => ({
  command: { requestId: 'req_1', by: INTAKE, ...command } as Command,
  acceptedAt: fromMs(atMs),
  validUntil: fromMs(atMs + 60_000),
});
const lostCase = (): Carried => {
  const opening = envelope({ type: 'NOTICE_INGESTED', fields: aNotice() }, openedMs);
  return { ...CaseLife.open(opening, openedMs, () => undefined).carried(), unrecorded: [], ring: [] };
};
const resumeAt = (atMs: number, fields: Partial<FieldsOf<'RESUME'>> = {}): CommandEnvelope =>
  envelope(
    {
      type: 'RESUME',
      fields: { proposedBy: 'lead', proposedAs: 'LEAD', proposedAt: fromMs(atMs), cause: 'NO_RUN', ...fields },
      by: { id: 'compliance', roles: ['COMPLIANCE'] },
    },
    atMs,
  );

describe('a case started again from its record', () => {
  test('begins with the two persons who did so, right after what the record holds', () => {
    const carried = lostCase();
    const heard: ChainedEvent[] = [];
    const life = CaseLife.resume(carried, resumeAt(openedMs + MONTH_MS), openedMs + MONTH_MS, (event) =>
      heard.push(event),
    );
    expect(heard).toMatchObject([
      {
        previousHash: carried.head.hash,
        event: {
          seq: 2,
          type: 'RESUMED',
          actor: { id: 'compliance', role: 'COMPLIANCE' },
          payload: { fields: { proposedBy: 'lead', proposedAs: 'LEAD' }, changes: {} },
        },
      },
    ]);
    expect(life.unrecorded).toEqual(heard);
    expect(life.carried().case).toMatchObject({ ...carried.case, seq: 2, lastEventAt: fromMs(openedMs + MONTH_MS) });
  });

  test('does then what fell due while it stood still', () => {
    const nowMs = openedMs + MONTH_MS;
    const life = CaseLife.resume(lostCase(), resumeAt(nowMs), nowMs, () => undefined);
    life.settle(nowMs);
    const [resumed, ...due] = life.unrecorded.map(({ event }) => event);
    expect(resumed?.type).toBe('RESUMED');
    expect(new Set(due.map(({ at }) => at))).toEqual(new Set([resumed?.at]));
    const passed = due.filter(({ type }) => type === 'DEADLINE_PASSED').map(({ payload }) => payload.fields);
    expect(passed).toContainEqual({ deadline: 'T_CONFIRM' });
  });

  test.each([
    ['one person', { proposedBy: 'compliance' }],
    ['two of one role', { proposedAs: 'COMPLIANCE' }],
  ] as const)('does not begin by %s', (_, fields) => {
    expect(() => CaseLife.resume(lostCase(), resumeAt(openedMs, fields), openedMs, () => undefined)).toThrow('guard.');
  });
});

describe('a case whose sender has seen the record', () => {
  const confirm = (life: CaseLife, recorded?: ChainHead) =>
    life.carryOut(
      {
        ...envelope({ type: 'CONFIRM_NOTICE', fields: {}, requestId: 'req_2' }, openedMs),
        ...(recorded && { recorded }),
      },
      openedMs,
    );
  const opened = () =>
    CaseLife.open(envelope({ type: 'NOTICE_INGESTED', fields: aNotice() }, openedMs), openedMs, () => undefined);
  const unrecorded = (life: CaseLife) => life.unrecorded.map(({ event }) => event.seq);

  test('does not write again what is there', () => {
    const life = opened();
    confirm(life, life.snapshot(openedMs).head);
    expect(unrecorded(life)).toEqual([2]);
  });

  test.each([
    ['of another chain', { seq: 1, hash: 'f'.repeat(64) }],
    ['of events it has not seen', { seq: 9, hash: 'f'.repeat(64) }],
  ])('takes no word of a record %s', (_, recorded) => {
    const life = opened();
    confirm(life, recorded);
    expect(unrecorded(life)).toEqual([1, 2]);
  });
});
