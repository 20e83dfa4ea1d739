import type { MigrationInterface, QueryRunner } from 'typeorm';

const LOG = `
CREATE TABLE log_leaf (
  leaf_index bigint CONSTRAINT log_leaf_pkey PRIMARY KEY,
  kind text NOT NULL,
  case_id text,
  subject text NOT NULL,
  leaf text NOT NULL,
  nodes bytea NOT NULL,
  added_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT log_leaf_index_check CHECK (leaf_index >= 0),
  CONSTRAINT log_leaf_nodes_check CHECK (octet_length(nodes) >= 32 AND octet_length(nodes) % 32 = 0)
);
CREATE INDEX log_leaf_case_idx ON log_leaf (case_id, leaf_index);
CREATE INDEX log_leaf_subject_idx ON log_leaf (kind, subject);
CREATE TABLE checkpoint (
  at timestamptz(3) CONSTRAINT checkpoint_pkey PRIMARY KEY,
  size bigint NOT NULL,
  root bytea NOT NULL,
  key_id text NOT NULL,
  signature bytea NOT NULL,
  CONSTRAINT checkpoint_hash_check CHECK (octet_length(root) = 32 AND octet_length(signature) = 64)
)`;

const ACCESS = `
CREATE TABLE access_log (
  access_id uuid CONSTRAINT access_log_pkey PRIMARY KEY,
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  actor_id text NOT NULL,
  actor_roles text[] NOT NULL,
  action text NOT NULL,
  route text NOT NULL,
  case_id text,
  document_id text
);
CREATE INDEX access_log_at_idx ON access_log (at, access_id);
CREATE INDEX access_log_case_idx ON access_log (case_id, at);
CREATE INDEX access_log_actor_idx ON access_log (actor_id, at)`;

/** The checkpoint job looks for what came since the last one. */
const LOOKED_FOR = `
CREATE INDEX history_archive_archived_idx ON history_archive (archived_at);
CREATE INDEX inbox_received_idx ON inbox (received_at)`;

const GRANTS = `
GRANT SELECT, INSERT ON log_leaf, checkpoint, access_log TO reinstate_app;
GRANT SELECT ON log_leaf, checkpoint, access_log TO reinstate_auditor`;

/** The Merkle log with its signed heads, and who looked at what. */
export class AuditLog1795424400000 implements MigrationInterface {
  name = 'AuditLog1795424400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LOG, ACCESS, LOOKED_FOR, GRANTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX history_archive_archived_idx, inbox_received_idx');
    await runner.query('DROP TABLE access_log, checkpoint, log_leaf');
  }
}
