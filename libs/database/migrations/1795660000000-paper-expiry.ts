import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers found by the day they expire, and messages about them, which no event of a case sends. */
export class PaperExpiry1795660000000 implements MigrationInterface {
  name = 'PaperExpiry1795660000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX document_valid_until_idx ON document (valid_until, document_id) WHERE valid_until IS NOT NULL',
    );
    await runner.query('ALTER TABLE communication ALTER COLUMN changed_seq DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM communication WHERE changed_seq IS NULL');
    await runner.query('ALTER TABLE communication ALTER COLUMN changed_seq SET NOT NULL');
    await runner.query('DROP INDEX document_valid_until_idx');
  }
}
