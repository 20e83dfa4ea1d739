import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { ConfigError, contentOfSetting, loadConfig, type Config } from '#config';
import {
  CaseRefStore,
  CaseStore,
  CheckpointStore,
  CommunicationStore,
  DeliveryStore,
  DocumentStore,
  EndpointStore,
  ExpiringPaperStore,
  InboxStore,
  NeighbourStore,
  openDatabase,
  PartnerStore,
  ReferenceStore,
  ReplayRunStore,
  RequestStore,
  RunStore,
  Vault,
  WatchStore,
} from '#database';
import { CaseFinder, SignalIntake } from '#intake';
import { assertSoundRules, UnsoundRules } from '#model';
import { buildIdOf, CaseClient, temporalClient } from '#temporal';
import { probeActivities } from './activities/probe.activities.js';
import { recordActivities } from './activities/record.activities.js';
import { archiveLoop } from './archive.loop.js';
import { checkpointLoop } from './checkpoint.loop.js';
import { DeliveryLoop } from './delivery.loop.js';
import { expiryLoop } from './expiry.loop.js';
import { healthServer } from './health.server.js';
import { inboxLoop } from './inbox.loop.js';
import { runLoop, type Loop } from './loop.js';
import { mergeLoop } from './merge.loop.js';
import { messageLoop } from './message.loop.js';
import { reconcileLoop } from './reconcile.loop.js';
import { relayLoop } from './relay.loop.js';
import { ReplayPool } from './replay.pool.js';
import { settleLoop } from './settle.loop.js';
import { signingOf, type Signing } from './signing.js';
import { scheduleOf, standingLoop } from './standing.loop.js';
import { endWhenStuck } from './stuck.js';
import { WebhookMessages } from './webhook.message.js';
import { post } from './webhook.post.js';
import { WORKER_TUNING } from './worker.tuning.js';
import { leanWorkflowCode } from './workflow-code.js';

const SHUTDOWN_GRACE = '20 s';
const CONNECT_PAUSE_MS = 500;
const REPORT_LIMIT_MS = 60_000;

/** Live workers hand computed events to nobody; the auditor's replay listens. */
const deafSinks = { audit: { event: { fn: () => undefined, callDuringReplay: false } } };

async function main(config: Config): Promise<void> {
  assertSoundRules();
  const logger = pino({ level: config.LOG_LEVEL, name: 'worker' });
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      logger.warn({ level, ...meta, err: meta?.error as unknown }, message),
    ),
  });
  const database = await openDatabase({ url: config.DATABASE_URL, poolSize: 10, applicationName: 'reinstate-worker' });
  // Its report takes in every case of a run.
  const patient = await openDatabase({
    url: config.DATABASE_URL,
    poolSize: 1,
    applicationName: 'reinstate-worker-reports',
    statementTimeoutMs: REPORT_LIMIT_MS,
  });
  const client = temporalClient(config);
  const cases = new CaseStore(database);
  const runs = new RunStore(database);
  const watch = new WatchStore(database);
  const stores = { cases, runs, watch };
  const codePath = resolve(config.WORKFLOW_BUNDLE);
  const buildId = await buildIdOf(codePath);
  const signing = await signingOf(config, logger);
  const replays = new ReplayPool();
  endWhenStuck();
  const worker = await Worker.create({
    connection: await connected(config, logger),
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    workflowBundle: { codePath },
    ...(!config.WORKFLOW_STACK_TRACES && leanWorkflowCode()),
    activities: {
      ...recordActivities(stores),
      ...probeActivities(config.PROBE_TARGETS),
    },
    sinks: deafSinks,
    ...WORKER_TUNING,
    shutdownGraceTime: SHUTDOWN_GRACE,
  });
  const health = await healthServer(config.HOST, config.WORKER_PORT, () => worker.getState() === 'RUNNING');
  const caseClient = new CaseClient(client, config.TEMPORAL_TASK_QUEUE, config.HISTORY_EVENT_CAP);
  const stop = new AbortController();
  const loops = [
    archiveLoop(client, runs, logger),
    relayLoop(caseClient, new CaseRefStore(database), cases),
    settleLoop(database, new RequestStore(database), stores, client),
    ...(config.MESSAGE_GATEWAY_URL
      ? [messageLoop(config.MESSAGE_GATEWAY_URL, new CommunicationStore(database), caseClient)]
      : []),
    expiryLoop(new ExpiringPaperStore(database), config.MESSAGE_GATEWAY_URL ? 'LATER' : 'AT_ONCE'),
    mergeLoop(caseClient, new NeighbourStore(database), cases),
    inboxLoopOf(config, database, cases, caseClient, logger),
    deliveryLoopOf(config, database, logger),
    reconcileLoop(client, caseClient, stores, logger),
    ...checkpointLoops(signing, database, logger),
    standingLoop({
      store: new ReplayRunStore(patient),
      pool: replays,
      buildId,
      ...signing,
      schedule: scheduleOf(config),
      processes: config.STANDING_REPLAY_PROCESSES,
      clock: () => new Date(),
      logger,
    }),
  ].map((loop) => runLoop(loop, stop.signal, logger));
  logger.info({ taskQueue: config.TEMPORAL_TASK_QUEUE }, 'the worker polls');
  await worker.run();
  stop.abort();
  await Promise.all(loops);
  await replays.stop();
  health.close();
  await client.connection.close();
  await Promise.all([database.destroy(), patient.destroy()]);
}

function inboxLoopOf(
  { VAULT_KEY }: Config,
  database: DataSource,
  cases: CaseStore,
  client: CaseClient,
  logger: pino.Logger,
): Loop {
  const key = Buffer.from(VAULT_KEY, 'base64');
  const [inbox, partners] = [new InboxStore(database), new PartnerStore(database, key)];
  const finder = new CaseFinder(new ReferenceStore(database), partners);
  const documents = new DocumentStore(database);
  const intake = new SignalIntake({ inbox, cases, vault: new Vault(database, key), documents, client });
  return inboxLoop({ database, inbox, cases, partners, finder, intake, logger });
}

function deliveryLoopOf(config: Config, database: DataSource, logger: pino.Logger): Loop {
  const { VAULT_KEY, WEBHOOK_SIGNING_KEY, REINSTATE_WEBHOOK_ALLOW } = config;
  const key = Buffer.from(VAULT_KEY, 'base64');
  const [endpoints, partners] = [new EndpointStore(database, key), new PartnerStore(database, key)];
  const signingKey = WEBHOOK_SIGNING_KEY === undefined ? undefined : contentOfSetting(WEBHOOK_SIGNING_KEY).toString();
  return new DeliveryLoop({
    deliveries: new DeliveryStore(database),
    endpoints,
    messages: new WebhookMessages(endpoints, partners, signingKey),
    post: (posted) => post(posted, REINSTATE_WEBHOOK_ALLOW),
    clock: () => new Date(),
    logger,
  });
}

const checkpointLoops = ({ signer, copy }: Signing, database: DataSource, logger: pino.Logger): readonly Loop[] =>
  signer ? [checkpointLoop({ database, log: new CheckpointStore(database), signer, copy, logger })] : [];

/** Waits for Temporal instead of giving up: the parts of a stack start in any order. */
async function connected(config: Config, logger: pino.Logger): Promise<NativeConnection> {
  for (;;) {
    try {
      // Packing and unpacking what is said between two machines of one network costs more than it saves.
      return await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS, grpcCompression: { codec: 'none' } });
    } catch (error) {
      logger.warn({ err: error, address: config.TEMPORAL_ADDRESS }, 'Temporal does not answer yet');
      await sleep(CONNECT_PAUSE_MS);
    }
  }
}

try {
  await main(loadConfig());
} catch (error) {
  const isPlain = error instanceof ConfigError || error instanceof UnsoundRules;
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
