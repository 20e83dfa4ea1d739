import { describe, expect, test } from '@jest/globals';
import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { eventBytes, GENESIS, headOf, link, type ChainedEvent } from '#audit';
import { hashOf, type CaseEvent } from '#model';
import { foldOf } from './replay.life.js';
import type { Replayed } from './replay.js';
import type { RecordedChain } from './replay.record.js';
import { isSound, verdictOf } from './replay.verdict.js';

const eventOf = (seq: number): CaseEvent => ({
  caseId: 'case_1',
  seq,
  type: 'ADD_NOTE',
  at: '2026-11-23T01:00:00.000Z',
  actor: { id: 'reviewer', role: 'REVIEWER' },
  requestId: `request-${seq}`,
  policyVersion: '2026-11',
  payload: { row: '60', fields: {}, changes: { priority: seq } },
});
const first = link(GENESIS, eventOf(1));
const second = link(headOf(first), eventOf(2));
const third = link(headOf(second), eventOf(3));
const fourth = link(headOf(third), eventOf(4));
const record: RecordedChain = {
  rows: [first, second, third, fourth].map(({ event, ...place }) => ({
    ...place,
    seq: event.seq,
    bytes: eventBytes(event),
  })),
  head: headOf(fourth),
};

const payloads = (value: unknown) => {
  const encoded = (text: string): string => Buffer.from(text).toString('base64');
  return { payloads: [{ metadata: { encoding: encoded('json/plain') }, data: encoded(JSON.stringify(value)) }] };
};
const started = (runId: string, before: string, input: unknown) => ({
  eventId: '1',
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
  workflowExecutionStartedEventAttributes: {
    originalExecutionRunId: runId,
    continuedExecutionRunId: before,
    input: payloads(input),
  },
});
const ended = {
  eventId: '2',
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED',
  workflowExecutionCompletedEventAttributes: {},
};

const carried = { caseId: 'case_1', carried: { case: foldOf([first, second]) } };
const otherwise = { caseId: 'case_1', carried: { case: { ...foldOf([first, second]), priority: 9 } } };

interface Life {
  readonly before?: string;
  readonly next?: string;
  readonly handedOver?: unknown;
  readonly input?: unknown;
}

/** Two runs, the second of which continues the first. */
function twoRuns({
  before = '',
  next = 'run-2',
  handedOver = carried,
  input = carried,
}: Life = {}): readonly History[] {
  const continued = {
    eventId: '2',
    eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
    workflowExecutionContinuedAsNewEventAttributes: { newExecutionRunId: next, input: payloads(handedOver) },
  };
  return [
    historyFromJSON({ events: [started('run-1', before, { caseId: 'case_1' }), continued] }),
    historyFromJSON({ events: [started('run-2', 'run-1', input), ended] }),
  ];
}

/** Two runs, the first of which ended with its case; the second says that it follows it. */
function twoRunsApart(left: unknown, input: unknown): readonly History[] {
  const completed = {
    eventId: '2',
    eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED',
    workflowExecutionCompletedEventAttributes: { result: payloads(left) },
  };
  return [
    historyFromJSON({ events: [started('run-1', '', { caseId: 'case_1' }), completed] }),
    historyFromJSON({ events: [started('run-2', '', input), ended] }),
  ];
}

const replayOf = (...runs: readonly (readonly ChainedEvent[])[]): Replayed => ({
  runs: runs.map((events, index) => ({ runId: `run-${index + 1}`, open: false, events, error: null })),
  deterministic: true,
  durationMs: 5,
  buildId: 'abcdef0123456789',
});
const whole = replayOf([first, second], [third, fourth]);
const judged = (histories: readonly History[], replayed = whole, missingRun?: string) =>
  verdictOf({ caseId: 'case_1', histories, replayed, record, ...(missingRun !== undefined && { missingRun }) });

describe('a verdict', () => {
  test('is sound when runs are one life and give the record again', () => {
    const verdict = judged(twoRuns());
    expect(verdict).toEqual({
      ...{ caseId: 'case_1', deterministic: true, runs: 2, events: 4, durationMs: 5, buildId: 'abcdef0123456789' },
      ...{ stateHash: hashOf(foldOf([first, second, third, fourth])), matchesRecord: true, chainVerified: true },
      ...{ open: false, comparedSeq: 4, pendingSeqs: [] },
    });
    expect(isSound(verdict)).toBe(true);
  });

  test('is sound when one run ended and the next begins with what it left', () => {
    const left = { ...carried.carried, ended: { runId: 'run-1' } };
    expect(isSound(judged(twoRunsApart(left, { ...carried, carried: left })))).toBe(true);
  });

  test('names the event after which the code could not follow a history', () => {
    const broken = { ...whole.runs[0], runId: 'run-1', open: false, events: [first], error: 'Nondeterminism error' };
    const verdict = judged(twoRuns(), { ...whole, runs: [broken, ...whole.runs.slice(1)], deterministic: false });
    expect(verdict).toMatchObject({ deterministic: false, matchesRecord: false, firstWrongSeq: 2 });
  });

  test('names the event after which a run is missing', () => {
    const verdict = judged(twoRuns().slice(0, 1), replayOf([first, second]), 'run-2');
    expect(verdict).toMatchObject({ matchesRecord: false, firstWrongSeq: 3, open: false });
    expect(verdict.problems?.[0]?.what).toContain('run-2');
  });
});

describe('runs are not one life', () => {
  test.each([
    ['when one starts with another input than was handed over', { input: otherwise }, 3],
    ['when another state was handed over than the events give', { input: otherwise, handedOver: otherwise }, 3],
    ['when one is not the run that was continued in', { next: 'run-9' }, 3],
    ['when the first continues another', { before: 'run-0' }, 1],
  ])('%s', (_, life, seq) => {
    const verdict = judged(twoRuns(life));
    expect(verdict).toMatchObject({
      deterministic: true,
      matchesRecord: false,
      chainVerified: true,
      firstWrongSeq: seq,
    });
    expect(isSound(verdict)).toBe(false);
  });

  const left = { ...carried.carried, ended: { runId: 'run-1' } };
  test.each([
    ['begins with something else than the one that ended left', { ...left, ring: [] }],
    ['follows another than the one that ended', { ...left, ended: { runId: 'run-0' } }],
    ['follows none', carried.carried],
  ])('when one %s', (_, input) => {
    const verdict = judged(twoRunsApart(left, { ...carried, carried: input }));
    expect(verdict).toMatchObject({ matchesRecord: false, firstWrongSeq: 3 });
  });
});
