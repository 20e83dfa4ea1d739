import { prepared } from './prepared.js';

/** Columns of `case_run`. */
export interface RunRow {
  readonly run_id: string;
  readonly case_id: string;
  readonly previous_run_id: string | null;
  readonly build_id: string;
  readonly started_at: Date;
  readonly ended_at: Date | null;
  readonly archived_at: Date | null;
}

/** Columns of `history_archive` a history is read from. */
export interface ArchiveRow {
  readonly run_id: string;
  readonly history: Buffer;
  readonly sha256: Buffer;
}

const COLUMNS = 'run_id, case_id, previous_run_id, build_id, started_at, ended_at, archived_at';

/** A successor proves the end of the run before it, whatever became of that run's own announcement. */
export const REGISTER = prepared(
  'INSERT INTO case_run',
  `
WITH added AS (
  INSERT INTO case_run AS held (run_id, case_id, previous_run_id, build_id, ended_at)
  VALUES ($1, $2, $3, $4, CASE WHEN $5::boolean THEN clock_timestamp() END)
  ON CONFLICT (run_id) DO UPDATE SET ended_at = excluded.ended_at
  WHERE held.ended_at IS NULL AND excluded.ended_at IS NOT NULL
  RETURNING previous_run_id
)
UPDATE case_run SET ended_at = clock_timestamp()
WHERE run_id = (SELECT previous_run_id FROM added) AND ended_at IS NULL`,
);

export const GOES_ON = 'UPDATE case_run SET ended_at = NULL WHERE run_id = $1 AND archived_at IS NULL';

export const UNARCHIVED = `
SELECT ${COLUMNS} FROM case_run WHERE archived_at IS NULL AND lost_at IS NULL AND ended_at IS NOT NULL ORDER BY ended_at LIMIT $1`;

/** How far the archive is behind; an hour after its end a run is overdue. */
export const ARCHIVE_STATE = `
SELECT count(*)::int AS waiting, count(*) FILTER (WHERE ended_at < clock_timestamp() - interval '1 hour')::int AS overdue,
  min(ended_at) AS "oldestEndedAt", (SELECT count(*)::int FROM case_run WHERE lost_at IS NOT NULL) AS lost
FROM case_run WHERE archived_at IS NULL AND lost_at IS NULL AND ended_at IS NOT NULL`;

export const LOST = 'UPDATE case_run SET lost_at = clock_timestamp() WHERE run_id = $1 AND archived_at IS NULL';

export const END_ALL = 'UPDATE case_run SET ended_at = clock_timestamp() WHERE case_id = $1 AND ended_at IS NULL';

/** A case that was started again has several first runs, one after the other, each with those that continue it. */
export const RUNS_OF = prepared(
  'SELECT case_run',
  `
WITH RECURSIVE life (id, began, place) AS (
  SELECT run_id, started_at, 1 FROM case_run WHERE case_id = $1 AND previous_run_id IS NULL
  UNION ALL
  SELECT run_id, began, place + 1 FROM case_run JOIN life ON previous_run_id = id WHERE case_id = $1
)
SELECT ${COLUMNS} FROM case_run LEFT JOIN life ON id = run_id WHERE case_id = $1
ORDER BY began NULLS LAST, place, started_at, run_id`,
);

export const MARK_ARCHIVED = prepared(
  'UPDATE case_run SET archived_at',
  `
UPDATE case_run SET archived_at = coalesce(archived_at, clock_timestamp()), ended_at = coalesce(ended_at, clock_timestamp())
WHERE run_id = $1`,
);

export const ARCHIVE = prepared(
  'INSERT INTO history_archive',
  `
INSERT INTO history_archive (run_id, case_id, history, sha256)
SELECT run_id, case_id, $2, $3 FROM case_run WHERE run_id = $1
ON CONFLICT (run_id) DO NOTHING`,
);

export const HISTORIES_OF = prepared(
  'SELECT history_archive',
  'SELECT run_id, history, sha256 FROM history_archive WHERE case_id = $1',
);
