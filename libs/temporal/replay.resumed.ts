import type { ChainedEvent, ChainHead } from '#audit';
import { hashOf, type Case, type CaseEvent } from '#model';
import { carriedBy, inputValueOf, previousRunIdOf, runIdOf, type History } from './history.js';
import { foldOf } from './replay.life.js';
import type { RecordedChain, ReplayProblem } from './replay.record.js';
import type { Replayed } from './replay.js';

/** A run that two persons started from the record, because those before it were lost: what it began with. */
export interface ResumedRun {
  /** Its place among the runs. */
  readonly index: number;
  readonly runId: string;
  readonly case: Case;
  /** Where the record ended. */
  readonly head: ChainHead;
}

/** The runs of a case that were started from the record, in order. Every other run but the first follows one. */
export const resumedRuns = (histories: readonly History[]): readonly ResumedRun[] =>
  histories.flatMap((history, index) => {
    const carried = carriedBy(history) as Pick<ResumedRun, 'case' | 'head'> | undefined;
    const input = inputValueOf(history) as { readonly opening?: unknown } | undefined;
    if (previousRunIdOf(history) !== '' || !input?.opening || !carried) return [];
    return [{ index, runId: runIdOf(history), case: carried.case, head: carried.head }];
  });

/** The one life of a case that was started again, put together from what was computed anew and from the record. */
export interface WholeLife {
  /** Without gaps as far as the record goes. */
  readonly events: readonly ChainedEvent[];
  /** Events taken from the record, for no history of them is left. */
  readonly unreplayed: number;
  readonly problems: readonly ReplayProblem[];
}

/** Each resumed run must have begun with exactly what the record says; what no history shows is taken from there. Pure. */
export function wholeLife(
  replayed: Replayed,
  resumed: readonly ResumedRun[],
  record: RecordedChain | undefined,
): WholeLife {
  const computed = replayed.runs.map(({ events }) => events);
  if (resumed.length === 0) return { events: computed.flat(), unreplayed: 0, problems: [] };
  const givenUp = computed.map((events, index) => afterGivenUp(events, index, resumed));
  const kept = computed.flatMap((events, index) => events.slice(0, events.length - (givenUp[index]?.length ?? 0)));
  const lost = record ? recordedOnly(record, kept, resumed.at(-1)!.head.seq) : [];
  const events = [...lost, ...kept].sort((a, b) => a.event.seq - b.event.seq);
  const problems = [...givenUp.flat().map(notRecorded), ...(record ? wrongBeginnings(events, resumed, record) : [])];
  return { events, unreplayed: lost.length, problems };
}

/** What a run computed beyond the place at which the case was later started again. */
function afterGivenUp(
  events: readonly ChainedEvent[],
  index: number,
  resumed: readonly ResumedRun[],
): readonly ChainedEvent[] {
  const next = resumed.find((run) => run.index > index);
  return next ? events.filter(({ event }) => event.seq > next.head.seq) : [];
}

const notRecorded = ({ event: { seq } }: ChainedEvent): ReplayProblem => ({
  seq,
  what: `event ${seq} happened in a run that was given up, and is not in the record the case was started again from`,
});

function recordedOnly(record: RecordedChain, kept: readonly ChainedEvent[], upTo: number): readonly ChainedEvent[] {
  const shown = new Set(kept.map(({ event }) => event.seq));
  return record.rows
    .filter(({ seq }) => seq <= upTo && !shown.has(seq))
    .flatMap(({ bytes, hash, previousHash }) => {
      const event = eventIn(bytes);
      return event ? [{ event, hash, previousHash }] : [];
    });
}

/** Undefined for bytes that are no event; the chain tells of those. */
function eventIn(bytes: Uint8Array): CaseEvent | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as CaseEvent;
  } catch {
    return undefined;
  }
}

function wrongBeginnings(
  events: readonly ChainedEvent[],
  resumed: readonly ResumedRun[],
  { rows }: RecordedChain,
): readonly ReplayProblem[] {
  return resumed.flatMap(({ runId, head, case: begun }) => {
    const then = foldOf(events.filter(({ event }) => event.seq <= head.seq));
    const isRecorded = rows[head.seq - 1]?.hash === head.hash;
    if (isRecorded && then && hashOf(then) === hashOf(begun)) return [];
    return [{ seq: head.seq + 1, what: `run ${runId} was started again with another case than the record gives` }];
  });
}
