import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One communication about a case: a message the case sent to the merchant (with a template; the mailbox of the
 * standalone channel reads these), a message that a paper of the case expires, or a talk, call or letter somebody logged
 * (with the text of its summary).
 */
@Entity('communication')
@Index('communication_case_idx', ['caseId', 'sentAt'])
@Index('communication_open_idx', ['sentAt'], { where: 'delivered_at IS NULL AND template IS NOT NULL' })
export class CommunicationEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'communication_pkey' })
  caseId!: string;

  /** The message's own id, `expiry:<document>:<days before>`, or `logged:<seq>`. */
  @PrimaryColumn('text', { name: 'communication_id', primaryKeyConstraintName: 'communication_pkey' })
  communicationId!: string;

  /** IN or OUT, seen from the institution. */
  @Column('text')
  direction!: string;

  /** Null for a message of the case: the institution's channel chooses. */
  @Column('text', { nullable: true })
  channel!: string | null;

  @Column('text')
  party!: string;

  @Column('text', { nullable: true })
  template!: string | null;

  /** The wording the text was made from; null for a logged one. */
  @Column('text', { name: 'template_version', nullable: true })
  templateVersion!: string | null;

  /** What the merchant was told, word for word; it names no person. */
  @Column('text', { name: 'text_zh', nullable: true })
  textZh!: string | null;

  @Column('text', { name: 'text_en', nullable: true })
  textEn!: string | null;

  /** Vault text of the summary. */
  @Column('text', { name: 'text_id', nullable: true })
  textId!: string | null;

  /** Case time, as `delivered_at` is; the database's clock where the case did not send it. */
  @Column({ type: 'timestamptz', name: 'sent_at', precision: 3 })
  sentAt!: Date;

  /** When the gateway took it, by the database's clock; null for one that lies in the mailbox. */
  @Column({ type: 'timestamptz', name: 'handed_over_at', precision: 3, nullable: true })
  handedOverAt!: Date | null;

  /** Null until delivery is proven. */
  @Column({ type: 'timestamptz', name: 'delivered_at', precision: 3, nullable: true })
  deliveredAt!: Date | null;

  /** The deadline its proven delivery starts. */
  @Column('text', { nullable: true })
  starts!: string | null;

  /** Null for a message the case itself knows nothing of: that one of its papers expires. */
  @Column('integer', { name: 'changed_seq', nullable: true })
  changedSeq!: number | null;
}
