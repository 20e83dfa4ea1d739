import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import type { ReinstateClient } from '#client';
import { childrenOf, residentMb } from './process-meter.js';
import { BenchFailed } from './target.js';
import type { BareReplayOrder, BareReplayReading } from './replay.bare.js';

/** How fast histories were replayed. The first one is left out: with it comes the loading of the code. */
export interface ReplayReading {
  readonly eventsPerSecond: number;
  /** Memory of the last third of the time beside the third before; not a number where the system does not tell. */
  readonly growth: number;
}

const LOOK_EVERY_MS = 1_000;

/** Bare `runReplayHistories` in a process of its own. */
export async function bareReading(order: BareReplayOrder): Promise<ReplayReading> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'replay.bare.js')], {
    env: { ...process.env, BENCH_REPLAY: JSON.stringify(order) },
  });
  const { events, seconds } = JSON.parse(stdout) as BareReplayReading;
  return { eventsPerSecond: events / seconds, growth: Number.NaN };
}

const FIGURES = `
WITH judged AS (SELECT *, row_number() OVER (ORDER BY judged_at) AS nth FROM replay_verdict WHERE run_id = $1)
SELECT sum(history_events) FILTER (WHERE nth > 1)::float8 AS events,
  extract(epoch FROM max(judged_at) - min(judged_at))::float8 AS seconds
FROM judged`;

/** The product's standing replay of all cases, by so many processes of its worker. */
export async function productReading(
  auditor: ReinstateClient,
  pool: Pool,
  workerPid: number,
  processes: number,
): Promise<ReplayReading> {
  const { data: begun } = await auditor.POST('/audit/v1/replay-runs', { body: { all: true, processes } });
  if (!begun) throw new BenchFailed('no replay was begun');
  const memory: number[] = [];
  let run = begun;
  while (run.state !== 'DONE') {
    await sleep(LOOK_EVERY_MS);
    memory.push(childrenOf(workerPid).reduce((sum, pid) => sum + residentMb(pid), 0));
    const { data } = await auditor.GET('/audit/v1/replay-runs/{id}', { params: { path: { id: begun.id } } });
    run = data ?? run;
  }
  if (run.sound !== run.total) throw new BenchFailed(`${run.total - run.sound} of ${run.total} cases are not sound`);
  const { rows } = await pool.query<{ events: number; seconds: number }>(FIGURES, [begun.id]);
  const { events, seconds } = rows[0] ?? { events: Number.NaN, seconds: Number.NaN };
  return { eventsPerSecond: events / seconds, growth: growthOf(memory.filter((mb) => mb > 0)) };
}

function growthOf(memory: readonly number[]): number {
  const third = Math.floor(memory.length / 3);
  const mean = (values: readonly number[]) => values.reduce((sum, mb) => sum + mb, 0) / values.length;
  return mean(memory.slice(2 * third)) / mean(memory.slice(third, 2 * third));
}
