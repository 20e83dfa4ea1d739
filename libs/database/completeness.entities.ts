import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

const instant = { type: 'timestamptz', precision: 3 } as const;
const now = { default: () => 'clock_timestamp()' } as const;

/** What an issuer said it sent on one day. Nothing said is overwritten; the youngest of a day counts. */
@Entity('control_total')
@Index('control_total_day_idx', ['partner', 'sandbox', 'day', 'receivedAt'])
export class ControlTotalEntity {
  @PrimaryColumn('uuid', { name: 'total_id', primaryKeyConstraintName: 'control_total_pkey' })
  totalId!: string;

  /** Who told it. */
  @Column('text')
  partner!: string;

  /** Whose notices they are. */
  @Column('text')
  issuer!: string;

  /** The date on the notices. */
  @Column('date')
  day!: string;

  @Column('boolean')
  sandbox!: boolean;

  /** Different notice numbers. */
  @Column('integer')
  notices!: number;

  /** Running number of the last notice. */
  @Column('integer', { name: 'last_sequence', nullable: true })
  lastSequence!: number | null;

  @Column('text', { name: 'notice_nos', array: true, nullable: true })
  noticeNos!: string[] | null;

  @Column({ ...instant, ...now, name: 'received_at' })
  receivedAt!: Date;
}

/** A partner's list of what it held stopped at the end of a day, as it came; the bytes lie in the document store. */
@Entity('status_file')
@Unique('status_file_content_key', ['partner', 'sandbox', 'day', 'sha256'])
@Check('status_file_sha256_check', 'octet_length(sha256) = 32')
export class StatusFileEntity {
  @PrimaryColumn('text', { name: 'file_id', primaryKeyConstraintName: 'status_file_pkey' })
  fileId!: string;

  @Column('text')
  partner!: string;

  @Column('date')
  day!: string;

  @Column('boolean')
  sandbox!: boolean;

  /** NDJSON or CSV. */
  @Column('text')
  form!: string;

  /** Of the bytes. */
  @Column('bytea')
  sha256!: Buffer;

  @Column('text', { name: 'storage_key' })
  storageKey!: string;

  @Column('integer')
  lines!: number;

  /** What the comparison came to: figures only. */
  @Column('json')
  outcome!: unknown;

  @Column({ ...instant, ...now, name: 'received_at' })
  receivedAt!: Date;
}

/** One place at which a partner's list and the record differ, from the first list that shows it to the one that no longer does. */
@Entity('difference')
@Index('difference_standing_key', ['partner', 'sandbox', 'merchantNo', 'itemId', 'kind'], {
  unique: true,
  where: "state <> 'CLOSED'",
})
@Index('difference_age_idx', ['firstDay', 'differenceId'])
export class DifferenceEntity {
  @PrimaryColumn('text', { name: 'difference_id', primaryKeyConstraintName: 'difference_pkey' })
  differenceId!: string;

  @Column('text')
  partner!: string;

  @Column('boolean')
  sandbox!: boolean;

  @Column('text', { name: 'merchant_no' })
  merchantNo!: string;

  /** `LEVEL:place:CAPABILITY`. */
  @Column('text', { name: 'item_id' })
  itemId!: string;

  /** STOPPED_THERE_ONLY, STOPPED_HERE_ONLY, OTHER_CAPABILITY or STOPPED_WITHOUT_CASE. */
  @Column('text')
  kind!: string;

  /** Who has to explain it: PARTNER, OPS or INTAKE. */
  @Column('text')
  owner!: string;

  /** The case that speaks for the place. */
  @Column('text', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** Null where nobody knows whose merchant it is. */
  @Column('text', { name: 'institution_code', nullable: true })
  institutionCode!: string | null;

  /** Its age counts from here. */
  @Column('date', { name: 'first_day' })
  firstDay!: string;

  @Column('date', { name: 'last_day' })
  lastDay!: string;

  @Column('text', { name: 'first_file' })
  firstFile!: string;

  @Column('text', { name: 'last_file' })
  lastFile!: string;

  /** OPEN, EXPLAINED or CLOSED. */
  @Column('text', { default: 'OPEN' })
  state!: string;

  @Column('text', { name: 'explained_by', nullable: true })
  explainedBy!: string | null;

  @Column({ ...instant, name: 'explained_at', nullable: true })
  explainedAt!: Date | null;

  /** Id of the words in the vault. */
  @Column('text', { nullable: true })
  explanation!: string | null;

  @Column('date', { name: 'closed_day', nullable: true })
  closedDay!: string | null;

  @Column('text', { name: 'closed_file', nullable: true })
  closedFile!: string | null;
}
