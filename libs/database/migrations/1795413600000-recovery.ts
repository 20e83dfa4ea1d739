import type { MigrationInterface, QueryRunner } from 'typeorm';

const WATCH = `
CREATE TABLE case_watch (
  case_id text CONSTRAINT case_watch_pkey PRIMARY KEY,
  checked_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  seq integer NOT NULL,
  hash bytea NOT NULL,
  run_id text,
  history_length integer,
  frozen_at timestamptz(3),
  cause text,
  proposed_by text,
  proposed_as text[],
  proposed_at timestamptz(3),
  proposal_request text,
  CONSTRAINT case_watch_hash_check CHECK (octet_length(hash) = 32)
);
CREATE INDEX case_watch_checked_idx ON case_watch (checked_at);
CREATE INDEX case_watch_frozen_idx ON case_watch (frozen_at) WHERE frozen_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON case_watch TO reinstate_app;
GRANT SELECT ON case_watch TO reinstate_auditor`;

/** Runs whose history Temporal no longer has; open cases; merges that the target may not have heard of. */
const MARKS = `
ALTER TABLE case_run ADD COLUMN lost_at timestamptz(3);
DROP INDEX case_run_unarchived_idx;
CREATE INDEX case_run_unarchived_idx ON case_run (ended_at)
  WHERE archived_at IS NULL AND lost_at IS NULL AND ended_at IS NOT NULL;
CREATE INDEX case_view_open_idx ON case_view (case_id) WHERE closed_at IS NULL;
CREATE INDEX case_event_merge_idx ON case_event (recorded_at) WHERE type = 'MERGE_INTO'`;

/** Finding cases that lost their run and starting them again; handing merged cases over. */
export class Recovery1795413600000 implements MigrationInterface {
  name = 'Recovery1795413600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WATCH);
    await runner.query(MARKS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP INDEX case_event_merge_idx, case_view_open_idx, case_run_unarchived_idx;
ALTER TABLE case_run DROP COLUMN lost_at;
CREATE INDEX case_run_unarchived_idx ON case_run (ended_at) WHERE archived_at IS NULL AND ended_at IS NOT NULL;
DROP TABLE case_watch`);
  }
}
