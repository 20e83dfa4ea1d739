import type { MigrationInterface, QueryRunner } from 'typeorm';

const CONTROL_TOTAL = `
CREATE TABLE control_total (
  total_id uuid CONSTRAINT control_total_pkey PRIMARY KEY,
  partner text NOT NULL,
  issuer text NOT NULL,
  day date NOT NULL,
  sandbox boolean NOT NULL,
  notices integer NOT NULL,
  last_sequence integer,
  notice_nos text[],
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX control_total_day_idx ON control_total (partner, sandbox, day, received_at)`;

const STATUS_FILE = `
CREATE TABLE status_file (
  file_id text CONSTRAINT status_file_pkey PRIMARY KEY,
  partner text NOT NULL,
  day date NOT NULL,
  sandbox boolean NOT NULL,
  form text NOT NULL,
  sha256 bytea NOT NULL,
  storage_key text NOT NULL,
  lines integer NOT NULL,
  outcome json NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT status_file_content_key UNIQUE (partner, sandbox, day, sha256),
  CONSTRAINT status_file_sha256_check CHECK (octet_length(sha256) = 32)
)`;

const DIFFERENCE = `
CREATE TABLE difference (
  difference_id text CONSTRAINT difference_pkey PRIMARY KEY,
  partner text NOT NULL,
  sandbox boolean NOT NULL,
  merchant_no text NOT NULL,
  item_id text NOT NULL,
  kind text NOT NULL,
  owner text NOT NULL,
  case_id text,
  institution_code text,
  first_day date NOT NULL,
  last_day date NOT NULL,
  first_file text NOT NULL,
  last_file text NOT NULL,
  state text NOT NULL DEFAULT 'OPEN',
  explained_by text,
  explained_at timestamptz(3),
  explanation text,
  closed_day date,
  closed_file text
);
CREATE UNIQUE INDEX difference_standing_key ON difference (partner, sandbox, merchant_no, item_id, kind)
  WHERE state <> 'CLOSED';
CREATE INDEX difference_age_idx ON difference (first_day, difference_id)`;

/** The notices of a day, the refused ones of a number, and the cases that hold something stopped. */
const LOOKED_FOR = `
CREATE INDEX case_ref_day_idx ON case_ref (issuer, (opening #>> '{command,fields,noticeDate}'));
CREATE INDEX inbox_refused_notice_idx ON inbox (partner, (body #>> '{payload,noticeNo}'))
  WHERE event_type = 'SUSPENSION.NOTICE' AND state = 'REJECTED';
CREATE INDEX case_view_stopped_idx ON case_view (case_id) WHERE jsonb_path_exists(folded,
  '$.scope[*] ? (@.status != "RESTORED" && @.status != "REPLACED" && @.status != "DECOMMISSIONED")')`;

const GRANTS = `
GRANT SELECT, INSERT ON control_total, status_file TO reinstate_app;
GRANT SELECT, INSERT, UPDATE ON difference TO reinstate_app;
GRANT SELECT ON control_total, status_file, difference TO reinstate_auditor`;

/** Whether everything arrived: control totals of issuers, status files of partners, and what they differ in. */
export class Completeness1795610000000 implements MigrationInterface {
  name = 'Completeness1795610000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CONTROL_TOTAL, STATUS_FILE, DIFFERENCE, LOOKED_FOR, GRANTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX case_view_stopped_idx, inbox_refused_notice_idx, case_ref_day_idx');
    await runner.query('DROP TABLE difference, status_file, control_total');
  }
}
