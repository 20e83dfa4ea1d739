import { connect } from 'node:net';
import { STOP_SIGNALS } from './leftovers.js';
import type { PartPlan } from './part.js';

/** A soft limit at which Go collects garbage harder; the server needs about 120 MiB when idle. */
const GO_MEMORY = '512MiB';

/** The Temporal server of one data folder. */
export interface TemporalServer {
  readonly program: string;
  /** Its SQLite file. */
  readonly database: string;
  readonly port: number;
  readonly log: string;
}

/** How the server is run. It loses nothing that was acknowledged, also when the machine loses power. */
export function temporalPlan({ program, database, port, log }: TemporalServer): PartPlan {
  return {
    name: 'temporal',
    file: program,
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)],
      // An activity goes to the worker that asks for it in the same breath, as in docker/temporal-dynamic-config.yaml.
      ...['--dynamic-config-value', 'system.enableActivityEagerExecution=true'],
      // One server: parts of a queue would only send each other what they are asked for.
      ...['--dynamic-config-value', 'matching.numTaskqueueReadPartitions=1'],
      ...['--dynamic-config-value', 'matching.numTaskqueueWritePartitions=1'],
      ...['--db-filename', database, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'],
    ],
    env: { GOMEMLIMIT: GO_MEMORY },
    log,
    stopSignal: STOP_SIGNALS.temporal,
    answers: () => accepts(port),
  };
}

/** Whether something listens on a port of this machine. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    const answer = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', answer(true)).once('error', answer(false)).once('timeout', answer(false));
  });
}
