import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant } from '#model';

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

/** What a page of looks is narrowed to; members left out narrow nothing. */
export interface AccessFilters {
  /** Institutions whose cases the asker may see; `*` for all, and for looks at nothing that exists. */
  readonly institutions: readonly string[] | '*';
  readonly caseId?: string | undefined;
  readonly documentId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly action?: AccessAction | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** The case of a document is found here: who downloads knows the document only. */
const ADD = `
INSERT INTO access_log (access_id, actor_id, actor_roles, action, route, document_id, case_id)
VALUES ($1, $2, $3, $4, $5, $6::text, coalesce($7, (SELECT case_id FROM document WHERE document_id = $6)))`;

const LIST = `
SELECT access_id AS "accessId", at, actor_id AS "actorId", actor_roles AS "actorRoles", action, route, case_id AS "caseId",
  document_id AS "documentId"
FROM access_log a
WHERE ($1::text IS NULL OR case_id = $1) AND ($2::text IS NULL OR document_id = $2) AND ($3::text IS NULL OR actor_id = $3)
  AND ($4::text IS NULL OR action = $4) AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)
  AND ($7::uuid IS NULL OR (at, access_id) < (SELECT at, access_id FROM access_log WHERE access_id = $7))
  AND ($8::text[] IS NULL OR EXISTS (SELECT 1 FROM case_view v WHERE v.case_id = a.case_id AND institution_code = ANY($8)))
ORDER BY at DESC, access_id DESC LIMIT $9`;

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

  /** Newest first; `before` is the id of the last one of the page before. */
  async list(filters: AccessFilters, before: string | undefined, limit: number): Promise<RecordedAccess[]> {
    const { institutions, caseId, documentId, actorId, action, from, to } = filters;
    const rows = await this.database.query<AccessRow[]>(LIST, [
      caseId ?? null,
      documentId ?? null,
      actorId ?? null,
      action ?? null,
      from ?? null,
      to ?? null,
      before ?? null,
      institutions === '*' ? null : institutions,
      limit,
    ]);
    return rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      caseId: row.caseId ?? undefined,
      documentId: row.documentId ?? undefined,
    }));
  }
}
