import type { HistoryAndWorkflowId } from '@temporalio/client';
import type * as TemporalWorker from '@temporalio/worker';
import type { ChainedEvent } from '#audit';
import { caseWorkflowId } from '#contract';
import { buildIdOf } from './bundle.id.js';
import { completedPart, endingOf, runIdOf, type History } from './history.js';
import type { Replayed, ReplayedRun } from './replay.js';

/** The runs of one case, first to last. */
export interface CaseRuns {
  readonly caseId: string;
  readonly histories: readonly History[];
  /** Called after each run with the number of runs done. */
  readonly onRun?: (done: number) => void;
}

type RunUnderWay = ReplayedRun & { readonly events: ChainedEvent[]; error: string | null };
interface Job extends CaseRuns {
  readonly done: (replayed: Replayed) => void;
  readonly fail: (reason: unknown) => void;
}

const REASON_LENGTH = 300;

/**
 * A replay worker that stays: it loads the workflow code once and runs the histories of many cases through it, one after
 * the other. With a worker a case it takes twice as long. A process has one at a time.
 */
export class ReplaySession {
  private readonly waiting: Job[] = [];
  private job: Job | undefined;
  private run: RunUnderWay | undefined;
  private wake = (): void => undefined;
  private isClosing = false;
  private failure: Error | undefined;
  private readonly ended: Promise<void>;

  private constructor(
    worker: typeof TemporalWorker,
    bundlePath: string,
    private readonly buildId: string,
  ) {
    const options = replayOptions(bundlePath, (event) => this.run?.events.push(event));
    this.ended = this.takeIn(worker.Worker.runReplayHistories(options, this.handOut()));
  }

  /** @throws when the bundle cannot be read. */
  static async open(bundlePath: string): Promise<ReplaySession> {
    const [worker, buildId] = await Promise.all([replayer(), buildIdOf(bundlePath)]);
    return new ReplaySession(worker, bundlePath, buildId);
  }

  /**
   * Runs the histories of one case and collects the case events they make the code compute; further cases wait their turn.
   * @throws when the replay worker does not start, or has ended.
   */
  replay(runs: CaseRuns): Promise<Replayed> {
    return new Promise((done, fail) => {
      if (this.isClosing) return fail(this.failure ?? new Error('the replay session is closed'));
      this.waiting.push({ ...runs, done, fail });
      this.wake();
    });
  }

  /** Ends the worker after the cases that wait. */
  async close(): Promise<void> {
    this.isClosing = true;
    this.wake();
    await this.ended;
  }

  /** Hands out the next history only when the one before is done, as the library asks for it. */
  private async *handOut(): AsyncGenerator<HistoryAndWorkflowId> {
    for (;;) {
      this.job = this.waiting.shift();
      if (!this.job && this.isClosing) return;
      if (!this.job) await new Promise<void>((wake) => (this.wake = wake));
      else yield* this.historiesOf(this.job);
    }
  }

  private *historiesOf({ caseId, histories, onRun, done }: Job) {
    const startedAt = performance.now();
    const runs: RunUnderWay[] = [];
    for (const whole of histories) {
      this.run = { runId: runIdOf(whole), open: endingOf(whole).kind === 'OPEN', events: [], error: null };
      const history = this.run.open ? completedPart(whole) : whole;
      if (history.events?.length) yield { workflowId: caseWorkflowId(caseId), history };
      runs.push(this.run);
      onRun?.(runs.length);
    }
    const deterministic = runs.every(({ error }) => error === null);
    done({ runs, deterministic, durationMs: Math.round(performance.now() - startedAt), buildId: this.buildId });
  }

  private async takeIn(results: AsyncIterable<{ readonly error?: Error | undefined }>): Promise<void> {
    try {
      for await (const { error } of results) if (this.run && error) this.run.error = reasonIn(error);
    } catch (error) {
      this.isClosing = true;
      this.failure = new Error('the replay worker ended', { cause: error });
      for (const job of [this.job, ...this.waiting.splice(0)]) job?.fail(this.failure);
    }
  }
}

/** The failure's own words, without the stack and the places of files that come with them. */
function reasonIn({ message }: Error): string {
  const own = /message: "((?:[^"\\]|\\.)*)"/.exec(message)?.[1] ?? message;
  return own.slice(0, REASON_LENGTH);
}

const replayOptions = (codePath: string, take: (event: ChainedEvent) => void): TemporalWorker.ReplayWorkerOptions => ({
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
