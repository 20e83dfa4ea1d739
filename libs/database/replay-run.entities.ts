import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One standing replay: many cases run once more through the workflow code, ending in a signed report. */
@Entity('replay_run')
@Index('replay_run_occasion_key', ['occasion'], { unique: true })
@Index('replay_run_unfinished_idx', ['createdAt'], { where: 'finished_at IS NULL AND abandoned_at IS NULL' })
export class ReplayRunEntity {
  @PrimaryColumn('text', { name: 'run_id', primaryKeyConstraintName: 'replay_run_pkey' })
  runId!: string;

  /** What it was begun for: `request:<id>`, `release:<build>` or `night:<day in China>`; each once. */
  @Column('text')
  occasion!: string;

  /** Person id; `system:standing-replay` for one nobody asked for. */
  @Column('text', { name: 'requested_by' })
  requestedBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3, default: () => 'clock_timestamp()' })
  createdAt!: Date;

  /** Cases at most; null for all. */
  @Column('integer', { nullable: true })
  sample!: number | null;

  /** Cases are taken in the order of the MD5 of seed and case id, so anybody can tell that a sample was not picked. */
  @Column('text')
  seed!: string;

  /** Institutions whose cases are looked at; null for all. */
  @Column('text', { array: true, nullable: true })
  institutions!: string[] | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  state!: string | null;

  /** Processes of each worker that share it; null for the worker's own setting. */
  @Column('integer', { nullable: true })
  processes!: number | null;

  /** Workflow code that judges; null until the cases are chosen. Another build does not go on with it. */
  @Column('text', { name: 'build_id', nullable: true })
  buildId!: string | null;

  @Column({ type: 'timestamptz', name: 'chosen_at', precision: 3, nullable: true })
  chosenAt!: Date | null;

  /** Cases chosen. */
  @Column('integer', { nullable: true })
  total!: number | null;

  @Column({ type: 'timestamptz', name: 'finished_at', precision: 3, nullable: true })
  finishedAt!: Date | null;

  /** Its build is gone and nobody goes on with it. */
  @Column({ type: 'timestamptz', name: 'abandoned_at', precision: 3, nullable: true })
  abandonedAt!: Date | null;

  /** The canonical text of the signed report. */
  @Column('text', { nullable: true })
  report!: string | null;

  /** When the report was written to the second place of signed heads. */
  @Column({ type: 'timestamptz', name: 'published_at', precision: 3, nullable: true })
  publishedAt!: Date | null;
}

/** One case of a standing replay, and what it came to once it is judged. */
@Entity('replay_verdict')
@Index('replay_verdict_open_idx', ['runId', 'place'], { where: 'judged_at IS NULL' })
@Index('replay_verdict_failed_idx', ['runId', 'place'], { where: `outcome <> 'SOUND'` })
export class ReplayVerdictEntity {
  @PrimaryColumn('text', { name: 'run_id', primaryKeyConstraintName: 'replay_verdict_pkey' })
  runId!: string;

  /** From 1, without gaps. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'replay_verdict_pkey' })
  place!: number;

  @Column('text', { name: 'case_id' })
  caseId!: string;

  /** A process has it to itself until then. */
  @Column({ type: 'timestamptz', name: 'leased_until', precision: 3, nullable: true })
  leasedUntil!: Date | null;

  /** How often a process took it. */
  @Column('integer', { default: 0 })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'judged_at', precision: 3, nullable: true })
  judgedAt!: Date | null;

  /** SOUND, WRONG, or UNJUDGED where no process came to an end with it. */
  @Column('text', { nullable: true })
  outcome!: string | null;

  /** Whether its last run goes on. */
  @Column('boolean', { nullable: true })
  open!: boolean | null;

  @Column('integer', { nullable: true })
  runs!: number | null;

  /** Case events computed anew. */
  @Column('integer', { nullable: true })
  events!: number | null;

  @Column('integer', { name: 'history_events', nullable: true })
  historyEvents!: number | null;

  @Column('integer', { name: 'replay_ms', nullable: true })
  replayMs!: number | null;

  /** Up to this seq record and replay were held side by side. */
  @Column('integer', { name: 'compared_seq', nullable: true })
  comparedSeq!: number | null;

  @Column('integer', { name: 'first_wrong_seq', nullable: true })
  firstWrongSeq!: number | null;

  /** The first things found wrong, each with its seq. */
  @Column('jsonb', { nullable: true })
  problems!: unknown;
}
