import { prepared } from './prepared.js';

/** Columns of `replay_run`. */
export interface ReplayRunRow {
  readonly run_id: string;
  readonly occasion: string;
  readonly requested_by: string;
  readonly created_at: Date;
  readonly sample: number | null;
  readonly seed: string;
  readonly institutions: readonly string[] | null;
  readonly reason: string | null;
  readonly state: string | null;
  readonly processes: number | null;
  readonly build_id: string | null;
  readonly chosen_at: Date | null;
  readonly finished_at: Date | null;
  readonly abandoned_at: Date | null;
  readonly report: string | null;
}

export const COLUMNS = `run_id, occasion, requested_by, created_at, sample, seed, institutions, reason, state, processes,
  build_id, chosen_at, finished_at, abandoned_at, report`;

export const ADD = `
INSERT INTO replay_run (run_id, occasion, requested_by, sample, seed, institutions, reason, state, processes)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (occasion) DO NOTHING`;

/** Of nights and releases: only where there is a case, and none was begun by itself since an instant. */
export const ADD_DUE = `
INSERT INTO replay_run (run_id, occasion, requested_by, sample, seed)
SELECT $1, $2, $3, $4, $5
WHERE EXISTS (SELECT 1 FROM case_view)
  AND NOT EXISTS (SELECT 1 FROM replay_run WHERE occasion !~ '^request:' AND created_at >= $6)
ON CONFLICT (occasion) DO NOTHING`;

export const BY_ID = `SELECT ${COLUMNS} FROM replay_run WHERE run_id = $1`;
export const BY_OCCASION = `SELECT ${COLUMNS} FROM replay_run WHERE occasion = $1`;

export const UNFINISHED = `
SELECT ${COLUMNS} FROM replay_run
WHERE finished_at IS NULL AND abandoned_at IS NULL AND (build_id IS NULL OR build_id = $1) ORDER BY created_at`;

/** One statement, so that a run has all its cases or none; of several processes one chooses. */
export const CHOOSE = `
WITH run AS (SELECT * FROM replay_run WHERE run_id = $1 AND chosen_at IS NULL FOR UPDATE SKIP LOCKED),
chosen AS (
  INSERT INTO replay_verdict (run_id, place, case_id)
  SELECT run.run_id, row_number() OVER (ORDER BY md5(run.seed || v.case_id), v.case_id), v.case_id
  FROM run JOIN case_view v ON (run.institutions IS NULL OR v.institution_code = ANY(run.institutions))
    AND (run.reason IS NULL OR run.reason = ANY(v.reasons)) AND (run.state IS NULL OR v.state = run.state)
  ORDER BY md5(run.seed || v.case_id), v.case_id LIMIT (SELECT sample FROM run)
  RETURNING 1
)
UPDATE replay_run SET chosen_at = clock_timestamp(), build_id = $2, total = (SELECT count(*) FROM chosen)
WHERE run_id = (SELECT run_id FROM run)`;

export const TAKE = prepared(
  'UPDATE replay_verdict SET leased_until',
  `
UPDATE replay_verdict v SET leased_until = clock_timestamp() + $3 * interval '1 ms', tries = tries + 1
FROM (
  SELECT run_id, place FROM replay_verdict
  WHERE run_id = $1 AND judged_at IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp()) AND tries < $4
  ORDER BY place LIMIT $2 FOR UPDATE SKIP LOCKED
) free
WHERE v.run_id = free.run_id AND v.place = free.place
RETURNING v.run_id AS "runId", v.place, v.case_id AS "caseId"`,
);

/** Given back untouched, the try does not count. */
export const GIVE_BACK = `
UPDATE replay_verdict SET leased_until = NULL, tries = tries - 1
WHERE run_id = $1 AND place = ANY($2) AND judged_at IS NULL`;

/** The first verdict stays, should two processes come to one. */
export const JUDGE = prepared(
  'UPDATE replay_verdict SET judged_at',
  `
UPDATE replay_verdict SET judged_at = clock_timestamp(), outcome = $3, open = $4, runs = $5, events = $6,
  history_events = $7, replay_ms = $8, compared_seq = $9, first_wrong_seq = $10, problems = $11
WHERE run_id = $1 AND place = $2 AND judged_at IS NULL`,
);

export const GIVE_UP = `
UPDATE replay_verdict SET judged_at = clock_timestamp(), outcome = 'UNJUDGED', open = false, runs = 0, events = 0,
  history_events = 0, replay_ms = 0, compared_seq = 0, problems = $3
WHERE run_id = $1 AND judged_at IS NULL AND tries >= $2 AND leased_until < clock_timestamp()`;

export const FIGURES = `
SELECT count(*)::int AS total, count(judged_at)::int AS done,
  count(*) FILTER (WHERE outcome = 'SOUND')::int AS sound, count(*) FILTER (WHERE outcome = 'WRONG')::int AS wrong,
  count(*) FILTER (WHERE outcome = 'UNJUDGED')::int AS unjudged, count(*) FILTER (WHERE open)::int AS open,
  coalesce(sum(runs), 0)::float8 AS runs, coalesce(sum(events), 0)::float8 AS events,
  coalesce(sum(history_events), 0)::float8 AS "historyEvents", coalesce(sum(replay_ms), 0)::float8 AS "replayMs"
FROM replay_verdict WHERE run_id = $1`;

const VERDICT = `place, case_id AS "caseId", outcome, open, runs, events, history_events AS "historyEvents",
  replay_ms AS "replayMs", compared_seq AS "comparedSeq", first_wrong_seq AS "firstWrongSeq", problems`;

export const FAILED = `
SELECT ${VERDICT} FROM replay_verdict WHERE run_id = $1 AND outcome <> 'SOUND' ORDER BY place LIMIT $2`;

export const VERDICTS = `
SELECT ${VERDICT} FROM replay_verdict WHERE run_id = $1 AND place > $2 AND judged_at IS NOT NULL ORDER BY place LIMIT $3`;

/** What a report binds: a line a case, in order. */
export const DIGEST = `
SELECT encode(sha256(convert_to(coalesce(string_agg(case_id || ' ' || outcome || ' ' || compared_seq || E'\\n', '' ORDER BY place), ''),
  'UTF8')), 'hex') AS digest, max(judged_at) AS "lastAt"
FROM replay_verdict WHERE run_id = $1`;

export const COMPLETE = `
SELECT ${COLUMNS} FROM replay_run r
WHERE finished_at IS NULL AND abandoned_at IS NULL AND chosen_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM replay_verdict v WHERE v.run_id = r.run_id AND judged_at IS NULL)`;

export const FINISH = `
UPDATE replay_run SET report = $2, finished_at = $3 WHERE run_id = $1 AND finished_at IS NULL RETURNING 1`;

export const UNPUBLISHED = `
SELECT ${COLUMNS} FROM replay_run WHERE finished_at > clock_timestamp() - interval '1 day' AND published_at IS NULL`;
export const PUBLISHED = 'UPDATE replay_run SET published_at = clock_timestamp() WHERE run_id = $1';

/** Of another build, and nobody has judged a case of it for a while. */
export const ABANDON = `
UPDATE replay_run r SET abandoned_at = clock_timestamp()
WHERE finished_at IS NULL AND abandoned_at IS NULL AND build_id <> $1
  AND NOT EXISTS (SELECT 1 FROM replay_verdict v WHERE v.run_id = r.run_id
    AND coalesce(v.judged_at, v.leased_until) > clock_timestamp() - $2 * interval '1 ms')
  AND chosen_at < clock_timestamp() - $2 * interval '1 ms'`;

/** The oldest run with something to do that nobody is at. */
export const WORK = `
SELECT processes FROM replay_run r
WHERE finished_at IS NULL AND abandoned_at IS NULL AND (build_id IS NULL OR build_id = $1)
  AND (chosen_at IS NULL OR EXISTS (SELECT 1 FROM replay_verdict v
    WHERE v.run_id = r.run_id AND judged_at IS NULL AND (leased_until IS NULL OR leased_until < clock_timestamp())))
ORDER BY created_at LIMIT 1`;
