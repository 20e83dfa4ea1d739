import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { WORKER_TUNING } from '../../worker/worker.tuning.js';
import { leanWorkflowCode } from '../../worker/workflow-code.js';
import type { BareActivities } from './bare.messages.js';
import { WRITE_ROW } from './rows.js';

/** What the worker of the reference is told, as JSON in BENCH_WORKER. */
export interface BareWorkerOrder {
  readonly address: string;
  readonly taskQueue: string;
  readonly codePath: string;
  readonly databaseUrl: string;
  readonly lean: boolean;
}

const order = JSON.parse(process.env['BENCH_WORKER'] ?? '{}') as BareWorkerOrder;
Runtime.install({ logger: new DefaultLogger('ERROR') });
const pool = new Pool({ connectionString: order.databaseUrl, max: 10 });
const activities: BareActivities = {
  writeRow: async ({ caseId, seq, body }) => void (await pool.query(WRITE_ROW, [caseId, seq, body])),
};
const worker = await Worker.create({
  ...WORKER_TUNING,
  ...(order.lean && leanWorkflowCode()),
  connection: await NativeConnection.connect({ address: order.address }),
  taskQueue: order.taskQueue,
  workflowBundle: { codePath: order.codePath },
  activities: { ...activities },
});
await worker.run();
await pool.end();
