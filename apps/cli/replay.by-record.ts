import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { userInfo } from 'node:os';
import { loadConfig } from '#config';
import { openCheckpointSigner, openDatabase, ReplayRunStore } from '#database';
import { finishRun } from '#replay';
import { replayReportPage } from '../api/audit/replay-run.page.js';
import { ReplayPool } from '../worker/replay.pool.js';
import { NoStandingReplay, type StandingOrder, type StandingProgress, type StandingResult } from './replay.standing.js';

const LOOK_EVERY_MS = 500;
const STATEMENT_LIMIT_MS = 120_000;

/**
 * Replays cases by processes of one's own, straight from the record that DATABASE_URL names, with the settings of a
 * worker; workers on the same record and build share the work.
 * @throws ConfigError, NoStandingReplay when the processes end before the cases do.
 */
export async function replayByRecord(
  { sample, seed, processes }: StandingOrder,
  onProgress: (progress: StandingProgress) => void,
): Promise<StandingResult> {
  const config = loadConfig();
  const database = await openDatabase({
    url: config.DATABASE_URL,
    poolSize: 2,
    applicationName: 'reinstate-replay',
    statementTimeoutMs: STATEMENT_LIMIT_MS,
  });
  const pool = new ReplayPool();
  try {
    const store = new ReplayRunStore(database);
    const occasion = `request:${randomUUID()}`;
    const requestedBy = `system:${userInfo().username}`;
    const run = await store.begin({ occasion, requestedBy, sample, seed: seed ?? occasion, institutions: '*' });
    pool.grow(processes ?? config.STANDING_REPLAY_PROCESSES);
    const isDone = async (): Promise<boolean> => {
      const { total, done, wrong, unjudged } = await store.figures(run.runId);
      onProgress({ total, done, failed: wrong + unjudged });
      return done === total && (await store.find(run.runId))?.progress !== 'PENDING';
    };
    while (!(await isDone())) {
      if (pool.size === 0 && !(await isDone()))
        throw new NoStandingReplay('The replay processes ended before all cases were judged; their output says why.');
      await sleep(LOOK_EVERY_MS);
    }
    const judged = await store.find(run.runId);
    if (!judged) throw new NoStandingReplay(`${run.runId} is gone`);
    const signer = config.CHECKPOINT_KEY === undefined ? undefined : openCheckpointSigner(config.CHECKPOINT_KEY);
    const report = await finishRun(store, judged, signer);
    return { report, page: () => Promise.resolve(replayReportPage(report)) };
  } finally {
    await pool.stop();
    await database.destroy();
  }
}
