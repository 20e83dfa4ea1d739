import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ReplayRunStore, type CaseVerdict, type NewReplayRun } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let store: ReplayRunStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new ReplayRunStore(database.app);
  await database.owner.query(`
    INSERT INTO case_view (case_id, state, queue, reasons, institution_code, merchant_no, notice_no, issuer, priority,
      sandbox, opened_at, due_real, overdue, last_seq, last_hash, policy_version, folded)
    SELECT 'case_' || n, CASE WHEN n % 2 = 0 THEN 'CLOSED_WITHDRAWN' ELSE 'UNDER_REVIEW' END, 'CLOSED', ARRAY['INACTIVITY'],
      CASE WHEN n <= 4 THEN '48222900' ELSE '48333900' END, '1', '1', 'LAKALA', 1, true, now(), 'infinity', false, 1,
      decode(repeat('00', 32), 'hex'), '2026-11', '{}'
    FROM generate_series(1, 10) n`);
});
afterAll(() => database.drop());
afterEach(() => database.owner.query('TRUNCATE replay_run, replay_verdict'));

let begun = 0;
const wanted = (more: Partial<NewReplayRun> = {}): NewReplayRun => ({
  occasion: `request:${(begun += 1)}`,
  requestedBy: 'person:auditor',
  seed: 'spec',
  institutions: '*',
  ...more,
});
const sound: CaseVerdict = {
  outcome: 'SOUND',
  open: false,
  runs: 2,
  events: 9,
  historyEvents: 60,
  replayMs: 40,
  comparedSeq: 9,
  firstWrongSeq: null,
  problems: [],
};
const chosen = async (more: Partial<NewReplayRun> = {}): Promise<string> => {
  const { runId } = await store.begin(wanted(more));
  await store.choose(runId, 'build-1');
  return runId;
};
const takenOf = async (runId: string, most = 100) => (await store.take(runId, most)).map(({ caseId }) => caseId);

describe('a standing replay', () => {
  test('is begun once for each occasion', async () => {
    const run = wanted();
    const [first, again] = [await store.begin(run), await store.begin(run)];
    expect(again.runId).toBe(first.runId);
    expect(first.progress).toBe('PENDING');
  });

  test('looks at every case once, whoever chooses them', async () => {
    const { runId } = await store.begin(wanted());
    await Promise.all([1, 2, 3].map(() => store.choose(runId, 'build-1')));
    expect(new Set(await takenOf(runId)).size).toBe(10);
    expect(await store.figures(runId)).toMatchObject({ total: 10, done: 0 });
  });

  test('takes the same sample for the same seed, and another for another', async () => {
    const samples = [];
    for (const seed of ['a', 'a', 'b']) samples.push(await takenOf(await chosen({ sample: 5, seed })));
    expect(samples[0]).toHaveLength(5);
    expect(samples[1]).toEqual(samples[0]);
    expect(samples[2]).not.toEqual(samples[0]);
  });

  test('keeps to the institutions, reason and state it was given', async () => {
    const ids = await takenOf(
      await chosen({ institutions: ['48222900'], state: 'CLOSED_WITHDRAWN', reason: 'INACTIVITY' }),
    );
    expect(ids.toSorted()).toEqual(['case_2', 'case_4']);
    expect(await takenOf(await chosen({ institutions: [] }))).toEqual([]);
    expect(await takenOf(await chosen({ reason: 'MAINTENANCE' }))).toEqual([]);
  });

  test('gives each case to one process at a time', async () => {
    const runId = await chosen();
    const taken = await Promise.all([1, 2, 3, 4].map(() => takenOf(runId, 3)));
    expect(taken.flat().toSorted()).toEqual([...new Set(taken.flat())].toSorted());
    expect(await takenOf(runId)).toHaveLength(10 - taken.flat().length);
  });

  test('whose process died goes on with what was not judged, and with nothing else', async () => {
    const runId = await chosen();
    const [judged, ...lost] = await store.take(runId, 4);
    await store.judge(judged!, sound);
    expect(await store.workFor('build-1')).toEqual({ processes: null });
    await store.take(runId, 10);
    expect(await store.workFor('build-1')).toBeUndefined();
    await database.owner.query(
      `UPDATE replay_verdict SET leased_until = now() - interval '1 s' WHERE judged_at IS NULL`,
    );
    expect(await store.workFor('build-1')).toEqual({ processes: null });
    const again = await takenOf(runId);
    expect(again).toHaveLength(9);
    expect(again).toEqual(expect.arrayContaining(lost.map(({ caseId }) => caseId)));
    expect(again).not.toContain(judged?.caseId);
  });

  test('leaves a case at which processes keep dying to people', async () => {
    const runId = await chosen({ sample: 1 });
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await takenOf(runId)).toHaveLength(1);
      await database.owner.query(`UPDATE replay_verdict SET leased_until = now() - interval '1 s'`);
    }
    expect(await takenOf(runId)).toEqual([]);
    await store.giveUp(runId);
    expect(await store.failed(runId, 10)).toMatchObject([{ outcome: 'UNJUDGED', problems: [{ seq: 1 }] }]);
  });

  test('does not count a try that was given back', async () => {
    const runId = await chosen({ sample: 1 });
    for (let tries = 0; tries < 5; tries += 1) {
      const [taken] = await store.take(runId, 1);
      await store.giveBack(runId, [taken!.place]);
    }
    expect(await takenOf(runId)).toHaveLength(1);
  });

  test('keeps the first verdict and the first report', async () => {
    const runId = await chosen({ sample: 1 });
    const [taken] = await store.take(runId, 1);
    expect(await store.complete()).toEqual([]);
    await store.judge(taken!, sound);
    await store.judge(taken!, { ...sound, outcome: 'WRONG' });
    expect(await store.figures(runId)).toMatchObject({ total: 1, done: 1, sound: 1, wrong: 0, historyEvents: 60 });
    expect(await store.complete()).toMatchObject([{ runId }]);
    expect(await store.finish(runId, 'first', '2026-11-27T00:00:00.000Z')).toBe(true);
    expect(await store.finish(runId, 'second', '2026-11-27T00:00:01.000Z')).toBe(false);
    expect(await store.find(runId)).toMatchObject({ progress: 'DONE', report: 'first' });
  });

  test('is not gone on with by another build, and given up when its own is gone', async () => {
    const runId = await chosen();
    expect(await store.unfinished('build-2')).toEqual([]);
    expect(await store.unfinished('build-1')).toMatchObject([{ runId }]);
    await store.abandonOthers('build-2');
    expect((await store.find(runId))?.progress).toBe('RUNNING');
    await database.owner.query(`UPDATE replay_run SET chosen_at = now() - interval '1 hour'`);
    await store.abandonOthers('build-1');
    expect((await store.find(runId))?.progress).toBe('RUNNING');
    await store.abandonOthers('build-2');
    expect((await store.find(runId))?.progress).toBe('ABANDONED');
  });
});

describe('a standing replay nobody asked for', () => {
  test('begins once for each build, and for a night only where none has begun since', async () => {
    const kept = async () =>
      (await database.owner.query<{ occasion: string }[]>('SELECT occasion FROM replay_run ORDER BY 1')).map(
        ({ occasion }) => occasion,
      );
    await Promise.all([1, 2, 3].map(() => store.beginDue('release:build-1', undefined)));
    expect(await kept()).toEqual(['release:build-1']);
    await store.beginDue('night:2026-11-27', 5, new Date(Date.now() - 60_000).toISOString());
    expect(await kept()).toEqual(['release:build-1']);
    await store.beginDue('night:2026-11-28', 5, new Date(Date.now() + 60_000).toISOString());
    expect(await kept()).toEqual(['night:2026-11-28', 'release:build-1']);
  });
});
