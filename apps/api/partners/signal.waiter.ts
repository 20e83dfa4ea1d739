import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { StoredSignal } from '#database';
import { SignalIntake } from '#intake';

const LOOK_EVERY_MS = 40;

interface Waiting {
  readonly signal: StoredSignal;
  readonly done: () => void;
}

/** Waits for what becomes of signals: one look at the record for all that wait in this process. */
@Injectable()
export class SignalWaiter {
  private readonly waiting = new Map<string, Waiting>();
  private isLooking = false;

  constructor(private readonly intake: SignalIntake) {}

  /** Resolves once the signal has an outcome, or at the deadline in milliseconds since 1970. */
  async wait(signal: StoredSignal, deadlineMs: number): Promise<void> {
    const done = new AbortController();
    this.waiting.set(signal.inboxId, { signal, done: () => done.abort() });
    void this.look();
    await sleep(Math.max(0, deadlineMs - Date.now()), undefined, { signal: done.signal }).catch(() => undefined);
    this.waiting.delete(signal.inboxId);
  }

  private async look(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    while (this.waiting.size > 0) {
      const signals = [...this.waiting.values()].map(({ signal }) => signal);
      // A record that is away is asked again: whoever waits stops at a deadline of its own.
      const settled = await this.intake.settle(signals).catch(() => new Set<string>());
      for (const inboxId of settled) this.waiting.get(inboxId)?.done();
      await sleep(LOOK_EVERY_MS);
    }
    this.isLooking = false;
  }
}
