import type { Logger } from 'pino';
import { Counter, Gauge } from 'prom-client';
import type { Config } from '#config';
import type { CheckpointCopy, CheckpointSigner, ReplayRunStore } from '#database';
import { finishRun } from '#replay';
import type { Loop } from './loop.js';
import type { ReplayPool } from './replay.pool.js';
import { nightOf } from './standing.night.js';

const LOOK_EVERY_MS = 2_000;

const judged = new Counter({
  name: 'reinstate_replay_cases_total',
  help: 'Cases of finished standing replays by what they came to',
  labelNames: ['outcome'],
});
const lastWrong = new Gauge({
  name: 'reinstate_replay_last_failed_cases',
  help: 'Cases the last finished standing replay did not find sound',
});
const finishedAt = new Gauge({
  name: 'reinstate_replay_finished_seconds',
  help: 'When the last standing replay this worker reported was finished, seconds since 1970',
});

/** What the loop works with. */
export interface StandingTools {
  readonly store: ReplayRunStore;
  readonly pool: Pick<ReplayPool, 'grow'>;
  readonly buildId: string;
  /** Undefined where the process has no key. */
  readonly signer: CheckpointSigner | undefined;
  /** Undefined where no second place is set. */
  readonly copy: CheckpointCopy | undefined;
  /** Undefined where nothing is replayed unasked. */
  readonly schedule: StandingSchedule | undefined;
  /** Processes that share a run, where it does not say. */
  readonly processes: number;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** What is replayed without being asked for: at a new build, and every night. */
export interface StandingSchedule {
  /** Minutes after midnight in China. */
  readonly atMinute: number;
  /** Cases at most; undefined for all. */
  readonly sample: number | undefined;
}

/**
 * Begins standing replays that are due, sees to it that processes work on those there are, and signs and publishes the
 * report of each that is done. Several workers may run it: each occasion, each case and each report happens once.
 */
export function standingLoop(tools: StandingTools): Loop {
  const { store, pool, buildId, signer, copy, schedule, processes, clock, logger } = tools;
  const begin = async ({ atMinute, sample }: StandingSchedule): Promise<void> => {
    await store.beginDue(`release:${buildId}`, sample);
    const { name, since } = nightOf(clock(), atMinute);
    await store.beginDue(`night:${name}`, sample, since);
  };
  const report = async (): Promise<void> => {
    for (const run of await store.complete()) {
      const { cases, ...figures } = await finishRun(store, run, signer);
      for (const outcome of ['sound', 'wrong', 'unjudged'] as const) judged.inc({ outcome }, cases[outcome]);
      lastWrong.set(cases.wrong + cases.unjudged);
      finishedAt.set(Date.parse(figures.finishedAt) / 1000);
      const told = { run: run.runId, ...cases, firstFailed: figures.failed[0]?.caseId };
      if (cases.wrong + cases.unjudged > 0) logger.error(told, 'a standing replay found cases that do not replay');
      else logger.info(told, 'a standing replay found every case sound');
    }
    if (!copy) return;
    for (const { runId, report: text, finishedAt: at } of await store.unpublished()) {
      if (text === null || at === null) continue;
      await copy.keepText(`${at.slice(0, 10)}/${runId}.json`, text);
      await store.published(runId);
    }
  };
  const round = async (): Promise<void> => {
    if (schedule) await begin(schedule);
    await store.abandonOthers(buildId);
    const work = await store.workFor(buildId);
    if (work) pool.grow(work.processes ?? processes);
    await report();
  };
  return { name: 'standing-replay', everyMs: LOOK_EVERY_MS, round };
}

/** What the settings want replayed unasked. */
export const scheduleOf = (config: Config): StandingSchedule | undefined =>
  config.STANDING_REPLAY ? { atMinute: config.STANDING_REPLAY_AT, sample: config.STANDING_REPLAY_SAMPLE } : undefined;
