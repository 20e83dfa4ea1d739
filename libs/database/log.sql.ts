/** All writers of the log queue up at this number. */
export const LOG_LOCK = 5_716_021_349;

export const SIZE = 'SELECT coalesce(max(leaf_index) + 1, 0)::float8 AS size FROM log_leaf';

/** The leaves that complete the wanted subtrees, with their hashes. */
export const NODES = `
SELECT leaf_index::float8 AS index, encode(nodes, 'hex') AS nodes FROM log_leaf WHERE leaf_index = ANY($1::bigint[])`;

/** The last leaf about each of these cases, and (case null) about none. */
export const LAST_OF = `
SELECT case_id AS "caseId", max(leaf_index)::float8 AS index FROM log_leaf WHERE case_id = ANY($1) GROUP BY case_id
UNION ALL SELECT NULL, max(leaf_index)::float8 FROM log_leaf WHERE case_id IS NULL HAVING max(leaf_index) IS NOT NULL`;

export const APPEND = `
INSERT INTO log_leaf (leaf_index, kind, case_id, subject, leaf, nodes)
SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bytea[])`;

const LEAVES = 'SELECT leaf_index::float8 AS index, leaf FROM log_leaf';
export const LEAVES_OF = `${LEAVES} WHERE case_id = $1 AND leaf_index < $2 ORDER BY leaf_index`;
export const KEYS = `${LEAVES} WHERE kind = 'KEY' ORDER BY leaf_index`;

const CHECKPOINT = `
SELECT at, size::float8 AS size, encode(root, 'hex') AS root, key_id AS "keyId", encode(signature, 'hex') AS signature
FROM checkpoint`;
export const LATEST = `${CHECKPOINT} ORDER BY at DESC LIMIT 1`;
/** Newest first, before an instant where one is given. */
export const CHECKPOINTS = `${CHECKPOINT} WHERE $1::timestamptz IS NULL OR at < $1 ORDER BY at DESC LIMIT $2`;
/** After an instant, oldest first. */
export const CHECKPOINTS_AFTER = `${CHECKPOINT} WHERE at > $1 ORDER BY at LIMIT $2`;

export const ADD_CHECKPOINT = `
INSERT INTO checkpoint (at, size, root, key_id, signature)
VALUES ($1, $2, decode($3, 'hex'), $4, decode($5, 'hex'))`;

/** Whole milliseconds, later than every checkpoint before; `ageMs` is the age of the last one. */
export const NEXT_AT = `
SELECT greatest(date_trunc('milliseconds', now), last + interval '1 millisecond') AS at,
  (extract(epoch FROM now - last) * 1000)::float8 AS "ageMs"
FROM (SELECT clock_timestamp() AS now, (SELECT max(at) FROM checkpoint) AS last) clock`;
