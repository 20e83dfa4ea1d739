/** Cases: what opened them, what happened, how they stand, the runs they live in. */
export const CASE_TABLES = [
  {
    table: 'case_ref',
    sql: `
CREATE TABLE case_ref (
  case_id text CONSTRAINT case_ref_pkey PRIMARY KEY,
  issuer text NOT NULL,
  notice_no text NOT NULL,
  merchant_no text NOT NULL,
  body_hash bytea NOT NULL,
  opening json NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  started_at timestamptz(3),
  CONSTRAINT case_ref_line_key UNIQUE (issuer, notice_no, merchant_no),
  CONSTRAINT case_ref_body_hash_check CHECK (octet_length(body_hash) = 32)
);
CREATE INDEX case_ref_unstarted_idx ON case_ref (created_at) WHERE started_at IS NULL`,
  },
  {
    table: 'case_event',
    sql: `
CREATE TABLE case_event (
  case_id text NOT NULL,
  seq integer NOT NULL,
  type text NOT NULL,
  at timestamptz(3) NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  actor_id text NOT NULL,
  actor_role text NOT NULL,
  request_id text NOT NULL,
  bytes bytea NOT NULL,
  hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  CONSTRAINT case_event_pkey PRIMARY KEY (case_id, seq),
  CONSTRAINT case_event_hash_check CHECK (octet_length(hash) = 32 AND octet_length(previous_hash) = 32),
  CONSTRAINT case_event_seq_check CHECK (seq > 0)
);
CREATE INDEX case_event_request_idx ON case_event (case_id, request_id)`,
  },
  {
    table: 'case_view',
    sql: `
CREATE TABLE case_view (
  case_id text CONSTRAINT case_view_pkey PRIMARY KEY,
  state text NOT NULL,
  queue text NOT NULL,
  reasons text[] NOT NULL,
  institution_code text NOT NULL,
  merchant_no text NOT NULL,
  notice_no text NOT NULL,
  issuer text NOT NULL,
  assignee text,
  priority integer NOT NULL,
  sandbox boolean NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  closed_at timestamptz(3),
  next_due_at timestamptz(3),
  due_real timestamptz(3) NOT NULL,
  overdue boolean NOT NULL,
  last_seq integer NOT NULL,
  last_hash bytea NOT NULL,
  policy_version text NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  folded jsonb NOT NULL,
  CONSTRAINT case_view_hash_check CHECK (octet_length(last_hash) = 32)
);
CREATE INDEX case_view_due_idx ON case_view (due_real, case_id);
CREATE INDEX case_view_queue_idx ON case_view (queue, due_real, case_id);
CREATE INDEX case_view_institution_idx ON case_view (institution_code, due_real, case_id);
CREATE INDEX case_view_assignee_idx ON case_view (assignee, due_real, case_id) WHERE assignee IS NOT NULL;
CREATE INDEX case_view_updated_idx ON case_view (updated_at, case_id);
CREATE INDEX case_view_opened_idx ON case_view (opened_at, case_id);
CREATE INDEX case_view_merchant_idx ON case_view (merchant_no text_pattern_ops);
CREATE INDEX case_view_notice_idx ON case_view (notice_no text_pattern_ops)`,
  },
  {
    table: 'case_run',
    sql: `
CREATE TABLE case_run (
  run_id text CONSTRAINT case_run_pkey PRIMARY KEY,
  case_id text NOT NULL,
  previous_run_id text,
  started_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  build_id text NOT NULL,
  ended_at timestamptz(3),
  archived_at timestamptz(3)
);
CREATE INDEX case_run_case_idx ON case_run (case_id);
CREATE INDEX case_run_unarchived_idx ON case_run (ended_at) WHERE archived_at IS NULL AND ended_at IS NOT NULL`,
  },
  {
    table: 'history_archive',
    sql: `
CREATE TABLE history_archive (
  run_id text CONSTRAINT history_archive_pkey PRIMARY KEY,
  case_id text NOT NULL,
  history bytea NOT NULL,
  sha256 bytea NOT NULL,
  archived_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT history_archive_sha256_check CHECK (octet_length(sha256) = 32)
);
CREATE INDEX history_archive_case_idx ON history_archive (case_id)`,
  },
] as const;

/** The orthogonal parts of a case. */
export const PART_TABLES = [
  {
    table: 'case_deadline',
    sql: `
CREATE TABLE case_deadline (
  case_id text NOT NULL,
  name text NOT NULL,
  owner text NOT NULL,
  status text NOT NULL,
  unit text NOT NULL,
  budget_ms bigint NOT NULL,
  remaining_ms bigint NOT NULL,
  due_at timestamptz(3),
  extensions integer NOT NULL,
  changed_seq integer NOT NULL,
  CONSTRAINT case_deadline_pkey PRIMARY KEY (case_id, name)
);
CREATE INDEX case_deadline_running_idx ON case_deadline (due_at) WHERE status = 'RUNNING'`,
  },
  {
    table: 'case_material',
    sql: `
CREATE TABLE case_material (
  case_id text NOT NULL,
  code text NOT NULL,
  requirement text NOT NULL,
  status text NOT NULL,
  round integer NOT NULL,
  error_code text,
  document_ids text[] NOT NULL,
  changed_seq integer NOT NULL,
  CONSTRAINT case_material_pkey PRIMARY KEY (case_id, code)
)`,
  },
  {
    table: 'communication',
    sql: `
CREATE TABLE communication (
  case_id text NOT NULL,
  communication_id text NOT NULL,
  direction text NOT NULL,
  channel text,
  party text NOT NULL,
  template text,
  template_version text,
  text_zh text,
  text_en text,
  text_id text,
  sent_at timestamptz(3) NOT NULL,
  handed_over_at timestamptz(3),
  delivered_at timestamptz(3),
  starts text,
  changed_seq integer NOT NULL,
  CONSTRAINT communication_pkey PRIMARY KEY (case_id, communication_id)
);
CREATE INDEX communication_case_idx ON communication (case_id, sent_at);
CREATE INDEX communication_open_idx ON communication (sent_at) WHERE delivered_at IS NULL AND template IS NOT NULL`,
  },
  {
    table: 'turnover',
    sql: `
CREATE TABLE turnover (
  case_id text CONSTRAINT turnover_pkey PRIMARY KEY,
  turnover json NOT NULL,
  handed_in_by text NOT NULL,
  handed_in_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
)`,
  },
  {
    table: 'document',
    sql: `
CREATE TABLE document (
  document_id text CONSTRAINT document_pkey PRIMARY KEY,
  case_id text NOT NULL,
  material text NOT NULL,
  sha256 bytea NOT NULL,
  bytes integer NOT NULL,
  media_type text NOT NULL,
  uploaded_by text NOT NULL,
  medium text,
  received_at timestamptz(3),
  valid_until date,
  storage_key text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'STORED',
  CONSTRAINT document_sha256_check CHECK (octet_length(sha256) = 32)
);
CREATE INDEX document_case_idx ON document (case_id)`,
  },
] as const;
