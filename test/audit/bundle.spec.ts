import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { bundleOf, stackKey, variedCases, verify, verifyByCommand } from '../support/bundles.js';
import type { CaseDriver } from '../support/case.driver.js';
import { peopleOf, type People } from '../support/people.js';

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
