import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How a list came. */
export const BATCH_FORMATS = ['NDJSON', 'CSV', 'XLSX'] as const;
export type BatchFormat = (typeof BATCH_FORMATS)[number];

/**
 * What of a list was kept: its very bytes; a copy in which the rows that held card data have `*` for every digit; or
 * nothing but its hash, where it held card data that cannot be taken out.
 */
export const BATCH_COPIES = ['AS_SENT', 'MASKED', 'WITHHELD'] as const;
export type BatchCopy = (typeof BATCH_COPIES)[number];

/** What became of a line; PENDING ones come again when the list is sent again. */
export const LINE_STATES = ['PENDING', 'OPENED', 'REPEAT', 'AMENDMENT', 'REFUSED'] as const;
export type LineState = (typeof LINE_STATES)[number];

const instant = { type: 'timestamptz', precision: 3 } as const;
const fen = { type: 'numeric', precision: 30, scale: 0 } as const;

/** One file that listed many notices, committed before the first of them is opened. */
@Entity('notice_batch')
@Check('notice_batch_sha256_check', 'octet_length(sha256) = 32')
export class NoticeBatchEntity {
  @PrimaryColumn('text', { name: 'batch_id', primaryKeyConstraintName: 'notice_batch_pkey' })
  batchId!: string;

  /** Who sent it. */
  @Column('text', { name: 'actor_id' })
  actorId!: string;

  /** Every institution a line names: who sees all of them sees the batch. */
  @Column('text', { array: true })
  institutions!: string[];

  /** Whose column mapping it was read by. */
  @Column('text')
  sender!: string;

  /** NDJSON, CSV or XLSX. */
  @Column('text')
  format!: string;

  /** Of the bytes as they were sent. */
  @Column('bytea')
  sha256!: Buffer;

  /** Length as it was sent. */
  @Column('integer')
  bytes!: number;

  /** AS_SENT, MASKED or WITHHELD. */
  @Column('text')
  kept!: string;

  /** Of the kept copy. */
  @Column('text', { name: 'media_type' })
  mediaType!: string;

  /** Where the kept copy lies; null when it was withheld. */
  @Column('text', { name: 'storage_key', nullable: true })
  storageKey!: string | null;

  @Column('integer')
  rows!: number;

  /** Sum of all transactions listed. */
  @Column({ ...fen, name: 'amount_fen' })
  amountFen!: string;

  /** Control total its sender gave; null without one. */
  @Column('integer', { name: 'declared_lines', nullable: true })
  declaredLines!: number | null;

  /** Control total its sender gave; null without one. */
  @Column({ ...fen, name: 'declared_fen', nullable: true })
  declaredFen!: string | null;

  @Column({ ...instant, name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  /** When the last of its lines had its outcome. */
  @Column({ ...instant, name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}

/** One line of a list and what became of it. */
@Entity('notice_batch_line')
@Index('notice_batch_line_case_idx', ['caseId'], { where: 'case_id IS NOT NULL' })
export class NoticeBatchLineEntity {
  @PrimaryColumn('text', { name: 'batch_id', primaryKeyConstraintName: 'notice_batch_line_pkey' })
  batchId!: string;

  /** Its number in the file: the first line, a header too, is 1. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'notice_batch_line_pkey' })
  line!: number;

  /** As the line says it; null where it is no notice number, or the line holds card data. */
  @Column('text', { name: 'notice_no', nullable: true })
  noticeNo!: string | null;

  @Column('text', { name: 'merchant_no', nullable: true })
  merchantNo!: string | null;

  /** PENDING, OPENED, REPEAT, AMENDMENT or REFUSED. */
  @Column('text', { default: 'PENDING' })
  state!: string;

  @Column('text', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** Why it was refused. */
  @Column('text', { nullable: true })
  code!: string | null;

  /** Where it is wrong, never what stands there. */
  @Column('json', { default: [] })
  errors!: unknown;

  @Column({ ...instant, name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
