import { prepared } from './prepared.js';

/** Columns a {@link StoredSignal} is made of. */
export const SIGNAL_COLUMNS = `inbox_id AS "inboxId", partner, signal_id AS "signalId", event_type AS "eventType", body,
  encode(body_hash, 'hex') AS "bodyHash", occurred_at AS "occurredAt", findings, received_at AS "receivedAt",
  case_id AS "caseId", facts, state, code, outcome`;

/** Columns of a signal to add, with the types PostgreSQL cannot tell by itself. */
const GIVEN = {
  inbox_id: 'text',
  partner: 'text',
  signal_id: 'text',
  event_type: 'text',
  body: 'json',
  body_hash: 'bytea',
  occurred_at: 'timestamptz',
  findings: 'json',
  state: 'text',
  code: 'text',
  is_open: 'boolean',
  nonce: 'text',
};
const TYPES = Object.values(GIVEN);

/** Values of one signal, in the order of `GIVEN`. */
function place(row: number): string {
  const first = row * TYPES.length + 1;
  return `(${TYPES.map((type, column) => `$${first + column}::${type}`).join(', ')})`;
}

/**
 * Adds so many signals, each with the nonce it came with. Answers with the time of each that is new, by its id, and with
 * each nonce that was fresh; a signal whose nonce was not is left out. Whoever adds one that is not over has 5 s to
 * deliver it.
 */
export const addStatement = (count: number): string =>
  prepared(
    `INSERT INTO inbox ${count}`,
    `
WITH given (${Object.keys(GIVEN).join(', ')}) AS (
  VALUES ${Array.from({ length: count }, (_, row) => place(row)).join(', ')}
), used AS (
  INSERT INTO partner_nonce (partner, nonce) SELECT partner, nonce FROM given WHERE nonce IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING partner, nonce
), added AS (
  INSERT INTO inbox (inbox_id, partner, signal_id, event_type, body, body_hash, occurred_at, findings, state, code, next_try_at)
  SELECT inbox_id, partner, signal_id, event_type, body, body_hash, occurred_at, findings, state, code,
    CASE WHEN is_open THEN clock_timestamp() + interval '5 s' END
  FROM given WHERE nonce IS NULL OR (partner, nonce) IN (SELECT partner, nonce FROM used)
  ON CONFLICT (partner, signal_id) DO NOTHING RETURNING inbox_id, received_at
) SELECT inbox_id AS said, received_at AS at FROM added UNION ALL SELECT partner || ' ' || nonce, NULL FROM used`,
  );

/** The pauses grow from 5 s to 5 min. */
export const CLAIM = `
WITH due AS (
  SELECT inbox_id FROM inbox WHERE next_try_at <= clock_timestamp() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE inbox SET tries = tries + 1, next_try_at = clock_timestamp() + least(300, 5 * power(2, least(tries, 6))) * interval '1 second'
  WHERE inbox_id IN (SELECT inbox_id FROM due) RETURNING *
) SELECT ${SIGNAL_COLUMNS} FROM claimed ORDER BY received_at, inbox_id`;
