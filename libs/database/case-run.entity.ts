import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One Temporal run of a case. The runs of a case follow one another by `previous_run_id`. */
@Entity('case_run')
@Index('case_run_case_idx', ['caseId'])
@Index('case_run_unarchived_idx', ['endedAt'], {
  where: 'archived_at IS NULL AND lost_at IS NULL AND ended_at IS NOT NULL',
})
@Index('case_run_lost_idx', ['lostAt'], { where: 'lost_at IS NOT NULL' })
export class CaseRunEntity {
  @PrimaryColumn('text', { name: 'run_id', primaryKeyConstraintName: 'case_run_pkey' })
  runId!: string;

  @Column('text', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'previous_run_id', nullable: true })
  previousRunId!: string | null;

  /** When the record first heard of the run, by the database's clock. */
  @Column({ type: 'timestamptz', name: 'started_at', precision: 3, default: () => 'clock_timestamp()' })
  startedAt!: Date;

  /** Hash of the workflow bundle it ran on when it was registered. */
  @Column('text', { name: 'build_id' })
  buildId!: string;

  /** When the run announced its end, or its successor came; Temporal closes it about then. */
  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'archived_at', precision: 3, nullable: true })
  archivedAt!: Date | null;

  /** When Temporal was found to have lost it before its history was kept. */
  @Column({ type: 'timestamptz', name: 'lost_at', precision: 3, nullable: true })
  lostAt!: Date | null;
}
