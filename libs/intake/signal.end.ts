import type { Settlement, SignalState, StoredSignal } from '#database';
import { outsideState, type Case, type CaseEvent } from '#model';

/** Under which ids a signal is found in the record of its case: those of its facts, or of the notice it was. */
export const requestIdsOf = ({ inboxId, facts }: Pick<StoredSignal, 'inboxId' | 'facts'>): readonly string[] =>
  facts.length === 0 ? [inboxId] : facts.map(({ factId }) => factId);

interface FactEnd {
  readonly state: SignalState;
  readonly code?: string;
}

/** What the last thing said of one fact makes of it; a parked one that fitted later has an event of its own. */
function factEnd(events: readonly CaseEvent[]): FactEnd {
  const last = events.at(-1)!;
  if (last.type === 'FACT_PARKED') return { state: 'PARKED' };
  if (last.type === 'LATE_FACT') return { state: 'REJECTED', code: 'case.closed' };
  if (last.type !== 'REJECTED_FACT') return { state: 'APPLIED' };
  const { code } = last.payload.fields as { readonly code?: string };
  return { state: 'REJECTED', code: code ?? 'transition.not-allowed' };
}

/** In this order one of them says what became of the whole. */
const FIRST: readonly SignalState[] = ['APPLIED', 'PARKED', 'REJECTED'];

/**
 * What became of a signal, from the recorded events of its facts; undefined while one of them has none.
 * @param current the case as it stands, which is what is shown to the partner.
 */
export function endOf(
  signal: Pick<StoredSignal, 'inboxId' | 'facts'>,
  eventsOf: ReadonlyMap<string, readonly CaseEvent[]>,
  current: Pick<Case, 'state'>,
): Settlement | undefined {
  const events = requestIdsOf(signal).map((requestId) => eventsOf.get(requestId) ?? []);
  if (events.some((own) => own.length === 0)) return undefined;
  const ends = events.map(factEnd);
  const state = FIRST.find((one) => ends.some((end) => end.state === one))!;
  const seq = Math.max(...events.flat().map((event) => event.seq));
  return {
    state,
    code: ends.find((end) => end.state === state)?.code,
    outcome: { seq, state: outsideState(current.state) },
  };
}
