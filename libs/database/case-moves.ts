import type { EntityManager } from 'typeorm';
import { toMs, type Case, type CaseEvent, type Instant, type State } from '#model';
import { prepared } from './prepared.js';

/** A row of `case_move`. */
export interface Move {
  readonly seq: number;
  readonly row: string;
  readonly from: State | null;
  readonly to: State;
  readonly at: Instant;
  readonly stayMs: number | null;
}

/** The moves from state to state among events that follow a case. */
export function movesOf(
  before: Pick<Case, 'state' | 'stateSince'> | undefined,
  events: readonly CaseEvent[],
): readonly Move[] {
  let stood = before && { state: before.state, since: before.stateSince };
  return events.flatMap(({ seq, at, payload: { row, changes } }) => {
    const { state, stateSince = at } = changes;
    if (state === undefined || state === stood?.state) return [];
    const stayMs = stood ? toMs(stateSince) - toMs(stood.since) : null;
    const move: Move = { seq, row, from: stood?.state ?? null, to: state, at: stateSince, stayMs };
    stood = { state, since: stateSince };
    return [move];
  });
}

const ADD_MOVES = prepared(
  'INSERT INTO case_move',
  `
INSERT INTO case_move (case_id, seq, rule_row, from_state, to_state, at, stay_ms)
SELECT $1, move.* FROM jsonb_to_recordset($2) AS move(
  seq int, "row" text, "from" text, "to" text, at timestamptz, "stayMs" bigint)
ON CONFLICT DO NOTHING`,
);

/** Adds the moves of events that are being recorded. */
export function writeMoves(manager: EntityManager, caseId: string, moves: readonly Move[]): Promise<unknown>[] {
  return moves.length === 0 ? [] : [manager.query(ADD_MOVES, [caseId, JSON.stringify(moves)])];
}
