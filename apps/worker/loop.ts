import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

/** One thing a worker does again and again beside its tasks. */
export interface Loop {
  readonly name: string;
  readonly everyMs: number;
  /** One round; may run in several workers at once. */
  readonly round: () => Promise<void>;
}

/** Runs rounds until the signal; a failed round is logged and the next one comes as usual. */
export async function runLoop({ name, everyMs, round }: Loop, stop: AbortSignal, logger: Logger): Promise<void> {
  while (!stop.aborted) {
    await round().catch((error: unknown) => logger.warn({ err: error, loop: name }, 'a round failed'));
    await sleep(everyMs, undefined, { signal: stop }).catch(() => undefined);
  }
}
