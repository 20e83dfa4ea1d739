import { constants, setPriority } from 'node:os';
import { resolve } from 'node:path';
import { loadConfig, type Config } from '#config';
import { CaseStore, openDatabase, ReplayRunStore, RunStore } from '#database';
import { CaseEvidence, CaseHistories, RecordedChains, StandingReplayer } from '#replay';
import { buildIdOf, ReplaySession, temporalClient } from '#temporal';
import { leanWorkflowCode } from './workflow-code.js';

/** Choosing the cases of a run reads all of them. */
const STATEMENT_LIMIT_MS = 120_000;
/** Nobody waits for an answer, and the machine may be busy with those of the day. */
const CONNECT_LIMIT_MS = 15_000;

/** One process's share of the standing replays there are: works until there is nothing left, then ends. */
async function main(config: Config, stop: AbortSignal): Promise<void> {
  // Cases of the day go first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  if (!config.WORKFLOW_STACK_TRACES) leanWorkflowCode();
  const bundlePath = resolve(config.WORKFLOW_BUNDLE);
  const database = await openDatabase({
    url: config.DATABASE_URL,
    poolSize: 4,
    applicationName: 'reinstate-replay',
    statementTimeoutMs: STATEMENT_LIMIT_MS,
    connectTimeoutMs: CONNECT_LIMIT_MS,
  });
  const client = temporalClient(config);
  const session = await ReplaySession.open(bundlePath);
  try {
    const chains = new RecordedChains(new CaseStore(database));
    const evidence = new CaseEvidence(chains, new CaseHistories(new RunStore(database), client));
    const store = new ReplayRunStore(database);
    await new StandingReplayer({ store, evidence, session, buildId: await buildIdOf(bundlePath) }).work(stop);
  } finally {
    await Promise.allSettled([session.close(), client.connection.close(), database.destroy()]);
  }
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
// Whoever began this process is gone; another worker goes on with its cases.
process.once('disconnect', () => stop.abort());
try {
  await main(loadConfig(), stop.signal);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  if (process.connected) process.disconnect();
}
