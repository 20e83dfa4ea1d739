import { describe, expect, test } from '@jest/globals';
import type { ReplayVerdict } from '#temporal';
import { CannotReplay, historiesIn, judge } from './replay.judge.js';
import { wordsOf } from './replay.js';

const sound: ReplayVerdict = {
  caseId: 'case_1',
  deterministic: true,
  runs: 1,
  events: 31,
  durationMs: 90,
  buildId: 'abcdef0123456789',
  stateHash: 'a'.repeat(64),
  matchesRecord: true,
  chainVerified: true,
  open: false,
  comparedSeq: 31,
  pendingSeqs: [],
};
const history = {
  events: [
    {
      eventId: '1',
      eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED',
      workflowExecutionStartedEventAttributes: { workflowId: 'case:case_7', originalExecutionRunId: 'run-1' },
    },
  ],
};

describe('the words of a replay', () => {
  test('fit a line when all is well', () => {
    expect(wordsOf({ target: 'case_1', verdict: sound, byRecord: true })).toEqual([
      '✓ case_1: deterministic yes, matches the record yes, chain verified yes (1 run(s), 31 event(s), 90 ms, build abcdef0123456789)',
    ]);
  });

  test('name each problem with its seq', () => {
    const verdict = {
      ...sound,
      matchesRecord: false,
      firstWrongSeq: 3,
      problems: [{ seq: 3, what: 'the bytes differ' }],
    };
    const [head, problem] = wordsOf({ target: 'case_1', verdict, byRecord: true });
    expect(head).toMatch(/^✗ case_1: deterministic yes, matches the record NO/);
    expect(problem).toBe('    seq 3: the bytes differ');
  });
});

test('a file is not said to match a record', () => {
  const [line] = wordsOf({ target: 'a.json', verdict: { ...sound, open: true }, byRecord: false });
  expect(line).toMatch(/deterministic yes, runs are one life yes, .*31 event\(s\), open, 90 ms/);
});

describe('a history file', () => {
  test('is what the auditor API gives for a case', () => {
    const text = JSON.stringify({
      caseId: 'case_9',
      runs: [
        { runId: 'run-1', history },
        { runId: 'run-2', history },
      ],
    });
    expect(historiesIn('a.json', text)).toMatchObject({ caseId: 'case_9', histories: { length: 2 } });
  });

  test('is one run as the tools of Temporal write it', () => {
    expect(historiesIn('a.json', JSON.stringify(history))).toMatchObject({
      caseId: 'case_7',
      histories: { length: 1 },
    });
  });

  test.each(['not json', '{}', '{"events":[]}', '{"events":[{"eventId":"1"}]}'])('is not: %s', (text) => {
    expect(() => historiesIn('a.json', text)).toThrow(CannotReplay);
  });
});

test('a target that is neither a case nor a file is named', async () => {
  await expect(judge('no-such-file.json')).rejects.toThrow(/no-such-file.json is neither/);
});
