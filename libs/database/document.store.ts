import type { DataSource } from 'typeorm';
import type { Instant, MaterialCode } from '#model';
import type { Asks } from './clock.js';
import type { DocumentState } from './document.entity.js';

/** An uploaded paper whose bytes are in the document storage. */
export interface StoredDocument {
  readonly documentId: string;
  readonly caseId: string;
  readonly material: MaterialCode;
  /** Hex. */
  readonly sha256: string;
  /** Length. */
  readonly bytes: number;
  readonly mediaType: string;
  /** Id of the person or partner. */
  readonly uploadedBy: string;
  readonly medium: 'PAPER' | 'ELECTRONIC' | null;
  readonly receivedAt: Instant | null;
  /** YYYY-MM-DD. */
  readonly validUntil: string | null;
  readonly storageKey: string;
}

/** A document as the record holds it. */
export interface RecordedDocument extends StoredDocument {
  readonly createdAt: Instant;
  readonly state: DocumentState;
}

type DocumentRow = Omit<RecordedDocument, 'receivedAt' | 'createdAt'> & {
  readonly receivedAt: Date | null;
  readonly createdAt: Date;
};

const ADD = `
INSERT INTO document (document_id, case_id, material, sha256, bytes, media_type, uploaded_by, medium, received_at,
  valid_until, storage_key)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
ON CONFLICT (document_id) DO NOTHING`;

const SELECT = `
SELECT document_id AS "documentId", case_id AS "caseId", material, encode(sha256, 'hex') AS sha256, bytes,
  media_type AS "mediaType", uploaded_by AS "uploadedBy", medium, received_at AS "receivedAt",
  valid_until::text AS "validUntil", storage_key AS "storageKey", created_at AS "createdAt", state
FROM document`;

/** Papers by case; their bytes are in the document storage. `CaseStore.write` marks them as attached. */
export class DocumentStore {
  constructor(private readonly database: DataSource) {}

  /** Adds a document, in a given transaction where there is one. Idempotent by its id. */
  async add(document: StoredDocument, asks: Asks = this.database): Promise<void> {
    await asks.query(ADD, [
      document.documentId,
      document.caseId,
      document.material,
      Buffer.from(document.sha256, 'hex'),
      document.bytes,
      document.mediaType,
      document.uploadedBy,
      document.medium,
      document.receivedAt,
      document.validUntil,
      document.storageKey,
    ]);
  }

  /** One document, attached or not. */
  async find(documentId: string): Promise<RecordedDocument | undefined> {
    const [row] = await this.database.query<DocumentRow[]>(`${SELECT} WHERE document_id = $1`, [documentId]);
    return row && recordedDocument(row);
  }

  /** All documents of a case, oldest first. */
  async documentsOf(caseId: string): Promise<RecordedDocument[]> {
    const rows = await this.database.query<DocumentRow[]>(
      `${SELECT} WHERE case_id = $1 ORDER BY created_at, document_id`,
      [caseId],
    );
    return rows.map(recordedDocument);
  }
}

const recordedDocument = (row: DocumentRow): RecordedDocument => ({
  ...row,
  receivedAt: row.receivedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
