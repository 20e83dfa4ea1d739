import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One handing in of the usual turnover of a case's merchant; what an estimate is reckoned from. The app role may add rows
 * and read them, nothing else: what was known at an instant can be asked for later.
 */
@Entity('turnover')
@Index('turnover_case_idx', ['caseId', 'knownAt', 'handedInAt'])
export class TurnoverEntity {
  @PrimaryColumn('uuid', { name: 'turnover_id', primaryKeyConstraintName: 'turnover_pkey' })
  turnoverId!: string;

  @Column('text', { name: 'case_id' })
  caseId!: string;

  @Column('json')
  turnover!: unknown;

  @Column('text', { name: 'handed_in_by' })
  handedInBy!: string;

  /** Case time. */
  @Column({ type: 'timestamptz', name: 'known_at', precision: 3 })
  knownAt!: Date;

  /** The database's clock. */
  @Column({ type: 'timestamptz', name: 'handed_in_at', precision: 3, default: () => 'clock_timestamp()' })
  handedInAt!: Date;
}
