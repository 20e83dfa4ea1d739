/** Partners: what they send us, what they are told, and by which keys both are known to be genuine. */
export const PARTNER_TABLES = [
  {
    table: 'partner',
    sql: `
CREATE TABLE partner (
  code text CONSTRAINT partner_pkey PRIMARY KEY,
  sandbox boolean NOT NULL DEFAULT false
)`,
  },
  {
    table: 'partner_key',
    sql: `
CREATE TABLE partner_key (
  partner text NOT NULL,
  serial text NOT NULL,
  algorithm text NOT NULL,
  public_key text,
  sealed_secret bytea,
  not_before timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  not_after timestamptz(3),
  CONSTRAINT partner_key_pkey PRIMARY KEY (partner, serial)
)`,
  },
  {
    table: 'partner_nonce',
    sql: `
CREATE TABLE partner_nonce (
  partner text NOT NULL,
  nonce text NOT NULL,
  seen_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT partner_nonce_pkey PRIMARY KEY (partner, nonce)
);
CREATE INDEX partner_nonce_seen_idx ON partner_nonce (seen_at)`,
  },
  {
    table: 'ownership',
    sql: `
CREATE TABLE ownership (
  partner text NOT NULL,
  institution text NOT NULL,
  merchants text NOT NULL,
  relation text NOT NULL,
  valid_from timestamptz(3) NOT NULL,
  valid_until timestamptz(3),
  CONSTRAINT ownership_pkey PRIMARY KEY (partner, institution, merchants, valid_from)
)`,
  },
  {
    table: 'inbox',
    sql: `
CREATE TABLE inbox (
  inbox_id text CONSTRAINT inbox_pkey PRIMARY KEY,
  partner text NOT NULL,
  signal_id text NOT NULL,
  event_type text NOT NULL,
  body json NOT NULL,
  body_hash bytea NOT NULL,
  occurred_at timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  case_id text,
  facts json NOT NULL DEFAULT '[]',
  state text NOT NULL DEFAULT 'ACCEPTED',
  code text,
  outcome json,
  findings json NOT NULL DEFAULT '[]',
  tries integer NOT NULL DEFAULT 0,
  alarmed_at timestamptz(3),
  next_try_at timestamptz(3),
  CONSTRAINT inbox_signal_key UNIQUE (partner, signal_id),
  CONSTRAINT inbox_body_hash_check CHECK (octet_length(body_hash) = 32)
);
CREATE INDEX inbox_due_idx ON inbox (next_try_at) WHERE next_try_at IS NOT NULL`,
  },
  {
    table: 'outbox',
    sql: `
CREATE TABLE outbox (
  case_id text NOT NULL,
  number integer NOT NULL,
  merchant_no text NOT NULL,
  institution_code text NOT NULL,
  sandbox boolean NOT NULL,
  type text NOT NULL,
  at timestamptz(3) NOT NULL,
  event_seq integer NOT NULL,
  payload json NOT NULL,
  hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT outbox_pkey PRIMARY KEY (case_id, number)
);
CREATE INDEX outbox_created_idx ON outbox (created_at, case_id, number)`,
  },
  {
    table: 'endpoint',
    sql: `
CREATE TABLE endpoint (
  endpoint_id text CONSTRAINT endpoint_pkey PRIMARY KEY,
  partner text NOT NULL,
  url text NOT NULL,
  scheme text NOT NULL,
  sealed_secrets bytea NOT NULL,
  state text NOT NULL DEFAULT 'ACTIVE',
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  told_until timestamptz(3) NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX endpoint_partner_idx ON endpoint (partner)`,
  },
  {
    table: 'delivery',
    sql: `
CREATE TABLE delivery (
  endpoint_id text NOT NULL,
  case_id text NOT NULL,
  number integer NOT NULL,
  message_id text NOT NULL,
  state text NOT NULL DEFAULT 'PENDING',
  tries integer NOT NULL DEFAULT 0,
  next_try_at timestamptz(3),
  last_status integer,
  last_error text,
  created_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  delivered_at timestamptz(3),
  CONSTRAINT delivery_pkey PRIMARY KEY (endpoint_id, case_id, number)
);
CREATE INDEX delivery_due_idx ON delivery (next_try_at) WHERE next_try_at IS NOT NULL`,
  },
] as const;
