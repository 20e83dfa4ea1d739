import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { canonical, type Command, type Instant, type Role } from '#model';
import type { Asks } from './clock.js';
import { ledgerRows, type Ledger, type LedgerFilters, type LedgerPage } from './ledger.js';
import { recordedRefusal, REFUSAL_COLUMNS, type RefusalRow } from './refusal.row.js';

/** A refusal that was answered. Members left out were not known: a refusal before the rules were asked proves less. */
export interface AnsweredRefusal {
  readonly code: string;
  readonly actorId: string;
  readonly actorRoles: readonly Role[];
  readonly caseId?: string;
  readonly requestId?: string;
  readonly row?: string | null;
  readonly seq?: number;
  readonly stateHash?: string;
  readonly chainHead?: string;
  /** Case time it was decided with. */
  readonly now?: Instant;
  readonly command?: Command;
  readonly policyVersion?: string;
  readonly calendarVersion?: string;
  readonly rulesRevision?: number;
}

/** A refusal as the record holds it. */
export interface RecordedRefusal extends AnsweredRefusal {
  readonly refusalId: string;
  /** The database's clock. */
  readonly at: Instant;
}

/** What refusals are narrowed to; members left out narrow nothing. */
export interface RefusalFilters extends LedgerFilters {
  readonly code?: string | undefined;
}

const LEDGER: Ledger = { table: 'refusal', key: 'refusal_id', columns: REFUSAL_COLUMNS };

/** Every refusal that was answered, with what proves it. */
export class RefusalStore {
  constructor(private readonly database: DataSource) {}

  /** Adds a refusal, in the transaction of the request's outcome where one is given. */
  async add(refusal: AnsweredRefusal, asks: Asks = this.database): Promise<void> {
    const hex = (hash: string | undefined): Buffer | null => (hash === undefined ? null : Buffer.from(hash, 'hex'));
    await asks.query(
      `INSERT INTO refusal (refusal_id, case_id, actor_id, actor_roles, request_id, code, rule_row, seq, state_hash,
         chain_head, decided_at, command, policy_version, calendar_version, rules_revision)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        randomUUID(),
        refusal.caseId,
        refusal.actorId,
        refusal.actorRoles,
        refusal.requestId,
        refusal.code,
        refusal.row,
        refusal.seq,
        hex(refusal.stateHash),
        hex(refusal.chainHead),
        refusal.now,
        refusal.command && Buffer.from(canonical(refusal.command)),
        refusal.policyVersion,
        refusal.calendarVersion,
        refusal.rulesRevision,
      ],
    );
  }

  /** Newest first. */
  async list({ code, ...filters }: RefusalFilters, page: LedgerPage): Promise<RecordedRefusal[]> {
    const rows = await ledgerRows<RefusalRow>(this.database, LEDGER, filters, { 'code = ?': code }, page);
    return rows.map(recordedRefusal);
  }

  /** All refusals of a case, oldest first. */
  async ofCase(caseId: string): Promise<RecordedRefusal[]> {
    const rows = await this.database.query<RefusalRow[]>(
      `SELECT ${REFUSAL_COLUMNS} FROM refusal WHERE case_id = $1 ORDER BY at, refusal_id`,
      [caseId],
    );
    return rows.map(recordedRefusal);
  }
}
