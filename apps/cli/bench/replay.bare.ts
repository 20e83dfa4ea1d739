import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';

/** What the reference is told, as JSON in BENCH_REPLAY: a file with a line `[workflow id, history]` a run, and the bundle. */
export interface BareReplayOrder {
  readonly file: string;
  readonly codePath: string;
}

/** What it prints on its only line. */
export interface BareReplayReading {
  /** Events of histories behind the first one. */
  readonly events: number;
  readonly seconds: number;
}

/* Bare `runReplayHistories`, as anybody would write it: histories decoded beforehand, nothing compared, nothing kept. */
const { file, codePath } = JSON.parse(process.env['BENCH_REPLAY'] ?? '') as BareReplayOrder;
// The product's replay processes stand back in the same way.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
Runtime.install({ logger: new DefaultLogger('ERROR') });
const histories = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [workflowId, history] = JSON.parse(line) as [string, unknown];
    return { workflowId, history: historyFromJSON(history) };
  });
const options = { workflowBundle: { codePath }, sinks: { audit: { event: { fn: () => undefined } } } };
let startedAt = 0;
for await (const { error } of Worker.runReplayHistories(options, histories)) {
  if (error) throw error;
  startedAt ||= performance.now();
}
const events = histories.slice(1).reduce((sum, { history }) => sum + (history.events?.length ?? 0), 0);
const reading: BareReplayReading = { events, seconds: (performance.now() - startedAt) / 1000 };
process.stdout.write(`${JSON.stringify(reading)}\n`, () => process.exit(0));
