import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** Whose words and personal data a key protects: one merchant of one institution. Without the key they are gone. */
@Entity('subject')
@Unique('subject_subject_key', ['subjectKey'])
export class SubjectEntity {
  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'subject_pkey' })
  subjectId!: string;

  /** `<institution code>:<merchant no.>`. */
  @Column('text', { name: 'subject_key' })
  subjectKey!: string;

  /** IV ‖ tag ‖ data key under AES-256-GCM with the vault key, subject id as additional data. */
  @Column('bytea', { name: 'wrapped_key' })
  wrappedKey!: Buffer;

  /** Which vault key wrapped it. */
  @Column('text', { name: 'key_id' })
  keyId!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;
}

/** One text of free words or personal fields, sealed; events name it by id and commitment only. */
@Entity('text')
@Index('text_case_idx', ['caseId'])
@Index('text_subject_idx', ['subjectId'])
export class TextEntity {
  @PrimaryColumn('text', { name: 'text_id', primaryKeyConstraintName: 'text_pkey' })
  textId!: string;

  /** What it was said of: a case, or a difference that has none. */
  @Column('text', { name: 'case_id' })
  caseId!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  /** Salt ‖ words under AES-256-GCM with the subject's key, text id as additional data: the salt goes with the words. */
  @Column('bytea')
  ciphertext!: Buffer;

  @Column('bytea')
  iv!: Buffer;

  @Column('bytea')
  tag!: Buffer;

  /** HMAC-SHA256(salt, words), hex. */
  @Column('text')
  commitment!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;
}
