import { describe, expect, test } from '@jest/globals';
import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { eventBytes, GENESIS, headOf, link, type ChainedEvent, type ChainHead } from '#audit';
import type { CaseEvent } from '#model';
import { foldOf } from './replay.life.js';
import type { Replayed } from './replay.js';
import type { RecordedChain } from './replay.record.js';
import { isSound, verdictOf } from './replay.verdict.js';

const eventOf = (seq: number, priority = seq): CaseEvent => ({
  caseId: 'case_1',
  seq,
  type: 'ADD_NOTE',
  at: '2026-11-23T01:00:00.000Z',
  actor: { id: 'reviewer', role: 'REVIEWER' },
  requestId: `request-${seq}`,
  policyVersion: '2026-11',
  payload: { row: '60', fields: {}, changes: { priority } },
});
const chainOf = (seqs: readonly number[], head: ChainHead = GENESIS): readonly ChainedEvent[] =>
  seqs.reduce<ChainedEvent[]>((chain, seq) => {
    const last = chain.at(-1);
    return [...chain, link(last ? headOf(last) : head, eventOf(seq))];
  }, []);

/** One, two and three before Temporal lost its data, four and five after. */
const events = chainOf([1, 2, 3, 4, 5]);
const [one, two, three, four, five] = events as [ChainedEvent, ChainedEvent, ChainedEvent, ChainedEvent, ChainedEvent];
const record: RecordedChain = {
  rows: events.map(({ event, ...place }) => ({ ...place, seq: event.seq, bytes: eventBytes(event) })),
  head: headOf(five),
  folded: foldOf(events)!,
};

const payloads = (value: unknown) => {
  const encoded = (text: string): string => Buffer.from(text).toString('base64');
  return { payloads: [{ metadata: { encoding: encoded('json/plain') }, data: encoded(JSON.stringify(value)) }] };
};
const started = (runId: string, input: unknown, before = '') => ({
  eventId: '1',
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  workflowExecutionStartedEventAttributes: {
    originalExecutionRunId: runId,
    continuedExecutionRunId: before,
    input: payloads(input),
  },
});
const ending = (how: 'Completed' | 'Terminated') => ({
  eventId: '2',
  eventType: `EVENT_TYPE_WORKFLOW_EXECUTION_${how.toUpperCase()}`,
  [`workflowExecution${how}EventAttributes`]: {},
});
const firstRun = historyFromJSON({ events: [started('run-1', { opening: {} }), ending('Terminated')] });
const resumedRun = (carried: unknown) =>
  historyFromJSON({ events: [started('run-2', { opening: {}, carried }), ending('Completed')] });
const carried = { case: foldOf([one, two, three]), head: headOf(three), unrecorded: [], ring: [] };

const replayOf = (...runs: readonly (readonly ChainedEvent[])[]): Replayed => ({
  runs: runs.map((computed, index) => ({ runId: `run-${index + 1}`, open: false, events: computed, error: null })),
  deterministic: true,
  durationMs: 5,
  buildId: 'abcdef0123456789',
});
const judged = (histories: readonly History[], replayed: Replayed, against: RecordedChain | undefined = record) =>
  verdictOf({ caseId: 'case_1', histories, replayed, ...(against && { record: against }) });

describe('a case that was started again from its record', () => {
  test('is sound though no history is left of what came before: the record vouches for that', () => {
    const verdict = judged([resumedRun(carried)], replayOf([four, five]));
    expect(verdict).toMatchObject({ events: 2, comparedSeq: 5, resumedAt: 4, unreplayed: 3, matchesRecord: true });
    expect(isSound(verdict)).toBe(true);
  });

  test('is replayed as far as histories are left', () => {
    const verdict = judged([firstRun, resumedRun(carried)], replayOf([one, two], [four, five]));
    expect(verdict).toMatchObject({ runs: 2, events: 4, resumedAt: 4, unreplayed: 1 });
    expect(isSound(verdict)).toBe(true);
  });

  test('goes on in further runs as any other', () => {
    const next = { carried: { case: foldOf([four], carried.case), head: headOf(four) } };
    const continued = {
      eventId: '2',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
      workflowExecutionContinuedAsNewEventAttributes: { newExecutionRunId: 'run-2', input: payloads(next) },
    };
    const histories = [
      historyFromJSON({ events: [started('run-1', { opening: {}, carried }), continued] }),
      historyFromJSON({ events: [started('run-2', next, 'run-1'), ending('Completed')] }),
    ];
    expect(isSound(judged(histories, replayOf([four], [five])))).toBe(true);
  });

  test('without a record is judged from there on', () => {
    const verdict = verdictOf({ caseId: 'case_1', histories: [resumedRun(carried)], replayed: replayOf([four, five]) });
    expect(verdict).toMatchObject({ resumedAt: 4, unreplayed: 0, chainVerified: true, matchesRecord: true });
    expect(verdict.stateHash).toBe(judged([resumedRun(carried)], replayOf([four, five])).stateHash);
  });
});

describe('it is not sound', () => {
  test.each([
    ['when it was started with another case', { ...carried, case: { ...carried.case, priority: 9 } }],
    ['when it was started from another event', { ...carried, head: { seq: 3, hash: 'f'.repeat(64) } }],
  ])('%s', (_, wrong) => {
    const verdict = judged([resumedRun(wrong)], replayOf([four, five]));
    expect(verdict).toMatchObject({ matchesRecord: false, firstWrongSeq: 4 });
  });

  test('when a run that was given up had gone further than the record', () => {
    const beyond = link(headOf(three), eventOf(4, 9));
    const verdict = judged([firstRun, resumedRun(carried)], replayOf([one, two, three, beyond], [four, five]));
    expect(verdict).toMatchObject({ matchesRecord: false, firstWrongSeq: 4, unreplayed: 0 });
    expect(verdict.problems?.[0]?.what).toContain('given up');
  });

  test('when a run that was given up says otherwise than the record', () => {
    const other = link(headOf(two), eventOf(3, 9));
    const verdict = judged([firstRun, resumedRun(carried)], replayOf([one, two, other], [four, five]));
    expect(verdict).toMatchObject({ matchesRecord: false, firstWrongSeq: 3 });
  });
});
