import type { Command } from 'commander';
import { goalsOf } from './goals.js';
import { eventsPerMessage } from './histories.js';
import { jsonOf } from './json.js';
import { measure, memoryPerCase, warmUp } from './measure.js';
import { DEFAULTS, planOf, type Plan, type Stretch } from './plan.js';
import { goalTableOf, tableOf } from './print.js';
import { ProductionServers } from './production.servers.js';
import { Results } from './results.js';
import { sideBySide, type SideBySide } from './side-by-side.js';
import { ownStack } from '../own-stack.js';
import { progressBar } from '../progress.js';
import { count } from '../whole-number.js';
import { registerReplayBench } from './replay.js';

type Say = (line: string) => void;
interface Options {
  readonly rounds: number;
  readonly cases: number;
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** Cases whose histories are counted. */
const COUNTED = 20;

/** Adds `bench`. */
export function registerBench(program: Command): void {
  const bench = program
    .command('bench')
    .enablePositionalOptions()
    .description('Measure the product over HTTP beside bare Temporal and bare SQL, on servers started for it')
    .option('--rounds <n>', 'how often everything is measured, alternating', count, DEFAULTS.rounds)
    .option('--cases <n>', 'cases of one target in one round at 16 at once', count, DEFAULTS.cases)
    .option('--quick', 'one short round: shows that it runs, not how fast')
    .option('--json', 'one JSON object on the last line instead of tables')
    .action(async ({ rounds, cases, quick = false, json = false }: Options) => {
      const out = json ? process.stderr : process.stdout;
      const say: Say = (line) => void out.write(`${line}\n`);
      const started: (() => Promise<void>)[] = [];
      const stop = async (): Promise<void> => {
        for (const each of started.splice(0).reverse()) await each();
      };
      for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => void stop().finally(() => process.exit(1)));
      try {
        const production = await ProductionServers.create(out);
        started.push(() => production.stop());
        const servers = await production.start();
        const { databaseUrl, temporalAddress } = servers;
        const stack = await ownStack(say, { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress });
        started.push(() => stack.leave());
        const side = await sideBySide(stack, servers);
        started.push(() => side.stop());
        await measureAll(side, planOf({ rounds, cases, quick }), say, json);
      } finally {
        await stop();
      }
    });
  registerReplayBench(bench);
}

async function measureAll(side: SideBySide, plan: Plan, say: Say, json: boolean): Promise<void> {
  const { targets, product, client, workerPid } = side;
  const bar = progressBar('{bar} {value}/{total} {what}');
  const results = new Results();
  const measured = (stretch: Stretch): Promise<void> =>
    measure(targets, plan.rounds, stretch, (cell, reading) => {
      results.add(cell, reading);
      bar.increment({ what: `${cell.target}, ${cell.atOnce} at once` });
    });
  const all = async (): Promise<number> => {
    await warmUp(targets, plan.cases);
    bar.increment({ what: 'memory of open cases' });
    const memoryMbPerCase = await memoryPerCase(product, workerPid, plan.openCases);
    bar.increment({ what: 'measuring' });
    await measured(plan.cases);
    await warmUp(targets, plan.signals);
    await measured(plan.signals);
    return memoryMbPerCase;
  };
  const cells = plan.cases.cells.length + plan.signals.cells.length;
  bar.start(plan.rounds * cells + 2, 0, { what: 'warming up' });
  // It goes on printing, and the process with it, until it is stopped.
  const memoryMbPerCase = await all().finally(() => bar.stop());
  const counted = await eventsPerMessage(client, product.caseIds.slice(-COUNTED));
  const goals = goalsOf(results, { eventsPerMessage: counted, memoryMbPerCase });
  if (json) return void process.stdout.write(`${JSON.stringify(jsonOf(results, goals))}\n`);
  for (const line of ['', ...tableOf(results), '', ...goalTableOf(goals)]) say(line);
}
