import type { ChainHead } from '#audit';
import type { Role } from '#model';
import type { Freeze, FreezeCause, WatchedCase } from './watch.types.js';

/** Columns of `case_watch`, aliased `watch`, that a {@link Freeze} is made of. */
export const FREEZE_COLUMNS = `watch.frozen_at, watch.cause, watch.seq AS frozen_seq, encode(watch.hash, 'hex') AS frozen_hash,
  watch.proposed_by, watch.proposed_as, watch.proposed_at, watch.proposal_request`;

/** What {@link FREEZE_COLUMNS} come as; all null where the case was never looked at. */
export interface FreezeRow {
  readonly frozen_at: Date | null;
  readonly cause: FreezeCause | null;
  readonly frozen_seq: number | null;
  readonly frozen_hash: string | null;
  readonly proposed_by: string | null;
  readonly proposed_as: readonly Role[] | null;
  readonly proposed_at: Date | null;
  readonly proposal_request: string | null;
}

/** Null for a case that is not frozen. */
export function freezeOf(row: FreezeRow): Freeze | null {
  const { frozen_at, cause, frozen_seq: seq, frozen_hash: hash } = row;
  if (!frozen_at || !cause || seq === null || hash === null) return null;
  const { proposed_by: by, proposed_as: as, proposed_at: at, proposal_request: requestId } = row;
  const proposal = by === null || !as || !at || requestId === null ? null : { by, as, at: at.toISOString(), requestId };
  return { since: frozen_at.toISOString(), cause, head: { seq, hash }, proposal };
}

/** Open cases, and frozen ones whatever their state, that nobody has looked at for $1 ms; the longest unseen first. */
export const DUE = `
SELECT view.case_id, view.last_seq, encode(view.last_hash, 'hex') AS last_hash, watch.run_id, watch.history_length,
  watch.seq, encode(watch.hash, 'hex') AS hash, watch.cause
FROM case_view view LEFT JOIN case_watch watch USING (case_id)
WHERE (view.closed_at IS NULL OR watch.frozen_at IS NOT NULL)
  AND view.updated_at < clock_timestamp() - $2::int * interval '1 millisecond'
  AND (watch.checked_at IS NULL OR watch.checked_at < clock_timestamp() - $1::int * interval '1 millisecond')
ORDER BY watch.checked_at NULLS FIRST LIMIT $3`;

export interface DueRow {
  readonly case_id: string;
  readonly last_seq: number;
  readonly last_hash: string;
  readonly run_id: string | null;
  readonly history_length: number | null;
  readonly seq: number | null;
  readonly hash: string | null;
  readonly cause: FreezeCause | null;
}

export function watchedCase(row: DueRow): WatchedCase {
  const head: ChainHead = { seq: row.last_seq, hash: row.last_hash };
  const { case_id: caseId, run_id: runId, history_length: historyLength, seq, hash, cause: frozen } = row;
  if (runId === null || historyLength === null || seq === null || hash === null) return { caseId, head, frozen };
  return { caseId, head, frozen, before: { runId, historyLength, head: { seq, hash } } };
}

const NO_FREEZE = `frozen_at = NULL, cause = NULL, proposed_by = NULL, proposed_as = NULL, proposed_at = NULL,
  proposal_request = NULL`;

export const IN_ORDER = `
INSERT INTO case_watch (case_id, seq, hash, run_id, history_length) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (case_id) DO UPDATE SET checked_at = clock_timestamp(), seq = excluded.seq, hash = excluded.hash,
  run_id = excluded.run_id, history_length = excluded.history_length, ${NO_FREEZE}`;

/** A proposal was made for the record as it stood: it goes when the record has moved. */
const KEPT = ['proposed_by', 'proposed_as', 'proposed_at', 'proposal_request']
  .map((name) => `${name} = CASE WHEN held.hash = excluded.hash THEN held.${name} END`)
  .join(', ');

/** Only while the record still ends there: a case that has moved since it was looked at has a run. */
export const FREEZE = `
INSERT INTO case_watch AS held (case_id, seq, hash, frozen_at, cause)
SELECT case_id, last_seq, last_hash, clock_timestamp(), $4 FROM case_view
WHERE case_id = $1 AND last_seq = $2 AND last_hash = $3
ON CONFLICT (case_id) DO UPDATE SET checked_at = clock_timestamp(), seq = excluded.seq, hash = excluded.hash,
  run_id = NULL, history_length = NULL, cause = excluded.cause, frozen_at = coalesce(held.frozen_at, excluded.frozen_at),
  ${KEPT}
RETURNING case_id`;

export const LOOKED_AT = `
INSERT INTO case_watch (case_id, seq, hash) VALUES ($1, $2, $3)
ON CONFLICT (case_id) DO UPDATE SET checked_at = clock_timestamp()`;

export const THAW = `UPDATE case_watch SET checked_at = clock_timestamp(), ${NO_FREEZE} WHERE case_id = $1`;

export const PROPOSE = `
UPDATE case_watch SET proposed_by = $4, proposed_as = $5, proposed_at = clock_timestamp(), proposal_request = $6
WHERE case_id = $1 AND frozen_at IS NOT NULL AND seq = $2 AND hash = $3 AND proposed_by IS NULL`;

export const FREEZE_OF = `SELECT ${FREEZE_COLUMNS} FROM case_watch watch WHERE case_id = $1`;
