import { join } from 'node:path';
import type { Command } from 'commander';
import { Pool } from 'pg';
import { readStandalone } from '../../standalone/standalone-file.js';
import { peopleOf } from '../demo.js';
import { ownStack, type RunningStack } from '../own-stack.js';
import { progressBar } from '../progress.js';
import { count } from '../whole-number.js';
import type { Goal } from './goals.js';
import { goalTableOf } from './print.js';
import { closedCases, writeHistories } from './replay.cases.js';
import { bareReading, productReading, type ReplayReading } from './replay.readings.js';
import { spreadOf, type Spread } from './statistics.js';

type Say = (line: string) => void;
interface Options {
  readonly cases: number;
  readonly rounds: number;
  readonly json?: boolean;
}
/** One round: the same histories, each way. */
interface Round {
  readonly bare: ReplayReading;
  readonly one: ReplayReading;
  readonly two: ReplayReading;
}

/** Adds `bench replay`. */
export function registerReplayBench(bench: Command): void {
  bench
    .command('replay')
    .description(
      'Measure the standing replay of whole lives of cases beside bare runReplayHistories on the same histories',
    )
    .option('--cases <n>', 'closed cases', count, 200)
    .option('--rounds <n>', 'how often each way, alternating', count, 3)
    .option('--json', 'one JSON object on the last line instead of a table')
    .action(async ({ cases, rounds, json = false }: Options) => {
      const say: Say = (line) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
      const stack = await ownStack(say);
      for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => void stack.leave().finally(() => process.exit(1)));
      try {
        const goals = goalsOf(await measured(stack, cases, rounds));
        if (json) process.stdout.write(`${JSON.stringify(jsonOf(goals))}\n`);
        else for (const line of goalTableOf(goals)) say(line);
      } finally {
        await stack.leave();
      }
    });
}

async function measured(stack: RunningStack, cases: number, rounds: number): Promise<readonly Round[]> {
  const running = readStandalone(stack.home);
  const worker = running?.pids.worker;
  if (!running || !worker) throw new Error('the bench measures a worker of its own only');
  const people = await peopleOf(stack);
  const pool = new Pool({ connectionString: running.databaseUrl, max: 2 });
  const bar = progressBar('{bar} {value}/{total} {what}');
  try {
    bar.start(cases + 3 * rounds, 0, { what: 'cases' });
    await closedCases(people, pool, cases, () => bar.increment());
    const file = join(stack.home, 'histories.ndjson');
    await writeHistories(pool, file);
    const ways = {
      bare: () => bareReading({ file, codePath: join(import.meta.dirname, '../../../workflow-bundle.js') }),
      one: () => productReading(people.auditor, pool, worker, 1),
      two: () => productReading(people.auditor, pool, worker, 2),
    };
    const results: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const readings: Partial<Record<keyof Round, ReplayReading>> = {};
      const order = ['bare', 'one', 'two'] as const;
      for (const way of round % 2 === 0 ? order : order.toReversed()) {
        readings[way] = await ways[way]();
        bar.increment({ what: way });
      }
      results.push(readings as Round);
    }
    return results;
  } finally {
    bar.stop();
    await pool.end();
  }
}

function goalsOf(rounds: readonly Round[]): readonly Goal[] {
  const perRound = (of: (round: Round) => number): Spread | undefined => spreadOf(rounds.map(of));
  const more = { wanted: 'MORE', unit: '' } as const;
  return [
    {
      key: 'replay.product:bare',
      words: 'standing replay, events/s : bare runReplayHistories',
      must: 0.85,
      aim: 1.2,
      ...more,
      measured: perRound(({ one, bare }) => one.eventsPerSecond / bare.eventsPerSecond),
    },
    {
      key: 'replay.two:one',
      words: 'standing replay, two processes : one',
      must: 1.7,
      aim: 1.9,
      ...more,
      measured: perRound(({ two, one }) => two.eventsPerSecond / one.eventsPerSecond),
    },
    {
      key: 'replay.memory',
      words: 'memory of the replay process, last third : the third before',
      must: 1.1,
      aim: 1.02,
      wanted: 'LESS',
      unit: '',
      measured: perRound(({ one }) => one.growth),
    },
    {
      key: 'replay.eventsPerSecond',
      words: 'history events a second, one process',
      must: 0,
      aim: 1_000,
      ...more,
      measured: perRound(({ one }) => one.eventsPerSecond),
    },
  ];
}

const jsonOf = (goals: readonly Goal[]): object => ({
  ratios: Object.fromEntries(
    goals.flatMap(({ key, measured: spread }) => (spread ? [[key, Math.round(spread.median * 1000) / 1000]] : [])),
  ),
});
