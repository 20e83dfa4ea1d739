import { hashOf, MINUTE_MS } from '#model';

const KEPT_MS = 15 * MINUTE_MS;
const KEPT = 1000;

type Entry = readonly [key: string, seq: number, atMs: number];

const keyOf = (requestId: string): string => hashOf(requestId).slice(0, 32);

/**
 * Requests of the last 15 minutes, at most 1,000: what a resend can meet while runs change hands. The lasting memory
 * is the record's `request_id`.
 */
export class Ring {
  private readonly seqs: Map<string, Entry>;

  constructor(entries: readonly Entry[]) {
    this.seqs = new Map(entries.map((entry) => [entry[0], entry]));
  }

  has(requestId: string): boolean {
    return this.seqs.has(keyOf(requestId));
  }

  add(requestId: string, seq: number, atMs: number): void {
    const key = keyOf(requestId);
    if (!this.seqs.has(key)) this.seqs.set(key, [key, seq, atMs]);
    for (const [oldest, entry] of this.seqs) {
      if (this.seqs.size <= KEPT && entry[2] >= atMs - KEPT_MS) break;
      this.seqs.delete(oldest);
    }
  }

  entries(): readonly Entry[] {
    return [...this.seqs.values()];
  }
}
