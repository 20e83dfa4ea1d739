import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One showing of personal data: who was shown which fields of which case, why, and until when. Written before anything
 * is shown. The app role may add rows and read them, nothing else.
 */
@Entity('reveal')
@Index('reveal_at_idx', ['at', 'revealId'])
@Index('reveal_case_idx', ['caseId', 'at'])
@Index('reveal_actor_idx', ['actorId', 'at'])
@Check('reveal_fields_check', 'cardinality(fields) > 0')
export class RevealEntity {
  @PrimaryColumn('uuid', { name: 'reveal_id', primaryKeyConstraintName: 'reveal_pkey' })
  revealId!: string;

  /** The database's clock. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  at!: Date;

  @Column('text', { name: 'case_id' })
  caseId!: string;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_roles', array: true })
  actorRoles!: string[];

  /** Members of the notice's `merchant`, such as `legalRep.idNo`; never what they say. */
  @Column('text', { array: true })
  fields!: string[];

  /** The reason's words lie in the vault, and go with the subject's key; the commitment stays. */
  @Column('text', { name: 'reason_text_id' })
  reasonTextId!: string;

  /** HMAC-SHA256(salt, words), hex. */
  @Column('text', { name: 'reason_commitment' })
  reasonCommitment!: string;

  /** After this the same request shows nothing any more. */
  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3 })
  expiresAt!: Date;
}
