/** Tables of the floor and of the second reference, beside the product's own in the same database. */
export const MAKE_TABLES = `
CREATE SCHEMA bench;
CREATE TABLE bench.message (case_id text, seq int, body text, PRIMARY KEY (case_id, seq));
CREATE TABLE bench.state (case_id text PRIMARY KEY, seq int, state text)`;

/** Writes a message; again without harm. */
export const WRITE_ROW = 'INSERT INTO bench.message (case_id, seq, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';

/** Brings a case to its new state. */
export const WRITE_STATE = `
INSERT INTO bench.state (case_id, seq, state) VALUES ($1, $2, $3)
ON CONFLICT (case_id) DO UPDATE SET seq = excluded.seq, state = excluded.state`;
