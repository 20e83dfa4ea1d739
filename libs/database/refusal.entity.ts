import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One refusal that was answered, with what proves it: `decide` on the case folded up to `seq`, with this command, this
 * `now` and these versions, gives the same code. The app role may add rows and read them, nothing else.
 */
@Entity('refusal')
@Index('refusal_at_idx', ['at', 'refusalId'])
@Index('refusal_case_idx', ['caseId', 'at'])
@Index('refusal_actor_idx', ['actorId', 'at'])
@Index('refusal_code_idx', ['code', 'at'])
@Check('refusal_hash_check', 'octet_length(state_hash) = 32 AND octet_length(chain_head) = 32')
export class RefusalEntity {
  @PrimaryColumn('uuid', { name: 'refusal_id', primaryKeyConstraintName: 'refusal_pkey' })
  refusalId!: string;

  /** Null where no case was reached. */
  @Column('text', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** The database's clock. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  at!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_roles', array: true })
  actorRoles!: string[];

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column('text')
  code!: string;

  /** The rule that said no; null where none of the table did. */
  @Column('text', { name: 'rule_row', nullable: true })
  ruleRow!: string | null;

  /** Last event of the case that was decided on; 0 before the first. */
  @Column('integer', { nullable: true })
  seq!: number | null;

  @Column('bytea', { name: 'state_hash', nullable: true })
  stateHash!: Buffer | null;

  /** Hash of the case's last event, where the refusing side knew it. */
  @Column('bytea', { name: 'chain_head', nullable: true })
  chainHead!: Buffer | null;

  /** The `now` it was decided with: case time. */
  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3, nullable: true })
  decidedAt!: Date | null;

  /** Canonical bytes of the refused command; null where it was refused unread. */
  @Column('bytea', { nullable: true })
  command!: Buffer | null;

  @Column('text', { name: 'policy_version', nullable: true })
  policyVersion!: string | null;

  @Column('text', { name: 'calendar_version', nullable: true })
  calendarVersion!: string | null;

  @Column('integer', { name: 'rules_revision', nullable: true })
  rulesRevision!: number | null;
}
