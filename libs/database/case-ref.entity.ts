import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One line of one issuer's notice and the case it opened. Committed before the workflow starts, with all that is
 * needed to start it: whoever comes first, a repeater or the relay, starts the same case.
 */
@Entity('case_ref')
@Unique('case_ref_line_key', ['issuer', 'noticeNo', 'merchantNo'])
@Index('case_ref_unstarted_idx', ['createdAt'], { where: 'started_at IS NULL' })
/** Over `issuer` and the date on the notice within `opening`: the migration makes it. */
@Index('case_ref_day_idx', { synchronize: false })
@Check('case_ref_body_hash_check', 'octet_length(body_hash) = 32')
export class CaseRefEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'case_ref_pkey' })
  caseId!: string;

  @Column('text')
  issuer!: string;

  @Column('text', { name: 'notice_no' })
  noticeNo!: string;

  @Column('text', { name: 'merchant_no' })
  merchantNo!: string;

  /** SHA-256 of the notice's canonical content: tells a repeat from an amendment. */
  @Column('bytea', { name: 'body_hash' })
  bodyHash!: Buffer;

  /** The command envelope the workflow is started with, letter by letter: `json`, not `jsonb`. */
  @Column('json')
  opening!: unknown;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;

  /** Null until the workflow is known to run. */
  @Column({ type: 'timestamptz', name: 'started_at', precision: 3, nullable: true })
  startedAt!: Date | null;
}
