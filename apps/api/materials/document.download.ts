import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CaseStore, DocumentStore, type DocumentStorage, type RecordedDocument } from '#database';
import { seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { dependencyUnavailable, Problem } from '../problem/problem.js';
import { DOCUMENT_STORAGE } from './document.storage-token.js';

/** A document with its bytes, which are those that were taken. */
export interface Download {
  readonly document: RecordedDocument;
  readonly bytes: Buffer;
}

/** Gives documents out to those who see their case. */
@Injectable()
export class DocumentDownloads {
  constructor(
    private readonly documents: DocumentStore,
    private readonly cases: CaseStore,
    @Inject(DOCUMENT_STORAGE) private readonly storage: DocumentStorage,
  ) {}

  /**
   * @throws Problem `document.not-found`, also for a document of a case the caller does not see; `dependency.unavailable`
   * when the bytes cannot be had or are not those that were taken.
   */
  async of(documentId: string, caller: CallerIdentity): Promise<Download> {
    const document = await this.documents.find(documentId);
    const held = document && (await this.cases.caseOf(document.caseId));
    if (!document || !held || !seesInstitution(caller, held.case.institutionCode)) throw documentNotFound(documentId);
    const stored = await this.storage.get(document.storageKey).catch((error: unknown) => {
      throw Object.assign(dependencyUnavailable('The document storage'), { cause: error });
    });
    const bytes = Buffer.from(stored);
    if (createHash('sha256').update(bytes).digest('hex') !== document.sha256)
      throw dependencyUnavailable('The document storage');
    return { document, bytes };
  }
}

const documentNotFound = (documentId: string): Problem =>
  new Problem('document.not-found', {
    detail: `There is no document ${documentId}.`,
    detailZh: `没有文件 ${documentId}。`,
  });
