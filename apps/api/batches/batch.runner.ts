import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { BatchStore, type LineState } from '#database';
import { inOrder } from './in-order.js';
import type { Letter } from './letter.js';
import { LineWorker, type BatchRun, type LineOutcome } from './line.worker.js';

/** Lines of one list under way at once: neither Temporal nor other callers are to wait for a list. */
const AT_ONCE = 8;
/** How often a list says how far it is. */
const PROGRESS_LINES = 20;

/** Works lists off while their sender listens, and says of each line what became of it. */
@Injectable()
export class BatchRunner implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(
    private readonly worker: LineWorker,
    private readonly batches: BatchStore,
  ) {}

  /** Lists end with what is under way; their senders send them again. */
  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /**
   * The answer as lines of JSON: the batch, each line in the order of the file, how far it is now and then, and the
   * totals. Stops with a line that could not be carried out for now, when the process ends, or when nobody listens.
   */
  async *answer(run: BatchRun): AsyncGenerator<string, void, undefined> {
    const { batchId, letters } = run.batch;
    const lines = letters.flatMap((letter) => letter.lines).toSorted((one, other) => one - other);
    const rows = lines.length;
    yield said({ type: 'batch', batchId, rows, notices: letters.length });
    yield said({ type: 'progress', done: 0, rows });
    const tally = new Tally(batchId, rows);
    const waiting = new Map<number, LineOutcome>();
    for await (const outcomes of this.outcomes(run)) {
      for (const outcome of outcomes) waiting.set(outcome.line, outcome);
      for (let next = waiting.get(lines[tally.told]!); next; next = waiting.get(lines[tally.told]!)) {
        waiting.delete(next.line);
        tally.add(next);
        yield said({ type: 'line', row: tally.told, ...next });
        if (tally.told % Math.ceil(rows / PROGRESS_LINES) === 0)
          yield said({ type: 'progress', done: tally.told, rows });
      }
    }
    if (tally.isComplete) await this.batches.finish(batchId).catch(() => undefined);
    yield said(tally.summary());
  }

  private async *outcomes(run: BatchRun): AsyncGenerator<readonly LineOutcome[], void, undefined> {
    let given = false;
    const isOver = (): boolean => given || this.stopping;
    const groups = [...groupsOf(run.batch.letters)];
    const untilOver = function* () {
      for (const group of groups) {
        if (isOver()) return;
        yield group;
      }
    };
    yield* inOrder(untilOver(), AT_ONCE, async (group) => {
      const all: LineOutcome[] = [];
      for (const letter of group) {
        if (isOver()) break;
        const outcomes = await this.worker.take(run, letter, isOver);
        given ||= outcomes.some(({ status, code }) => status === 'FAILED' && code !== 'internal.error');
        all.push(...outcomes);
      }
      return all;
    });
  }
}

/** Letters about the same line of the same notice, one after the other; all others may go side by side. */
function groupsOf(letters: readonly Letter[]): Iterable<readonly Letter[]> {
  const groups = new Map<unknown, Letter[]>();
  for (const letter of letters) {
    const { issuer, noticeNo, merchantNo } = Object(letter.notice) as Readonly<Record<string, unknown>>;
    const isNamed = typeof noticeNo === 'string' && !letter.problem;
    const key = isNamed ? JSON.stringify([issuer, noticeNo, merchantNo]) : letter;
    const group = groups.get(key);
    if (group) group.push(letter);
    else groups.set(key, [letter]);
  }
  return groups.values();
}

const said = (line: object): string => `${JSON.stringify(line)}\n`;

/** What has been told so far. */
class Tally {
  private readonly counts: Record<LineState | 'FAILED', number> = {
    PENDING: 0, OPENED: 0, REPEAT: 0, AMENDMENT: 0, REFUSED: 0, FAILED: 0,
  }; // prettier-ignore

  constructor(
    private readonly batchId: string,
    private readonly rows: number,
  ) {}

  add({ status }: LineOutcome): void {
    this.counts[status] += 1;
  }

  /** Lines told, whatever became of them. */
  get told(): number {
    return Object.values(this.counts).reduce((sum, count) => sum + count, 0);
  }

  get isComplete(): boolean {
    return this.told === this.rows && this.counts.FAILED === 0;
  }

  summary(): object {
    const { OPENED: opened, REPEAT: repeats, AMENDMENT: amendments, REFUSED: refused } = this.counts;
    const pending = this.rows - opened - repeats - amendments - refused;
    const { batchId, rows, isComplete } = this;
    const counts = { rows, opened, repeats, amendments, refused, pending };
    return { type: 'summary', batchId, complete: isComplete, ...counts, ...(!isComplete && AGAIN) };
  }
}

const AGAIN = {
  detail: 'Not every line was carried out. Send the same list again: what is done is not done twice.',
  detailZh: '部分行尚未处理,请重新发送同一清单,已处理的行不会重复处理。',
};
