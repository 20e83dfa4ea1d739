import { gunzipSync } from 'node:zlib';
import { appendFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { caseWorkflowId } from '#contract';
import { DemoStory, type Listener, type People } from '../demo.story.js';
import { closedLoop } from './closed-loop.js';
import { newNotice } from './product.messages.js';
import { BenchFailed } from './target.js';

const AT_ONCE = 4;
const ARCHIVED_WITHIN_MS = 120_000;
const SILENT: Listener = { step: () => undefined, refused: () => undefined, lookAhead: () => Promise.resolve() };

/** Leads cases through their whole life, from the notice to the end of the follow-up, until all runs are archived. */
export async function closedCases(people: People, pool: Pool, cases: number, done: () => void): Promise<void> {
  await closedLoop(AT_ONCE, cases, async () => {
    await new DemoStory(people, SILENT, { ...newNotice(), sandbox: true }).tell();
    done();
    return [];
  });
  for (const until = Date.now() + ARCHIVED_WITHIN_MS; (await unarchived(pool)) > 0; await sleep(500))
    if (Date.now() > until) throw new BenchFailed('runs of closed cases were not archived in two minutes');
}

async function unarchived(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM case_run WHERE archived_at IS NULL');
  return rows[0]?.n ?? 0;
}

/** Writes every archived history into a file, a line `[workflow id, history]` each, run after run of each case. */
export async function writeHistories(pool: Pool, file: string): Promise<void> {
  const { rows: runs } = await pool.query<{ run_id: string; case_id: string }>(
    'SELECT run_id, case_id FROM case_run ORDER BY case_id, started_at',
  );
  for (const { run_id, case_id } of runs) {
    const kept = await pool.query<{ history: Buffer }>('SELECT history FROM history_archive WHERE run_id = $1', [
      run_id,
    ]);
    const history = JSON.parse(gunzipSync(kept.rows[0]?.history ?? Buffer.alloc(0)).toString()) as unknown;
    await appendFile(file, `${JSON.stringify([caseWorkflowId(case_id), history])}\n`);
  }
}
