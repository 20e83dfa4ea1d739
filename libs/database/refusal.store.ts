import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { canonical, type Command, type Instant, type Role } from '#model';
import type { Asks } from './clock.js';
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

export interface RefusalFilters {
  readonly caseId?: string;
  readonly actorId?: string;
  readonly code?: string;
}

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

  /** Newest first; `before` is the id of the last one of the page before. */
  async list(filters: RefusalFilters, before: string | undefined, limit: number): Promise<RecordedRefusal[]> {
    const rows = await this.database.query<RefusalRow[]>(LIST, [
      filters.caseId,
      filters.actorId,
      filters.code,
      before,
      limit,
    ]);
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

const LIST = `
SELECT ${REFUSAL_COLUMNS} FROM refusal
WHERE ($1::text IS NULL OR case_id = $1) AND ($2::text IS NULL OR actor_id = $2) AND ($3::text IS NULL OR code = $3)
  AND ($4::uuid IS NULL OR (at, refusal_id) < (SELECT at, refusal_id FROM refusal WHERE refusal_id = $4))
ORDER BY at DESC, refusal_id DESC LIMIT $5`;
