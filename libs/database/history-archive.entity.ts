import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The whole Temporal history of one ended run, in the form `historyToJSON` writes, for as long as cases are kept. */
@Entity('history_archive')
@Index('history_archive_case_idx', ['caseId'])
@Index('history_archive_archived_idx', ['archivedAt'])
@Check('history_archive_sha256_check', 'octet_length(sha256) = 32')
export class HistoryArchiveEntity {
  @PrimaryColumn('text', { name: 'run_id', primaryKeyConstraintName: 'history_archive_pkey' })
  runId!: string;

  @Column('text', { name: 'case_id' })
  caseId!: string;

  /** The JSON text, gzip'd. */
  @Column('bytea')
  history!: Buffer;

  /** Of the JSON text before gzip. */
  @Column('bytea')
  sha256!: Buffer;

  @Column({ type: 'timestamptz', name: 'archived_at', precision: 3, default: () => 'clock_timestamp()' })
  archivedAt!: Date;
}
