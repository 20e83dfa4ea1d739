import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CaseDriver, good } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

interface Path {
  readonly conforms: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly steps: readonly { readonly type: string; readonly verdict: string; readonly findings: readonly object[] }[];
}
interface Decision {
  readonly caseId: string;
  readonly command: string;
  readonly maker: string;
  readonly checker: string;
  readonly evidenceHash: string;
  readonly fault: string | null;
}

let people: People;
let owner: DataSource;
let approved: CaseDriver;
let rejected: CaseDriver;
beforeAll(async () => {
  [people, owner] = await Promise.all([peopleOf(), ownersDatabase()]);
  approved = await CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'] }));
  await approved.approve();
  await approved.reinstate();
  rejected = await CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'] }));
  await rejected.advance({ by: 'P3D' });
  await rejected.bringToReview();
  await rejected.send('senior', 'REJECT', { reasonCode: 'INACTIVITY', remedy: '补充经营证明' });
}, 120_000);
afterAll(() => owner.destroy());

const ask = async <T>(path: string): Promise<T> => good(await people.auditor.get<T>(`/audit/v1${path}`));

describe('the path of a case', () => {
  test('conforms where it was lived as the table has it', async () => {
    const path = await ask<Path>(`/cases/${approved.caseId}/conformance`);
    expect(path).toMatchObject({ conforms: true, counts: { IMPOSSIBLE: 0, SKIPPED: 0, LATE: 0 } });
    expect(path.steps).toHaveLength((await approved.events()).length);
  });

  test('says which step was skipped, and which came late by how much', async () => {
    const { conforms, counts, steps } = await ask<Path>(`/cases/${rejected.caseId}/conformance`);
    expect([conforms, counts['IMPOSSIBLE']]).toEqual([false, 0]);
    expect(steps.find(({ type }) => type === 'REJECT')).toMatchObject({
      verdict: 'SKIPPED',
      findings: [{ step: 'RECOMMEND' }],
    });
    expect(steps.find(({ type }) => type === 'CONFIRM_NOTICE')?.findings).toContainEqual(
      expect.objectContaining({ verdict: 'LATE', deadline: 'T_CONFIRM', by: expect.stringMatching(/^P/) }),
    );
  });

  test('is not to be had of a case there is not', async () => {
    const { status } = await people.auditor.get('/audit/v1/cases/case_00000000000000000000000000/conformance');
    expect(status).toBe(404);
  });
});

test('the map of the process counts both ways of a reason', async () => {
  const query = 'reason=INACTIVITY&issuer=ALLINPAY&sandbox=true';
  const map = await ask<{
    cases: number;
    nodes: { state: string; visits: number }[];
    edges: { row: string; from: string; to: string; count: number; share: number; medianMs: number }[];
  }>(`/process-map?${query}`);
  expect(map.cases).toBeGreaterThanOrEqual(2);
  for (const [row, to] of [
    ['31', 'APPROVED'],
    ['32', 'REJECTED'],
  ])
    expect(map.edges).toContainEqual(
      expect.objectContaining({
        row,
        from: 'UNDER_REVIEW',
        to,
        count: expect.any(Number),
        medianMs: expect.any(Number),
      }),
    );
  const shares = map.edges.filter(({ from }) => from === 'UNDER_REVIEW').map(({ share }) => share);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
  expect(await ask(`/process-map?${query}&to=2000-01-01T00:00:00Z`)).toEqual({ cases: 0, nodes: [], edges: [] });
});

describe('the two persons behind each decision', () => {
  const cli = (...options: string[]) =>
    promisify(execFile)(process.execPath, ['dist/apps/cli/main.js', 'four-eyes', ...options], {
      maxBuffer: 64 << 20,
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
    );
  const oneOf = async ({ caseId }: CaseDriver) =>
    (await ask<{ items: readonly Decision[] }>(`/four-eyes?caseId=${caseId}`)).items;

  test('are told with the evidence both saw', async () => {
    const events = await approved.events();
    const approval = events.find(({ type }) => type === 'APPROVE')!;
    expect(await oneOf(approved)).toMatchObject([
      {
        command: 'APPROVE',
        seq: approval.seq,
        maker: expect.stringContaining('reviewer'),
        checker: approval.actor.id,
        evidenceHash: approval.payload.fields['evidenceHash'],
        fault: null,
      },
    ]);
  });

  test('are told of every case by one command, which fails where a proof is missing', async () => {
    const forged = await CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'] }));
    await forged.approve();
    const [decision] = await oneOf(forged);
    await owner.query(
      `UPDATE case_event SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), $2, $3), 'UTF8')
       WHERE case_id = $1 AND type = 'APPROVE'`,
      [forged.caseId, `"${decision!.checker}"`, `"${decision!.maker}"`],
    );
    const { code, stdout } = await cli('--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Decision);
    const counts = lines.pop() as unknown as { cases: number; decisions: number; unproven: number };
    expect(code).toBe(1);
    expect(counts.decisions).toBe(lines.length);
    expect(counts.unproven).toBe(lines.filter(({ fault }) => fault !== null).length);
    const of = ({ caseId }: CaseDriver) => lines.filter((line) => line.caseId === caseId);
    expect(of(approved)).toMatchObject([{ command: 'APPROVE', fault: null }]);
    expect(of(forged)).toMatchObject([{ command: 'APPROVE', fault: 'one person recommended and approved it' }]);
  }, 60_000);

  test('are those of a span of time, and end well where there is none', async () => {
    const { code, stdout } = await cli('--csv', '--to', '2000-01-01T00:00:00Z');
    expect(stdout.trim()).toBe('caseId,seq,at,command,maker,checker,evidenceHash,fault');
    expect([0, 1]).toContain(code);
  }, 60_000);
});
