import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant } from '#model';
import { ledgerRows, type Ledger, type LedgerFilters, type LedgerPage } from './ledger.js';

/** What looking can be. */
export const ACCESS_ACTIONS = [
  'CASE_READ',
  'CASE_AUDITED',
  'BUNDLE_TAKEN',
  'DOCUMENT_DOWNLOADED',
  'DATA_REVEALED',
] as const;
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/** One look at a case or a document. */
export interface Access {
  readonly actorId: string;
  readonly actorRoles: readonly string[];
  readonly action: AccessAction;
  /** The address, as the contract writes it. */
  readonly route: string;
  readonly caseId?: string | undefined;
  readonly documentId?: string | undefined;
}

/** A look as the record holds it. */
export interface RecordedAccess extends Access {
  readonly accessId: string;
  /** The database's clock. */
  readonly at: Instant;
}

/** What looks are narrowed to; members left out narrow nothing. */
export interface AccessFilters extends LedgerFilters {
  readonly documentId?: string | undefined;
  readonly action?: AccessAction | undefined;
}

/** The case of a document is found here: who downloads knows the document only. */
const ADD = `
INSERT INTO access_log (access_id, actor_id, actor_roles, action, route, document_id, case_id)
VALUES ($1, $2, $3, $4, $5, $6::text, coalesce($7, (SELECT case_id FROM document WHERE document_id = $6)))`;

const LEDGER: Ledger = {
  table: 'access_log',
  key: 'access_id',
  columns: `access_id AS "accessId", at, actor_id AS "actorId", actor_roles AS "actorRoles", action, route,
    case_id AS "caseId", document_id AS "documentId"`,
};

type AccessRow = Omit<RecordedAccess, 'at' | 'caseId' | 'documentId'> & {
  readonly at: Date;
  readonly caseId: string | null;
  readonly documentId: string | null;
};

/** Who looked at what. Rows are added and read, never changed. */
export class AccessStore {
  constructor(private readonly database: DataSource) {}

  async add({ actorId, actorRoles, action, route, caseId, documentId }: Access): Promise<void> {
    await this.database.query(ADD, [
      randomUUID(),
      actorId,
      actorRoles,
      action,
      route,
      documentId ?? null,
      caseId ?? null,
    ]);
  }

  /** Newest first. */
  async list({ documentId, action, ...filters }: AccessFilters, page: LedgerPage): Promise<RecordedAccess[]> {
    const also = { 'document_id = ?': documentId, 'action = ?': action };
    const rows = await ledgerRows<AccessRow>(this.database, LEDGER, filters, also, page);
    return rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      caseId: row.caseId ?? undefined,
      documentId: row.documentId ?? undefined,
    }));
  }
}
