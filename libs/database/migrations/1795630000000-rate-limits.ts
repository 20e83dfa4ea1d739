import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Columns and their order are those rate-limiter-flexible writes. Nothing is lost with it, so it leaves no log behind. */
const TABLE = `
CREATE UNLOGGED TABLE rate_limit (
  key varchar(255) CONSTRAINT rate_limit_pkey PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
)`;

const GRANTS = `
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO reinstate_app;
GRANT SELECT ON rate_limit TO reinstate_auditor`;

/** Who has asked how often, counted over all api processes. */
export class RateLimits1795630000000 implements MigrationInterface {
  name = 'RateLimits1795630000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLE, GRANTS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rate_limit');
  }
}
