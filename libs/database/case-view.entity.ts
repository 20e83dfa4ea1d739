import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One case as lists and pages need it: the fold of its recorded events, never ahead of them and never behind. */
@Entity('case_view')
@Index('case_view_due_idx', ['dueReal', 'caseId'])
@Index('case_view_queue_idx', ['queue', 'dueReal', 'caseId'])
@Index('case_view_institution_idx', ['institutionCode', 'dueReal', 'caseId'])
@Index('case_view_assignee_idx', ['assignee', 'dueReal', 'caseId'], { where: 'assignee IS NOT NULL' })
@Index('case_view_updated_idx', ['updatedAt', 'caseId'])
@Index('case_view_open_idx', ['caseId'], { where: 'closed_at IS NULL' })
@Index('case_view_opened_idx', ['openedAt', 'caseId'])
@Index('case_view_merchant_idx', ['merchantNo'])
@Index('case_view_notice_idx', ['noticeNo'])
@Index('case_view_stopped_idx', ['caseId'], {
  where: `jsonb_path_exists(folded,
  '$.scope[*] ? (@.status != "RESTORED" && @.status != "REPLACED" && @.status != "DECOMMISSIONED")')`,
})
@Check('case_view_hash_check', 'octet_length(last_hash) = 32')
export class CaseViewEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'case_view_pkey' })
  caseId!: string;

  @Column('text')
  state!: string;

  /** Who has to act next: a staff role, MERCHANT, EXTERNAL or CLOSED. */
  @Column('text')
  queue!: string;

  @Column('text', { array: true })
  reasons!: string[];

  @Column('text', { name: 'institution_code' })
  institutionCode!: string;

  @Column('text', { name: 'merchant_no' })
  merchantNo!: string;

  @Column('text', { name: 'notice_no' })
  noticeNo!: string;

  @Column('text')
  issuer!: string;

  @Column('text', { nullable: true })
  assignee!: string | null;

  @Column('integer')
  priority!: number;

  @Column('boolean')
  sandbox!: boolean;

  /** Case time, as `closed_at` and `next_due_at` are. */
  @Column({ type: 'timestamptz', name: 'opened_at', precision: 3 })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'closed_at', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'next_due_at', precision: 3, nullable: true })
  nextDueAt!: Date | null;

  /** `next_due_at` without the sandbox offset, comparable with the wall clock; `infinity` where nothing is due. */
  @Column({ type: 'timestamptz', name: 'due_real', precision: 3 })
  dueReal!: Date | number;

  /** Whether a deadline ran out while the case stood where it still stands. */
  @Column('boolean')
  overdue!: boolean;

  @Column('integer', { name: 'last_seq' })
  lastSeq!: number;

  @Column('bytea', { name: 'last_hash' })
  lastHash!: Buffer;

  /** Number and hash of the last thing partners were told of this case. */
  @Column('integer', { name: 'told_number', default: 0 })
  toldNumber!: number;

  @Column('bytea', { name: 'told_hash', default: () => `decode(repeat('00', 32), 'hex')` })
  toldHash!: Buffer;

  @Column('text', { name: 'policy_version' })
  policyVersion!: string;

  @Column({ type: 'timestamptz', name: 'updated_at', precision: 3, default: () => 'clock_timestamp()' })
  updatedAt!: Date;

  /** The folded case. */
  @Column('jsonb', { name: 'folded' })
  folded!: unknown;
}
