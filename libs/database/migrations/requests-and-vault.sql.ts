/** What was asked, with its outcome, and what was refused. */
export const REQUEST_TABLES = [
  {
    table: 'request',
    sql: `
CREATE TABLE request (
  request_id text CONSTRAINT request_pkey PRIMARY KEY,
  actor_id text NOT NULL,
  key text NOT NULL,
  route text NOT NULL,
  body_hash bytea NOT NULL,
  case_id text,
  command json,
  valid_until timestamptz(3),
  state text NOT NULL DEFAULT 'RUNNING',
  status integer,
  answer json,
  locked_until timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz(3),
  CONSTRAINT request_actor_key UNIQUE (actor_id, key),
  CONSTRAINT request_body_hash_check CHECK (octet_length(body_hash) = 32)
);
CREATE INDEX request_open_idx ON request (locked_until) WHERE state IN ('RUNNING', 'UNKNOWN')`,
  },
  {
    table: 'refusal',
    sql: `
CREATE TABLE refusal (
  refusal_id uuid CONSTRAINT refusal_pkey PRIMARY KEY,
  case_id text,
  at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  actor_id text NOT NULL,
  actor_roles text[] NOT NULL,
  request_id text,
  code text NOT NULL,
  rule_row text,
  seq integer,
  state_hash bytea,
  chain_head bytea,
  decided_at timestamptz(3),
  command bytea,
  policy_version text,
  calendar_version text,
  rules_revision integer,
  CONSTRAINT refusal_hash_check CHECK (octet_length(state_hash) = 32 AND octet_length(chain_head) = 32)
);
CREATE INDEX refusal_at_idx ON refusal (at, refusal_id);
CREATE INDEX refusal_case_idx ON refusal (case_id, at)`,
  },
] as const;

/** Words and personal data, sealed. */
export const VAULT_TABLES = [
  {
    table: 'subject',
    sql: `
CREATE TABLE subject (
  subject_id uuid CONSTRAINT subject_pkey PRIMARY KEY,
  subject_key text NOT NULL,
  wrapped_key bytea NOT NULL,
  key_id text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT subject_subject_key UNIQUE (subject_key)
)`,
  },
  {
    table: 'text',
    sql: `
CREATE TABLE text (
  text_id text CONSTRAINT text_pkey PRIMARY KEY,
  case_id text NOT NULL,
  subject_id uuid NOT NULL,
  ciphertext bytea NOT NULL,
  iv bytea NOT NULL,
  tag bytea NOT NULL,
  commitment text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX text_case_idx ON text (case_id);
CREATE INDEX text_subject_idx ON text (subject_id)`,
  },
] as const;
