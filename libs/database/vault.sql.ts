import { prepared } from './prepared.js';

/** A subject's wrapped key: IV of 12 bytes, tag of 16, ciphertext. */
export interface SubjectRow {
  readonly subject_id: string;
  readonly wrapped_key: Buffer;
  readonly key_id: string;
}

/** A sealed text with its subject's key. */
export interface TextRow extends SubjectRow {
  readonly text_id: string;
  readonly ciphertext: Buffer;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly commitment: string;
}

export const SUBJECT = prepared(
  'SELECT subject',
  'SELECT subject_id, wrapped_key, key_id FROM subject WHERE subject_key = $1',
);

export const SUBJECT_OF_CASE = prepared(
  'SELECT subject of case',
  `
SELECT subject_id, wrapped_key, key_id FROM case_view JOIN subject ON subject_key = institution_code || ':' || merchant_no
WHERE case_id = $1`,
);

export const ADD_SUBJECT = prepared(
  'INSERT INTO subject',
  `
INSERT INTO subject (subject_id, subject_key, wrapped_key, key_id) VALUES ($1, $2, $3, $4)
ON CONFLICT (subject_key) DO NOTHING RETURNING subject_id`,
);

export const ADD_TEXTS = prepared(
  'INSERT INTO text',
  `
INSERT INTO text (case_id, subject_id, text_id, ciphertext, iv, tag, commitment)
SELECT $1, $2::uuid, * FROM unnest($3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::text[])`,
);

export const TEXTS = `
SELECT subject_id, wrapped_key, key_id, text_id, ciphertext, iv, tag, commitment
FROM text JOIN subject USING (subject_id) WHERE text_id = ANY($1)`;
