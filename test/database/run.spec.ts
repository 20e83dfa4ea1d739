import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ArchiveAltered, RunStore } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let store: RunStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new RunStore(database.app);
});
afterAll(() => database.drop());
afterEach(() => database.owner.query('TRUNCATE case_run, history_archive'));

const register = (runId: string, previousRunId: string | null, ending = false, caseId = 'case_1') =>
  store.register(database.app, { caseId, runId, previousRunId, buildId: 'build-1', ending });
const endedRuns = async (): Promise<string[]> =>
  (await store.runsOf('case_1')).filter(({ endedAt }) => endedAt !== null).map(({ runId }) => runId);

describe('a run', () => {
  test('is known once, however often it is registered', async () => {
    await Promise.all([1, 2, 3].map(() => register('run_a', null)));
    const runs = await store.runsOf('case_1');
    expect(runs).toMatchObject([
      { runId: 'run_a', previousRunId: null, buildId: 'build-1', endedAt: null, archivedAt: null },
    ]);
  });

  test('has ended when it says so, and stays ended', async () => {
    await register('run_a', null, true);
    const [{ endedAt } = { endedAt: null }] = await store.runsOf('case_1');
    expect(endedAt).not.toBeNull();
    await register('run_a', null, false);
    await register('run_a', null, true);
    expect((await store.runsOf('case_1'))[0]?.endedAt).toBe(endedAt);
  });

  test('goes on where it turns out that it has not ended, until it is archived', async () => {
    await register('run_a', null, true);
    await store.goesOn('run_a');
    expect(await endedRuns()).toEqual([]);
    await register('run_a', null, true);
    await store.archive('run_a', '{"events":[]}');
    await store.goesOn('run_a');
    expect(await endedRuns()).toEqual(['run_a']);
  });

  test('has ended when its successor is there', async () => {
    await register('run_a', null);
    await register('run_b', 'run_a');
    expect(await endedRuns()).toEqual(['run_a']);
  });

  test('follows the one before it, in whatever order they became known', async () => {
    await register('run_1', 'run_2');
    await register('run_0', 'run_1');
    await register('run_2', null);
    await register('run_lost', 'run_never_seen');
    await register('run_other', null, false, 'case_2');
    expect((await store.runsOf('case_1')).map(({ runId }) => runId)).toEqual(['run_2', 'run_1', 'run_0', 'run_lost']);
  });
});

test('of a case that was started again stands behind all runs of the life before', async () => {
  await register('run_a1', null);
  await register('run_a2', 'run_a1');
  await store.endedAll('case_1');
  expect(await endedRuns()).toEqual(['run_a1', 'run_a2']);
  await register('run_b1', null);
  await register('run_b2', 'run_b1');
  const runs = await store.runsOf('case_1');
  expect(runs.map(({ runId }) => runId)).toEqual(['run_a1', 'run_a2', 'run_b1', 'run_b2']);
  expect(runs.map(({ endedAt }) => endedAt === null)).toEqual([false, false, false, true]);
});

describe('an ended run', () => {
  test('waits for its archive and no longer', async () => {
    await register('run_a', null);
    expect(await store.unarchived()).toEqual([]);
    await register('run_a', null, true);
    expect(await store.unarchived()).toMatchObject([{ runId: 'run_a' }]);
    await store.archive('run_a', '{"events":[]}');
    expect(await store.unarchived()).toEqual([]);
    expect((await store.runsOf('case_1'))[0]?.archivedAt).not.toBeNull();
  });

  test('whose history Temporal has lost does not wait for it', async () => {
    await register('run_a', null, true);
    await store.lost('run_a');
    expect(await store.unarchived()).toEqual([]);
  });

  test('that waits for its archive for more than an hour is overdue', async () => {
    for (const runId of ['run_a', 'run_b', 'run_c', 'run_d']) await register(runId, null, runId !== 'run_d');
    await store.lost('run_c');
    await database.owner.query(`UPDATE case_run SET ended_at = now() - interval '61 minutes' WHERE run_id = 'run_b'`);
    expect(await store.archiveState()).toMatchObject({ waiting: 2, overdue: 1, lost: 1 });
    await store.archive('run_b', '{"events":[]}');
    expect(await store.archiveState()).toMatchObject({ waiting: 1, overdue: 0, lost: 1 });
  });

  test('keeps the first history given', async () => {
    await register('run_a', null, true);
    await register('run_b', 'run_a', true);
    await store.archive('run_b', '{"events":[2]}');
    await store.archive('run_a', '{"events":[1]}');
    await store.archive('run_a', '{"events":["later"]}');
    const histories = (await store.historiesOf('case_1')).toSorted((a, b) => a.runId.localeCompare(b.runId));
    expect(histories.map(({ runId, json }) => [runId, json])).toEqual([
      ['run_a', '{"events":[1]}'],
      ['run_b', '{"events":[2]}'],
    ]);
  });

  test('that nobody registered has no place', async () => {
    await expect(store.archive('run_x', '{}')).rejects.toThrow('never registered');
  });

  test.each(['history = $1', 'sha256 = $1'])('whose archive was altered (%s) is told', async (change) => {
    await register('run_a', null, true);
    await store.archive('run_a', '{"events":[]}');
    await database.owner.query(`UPDATE history_archive SET ${change}`, [Buffer.alloc(32)]);
    await expect(store.historiesOf('case_1')).rejects.toThrow(ArchiveAltered);
  });
});
