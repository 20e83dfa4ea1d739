import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One case as it was when its run was last looked at, and whether it is frozen: its run is gone, or holds another life
 * than the record. A frozen case takes no commands until two persons have started it again.
 */
@Entity('case_watch')
@Index('case_watch_checked_idx', ['checkedAt'])
@Index('case_watch_frozen_idx', ['frozenAt'], { where: 'frozen_at IS NOT NULL' })
@Check('case_watch_hash_check', 'octet_length(hash) = 32')
export class CaseWatchEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'case_watch_pkey' })
  caseId!: string;

  /** The database's clock, as all instants here. */
  @Column({ type: 'timestamptz', name: 'checked_at', precision: 3, default: () => 'clock_timestamp()' })
  checkedAt!: Date;

  /** Last event of the record then. */
  @Column('integer')
  seq!: number;

  @Column('bytea')
  hash!: Buffer;

  /** The open run that was found in order, and how long its history was; null where none was. */
  @Column('text', { name: 'run_id', nullable: true })
  runId!: string | null;

  @Column('integer', { name: 'history_length', nullable: true })
  historyLength!: number | null;

  /** Null while the case is not frozen. */
  @Column({ type: 'timestamptz', name: 'frozen_at', precision: 3, nullable: true })
  frozenAt!: Date | null;

  /** NO_RUN, RUN_ENDED, RUN_BEHIND or RUN_DIFFERS. */
  @Column('text', { nullable: true })
  cause!: string | null;

  /** The first of the two persons who start it again. */
  @Column('text', { name: 'proposed_by', nullable: true })
  proposedBy!: string | null;

  /** The roles of theirs under which they may. */
  @Column('text', { name: 'proposed_as', array: true, nullable: true })
  proposedAs!: string[] | null;

  @Column({ type: 'timestamptz', name: 'proposed_at', precision: 3, nullable: true })
  proposedAt!: Date | null;

  @Column('text', { name: 'proposal_request', nullable: true })
  proposalRequest!: string | null;
}
