/** Outbox rows whose transactions were open when the last ones were looked at; they are looked at again. */
const OVERLAP = `interval '60 s'`;

/** Whether the merchant of an outbox row `o` was the partner's of endpoint `e` when it was written. */
const IS_OWNERS = `
EXISTS (SELECT FROM ownership w WHERE w.partner = e.partner
  AND (w.merchants = '*' OR starts_with(o.merchant_no, w.merchants))
  AND (w.institution = '*' OR w.institution = o.institution_code)
  AND w.valid_from <= o.created_at AND (w.valid_until IS NULL OR o.created_at < w.valid_until))`;

const MESSAGE_ID = `'msg_' || e.endpoint_id || '_' || o.case_id || '_' || o.number`;

/** Gives each endpoint ($1: now) the deliveries of what was written since it was last looked at; twice does no harm. */
export const FAN_OUT = `
WITH fresh AS (
  SELECT e.endpoint_id, o.case_id, o.number, o.created_at, ${MESSAGE_ID} AS message_id
  FROM endpoint e JOIN outbox o ON o.created_at > e.told_until - ${OVERLAP} AND o.created_at >= e.created_at
  WHERE e.state = 'ACTIVE' AND ${IS_OWNERS}
), added AS (
  INSERT INTO delivery (endpoint_id, case_id, number, message_id, next_try_at)
  SELECT endpoint_id, case_id, number, message_id, $1 FROM fresh ON CONFLICT DO NOTHING RETURNING 1
), told AS (
  UPDATE endpoint e SET told_until = last.at
  FROM (SELECT endpoint_id, max(created_at) AS at FROM fresh GROUP BY endpoint_id) last
  WHERE e.endpoint_id = last.endpoint_id AND e.told_until < last.at RETURNING 1
)
SELECT (SELECT count(*) FROM added)::int AS added, (SELECT count(*) FROM told)::int AS told`;

/** The first undelivered of its case at its endpoint: later ones wait for it, other cases do not. */
const IS_FIRST = `
NOT EXISTS (SELECT FROM delivery p WHERE p.endpoint_id = d.endpoint_id AND p.case_id = d.case_id AND p.number < d.number
  AND p.state = 'PENDING')`;

/** Endpoints ($1: now) that have something due. */
export const DUE_ENDPOINTS = `
SELECT DISTINCT d.endpoint_id AS "endpointId" FROM delivery d JOIN endpoint e USING (endpoint_id)
WHERE d.next_try_at <= $1 AND d.state = 'PENDING' AND e.state = 'ACTIVE' AND ${IS_FIRST}`;

/** Takes what is due ($1: now) at an endpoint ($2), so many at most ($3), for so many ms ($4) for this process alone. */
export const CLAIM = `
WITH due AS (
  SELECT d.endpoint_id, d.case_id, d.number FROM delivery d
  WHERE d.endpoint_id = $2 AND d.next_try_at <= $1 AND d.state = 'PENDING' AND ${IS_FIRST}
  ORDER BY d.next_try_at, d.case_id, d.number LIMIT $3 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE delivery d SET tries = tries + 1, next_try_at = $1::timestamptz + $4::int * interval '1 millisecond'
  FROM due WHERE (d.endpoint_id, d.case_id, d.number) = (due.endpoint_id, due.case_id, due.number) RETURNING d.*
)
SELECT c.endpoint_id AS "endpointId", c.case_id AS "caseId", c.number, c.message_id AS "messageId", c.tries,
  e.partner, e.url, e.scheme, o.type, o.at, o.payload, encode(o.hash, 'hex') AS hash,
  encode(o.previous_hash, 'hex') AS "previousHash"
FROM claimed c JOIN endpoint e USING (endpoint_id) JOIN outbox o USING (case_id, number) ORDER BY c.case_id, c.number`;

/** Keeps how the try of this number ($9) ended ($4: state, $5: next try, $6: status, $7: error, $8: when it was delivered). */
export const SETTLE = `
UPDATE delivery SET state = $4, next_try_at = $5, last_status = $6, last_error = $7, delivered_at = $8
WHERE endpoint_id = $1 AND case_id = $2 AND number = $3 AND state = 'PENDING' AND tries = $9`;

/** Has everything written from ($2) to ($3) delivered once more to an endpoint ($1), at ($4). */
export const REDELIVER = `
WITH wanted AS (
  SELECT e.endpoint_id, o.case_id, o.number, ${MESSAGE_ID} AS message_id
  FROM endpoint e JOIN outbox o ON o.created_at >= $2 AND o.created_at < $3
  WHERE e.endpoint_id = $1 AND ${IS_OWNERS}
), put AS (
  INSERT INTO delivery (endpoint_id, case_id, number, message_id, next_try_at)
  SELECT endpoint_id, case_id, number, message_id, $4::timestamptz FROM wanted
  ON CONFLICT (endpoint_id, case_id, number) DO UPDATE
  SET state = 'PENDING', tries = 0, next_try_at = excluded.next_try_at, delivered_at = NULL RETURNING 1
)
SELECT count(*)::int AS count FROM put`;

/** The delivery log of an endpoint ($1), youngest first, after a place ($2, $3, $4). */
export const LOG = `
SELECT d.case_id AS "caseId", d.number, d.message_id AS "messageId", o.type, d.state, d.tries,
  CASE WHEN d.state = 'PENDING' THEN d.next_try_at END AS "nextTryAt", d.last_status AS "lastStatus",
  d.last_error AS "lastError", d.created_at AS "createdAt", d.delivered_at AS "deliveredAt"
FROM delivery d JOIN outbox o USING (case_id, number)
WHERE d.endpoint_id = $1 AND ($2::timestamptz IS NULL OR (d.created_at, d.case_id, d.number) < ($2, $3::text, $4::int))
ORDER BY d.created_at DESC, d.case_id DESC, d.number DESC LIMIT $5`;
