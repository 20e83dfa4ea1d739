import { randomInt, randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { replayReportText, type SignedReplayReport } from '#audit';
import { ReplayRunStore } from '#database';
import { buildIdOf } from '#temporal';
import { isSignedBy } from '../../apps/cli/ed25519.js';
import { CaseDriver, eventually, good } from '../support/case.driver.js';
import { send } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

const RUNS = '/audit/v1/replay-runs';
const CASES = 12;
/** Nobody else's, so that what other specs do by hand to their cases is none of this. */
const institution = String(randomInt(10_000_000, 99_999_999));
const within = { institution };

let people: People;
let database: DataSource;
const drivers: CaseDriver[] = [];

beforeAll(async () => {
  [people, database] = await Promise.all([peopleOf(), ownersDatabase()]);
  for (let index = 0; index < CASES; index += 1) drivers.push(await lived(index));
});
afterAll(() => database.destroy());

/** Every third goes on, every third is closed, and of every third the last run has ended. */
async function lived(index: number): Promise<CaseDriver> {
  const driver = await CaseDriver.open(people, aNotice({ institutionCode: institution }));
  await driver.send('intake', 'CONFIRM_NOTICE');
  if (index % 3 > 0) await driver.send('intake', 'WITHDRAW', { reason: '商户撤回' });
  if (index % 3 > 1) good(await people.lead.post(`${driver.path}/clock/advance`, { by: 'P91D' }));
  return driver;
}

interface Run {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly sound: number;
  readonly events: number;
  readonly durationMs: number;
  readonly buildId: string;
  readonly failed: readonly { readonly caseId: string; readonly firstWrongSeq: number }[];
}
const begun = async (body: object, key?: string): Promise<Run> => good(await people.auditor.post<Run>(RUNS, body, key));
const finished = (id: string): Promise<Run> =>
  eventually(
    async () => good(await people.auditor.get<Run>(`${RUNS}/${id}`)),
    ({ state }) => state === 'DONE',
    60_000,
  );

describe('a standing replay', () => {
  test('finds open and closed cases as recorded and signs what it found', async () => {
    const key = randomUUID();
    const run = await begun({ all: true, ...within, processes: 2 }, key);
    expect((await begun({ all: true, ...within, processes: 2 }, key)).id).toBe(run.id);
    const done = await finished(run.id);
    expect(done).toMatchObject({ total: CASES, done: CASES, sound: CASES, failed: [] });
    expect(done.buildId).toBe(await buildIdOf(resolve('dist/workflow-bundle.js')));
    expect(done.events).toBeGreaterThan(CASES * 2);

    const report = good(await people.auditor.get<SignedReplayReport>(`${RUNS}/${run.id}/report`));
    expect(report.cases).toMatchObject({ total: CASES, sound: CASES, open: 8 });
    const { items } = good(
      await people.auditor.get<{ items: { keyId: string; publicKey: string }[] }>('/audit/v1/keys'),
    );
    const signs = (text: string) =>
      items.some(
        ({ keyId, publicKey }) => keyId === report.keyId && isSignedBy(publicKey, text, report.signature ?? ''),
      );
    expect(signs(replayReportText(report))).toBe(true);
    expect(signs(replayReportText({ ...report, cases: { ...report.cases, wrong: 1 } }))).toBe(false);
    const headers = { authorization: `Bearer ${people.auditor.token}`, accept: 'text/html' };
    const page = await send<string>(`${people.auditor.url}${RUNS}/${run.id}/report`, { headers });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.body).toContain(`全部 ${CASES} 个案件重放一致`);
  });

  test('names the case that was altered by hand and its first wrong event', async () => {
    const { caseId } = drivers[2]!;
    await database.query(`UPDATE case_event SET bytes = bytes || ' '::bytea WHERE case_id = $1 AND seq = 2`, [caseId]);
    const { id } = await begun({ all: true, ...within });
    const { failed, sound } = await finished(id);
    await database.query(
      `UPDATE case_event SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE case_id = $1 AND seq = 2`,
      [caseId],
    );
    expect(sound).toBe(CASES - 1);
    expect(failed).toMatchObject([{ caseId, firstWrongSeq: 2 }]);
  });

  test('goes on where a killed process left off, without what that had done', async () => {
    const store = new ReplayRunStore(database);
    const { runId } = await store.begin({
      occasion: `request:${randomUUID()}`,
      requestedBy: 'person:spec',
      seed: 'spec',
      institutions: [institution],
    });
    // What a process takes that never comes back.
    await store.choose(runId, await buildIdOf(resolve('dist/workflow-bundle.js')));
    const lost = (await store.take(runId, CASES / 2)).map(({ place }) => place);
    const judged = async () =>
      database.query<{ place: number; judged_at: Date }[]>(
        'SELECT place, judged_at FROM replay_verdict WHERE run_id = $1 AND judged_at IS NOT NULL ORDER BY place',
        [runId],
      );
    const first = await eventually(judged, (rows) => rows.length === CASES - lost.length, 60_000);
    expect((await store.find(runId))?.progress).toBe('RUNNING');
    await database.query('UPDATE replay_verdict SET leased_until = now() WHERE run_id = $1 AND judged_at IS NULL', [
      runId,
    ]);
    expect(await finished(runId)).toMatchObject({ total: CASES, sound: CASES });
    expect(await judged()).toEqual(expect.arrayContaining(first));
  });

  test('of a sample looks at so many cases', async () => {
    const { id } = await begun({ sample: 3, ...within, seed: 'spec' });
    expect(await finished(id)).toMatchObject({ total: 3, sound: 3 });
  });

  test('is nobody’s who may not see its cases, and never goes beyond what its auditor may see', async () => {
    const stranger = await callerWith({ roles: ['AUDITOR'], institutions: ['10000000'] });
    const { id } = await begun({ sample: 1, ...within });
    for (const path of ['', '/report', '/verdicts'])
      expect((await stranger.get(`${RUNS}/${id}${path}`)).body.code).toBe('replay-run.not-found');
    const own = good(await stranger.post<Run>(RUNS, { all: true, ...within }));
    expect(await finished(own.id)).toMatchObject({ total: 0 });
  });

  test.each([{}, { all: true, sample: 3 }, { all: false }, { sample: 0 }, { sample: 1, state: 'NONE' }])(
    'is not begun by %j',
    async (body) => {
      const { status, body: problem } = await people.auditor.post(RUNS, body);
      expect([status, problem.code]).toEqual([400, 'request.invalid']);
    },
  );
});
