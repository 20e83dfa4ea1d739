import type { ChainedEvent } from '#audit';
import { ReplaySession, type CaseRuns } from './replay.session.js';

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

/** The runs of one case, and the file of the prebuilt workflow code that is to judge them. */
export interface ReplayOrder extends CaseRuns {
  readonly bundlePath: string;
}

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

async function replayNow({ bundlePath, ...runs }: ReplayOrder): Promise<Replayed> {
  const session = await ReplaySession.open(bundlePath);
  try {
    return await session.replay(runs);
  } finally {
    await session.close();
  }
}
