import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { ChainedEvent } from '#audit';
import { CaseStore, type Also, type Held } from '#database';
import { CaseClient } from '#temporal';

/** What is missing before a batch is on its way by another process; then the workflow itself is asked for it. */
const GAP_PAUSES_MS = [20, 50, 100];
const ASK_FOR_MS = 1_000;

/** Writes the events of an answered command into the record at once. The worker writes what this does not. */
@Injectable()
export class CaseRecorder {
  constructor(
    private readonly cases: CaseStore,
    private readonly client: CaseClient,
  ) {}

  /**
   * Writes events and, in the same transaction, whatever else belongs to them.
   * @param deadlineMs milliseconds since 1970; it goes on after that, but is not waited for.
   * @param held the case as recorded before, where it is known.
   * @returns whether the events are known to be recorded.
   */
  async write(
    caseId: string,
    events: readonly ChainedEvent[],
    also: Also,
    deadlineMs: number,
    held?: Held,
  ): Promise<boolean> {
    const written = this.writeWithoutGap(caseId, events, also, held).catch(() => false);
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, deadlineMs - Date.now()), false).unref();
    });
    try {
      return await Promise.race([written, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async writeWithoutGap(
    caseId: string,
    events: readonly ChainedEvent[],
    also: Also,
    held?: Held,
  ): Promise<boolean> {
    for (const pause of GAP_PAUSES_MS) {
      if (await this.isWritten(caseId, events, also, held)) return true;
      await sleep(pause);
    }
    const snapshot = await this.client.snapshot(caseId, Date.now() + ASK_FOR_MS);
    const last = events.at(-1)?.event.seq ?? 0;
    const before = snapshot?.unrecorded.filter(({ event }) => event.seq <= last) ?? [];
    const first = before.at(-1)?.event.seq ?? 0;
    return this.isWritten(caseId, [...before, ...events.filter(({ event }) => event.seq > first)], also);
  }

  private async isWritten(caseId: string, events: readonly ChainedEvent[], also: Also, held?: Held): Promise<boolean> {
    const { kind } = await this.cases.write({ caseId, events }, also, held);
    return kind === 'written';
  }
}
