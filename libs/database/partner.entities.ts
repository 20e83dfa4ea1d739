import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

const instant = { type: 'timestamptz', precision: 3 } as const;
const now = { default: () => 'clock_timestamp()' } as const;

/** One partner system. */
@Entity('partner')
export class PartnerEntity {
  /** Short name in lower case, in signatures and ownership. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'partner_pkey' })
  code!: string;

  /** May open sandbox cases and move their clocks. */
  @Column('boolean', { default: false })
  sandbox!: boolean;
}

/** One key a partner signs with, or a secret it shares with us; several may be live while one replaces another. */
@Entity('partner_key')
export class PartnerKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'partner_key_pkey' })
  partner!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'partner_key_pkey' })
  serial!: string;

  /** What may be verified with it, and nothing else: the message never chooses. */
  @Column('text')
  algorithm!: string;

  /** PEM; null for a shared secret. */
  @Column('text', { name: 'public_key', nullable: true })
  publicKey!: string | null;

  /** Shared secret, sealed under the vault's key. */
  @Column('bytea', { name: 'sealed_secret', nullable: true })
  sealedSecret!: Buffer | null;

  @Column({ ...instant, ...now, name: 'not_before' })
  notBefore!: Date;

  @Column({ ...instant, name: 'not_after', nullable: true })
  notAfter!: Date | null;
}

/** A nonce that was used, seen by every api process; kept ten minutes. */
@Entity('partner_nonce')
@Index('partner_nonce_seen_idx', ['seenAt'])
export class PartnerNonceEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'partner_nonce_pkey' })
  partner!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'partner_nonce_pkey' })
  nonce!: string;

  @Column({ ...instant, ...now, name: 'seen_at' })
  seenAt!: Date;
}

/** Which merchants are a partner's, in what relation, from when until when. `*` stands for every institution or merchant. */
@Entity('ownership')
export class OwnershipEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'ownership_pkey' })
  partner!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'ownership_pkey' })
  institution!: string;

  /** A merchant number, or the beginning of one. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'ownership_pkey' })
  merchants!: string;

  /** ACQUIRER, SERVICER or CHANNEL. */
  @Column('text')
  relation!: string;

  @PrimaryColumn({ ...instant, name: 'valid_from', primaryKeyConstraintName: 'ownership_pkey' })
  validFrom!: Date;

  @Column({ ...instant, name: 'valid_until', nullable: true })
  validUntil!: Date | null;
}

/** One partner signal as received, committed before anything is answered. */
@Entity('inbox')
@Unique('inbox_signal_key', ['partner', 'signalId'])
@Index('inbox_due_idx', ['nextTryAt'], { where: 'next_try_at IS NOT NULL' })
@Index('inbox_received_idx', ['receivedAt'])
@Check('inbox_body_hash_check', 'octet_length(body_hash) = 32')
export class InboxEntity {
  /** Also the request id of the signal to the workflow. */
  @PrimaryColumn('text', { name: 'inbox_id', primaryKeyConstraintName: 'inbox_pkey' })
  inboxId!: string;

  @Column('text')
  partner!: string;

  @Column('text', { name: 'signal_id' })
  signalId!: string;

  @Column('text', { name: 'event_type' })
  eventType!: string;

  /** As received, suspected card numbers masked. */
  @Column('json')
  body!: unknown;

  /** Of the raw bytes. */
  @Column('bytea', { name: 'body_hash' })
  bodyHash!: Buffer;

  @Column({ ...instant, name: 'occurred_at' })
  occurredAt!: Date;

  @Column({ ...instant, ...now, name: 'received_at' })
  receivedAt!: Date;

  /** Null while the case it speaks of is not known. */
  @Column('text', { name: 'case_id', nullable: true })
  caseId!: string | null;

  /** What it says in the case's words; empty while the case is not known. */
  @Column('json', { default: [] })
  facts!: unknown;

  /** ACCEPTED, APPLIED, PARKED, REJECTED or DUPLICATE. */
  @Column('text', { default: 'ACCEPTED' })
  state!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  /** What was answered: seq and state of the case. */
  @Column('json', { nullable: true })
  outcome!: unknown;

  /** What the sender should mend. */
  @Column('json', { default: [] })
  findings!: unknown;

  @Column('integer', { default: 0 })
  tries!: number;

  /** When it was said aloud that it has been parked for a day. */
  @Column({ ...instant, name: 'alarmed_at', nullable: true })
  alarmedAt!: Date | null;

  /** When the sweeper looks at it again; null when nothing is left to do. */
  @Column({ ...instant, name: 'next_try_at', nullable: true })
  nextTryAt!: Date | null;
}

/** One event partners of a case may see, numbered from 1 per case and chained; written with the events it comes from. */
@Entity('outbox')
@Index('outbox_created_idx', ['createdAt', 'caseId', 'number'])
export class OutboxEntity {
  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'outbox_pkey' })
  caseId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'outbox_pkey' })
  number!: number;

  @Column('text', { name: 'merchant_no' })
  merchantNo!: string;

  @Column('text', { name: 'institution_code' })
  institutionCode!: string;

  @Column('boolean')
  sandbox!: boolean;

  @Column('text')
  type!: string;

  @Column({ ...instant })
  at!: Date;

  /** The case event it tells of. */
  @Column('integer', { name: 'event_seq' })
  eventSeq!: number;

  @Column('json')
  payload!: unknown;

  @Column('bytea')
  hash!: Buffer;

  @Column('bytea', { name: 'previous_hash' })
  previousHash!: Buffer;

  @Column({ ...instant, ...now, name: 'created_at' })
  createdAt!: Date;
}

/** Where a partner wants to be told. */
@Entity('endpoint')
@Index('endpoint_partner_idx', ['partner'])
export class EndpointEntity {
  @PrimaryColumn('text', { name: 'endpoint_id', primaryKeyConstraintName: 'endpoint_pkey' })
  endpointId!: string;

  @Column('text')
  partner!: string;

  @Column('text')
  url!: string;

  /** `standard` (Standard Webhooks) or `native` (the partner's own). */
  @Column('text')
  scheme!: string;

  /** Live secrets, newest first, sealed under the vault's key. */
  @Column('bytea', { name: 'sealed_secrets' })
  sealedSecrets!: Buffer;

  /** ACTIVE or DISABLED (by its partner, or by a 410). */
  @Column('text', { default: 'ACTIVE' })
  state!: string;

  @Column({ ...instant, ...now, name: 'created_at' })
  createdAt!: Date;

  /** Outbox rows up to here have their deliveries. */
  @Column({ ...instant, ...now, name: 'told_until' })
  toldUntil!: Date;
}

/** One outbox row on its way to one endpoint. */
@Entity('delivery')
@Index('delivery_given_up_idx', ['createdAt'], { where: "state = 'GIVEN_UP'" })
@Index('delivery_due_idx', ['nextTryAt'], { where: 'next_try_at IS NOT NULL' })
export class DeliveryEntity {
  @PrimaryColumn('text', { name: 'endpoint_id', primaryKeyConstraintName: 'delivery_pkey' })
  endpointId!: string;

  @PrimaryColumn('text', { name: 'case_id', primaryKeyConstraintName: 'delivery_pkey' })
  caseId!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'delivery_pkey' })
  number!: number;

  /** The same on every try. */
  @Column('text', { name: 'message_id' })
  messageId!: string;

  /** PENDING, DELIVERED or GIVEN_UP. */
  @Column('text', { default: 'PENDING' })
  state!: string;

  @Column('integer', { default: 0 })
  tries!: number;

  @Column({ ...instant, name: 'next_try_at', nullable: true })
  nextTryAt!: Date | null;

  @Column('integer', { name: 'last_status', nullable: true })
  lastStatus!: number | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column({ ...instant, ...now, name: 'created_at' })
  createdAt!: Date;

  @Column({ ...instant, name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;
}
