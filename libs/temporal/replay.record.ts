import {
  eventBytes,
  GENESIS,
  headOf,
  link,
  verifyChain,
  type ChainedEvent,
  type ChainHead,
  type ChainRow,
} from '#audit';
import { hashOf, type Case } from '#model';
import { foldOf } from './replay.life.js';

/** Something that is not as it ought to be, and the first event of the case it concerns. */
export interface ReplayProblem {
  readonly seq: number;
  readonly what: string;
}

/** The record as it stood before the histories were read. */
export interface RecordedChain {
  /** Every row of the case, in order. */
  readonly rows: readonly ChainRow[];
  /** The head that the case's view names; `null` when there is no view. */
  readonly head: ChainHead | null;
  /** The case that the view shows at that head. */
  readonly folded?: Case;
  /** What else of the record does not agree with itself. */
  readonly faults?: readonly ReplayProblem[];
}

/** What is found when computed events are held against the record, or against themselves. */
export interface Comparison {
  readonly matches: boolean;
  readonly chainVerified: boolean;
  readonly comparedSeq: number;
  readonly pendingSeqs: readonly number[];
  readonly problems: readonly ReplayProblem[];
}

/** Holds the events computed anew against the record. Pure. */
export function compareWithRecord(computed: readonly ChainedEvent[], record: RecordedChain, open: boolean): Comparison {
  const chain = chainProblems(record);
  const anew = new Map(computed.map((chained) => [chained.event.seq, chained]));
  const recorded = new Set(record.rows.map(({ seq }) => seq));
  const differing = [
    ...record.rows.flatMap((row) => differenceOf(row, anew.get(row.seq))),
    ...viewProblems(record, computed),
    ...(record.faults ?? []),
  ];
  const unrecorded = computed.map(({ event }) => event.seq).filter((seq) => !recorded.has(seq));
  const lastRecorded = record.rows.at(-1)?.seq ?? 0;
  const pendingSeqs = open ? unrecorded.filter((seq) => seq > lastRecorded) : [];
  const lost = unrecorded
    .filter((seq) => !pendingSeqs.includes(seq))
    .map((seq) => ({ seq, what: `event ${seq} happened and is not in the record` }));
  return {
    matches: differing.length === 0 && lost.length === 0,
    chainVerified: chain.length === 0,
    comparedSeq: lastInBoth(recorded, anew),
    pendingSeqs,
    problems: [...chain, ...differing, ...lost],
  };
}

/** Up to here every event is in both, the same or not. */
function lastInBoth(recorded: ReadonlySet<number>, anew: ReadonlyMap<number, ChainedEvent>): number {
  let seq = 0;
  while (recorded.has(seq + 1) && anew.has(seq + 1)) seq += 1;
  return seq;
}

function differenceOf(row: ChainRow, chained: ChainedEvent | undefined): readonly ReplayProblem[] {
  if (!chained) return [{ seq: row.seq, what: `event ${row.seq} is in the record and did not happen in the history` }];
  if (!Buffer.from(row.bytes).equals(eventBytes(chained.event))) {
    return [{ seq: row.seq, what: `the recorded bytes of event ${row.seq} are not those computed from the history` }];
  }
  const sameLink = row.hash === chained.hash && row.previousHash === chained.previousHash;
  return sameLink
    ? []
    : [{ seq: row.seq, what: `event ${row.seq} stands in another chain than the one computed from the history` }];
}

function chainProblems({ rows, head }: RecordedChain): readonly ReplayProblem[] {
  const chain = verifyChain(rows);
  if (!chain.ok) return [{ seq: chain.seq, what: chain.why }];
  if (!head && rows.length === 0) return [];
  if (!head) return [{ seq: chain.head.seq, what: 'the record has no view of the case' }];
  // Rows may have been added since the view was read; the head it names must be among them.
  const named = head.seq === 0 ? GENESIS.hash : rows[head.seq - 1]?.hash;
  if (named === head.hash) return [];
  const seq = Math.min(head.seq, chain.head.seq + 1);
  return [{ seq, what: `the view ends at event ${head.seq} with another hash than the chain` }];
}

function viewProblems({ head, folded }: RecordedChain, computed: readonly ChainedEvent[]): readonly ReplayProblem[] {
  if (!head || !folded) return [];
  const then = foldOf(computed.filter(({ event }) => event.seq <= head.seq));
  if (then && hashOf(then) === hashOf(folded)) return [];
  return [{ seq: head.seq, what: `the view shows another case than its events up to ${head.seq} give` }];
}

/**
 * Without a record: whether the events computed anew are one chain. Pure.
 * @param begun where the case was last started again; what came before cannot be told without a record.
 */
export function compareWithItself(computed: readonly ChainedEvent[], begun = GENESIS): Comparison {
  const broken = brokenAt(
    computed.filter(({ event }) => event.seq > begun.seq),
    begun,
  );
  const problems =
    broken === undefined ? [] : [{ seq: broken, what: `event ${broken} does not follow the one before it` }];
  return { matches: true, chainVerified: broken === undefined, comparedSeq: 0, pendingSeqs: [], problems };
}

function brokenAt(computed: readonly ChainedEvent[], begun: ChainHead): number | undefined {
  let head = begun;
  for (const chained of computed) {
    if (chained.event.seq !== head.seq + 1 || link(head, chained.event).hash !== chained.hash) return head.seq + 1;
    head = headOf(chained);
  }
  return undefined;
}
