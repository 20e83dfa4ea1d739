import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_TABLES, PART_TABLES } from './cases.sql.js';
import { REQUEST_TABLES, VAULT_TABLES } from './requests-and-vault.sql.js';

/** The tables in the order they are made. No foreign keys: api and worker write in any order and meet in `case_id`. */
const TABLES = [...CASE_TABLES, ...PART_TABLES, ...REQUEST_TABLES, ...VAULT_TABLES];

/** What each role may do. The record of what happened can be added to by the app role and changed by the owner only. */
const GRANTS = `
GRANT USAGE ON SCHEMA public TO reinstate_app, reinstate_auditor;
GRANT SELECT, INSERT ON case_event, refusal, history_archive, text TO reinstate_app;
GRANT SELECT, INSERT, UPDATE ON case_ref, case_view, case_run, case_deadline, case_material, communication, document,
  turnover, request, subject TO reinstate_app;
GRANT SELECT ON migration TO reinstate_app;
GRANT SELECT ON case_ref, case_event, case_view, case_run, history_archive, case_deadline, case_material,
  communication, document, turnover, request, refusal, text, migration TO reinstate_auditor`;

/** The record of cases: events, their fold, runs, requests, refusals, documents and the vault. */
export class RecordOfCases1795392000000 implements MigrationInterface {
  name = 'RecordOfCases1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { sql } of TABLES) await runner.query(sql);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = TABLES.map(({ table }) => table).reverse();
    await runner.query(`DROP TABLE ${tables.join(', ')}`);
  }
}
