import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * RUNNING: somebody is at it; UNKNOWN: sent, without an answer; DONE: answered, a refusal included;
 * NOT_EXECUTED: known never to be carried out.
 */
export const REQUEST_STATES = ['RUNNING', 'DONE', 'UNKNOWN', 'NOT_EXECUTED'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** One idempotent request of a person or partner: reserved before anything is done, kept with its outcome. */
@Entity('request')
@Unique('request_actor_key', ['actorId', 'key'])
@Index('request_open_idx', ['lockedUntil'], { where: "state IN ('RUNNING', 'UNKNOWN')" })
@Check('request_body_hash_check', 'octet_length(body_hash) = 32')
export class RequestEntity {
  /** Also the id of the Temporal update and the `request_id` of the events it causes. */
  @PrimaryColumn('text', { name: 'request_id', primaryKeyConstraintName: 'request_pkey' })
  requestId!: string;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  /** The Idempotency-Key. */
  @Column('text')
  key!: string;

  @Column('text')
  route!: string;

  @Column('bytea', { name: 'body_hash' })
  bodyHash!: Buffer;

  @Column('text', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** The envelope as it is sent, letter by letter (`json`, not `jsonb`), so that another process can take over. */
  @Column('json', { nullable: true })
  command!: unknown;

  /** After this it is never carried out. */
  @Column({ type: 'timestamptz', name: 'valid_until', precision: 3, nullable: true })
  validUntil!: Date | null;

  @Column('text', { default: 'RUNNING' })
  state!: RequestState;

  /** HTTP status and body of the outcome. */
  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('json', { nullable: true })
  answer!: unknown;

  /** Until then the process that reserved it has it to itself. */
  @Column({ type: 'timestamptz', name: 'locked_until', precision: 3 })
  lockedUntil!: Date;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', precision: 3, nullable: true })
  finishedAt!: Date | null;
}
