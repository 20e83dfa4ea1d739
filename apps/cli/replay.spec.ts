import { describe, expect, test } from '@jest/globals';
import type { SignedReplayReport } from '#audit';
import type { ReplayVerdict } from '#temporal';
import { replayReportPage } from '../api/audit/replay-run.page.js';
import { CannotReplay, historiesIn, judge } from './replay.judge.js';
import { linesOfReport, wordsOf } from './replay.print.js';

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

describe('the words of a standing replay', () => {
  const report: SignedReplayReport = {
    id: 'replay_1',
    buildId: 'abcdef0123456789',
    occasion: 'night:2026-11-27',
    requestedBy: 'system:standing-replay',
    scope: { sample: null, seed: 's', institutions: null, reason: null, state: null },
    startedAt: '2026-11-27T00:00:00.000Z',
    finishedAt: '2026-11-27T00:00:02.000Z',
    cases: { total: 3, sound: 2, wrong: 1, unjudged: 0, open: 1 },
    runs: 4,
    historyEvents: 2_000,
    events: 90,
    durationMs: 2_000,
    verdictsSha256: 'a'.repeat(64),
    failed: [
      { caseId: 'case_<b>', outcome: 'WRONG', firstWrongSeq: 3, problems: [{ seq: 3, what: 'the bytes differ' }] },
    ],
    keyId: 'key_1',
    signature: 'b'.repeat(128),
  };

  test('name each case that is not sound', () => {
    expect(linesOfReport(report)).toEqual([
      '✗ replay_1: 2 of 3 cases are sound, 1 differ, 0 not judged (2000 history events in 2.0 s, 1000 a second, build abcdef0123456789, signed by key_1)',
      '    case_<b> WRONG',
      '        seq 3: the bytes differ',
    ]);
  });

  test('say on a page, in Chinese and English, what was found and what is signed, with nothing of it read as markup', () => {
    const page = replayReportPage(report);
    expect(page).toContain('1 个案件不一致');
    expect(page).toContain('1 cases differ');
    expect(page).toContain('<td class="n">3</td>');
    expect(page).toContain('case_&lt;b&gt;');
    expect(page).not.toContain('case_<b>');
    expect(page).toContain(report.signature);
    expect(replayReportPage({ ...report, keyId: null, signature: null })).toContain('not signed');
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
