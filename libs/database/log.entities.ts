import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One leaf of the Merkle log, in the order of its index, which has no gaps. The app role may add rows and read them,
 * nothing else.
 */
@Entity('log_leaf')
@Index('log_leaf_case_idx', ['caseId', 'leafIndex'])
@Index('log_leaf_subject_idx', ['kind', 'subject'])
@Check('log_leaf_index_check', 'leaf_index >= 0')
@Check('log_leaf_nodes_check', 'octet_length(nodes) >= 32 AND octet_length(nodes) % 32 = 0')
export class LogLeafEntity {
  @PrimaryColumn('bigint', { name: 'leaf_index', primaryKeyConstraintName: 'log_leaf_pkey' })
  leafIndex!: string;

  /** HEAD, RECEIVED, REFUSED, ARCHIVED or KEY. */
  @Column('text')
  kind!: string;

  @Column('text', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** What it is about within its kind: a seq, an inbox, refusal, run or key id. */
  @Column('text')
  subject!: string;

  /** Its canonical text, letter by letter: the leaf is the UTF-8 of it. */
  @Column('text')
  leaf!: string;

  /** Hashes of the full subtrees this leaf completes, 32 bytes each; the first is its own. */
  @Column('bytea')
  nodes!: Buffer;

  @Column({ type: 'timestamptz', name: 'added_at', precision: 3, default: () => 'clock_timestamp()' })
  addedAt!: Date;
}

/** One signed head of the log. Added to by the app role, changed by nobody. */
@Entity('checkpoint')
@Check('checkpoint_hash_check', 'octet_length(root) = 32 AND octet_length(signature) = 64')
export class CheckpointEntity {
  /** The database's clock; each is later than the one before. */
  @PrimaryColumn({ type: 'timestamptz', precision: 3, primaryKeyConstraintName: 'checkpoint_pkey' })
  at!: Date;

  /** Number of leaves. */
  @Column('bigint')
  size!: string;

  @Column('bytea')
  root!: Buffer;

  @Column('text', { name: 'key_id' })
  keyId!: string;

  /** Ed25519. */
  @Column('bytea')
  signature!: Buffer;
}

/** One look at a case or a document by a person, written before what was looked at is handed out. */
@Entity('access_log')
@Index('access_log_at_idx', ['at', 'accessId'])
@Index('access_log_case_idx', ['caseId', 'at'])
@Index('access_log_actor_idx', ['actorId', 'at'])
@Index('access_log_action_idx', ['action', 'at'], { where: "action <> 'CASE_READ'" })
export class AccessLogEntity {
  @PrimaryColumn('uuid', { name: 'access_id', primaryKeyConstraintName: 'access_log_pkey' })
  accessId!: string;

  /** The database's clock. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  at!: Date;

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_roles', array: true })
  actorRoles!: string[];

  /** CASE_READ, CASE_AUDITED, BUNDLE_TAKEN, DOCUMENT_DOWNLOADED or DATA_REVEALED. */
  @Column('text')
  action!: string;

  /** The address, as the contract writes it. */
  @Column('text')
  route!: string;

  @Column('text', { name: 'case_id', nullable: true })
  caseId!: string | null;

  @Column('text', { name: 'document_id', nullable: true })
  documentId!: string | null;
}
