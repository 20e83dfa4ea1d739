import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { textSha256 } from '#audit';
import { bundleOf, stackKey, variedCases, verify, verifyByCommand } from '../support/bundles.js';
import type { CaseDriver } from '../support/case.driver.js';
import { PaperCase } from '../support/paper-case.js';
import { PaperLog } from '../support/paper-log.js';
import { peopleOf, type People } from '../support/people.js';
import { secondOpinion } from '../support/python.js';

let people: People;
let cases: readonly CaseDriver[];
let bundles: readonly Buffer[];
let key: string;
beforeAll(async () => {
  people = await peopleOf();
  cases = await variedCases(people);
  bundles = await Promise.all(cases.map(({ caseId }) => bundleOf(people, caseId)));
  key = await stackKey(people);
}, 120_000);

describe('a bundle of the running stack', () => {
  test('verifies by itself, with every decision and every refusal', async () => {
    for (const [place, bundle] of bundles.entries()) {
      const report = await verify(bundle, key);
      expect(report.problems).toEqual([]);
      expect(report).toMatchObject({ ok: true, caseId: cases[place]?.caseId, keyIsTrusted: true });
      expect(report.refusals.proven).toBeGreaterThan(0);
      expect(report.refusals.undecidable).toBe(0);
      for (const check of report.checks) expect(check).toMatchObject({ ok: true });
      expect(report.checks.find(({ check }) => check === 'histories')?.looked).toBeGreaterThan(0);
    }
  });

  test('verifies in an empty folder with only Node and the command line', async () => {
    const { code, stderr, reports } = await verifyByCommand(bundles, '--key', key);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(reports.map(({ ok, caseId }) => [ok, caseId])).toEqual(cases.map(({ caseId }) => [true, caseId]));
  });

  test('replays its histories where the workflow code is at hand', async () => {
    const code = resolve('dist/workflow-bundle.js');
    const { reports } = await verifyByCommand(bundles, '--workflow-bundle', code);
    expect(reports.map(({ replay }) => replay)).toEqual(
      bundles.map(() => expect.objectContaining({ deterministic: true, matches: true, problems: [] })),
    );
  });
});

/** A run that names the one before it: Temporal's word for one that was full, its own for one that had ended. */
function historyOf(runId: string, { continued = '', ended = '' } = {}): string {
  const input = JSON.stringify({ carried: { ended: { runId: ended } } });
  const payload = { metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: Buffer.from(input).toString('base64') };
  const workflowExecutionStartedEventAttributes = {
    originalExecutionRunId: runId,
    continuedExecutionRunId: continued,
    input: { payloads: [payload] },
  };
  return JSON.stringify({
    events: [{ workflowExecutionStartedEventAttributes }, { workflowExecutionCompletedEventAttributes: {} }],
  });
}

describe('the runs in a bundle', () => {
  test.each([
    ['are one life where the second follows the first that had ended', { ended: 'run-1' }, []],
    ['are not where it follows another that had ended', { ended: 'run-0' }, ['follows run run-0']],
    ['are not where it continues another', { continued: 'run-0', ended: 'run-1' }, ['follows run run-0']],
  ])('%s, say both verifiers', async (_, before, problems) => {
    const [log, story] = [new PaperLog(), new PaperCase('case_1').approved()];
    story.bundle(log);
    const histories = [historyOf('run-1'), historyOf('run-2', before)];
    for (const [place, json] of histories.entries()) {
      const run = { runId: `run-${place + 1}`, buildId: 'build-1', complete: true, sha256: textSha256(json) };
      log.add({ kind: 'ARCHIVED', caseId: 'case_1', ...run });
    }
    log.addHead(story.chain.events);
    const texts = [...story.texts].sort((a, b) => (a.textId < b.textId ? -1 : 1));
    const bundle = log.bundle(story.chain.events, { refusals: story.refusals, texts, histories });
    const [second] = await secondOpinion([bundle]);
    for (const report of [await verify(bundle), second])
      expect(report?.problems.map(({ what }) => what)).toEqual(problems.map((what) => expect.stringContaining(what)));
  });
});
