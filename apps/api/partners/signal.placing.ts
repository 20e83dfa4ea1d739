import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import type { StoredSignal } from '#database';
import { SignalIntake, SignalPlacer } from '#intake';
import type { PartnerSignal } from '#partner';
import { SignalWaiter } from './signal.waiter.js';

/** Their senders were answered: that so many are looked for together is worth more than that each is at once. */
const GATHERED_MS = 50;
const PLACED_AT_ONCE = 32;
/** What takes longer the worker's sweeper goes on with. */
const LIMIT_MS = 2_000;

interface Kept {
  readonly stored: StoredSignal;
  readonly signal: PartnerSignal;
  readonly at: number;
}

/** Tells signals to their cases that were kept before anybody looked for these. */
@Injectable()
export class SignalPlacing {
  private readonly inTurn = pLimit(PLACED_AT_ONCE);
  private kept: Kept[] = [];

  constructor(
    private readonly placer: SignalPlacer,
    private readonly intake: SignalIntake,
    private readonly waiter: SignalWaiter,
  ) {}

  /** Sees to a signal soon. */
  later(stored: StoredSignal, signal: PartnerSignal): void {
    if (this.kept.length === 0) setTimeout(() => this.placeKept(), GATHERED_MS);
    this.kept.push({ stored, signal, at: Date.now() });
  }

  private placeKept(): void {
    const kept = this.kept;
    this.kept = [];
    for (const one of kept) void this.inTurn(() => this.place(one)).catch(() => undefined);
  }

  private async place({ stored, signal, at }: Kept): Promise<void> {
    const deadlineMs = at + LIMIT_MS;
    if (Date.now() > deadlineMs) return;
    const placed = await this.placer.place(stored, signal);
    if (placed.state !== 'ACCEPTED' || placed.caseId === null) return;
    await this.intake.deliver(placed, deadlineMs);
    void this.waiter.wait(placed, deadlineMs);
  }
}
