import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One deadline of a case as it stands after the event `changed_seq`. */
@Entity('case_deadline')
@Index('case_deadline_running_idx', ['dueAt'], { where: "status = 'RUNNING'" })
export class CaseDeadlineEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'case_deadline_pkey' })
  caseId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'case_deadline_pkey' })
  name!: string;

  @Column('text')
  owner!: string;

  @Column('text')
  status!: string;

  /** WORKING or NATURAL: which milliseconds the two sums below count. */
  @Column('text')
  unit!: string;

  @Column('bigint', { name: 'budget_ms' })
  budgetMs!: string;

  @Column('bigint', { name: 'remaining_ms' })
  remainingMs!: string;

  /** Case time; null unless it runs or ran. */
  @Column({ type: 'timestamptz', name: 'due_at', precision: 3, nullable: true })
  dueAt!: Date | null;

  @Column('integer')
  extensions!: number;

  @Column('integer', { name: 'changed_seq' })
  changedSeq!: number;
}

/** One paper of a case's checklist as it stands after the event `changed_seq`. */
@Entity('case_material')
export class CaseMaterialEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'case_material_pkey' })
  caseId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'case_material_pkey' })
  code!: string;

  @Column('text')
  requirement!: string;

  @Column('text')
  status!: string;

  /** How often it was asked for, from 1. */
  @Column('integer')
  round!: number;

  @Column('text', { name: 'error_code', nullable: true })
  errorCode!: string | null;

  @Column('text', { name: 'document_ids', array: true })
  documentIds!: string[];

  @Column('integer', { name: 'changed_seq' })
  changedSeq!: number;
}
