import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type * as TemporalWorker from '@temporalio/worker';
import type { ChainedEvent } from '#audit';
import { caseWorkflowId } from '#contract';
import { completedPart, endingOf, runIdOf, type History } from './history.js';

/** What one run's history makes the present code do. */
export interface ReplayedRun {
  readonly runId: string;
  /** The history has no end yet; only its answered part was replayed. */
  readonly open: boolean;
  /** The case events the workflow computed, in order. */
  readonly events: readonly ChainedEvent[];
  /** Why the code does not fit the history; `null` when it does. */
  readonly error: string | null;
}

export interface Replayed {
  readonly runs: readonly ReplayedRun[];
  /** Every run asked Temporal for the same things in the same order. */
  readonly deterministic: boolean;
  readonly durationMs: number;
  /** First 16 hex digits of the SHA-256 of the workflow bundle that judged. */
  readonly buildId: string;
}

/** The runs of one case, first to last, and the file of the prebuilt workflow code that is to judge them. */
export interface ReplayOrder {
  readonly caseId: string;
  readonly histories: readonly History[];
  readonly bundlePath: string;
  /** Called after each run with the number of runs done. */
  readonly onRun?: (done: number) => void;
}

/** Identity of a workflow bundle. */
export async function buildIdOf(bundlePath: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(bundlePath))
    .digest('hex')
    .slice(0, 16);
}

const REASON_LENGTH = 300;
let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs the histories of a case through the workflow code once more, without a server, and collects the case events it
 * computes. One replay at a time in a process: further ones wait their turn.
 * @throws when the bundle cannot be read or the replay worker does not start.
 */
export function replayHistories(order: ReplayOrder): Promise<Replayed> {
  const mine = turn.then(() => replayNow(order));
  turn = mine.catch(() => undefined);
  return mine;
}

async function replayNow({ caseId, histories, bundlePath, onRun }: ReplayOrder): Promise<Replayed> {
  const startedAt = performance.now();
  const { Worker } = await replayer();
  const runs = histories.map((history) => ({
    runId: runIdOf(history),
    open: endingOf(history).kind === 'OPEN',
    events: [] as ChainedEvent[],
    error: null as string | null,
  }));
  let current = 0;
  const work = pushedInTurn(caseId, histories, (index) => (current = index));
  const results = Worker.runReplayHistories(
    options(bundlePath, (event) => runs[current]?.events.push(event)),
    work,
  );
  for await (const { error } of results) {
    const run = runs[current];
    if (run && error) run.error = reasonIn(error);
    onRun?.(current + 1);
  }
  return {
    runs,
    deterministic: runs.every((run) => run.error === null),
    durationMs: Math.round(performance.now() - startedAt),
    buildId: await buildIdOf(bundlePath),
  };
}

/** The failure's own words, without the stack and the places of files that come with them. */
function reasonIn({ message }: Error): string {
  const own = /message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message;
  return own.slice(0, REASON_LENGTH);
}

/** Hands out the next history only when the one before is done, and says which it is. */
function* pushedInTurn(caseId: string, histories: readonly History[], onNext: (index: number) => void) {
  for (const [index, whole] of histories.entries()) {
    const history = endingOf(whole).kind === 'OPEN' ? completedPart(whole) : whole;
    if (!history.events?.length) continue;
    onNext(index);
    yield { workflowId: caseWorkflowId(caseId), history };
  }
}

const options = (codePath: string, take: (event: ChainedEvent) => void): TemporalWorker.ReplayWorkerOptions => ({
  replayName: 'case-replay',
  workflowBundle: { codePath },
  sinks: {
    audit: { event: { fn: (_info: unknown, event: ChainedEvent) => take(event), callDuringReplay: true } },
  },
});

let ready: Promise<typeof TemporalWorker> | undefined;

/** Loaded at the first replay only: the native part costs memory that a process which never replays need not pay. */
function replayer(): Promise<typeof TemporalWorker> {
  ready ??= import('@temporalio/worker').then((worker) => {
    try {
      // The process ends by its own signal handlers, and the verdict says what a log would.
      worker.Runtime.install({
        shutdownSignals: [],
        logger: new worker.DefaultLogger('ERROR', () => undefined),
        telemetryOptions: { logging: { filter: worker.makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
      });
    } catch (error) {
      // A process that also runs a worker has installed its own before.
      if (!(error instanceof Error && error.name === 'IllegalStateError')) throw error;
    }
    return worker;
  });
  return ready;
}
