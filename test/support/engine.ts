import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { CaseActivities, ProbeOrder } from '#contract';
import { CaseStore, RunStore, WatchStore } from '#database';
import type { FieldsOf } from '#model';
import { CaseClient } from '#temporal';
import { recordActivities } from '../../apps/worker/activities/record.activities.js';
import { freshDatabase, type FreshDatabase } from './database.js';
import { EngineCase } from './engine.case.js';

export type { EngineCase } from './engine.case.js';

/** A worker of the present code on a task queue and in a database of one spec's own, and a client to it. */
export interface Engine {
  readonly database: FreshDatabase;
  readonly client: Client;
  readonly caseClient: CaseClient;
  readonly cases: CaseStore;
  readonly runs: RunStore;
  /** Its runs change at the engine's event cap where none is given. */
  open(notice?: Partial<FieldsOf<'NOTICE_INGESTED'>>, eventCap?: number): Promise<EngineCase>;
  /** The record activity answers only while this is true. */
  recording: boolean;
  /** What stands where a service would be. */
  probe: CaseActivities['probe'];
  stop(): Promise<void>;
}

const bundlePath = resolve('dist/workflow-bundle.js');

export async function startEngine(
  options: { readonly eventCap?: number; readonly cached?: number } = {},
): Promise<Engine> {
  const { temporalAddress } = JSON.parse(
    await readFile(join(process.env['REINSTATE_HOME'] ?? '', 'standalone.json'), 'utf8'),
  ) as { temporalAddress: string };
  quiet();
  const database = await freshDatabase();
  const taskQueue = `spec-${randomBytes(6).toString('hex')}`;
  const [native, connection] = await Promise.all([
    NativeConnection.connect({ address: temporalAddress }),
    Connection.connect({ address: temporalAddress }),
  ]);
  const client = new Client({ connection });
  const [cases, runs] = [new CaseStore(database.owner), new RunStore(database.owner)];
  const stores = { cases, runs, watch: new WatchStore(database.owner) };
  const real = recordActivities(stores);
  const record: CaseActivities['record'] = (batch) =>
    engine.recording ? real.record(batch) : Promise.reject(new Error('the record is away'));
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle: { codePath: bundlePath },
    activities: { record, probe: (order: ProbeOrder) => engine.probe(order) },
    sinks: { audit: { event: { fn: () => undefined } } },
    maxCachedWorkflows: options.cached ?? 100,
  });
  const running = worker.run();
  const clientWith = (eventCap = options.eventCap ?? 2000) => new CaseClient(client, taskQueue, eventCap);
  const caseClient = clientWith();
  const engine: Engine = {
    database,
    client,
    caseClient,
    cases,
    runs,
    recording: true,
    probe: () => Promise.reject(new Error('no answer')),
    open: (notice, eventCap) => EngineCase.open({ caseClient: clientWith(eventCap), client, stores }, notice),
    stop: async () => {
      worker.shutdown();
      await running;
      await Promise.all([native.close(), connection.close(), database.drop()]);
    },
  };
  return engine;
}

let isQuiet = false;
function quiet(): void {
  if (!isQuiet) Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  isQuiet = true;
}
