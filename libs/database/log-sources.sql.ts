import type { UnlinkedLeaf } from '#audit';

/*
 * What there is to be shown to the log. Each query takes where the page before ended, ($1, $2), a case or null for all
 * ($3) and how many rows at most ($4), in the order of time, then id. Rows the log has seen are among them, marked: a
 * page without limit on what it looks at could take longer than a statement may.
 */
const page = (table: string, at: string, id: string): string => `
(SELECT * FROM ${table} WHERE (${at}, ${id}) > ($1::timestamptz, $2::text) AND ($3::text IS NULL OR case_id = $3)
 ORDER BY ${at}, ${id} LIMIT $4)`;
const seen = (kind: string, subject: string): string =>
  `EXISTS (SELECT 1 FROM log_leaf l WHERE l.kind = '${kind}' AND l.subject = ${subject}) AS seen`;

/** One row of a page. */
export interface SourceRow {
  readonly at: Date;
  readonly id: string;
  /** The log has been shown it. */
  readonly seen: boolean;
}

const RECEIVED = `
SELECT received_at AS at, inbox_id AS id, ${seen('RECEIVED', 'inbox_id')}, case_id AS "caseId", partner,
  encode(body_hash, 'hex') AS sha256
FROM ${page('inbox', 'received_at', 'inbox_id')} p ORDER BY received_at, inbox_id`;

interface ReceivedRow extends SourceRow {
  readonly caseId: string | null;
  readonly partner: string;
  readonly sha256: string;
}

const ARCHIVED = `
SELECT p.archived_at AS at, run_id AS id, ${seen('ARCHIVED', 'run_id')}, p.case_id AS "caseId",
  encode(sha256, 'hex') AS sha256, coalesce(build_id, 'unknown') AS "buildId"
FROM ${page('history_archive', 'archived_at', 'run_id')} p LEFT JOIN case_run USING (run_id) ORDER BY p.archived_at, run_id`;

interface ArchivedRow extends SourceRow {
  readonly caseId: string;
  readonly sha256: string;
  readonly buildId: string;
}

/** The refusals of a page with these columns: the leaf is a hash over all of them. */
export const refusals = (columns: string): string => `
SELECT ${columns}, ${seen('REFUSED', 'refusal_id::text')}
FROM ${page('refusal', 'at', 'refusal_id::text')} p ORDER BY at, refusal_id::text`;

/** `loggedNow` is what the record now holds under the number the log was shown last, `passed` the hashes in between. */
const HEADS = `
SELECT v.updated_at AS at, v.case_id AS id, l.seq IS NOT DISTINCT FROM last_seq AND l.hash = encode(last_hash, 'hex') AS seen,
  last_seq AS seq, encode(last_hash, 'hex') AS hash, l.seq AS "loggedSeq", l.hash AS "loggedHash",
  (SELECT encode(e.hash, 'hex') FROM case_event e WHERE e.case_id = v.case_id AND e.seq = l.seq) AS "loggedNow",
  ARRAY(SELECT encode(e.hash, 'hex') FROM case_event e
    WHERE e.case_id = v.case_id AND e.seq > coalesce(l.seq, 0) AND e.seq < last_seq ORDER BY e.seq) AS passed
FROM ${page('case_view', 'updated_at', 'case_id')} v
LEFT JOIN LATERAL (SELECT (leaf::jsonb ->> 'seq')::int AS seq, leaf::jsonb ->> 'hash' AS hash FROM log_leaf
  WHERE case_id = v.case_id AND kind = 'HEAD' ORDER BY leaf_index DESC LIMIT 1) l ON true
ORDER BY v.updated_at, v.case_id`;

/** A case's head, and the one the log was shown last. */
export interface HeadRow extends SourceRow {
  readonly seq: number;
  readonly hash: string;
  readonly loggedSeq: number | null;
  readonly loggedHash: string | null;
  readonly loggedNow: string | null;
  readonly passed: readonly string[];
}

/** One kind of thing the log is shown, page by page. */
export interface LogSource<R extends SourceRow = SourceRow> {
  readonly sql: string;
  readonly leaf: (row: R) => UnlinkedLeaf;
}

const about = (caseId: string | null): { readonly caseId?: string } => (caseId === null ? {} : { caseId });

export const RECEIVED_SOURCE: LogSource<ReceivedRow> = {
  sql: RECEIVED,
  leaf: ({ id, caseId, partner, sha256 }) => ({ kind: 'RECEIVED', partner, inboxId: id, sha256, ...about(caseId) }),
};

export const ARCHIVED_SOURCE: LogSource<ArchivedRow> = {
  sql: ARCHIVED,
  leaf: ({ id, caseId, sha256, buildId }) => ({ kind: 'ARCHIVED', caseId, runId: id, buildId, complete: true, sha256 }),
};

export const HEAD_SOURCE: LogSource<HeadRow> = {
  sql: HEADS,
  leaf: ({ id, seq, hash, loggedSeq, passed }) => ({
    kind: 'HEAD',
    caseId: id,
    seq,
    hash,
    passed: loggedSeq === null || seq > loggedSeq ? passed : [],
  }),
};

/** Whether the record no longer says what the log was shown. */
export const isConflict = ({ loggedSeq, loggedHash, loggedNow }: HeadRow): boolean =>
  loggedSeq !== null && loggedNow !== loggedHash;
