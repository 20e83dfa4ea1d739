import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode } from '@temporalio/worker';
import { HEAP_MIB } from '../../standalone/node-parts.js';
import type { BareWorkerOrder } from './bare.worker.js';
import type { Servers } from './production.servers.js';
import { BareTarget, type BarePlan } from './bare.target.js';
import type { Exchange } from './target.js';

/** As much memory as the product's worker has. */
const HEAP = `--max-old-space-size=${HEAP_MIB.worker}`;

/** The references on Temporal, each with a worker process of its own beside the product's. */
export class BareSide {
  private constructor(
    private readonly connection: Connection,
    private readonly workers: readonly ChildProcess[],
    /** How our worker runs workflow code is a choice of ours, so the reference is measured both ways. */
    readonly targets: readonly BareTarget[],
  ) {}

  /** @param folder where the bundle of the bare workflow is put. */
  static async start(servers: Servers, exchanges: readonly Exchange[], folder: string): Promise<BareSide> {
    const codePath = join(folder, 'bare-bundle.js');
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(import.meta.dirname, 'bare.workflow.js'),
      logger: SILENT,
    });
    await writeFile(codePath, code);
    const connection = await Connection.connect({ address: servers.temporalAddress });
    const client = new Client({ connection });
    const order = { address: servers.temporalAddress, databaseUrl: servers.databaseUrl, codePath };
    const usual = startWorker({ ...order, taskQueue: 'bench-bare', lean: false });
    const lean = startWorker({ ...order, taskQueue: 'bench-bare-lean', lean: true });
    const plan = (name: BarePlan['name'], worker: Worker): BarePlan => ({
      name,
      taskQueue: worker.taskQueue,
      // Whoever sends the updates is needed as well: in the product that is the api.
      parts: { caller: process.pid, worker: worker.pid, ...servers.pids },
    });
    const plans = [plan('bare', usual), plan('bareLean', lean), plan('bareActivity', usual)];
    return new BareSide(
      connection,
      [usual.process, lean.process],
      plans.map((each) => new BareTarget(client, each, exchanges)),
    );
  }

  async stop(): Promise<void> {
    await this.connection.close();
    await Promise.all(
      this.workers.map(async (worker) => {
        if (worker.exitCode !== null || worker.signalCode !== null) return;
        worker.kill('SIGTERM');
        await once(worker, 'exit');
      }),
    );
  }
}

interface Worker {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly taskQueue: string;
}

function startWorker(order: BareWorkerOrder): Worker {
  const child = spawn(process.execPath, [HEAP, '--enable-source-maps', join(import.meta.dirname, 'bare.worker.js')], {
    env: { ...process.env, BENCH_WORKER: JSON.stringify(order) },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  if (child.pid === undefined) throw new Error('the worker of the reference cannot be run');
  return { process: child, pid: child.pid, taskQueue: order.taskQueue };
}

const nothing = (): void => undefined;
const SILENT = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
