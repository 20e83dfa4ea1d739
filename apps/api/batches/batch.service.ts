import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BatchStore, type DocumentStorage, type LineState, type StoredBatch } from '#database';
import { seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { DOCUMENT_STORAGE } from '../materials/document.storage-token.js';
import { dependencyUnavailable, Problem } from '../problem/problem.js';

/** A kept list with its bytes. */
export interface BatchFile {
  readonly batch: StoredBatch;
  readonly bytes: Buffer;
}

/** Lists taken in, as those may read them who see every institution they name, or sent them. */
@Injectable()
export class BatchService {
  constructor(
    private readonly batches: BatchStore,
    @Inject(DOCUMENT_STORAGE) private readonly storage: DocumentStorage,
  ) {}

  /** @throws Problem `batch.not-found`. */
  async view(batchId: string, caller: CallerIdentity): Promise<object> {
    const batch = await this.seen(batchId, caller);
    const { PENDING: pending, OPENED: opened, REPEAT: repeats, AMENDMENT: amendments, REFUSED: refused } = batch.counts;
    const { sender, format, rows, createdAt, finishedAt, sha256, bytes, kept, mediaType } = batch;
    const declared = { lines: batch.declaredLines, amountFen: batch.declaredFen };
    const href = batch.storageKey === null ? null : `/api/v1/notices/batches/${batchId}/file`;
    return {
      batchId,
      sender,
      format,
      complete: pending === 0,
      progress: { done: rows - pending, rows },
      ...{ rows, opened, repeats, amendments, refused, pending },
      controlTotals: { declared, counted: { lines: rows, amountFen: batch.amountFen } },
      file: { sha256, bytes, kept, mediaType, href },
      createdAt,
      finishedAt,
    };
  }

  /** @throws Problem `batch.not-found`. */
  async lines(
    batchId: string,
    caller: CallerIdentity,
    { after, limit, status }: { after: number; limit: number; status?: LineState | undefined },
  ): Promise<object> {
    await this.seen(batchId, caller);
    const lines = await this.batches.lines(batchId, after, limit, status);
    const items = lines.map(({ state, caseId, code, errors, ...line }) => ({
      ...line,
      status: state,
      ...(caseId !== null && { caseId }),
      ...(code !== null && { code }),
      ...(errors.length > 0 && { errors }),
    }));
    return { items, nextAfter: lines.length === limit ? (lines.at(-1)?.line ?? null) : null };
  }

  /** @throws Problem `batch.not-found`, also where nothing was kept; `dependency.unavailable` when the bytes cannot be had. */
  async file(batchId: string, caller: CallerIdentity): Promise<BatchFile> {
    const batch = await this.seen(batchId, caller);
    if (batch.storageKey === null) throw batchNotFound(batchId);
    const stored = await this.storage.get(batch.storageKey).catch((error: unknown) => {
      throw Object.assign(dependencyUnavailable('The document storage'), { cause: error });
    });
    const bytes = Buffer.from(stored);
    const isWhole = batch.kept !== 'AS_SENT' || createHash('sha256').update(bytes).digest('hex') === batch.sha256;
    if (!isWhole) throw dependencyUnavailable('The document storage');
    return { batch, bytes };
  }

  private async seen(batchId: string, caller: CallerIdentity): Promise<StoredBatch> {
    const batch = await this.batches.find(batchId);
    const sees = (code: string): boolean => seesInstitution(caller, code);
    const isOwn = batch?.actorId === caller.id;
    if (!batch || !(isOwn || (batch.institutions.length > 0 && batch.institutions.every(sees))))
      throw batchNotFound(batchId);
    return batch;
  }
}

const batchNotFound = (batchId: string): Problem =>
  new Problem('batch.not-found', {
    detail: `There is no list ${batchId}, or nothing of its file was kept.`,
    detailZh: `没有批次 ${batchId},或其文件未予保存。`,
  });
