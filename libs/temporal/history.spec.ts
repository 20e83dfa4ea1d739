import { describe, expect, test } from '@jest/globals';
import { historyFromJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import {
  carriedBy,
  completedPart,
  endingOf,
  historyToPlain,
  inputOf,
  inputValueOf,
  previousRunIdOf,
  runIdOf,
} from './history.js';

type Json = Record<string, unknown>;

const payloads = (value: unknown): Json => ({
  payloads: [
    {
      metadata: { encoding: Buffer.from('json/plain').toString('base64') },
      data: Buffer.from(JSON.stringify(value)).toString('base64'),
    },
  ],
});

/** A history of these events, numbered from 1. */
const historyOf = (...events: readonly (readonly [type: string, attributes: Json])[]): History =>
  historyFromJSON({
    events: events.map(([type, attributes], index) => ({
      eventId: String(index + 1),
      eventType: `EVENT_TYPE_${type.replace(/(.)([A-Z])/g, '$1_$2').toUpperCase()}`,
      [`${type.charAt(0).toLowerCase()}${type.slice(1)}EventAttributes`]: attributes,
    })),
  });

const started = [
  'WorkflowExecutionStarted',
  { originalExecutionRunId: 'run-2', continuedExecutionRunId: 'run-1', input: payloads({ caseId: 'case_1' }) },
] as const;
const scheduled = ['WorkflowTaskScheduled', {}] as const;
const begun = ['WorkflowTaskStarted', {}] as const;
const completed = ['WorkflowTaskCompleted', {}] as const;
const signaled = ['WorkflowExecutionSignaled', { signalName: 'fact' }] as const;
const accepted = ['WorkflowExecutionUpdateAccepted', {}] as const;
const timer = ['TimerStarted', { timerId: '1', workflowTaskCompletedEventId: '4' }] as const;

describe('what a history says of its run', () => {
  const history = historyOf(started, scheduled, begun, completed);

  test('is its id, the one before and its input', () => {
    expect([runIdOf(history), previousRunIdOf(history)]).toEqual(['run-2', 'run-1']);
    expect(inputValueOf(history)).toEqual({ caseId: 'case_1' });
  });

  test('survives being kept as JSON', () => {
    expect(historyFromJSON(historyToPlain(history))).toEqual(history);
  });

  test('is open until an event closes it', () => {
    expect(endingOf(history)).toEqual({ kind: 'OPEN' });
    expect(endingOf(historyOf(started, ['WorkflowExecutionCompleted', {}]))).toEqual({ kind: 'ENDED', left: '' });
    expect(endingOf(historyOf(started, ['WorkflowExecutionTerminated', {}]))).toEqual({ kind: 'ENDED', left: '' });
  });

  test('is what it left when it ended by itself, and who follows it', () => {
    const left = { ended: { runId: 'run-2' }, case: { seq: 3 } };
    const ending = endingOf(historyOf(started, ['WorkflowExecutionCompleted', { result: payloads(left) }]));
    const next = historyOf(['WorkflowExecutionStarted', { input: payloads({ caseId: 'case_1', carried: left }) }]);
    expect(ending).toEqual({ kind: 'ENDED', left: JSON.stringify(carriedBy(next)) });
    expect(previousRunIdOf(next)).toBe('run-2');
  });

  test('is the run it continued in and what it handed over, equal to that run’s input', () => {
    const attributes = { newExecutionRunId: 'run-3', input: payloads({ carried: 1 }) };
    const ending = endingOf(historyOf(started, ['WorkflowExecutionContinuedAsNew', attributes]));
    const next = historyOf([
      'WorkflowExecutionStarted',
      { originalExecutionRunId: 'run-3', input: payloads({ carried: 1 }) },
    ]);
    const other = historyOf([
      'WorkflowExecutionStarted',
      { originalExecutionRunId: 'run-3', input: payloads({ carried: 2 }) },
    ]);
    expect(ending).toEqual({ kind: 'CONTINUED', runId: 'run-3', input: inputOf(next) });
    expect(ending).not.toMatchObject({ input: inputOf(other) });
  });
});

describe('the part of an open run that can be judged', () => {
  const lengthOf = (history: History): number => completedPart(history).events?.length ?? 0;

  test('ends with what the last completed task did', () => {
    expect(lengthOf(historyOf(started, scheduled, begun, completed, accepted, timer, signaled, scheduled))).toBe(6);
  });

  test('leaves out a signal that came while the task ran', () => {
    expect(lengthOf(historyOf(started, scheduled, begun, completed, signaled, timer))).toBe(4);
  });

  test('leaves out a task that has begun', () => {
    expect(lengthOf(historyOf(started, scheduled, begun, completed, timer, scheduled, begun))).toBe(5);
  });

  test('is nothing before the first task is done', () => {
    expect(lengthOf(historyOf(started, scheduled, begun))).toBe(0);
  });
});
