import type { MigrationInterface, QueryRunner } from 'typeorm';

const REVEAL = `
CREATE TABLE reveal (
  reveal_id uuid CONSTRAINT reveal_pkey PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  case_id text NOT NULL,
  actor_id text NOT NULL,
  actor_roles text[] NOT NULL,
  fields text[] NOT NULL,
  reason_text_id text NOT NULL,
  reason_commitment text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  CONSTRAINT reveal_fields_check CHECK (cardinality(fields) > 0)
);
CREATE INDEX reveal_at_idx ON reveal (at, reveal_id);
CREATE INDEX reveal_case_idx ON reveal (case_id, at);
CREATE INDEX reveal_actor_idx ON reveal (actor_id, at)`;

/** Ledgers are narrowed to a person, a code, a kind of look; reads of cases are most of all looks. */
const LEDGERS = `
CREATE INDEX refusal_actor_idx ON refusal (actor_id, at);
CREATE INDEX refusal_code_idx ON refusal (code, at);
CREATE INDEX access_log_action_idx ON access_log (action, at) WHERE action <> 'CASE_READ'`;

const MOVE = `
CREATE TABLE case_move (
  case_id text,
  seq integer,
  rule_row text NOT NULL,
  from_state text,
  to_state text NOT NULL,
  at timestamptz(3) NOT NULL,
  stay_ms bigint,
  CONSTRAINT case_move_pkey PRIMARY KEY (case_id, seq)
)`;

/** The moves of the cases recorded so far, told by their events. */
const MOVES_SO_FAR = `
INSERT INTO case_move (case_id, seq, rule_row, from_state, to_state, at, stay_ms)
SELECT case_id, seq, rule_row, lag(state) OVER life, state, at,
  round(extract(epoch FROM at - lag(at) OVER life) * 1000)::bigint
FROM (
  SELECT case_id, seq, at, told #>> '{payload,row}' AS rule_row, told #>> '{payload,changes,state}' AS state
  FROM (SELECT case_id, seq, at, convert_from(bytes, 'UTF8')::jsonb AS told FROM case_event) events
) moves
WHERE state IS NOT NULL
WINDOW life AS (PARTITION BY case_id ORDER BY seq)`;

const GRANTS = `
GRANT SELECT, INSERT ON reveal, case_move TO reinstate_app;
GRANT SELECT ON reveal, case_move TO reinstate_auditor`;

/** Who was shown personal data; what ledgers are narrowed by; the moves the map of the process is counted from. */
export class LedgersAndMoves1795650000000 implements MigrationInterface {
  name = 'LedgersAndMoves1795650000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [REVEAL, LEDGERS, MOVE, MOVES_SO_FAR, GRANTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_move');
    await runner.query('DROP INDEX refusal_actor_idx, refusal_code_idx, access_log_action_idx');
    await runner.query('DROP TABLE reveal');
  }
}
