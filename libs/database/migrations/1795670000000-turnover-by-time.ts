import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each handing in of a turnover becomes a row of its own; the one there is of a case counts from when it was handed in. */
const EACH = `
ALTER TABLE turnover DROP CONSTRAINT turnover_pkey;
ALTER TABLE turnover ADD COLUMN turnover_id uuid, ADD COLUMN known_at timestamptz(3);
UPDATE turnover SET turnover_id = gen_random_uuid(), known_at = handed_in_at + coalesce(
  (SELECT (folded ->> 'offsetMs')::bigint FROM case_view WHERE case_view.case_id = turnover.case_id), 0
) * interval '1 millisecond';
ALTER TABLE turnover ALTER COLUMN turnover_id SET NOT NULL, ALTER COLUMN known_at SET NOT NULL,
  ADD CONSTRAINT turnover_pkey PRIMARY KEY (turnover_id);
CREATE INDEX turnover_case_idx ON turnover (case_id, known_at, handed_in_at);
REVOKE UPDATE ON turnover FROM reinstate_app`;

const LAST_ONLY = `
DELETE FROM turnover older USING turnover newer
WHERE newer.case_id = older.case_id
  AND (newer.known_at, newer.handed_in_at, newer.turnover_id) > (older.known_at, older.handed_in_at, older.turnover_id);
DROP INDEX turnover_case_idx;
ALTER TABLE turnover DROP CONSTRAINT turnover_pkey;
ALTER TABLE turnover DROP COLUMN turnover_id, DROP COLUMN known_at, ADD CONSTRAINT turnover_pkey PRIMARY KEY (case_id);
GRANT UPDATE ON turnover TO reinstate_app`;

/** What was known of a merchant's turnover at any time. */
export class TurnoverByTime1795670000000 implements MigrationInterface {
  name = 'TurnoverByTime1795670000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EACH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(LAST_ONLY);
  }
}
