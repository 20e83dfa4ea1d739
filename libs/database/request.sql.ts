import type { CommandEnvelope } from '#contract';
import type { RequestState } from './request.entity.js';
import type { StoredRequest } from './request.types.js';
import { prepared } from './prepared.js';

/** Columns a {@link StoredRequest} is made of. */
export interface RequestRow {
  readonly request_id: string;
  readonly created_at: Date;
  readonly case_id: string | null;
  readonly command: CommandEnvelope | null;
  readonly valid_until: Date | null;
}
export interface StuckRow extends RequestRow {
  readonly actor_id: string;
  readonly route: string;
  readonly state: RequestState;
}

/** A request found under its key: whether it is the same one, and whether its process has lost it. */
export interface KnownRow {
  readonly request_id: string;
  readonly status: number | null;
  readonly answer: unknown;
  readonly same: boolean;
  readonly free: boolean;
}

const COLUMNS = 'request_id, created_at, case_id, command, valid_until';
const after = (parameter: string): string => `clock_timestamp() + ${parameter}::int * interval '1 millisecond'`;

export const RESERVE = prepared(
  'INSERT INTO request',
  `
INSERT INTO request (request_id, actor_id, key, route, body_hash, case_id, command, valid_until, created_at, locked_until)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, ${after('$10')})`,
);
/** One request a key: what {@link RESERVE} breaks where the key is taken. */
export const ONE_A_KEY = 'request_actor_key';

export const KNOWN = `
SELECT request_id, status, answer, route = $3 AND body_hash = $4 AS same, locked_until <= clock_timestamp() AS free
FROM request WHERE actor_id = $1 AND key = $2`;

/** Only one of several that find it free gets it. */
export const TAKE_OVER = `
UPDATE request SET state = 'RUNNING', locked_until = ${after('$2')}
WHERE request_id = $1 AND status IS NULL AND locked_until <= clock_timestamp()
RETURNING ${COLUMNS}`;

/** The first answer stays. */
export const ANSWER = prepared(
  'UPDATE request SET answer',
  `
UPDATE request SET state = 'DONE', status = $2, answer = $3, finished_at = clock_timestamp()
WHERE request_id = $1 AND state IN ('RUNNING', 'UNKNOWN')`,
);

/** Its process gives it up: whoever asks next takes over at once. */
export const GIVE_UP = `
UPDATE request SET state = 'UNKNOWN', locked_until = clock_timestamp() WHERE request_id = $1 AND state = 'RUNNING'`;

/** Not while its sender is at it again. */
export const CLOSE_UNDONE = `
UPDATE request SET state = 'NOT_EXECUTED', finished_at = clock_timestamp()
WHERE request_id = $1 AND state IN ('RUNNING', 'UNKNOWN') AND locked_until <= clock_timestamp()`;

export const OUTCOME = 'SELECT status, answer FROM request WHERE request_id = $1';

export const STUCK = `
SELECT ${COLUMNS}, actor_id, route, state FROM request
WHERE state IN ('RUNNING', 'UNKNOWN') AND locked_until < clock_timestamp() - $1 * interval '1 millisecond'
ORDER BY locked_until LIMIT $2`;

export const storedRequest = (row: RequestRow): StoredRequest => ({
  requestId: row.request_id,
  acceptedAt: row.created_at.toISOString(),
  caseId: row.case_id,
  command: row.command,
  validUntil: row.valid_until?.toISOString() ?? null,
});
