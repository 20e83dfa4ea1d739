import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** STORED: the bytes lie in the document storage; ATTACHED: an event of the case names them. */
export const DOCUMENT_STATES = ['STORED', 'ATTACHED'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** One uploaded paper; its bytes lie in the document storage under `storage_key`. */
@Entity('document')
@Index('document_case_idx', ['caseId'])
@Index('document_valid_until_idx', ['validUntil', 'documentId'], { where: 'valid_until IS NOT NULL' })
@Check('document_sha256_check', 'octet_length(sha256) = 32')
export class DocumentEntity {
  @PrimaryColumn('text', { name: 'document_id', primaryKeyConstraintName: 'document_pkey' })
  documentId!: string;

  @Column('text', { name: 'case_id' })
  caseId!: string;

  /** Code of the material it was uploaded for. */
  @Column('text')
  material!: string;

  @Column('bytea')
  sha256!: Buffer;

  /** Length in bytes. */
  @Column('integer')
  bytes!: number;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('text', { name: 'uploaded_by' })
  uploadedBy!: string;

  /** PAPER or ELECTRONIC. */
  @Column('text', { nullable: true })
  medium!: string | null;

  /** When the paper reached the institution: decides timeliness. */
  @Column({ type: 'timestamptz', name: 'received_at', precision: 3, nullable: true })
  receivedAt!: Date | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('text', { default: 'STORED' })
  state!: DocumentState;
}
