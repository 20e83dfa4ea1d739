import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PARTNER_TABLES } from './partners.sql.js';

const GRANTS = `
GRANT SELECT, INSERT ON outbox, partner_nonce, ownership, partner TO reinstate_app;
GRANT SELECT, INSERT, UPDATE ON partner_key, inbox, endpoint, delivery TO reinstate_app;
GRANT DELETE ON partner_nonce TO reinstate_app;
GRANT SELECT ON partner, ownership, inbox, outbox, delivery TO reinstate_auditor`;

/** Signals in, events out; the view of a case keeps the end of what its partners were told. */
export class Partners1795417200000 implements MigrationInterface {
  name = 'Partners1795417200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { sql } of PARTNER_TABLES) await runner.query(sql);
    await runner.query(`ALTER TABLE case_view ADD COLUMN told_number integer NOT NULL DEFAULT 0,
      ADD COLUMN told_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')`);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE case_view DROP COLUMN told_number, DROP COLUMN told_hash');
    await runner.query(`DROP TABLE ${PARTNER_TABLES.map(({ table }) => table).join(', ')}`);
  }
}
