import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was given up is looked for among all that was ever delivered. */
export class PartnerAlarms1795630000001 implements MigrationInterface {
  name = 'PartnerAlarms1795630000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX delivery_given_up_idx ON delivery (created_at) WHERE state = 'GIVEN_UP'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX delivery_given_up_idx');
  }
}
