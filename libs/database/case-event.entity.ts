import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One event of a case as the workflow chained it: the truth the rest of the record is folded from. The app role may
 * add rows and read them, nothing else. `request_id` is the lasting memory of requests.
 */
@Entity('case_event')
@Index('case_event_request_idx', ['caseId', 'requestId'])
@Index('case_event_merge_idx', ['recordedAt'], { where: "type = 'MERGE_INTO'" })
@Check('case_event_hash_check', 'octet_length(hash) = 32 AND octet_length(previous_hash) = 32')
@Check('case_event_seq_check', 'seq > 0')
export class CaseEventEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'case_event_pkey' })
  caseId!: string;

  /** Gapless from 1 over the whole life of the case. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'case_event_pkey' })
  seq!: number;

  @Column('text')
  type!: string;

  /** Case time, sandbox offset included. */
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** The database's clock. */
  @Column({ type: 'timestamptz', name: 'recorded_at', precision: 3, default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_role' })
  actorRole!: string;

  @Column('text', { name: 'request_id' })
  requestId!: string;

  /** The exact canonical bytes that were hashed. */
  @Column('bytea')
  bytes!: Buffer;

  /** SHA-256(0x00 ‖ previous hash ‖ bytes). */
  @Column('bytea')
  hash!: Buffer;

  @Column('bytea', { name: 'previous_hash' })
  previousHash!: Buffer;
}
