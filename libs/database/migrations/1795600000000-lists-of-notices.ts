import type { MigrationInterface, QueryRunner } from 'typeorm';

const BATCH = `
CREATE TABLE notice_batch (
  batch_id text CONSTRAINT notice_batch_pkey PRIMARY KEY,
  actor_id text NOT NULL,
  institutions text[] NOT NULL,
  sender text NOT NULL,
  format text NOT NULL,
  sha256 bytea NOT NULL,
  bytes integer NOT NULL,
  kept text NOT NULL,
  media_type text NOT NULL,
  storage_key text,
  rows integer NOT NULL,
  amount_fen numeric(30,0) NOT NULL,
  declared_lines integer,
  declared_fen numeric(30,0),
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz(3),
  CONSTRAINT notice_batch_sha256_check CHECK (octet_length(sha256) = 32)
)`;

const LINE = `
CREATE TABLE notice_batch_line (
  batch_id text NOT NULL,
  line integer NOT NULL,
  notice_no text,
  merchant_no text,
  state text NOT NULL DEFAULT 'PENDING',
  case_id text,
  code text,
  errors json NOT NULL DEFAULT '[]',
  settled_at timestamptz(3),
  CONSTRAINT notice_batch_line_pkey PRIMARY KEY (batch_id, line)
);
CREATE INDEX notice_batch_line_case_idx ON notice_batch_line (case_id) WHERE case_id IS NOT NULL`;

const GRANTS = `
GRANT SELECT, INSERT, UPDATE ON notice_batch, notice_batch_line TO reinstate_app;
GRANT SELECT ON notice_batch, notice_batch_line TO reinstate_auditor`;

/** Files that list many notices, and what became of each of their lines. */
export class ListsOfNotices1795600000000 implements MigrationInterface {
  name = 'ListsOfNotices1795600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [BATCH, LINE, GRANTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice_batch_line, notice_batch');
  }
}
