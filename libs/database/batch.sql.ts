export const ADD_BATCH = `
INSERT INTO notice_batch (batch_id, actor_id, institutions, sender, format, sha256, bytes, kept, media_type, storage_key,
  rows, amount_fen, declared_lines, declared_fen)
VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9, $10, $11, $12, $13, $14)`;

export const ADD_LINES = `
INSERT INTO notice_batch_line (batch_id, line, notice_no, merchant_no)
SELECT $1, line, notice_no, merchant_no
FROM unnest($2::integer[], $3::text[], $4::text[]) AS sent (line, notice_no, merchant_no)`;

export const SETTLE = `
UPDATE notice_batch_line AS held SET
  state = ended.state, case_id = ended."caseId", code = ended.code, errors = ended.errors,
  settled_at = clock_timestamp()
FROM json_to_recordset($2::json) AS ended (line integer, state text, "caseId" text, code text, errors json, "doneNow" boolean)
WHERE held.batch_id = $1 AND held.line = ended.line
  AND (held.state IN ('PENDING', 'REFUSED') OR (held.state = 'REPEAT' AND ended."doneNow"))`;

export const FINISH = `
UPDATE notice_batch SET finished_at = clock_timestamp()
WHERE batch_id = $1 AND finished_at IS NULL
  AND NOT EXISTS (SELECT FROM notice_batch_line WHERE batch_id = $1 AND state = 'PENDING')`;

export const BATCH = `
SELECT batch_id AS "batchId", actor_id AS "actorId", institutions, sender, format, encode(sha256, 'hex') AS sha256, bytes,
  kept, media_type AS "mediaType", storage_key AS "storageKey", rows, amount_fen AS "amountFen",
  declared_lines AS "declaredLines", declared_fen AS "declaredFen", created_at AS "createdAt",
  finished_at AS "finishedAt"
FROM notice_batch WHERE batch_id = $1`;

export const COUNTS = `
SELECT state, count(*)::integer AS count FROM notice_batch_line WHERE batch_id = $1 GROUP BY state`;

export const LINES = `
SELECT line, notice_no AS "noticeNo", merchant_no AS "merchantNo", state, case_id AS "caseId", code, errors,
  settled_at AS "settledAt"
FROM notice_batch_line
WHERE batch_id = $1 AND line > $2 AND ($4::text IS NULL OR state = $4)
ORDER BY line LIMIT $3`;
