import { eventBytes, headOf, link, type ChainedEvent, type ChainHead } from '#audit';
import { RunContradicted } from '#contract';
import type { CaseEvent } from '#model';

/** Commands wait while so much is not recorded yet: the record is far behind and the hand-over must stay small. */
const MAX_UNRECORDED = 500;
const MAX_UNRECORDED_BYTES = 256 * 1024;

/** The end of a case's chain: its head, and the events before it that are not known to be recorded. */
export class ChainEnd {
  constructor(
    private readonly caseId: string,
    private last: ChainHead,
    private waiting: readonly ChainedEvent[],
  ) {}

  get head(): ChainHead {
    return this.last;
  }

  get unrecorded(): readonly ChainedEvent[] {
    return this.waiting;
  }

  get isBacklogged(): boolean {
    if (this.waiting.length > MAX_UNRECORDED) return true;
    return this.waiting.reduce((bytes, { event }) => bytes + eventBytes(event).length, 0) > MAX_UNRECORDED_BYTES;
  }

  /** Adds the event that follows. */
  add(event: CaseEvent): ChainedEvent {
    const chained = link(this.last, event);
    this.last = headOf(chained);
    this.waiting = [...this.waiting, chained];
    return chained;
  }

  /** The record holds the chain up to there. @throws RunContradicted when it is another chain. */
  recordedUpTo(recorded: ChainHead): void {
    const known = [this.last, ...this.waiting.map(headOf)].find(({ seq }) => seq === recorded.seq);
    const behind = this.waiting[0] !== undefined && recorded.seq < this.waiting[0].event.seq - 1;
    if (behind || (known ? known.hash !== recorded.hash : recorded.seq > this.last.seq)) {
      throw new RunContradicted(`the record of ${this.caseId} holds another event ${recorded.seq} than its workflow`);
    }
    this.forget(recorded.seq);
  }

  /** A sender has seen the record: what it holds of this chain is not written again. Another chain proves nothing here. */
  seen(recorded: ChainHead): void {
    if (this.waiting.some(({ event, hash }) => event.seq === recorded.seq && hash === recorded.hash))
      this.forget(recorded.seq);
  }

  private forget(seq: number): void {
    this.waiting = this.waiting.filter(({ event }) => event.seq > seq);
  }
}
