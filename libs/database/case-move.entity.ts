import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One move of a case from state to state, by the event `seq`: what the map of the process is counted from. */
@Entity('case_move')
export class CaseMoveEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'case_move_pkey' })
  caseId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'case_move_pkey' })
  seq!: number;

  /** Number of the row in domain §4.3. */
  @Column('text', { name: 'rule_row' })
  ruleRow!: string;

  /** Null for the opening. */
  @Column('text', { name: 'from_state', nullable: true })
  fromState!: string | null;

  @Column('text', { name: 'to_state' })
  toState!: string;

  /** Case time. */
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  /** How long the case stood where it came from, milliseconds of its own clock; null for the opening. */
  @Column('bigint', { name: 'stay_ms', nullable: true })
  stayMs!: string | null;
}
