import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The usual turnover of a case's merchant as it was handed in last; what an estimate is reckoned from. */
@Entity('turnover')
export class TurnoverEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'turnover_pkey' })
  caseId!: string;

  @Column('json')
  turnover!: unknown;

  @Column('text', { name: 'handed_in_by' })
  handedInBy!: string;

  @Column({ type: 'timestamptz', name: 'handed_in_at', precision: 3, default: () => 'clock_timestamp()' })
  handedInAt!: Date;
}
