import { createHash, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DocumentStore, type DocumentStorage, type StoredDocument } from '#database';
import type { MaterialCode } from '#model';
import { CaseReader } from '../cases/case.reader.js';
import { CommandRunner } from '../cases/command.runner.js';
import { dependencyUnavailable, Problem } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { requestHash, type OnceRequest } from '../requests/once.js';
import { DOCUMENT_STORAGE } from './document.storage-token.js';
import { formOf, type DocumentType } from './file-form.js';
import { Scanner } from './scanner.js';
import type { Upload } from './upload.reader.js';

/** A file for one item of a case's checklist. */
export interface UploadOrder {
  readonly caseId: string;
  readonly code: MaterialCode;
  readonly upload: Upload;
}

interface FileFacts {
  readonly documentId: string;
  readonly sha256: string;
  readonly bytes: number;
}
interface KeptFile {
  readonly mediaType: DocumentType;
  readonly storageKey: string;
}

/** Takes documents in: looked at, kept, and only then told to the case. */
@Injectable()
export class DocumentUploads {
  constructor(
    private readonly cases: CaseReader,
    private readonly documents: DocumentStore,
    private readonly commands: CommandRunner,
    private readonly scanner: Scanner,
    @Inject(DOCUMENT_STORAGE) private readonly storage: DocumentStorage,
  ) {}

  /**
   * Uploads on behalf of the merchant, once.
   * @throws Problem `case.not-found`, and those of {@link CommandRunner.run}; a bad file is answered as a kept refusal.
   */
  async take(once: OnceRequest, order: UploadOrder): Promise<Answer> {
    const { caseId, code, upload } = order;
    await this.cases.recorded(caseId, once.caller);
    const file: FileFacts = {
      documentId: `doc_${randomUUID()}`,
      sha256: createHash('sha256').update(upload.bytes).digest('hex'),
      bytes: upload.bytes.length,
    };
    const kept = await this.keptIfGood(upload.bytes);
    const mediaType = kept instanceof Problem ? undefined : kept.mediaType;
    return this.commands.run(
      { ...once, bodyHash: requestHash(once.route, { sha256: file.sha256, fields: upload.fields }) },
      {
        caseId,
        type: 'UPLOAD',
        values: { ...upload.fields, ...file, code, mediaType },
        onBehalfOf: 'MERCHANT',
        also: async (manager) => {
          if (kept instanceof Problem) throw kept;
          await this.documents.add(rowOf(order, file, kept, once.caller.id), manager);
        },
        answer: ({ seq, state }, command) => new Answer(201, { ...storedOf(command.fields), seq, state }),
      },
    );
  }

  /** Kept before the command: an event never names bytes that are not there. Bytes that no event names do no harm. */
  private async keptIfGood(bytes: Buffer): Promise<KeptFile | Problem> {
    const mediaType = await this.inspected(bytes);
    return mediaType instanceof Problem ? mediaType : { mediaType, storageKey: await this.stored(bytes) };
  }

  private async inspected(bytes: Buffer): Promise<DocumentType | Problem> {
    const scanned = await this.scanner.scan(bytes).catch(() => {
      throw dependencyUnavailable('The virus scanner');
    });
    if (!scanned.clean) {
      return new Problem('guard.infected', {
        detail: `The file holds malware (${scanned.found}) and was not kept.`,
        detailZh: `文件含有恶意代码(${scanned.found}),未予保存。`,
      });
    }
    const form = await formOf(bytes);
    if ('type' in form) return form.type;
    return new Problem('media.unsupported', {
      detail: form.problem,
      detailZh: '仅接受完整的 PDF、JPEG 或 PNG 文件,且不得夹带其他内容。',
    });
  }

  private stored(bytes: Buffer): Promise<string> {
    return this.storage.put(bytes).catch((error: unknown) => {
      throw Object.assign(dependencyUnavailable('The document storage'), { cause: error });
    });
  }
}

function rowOf(
  { caseId, code, upload: { fields } }: UploadOrder,
  file: FileFacts,
  kept: KeptFile,
  uploadedBy: string,
): StoredDocument {
  const {
    medium = null,
    receivedAt = null,
    validUntil = null,
  } = fields as Partial<Pick<StoredDocument, 'medium' | 'receivedAt' | 'validUntil'>>;
  return { ...file, ...kept, caseId, material: code, uploadedBy, medium, receivedAt, validUntil };
}

/** Of whichever try was carried out: a repeated request has another id at hand than the one that counted. */
function storedOf(fields: object): { documentId: unknown; sha256: unknown } {
  return { documentId: Reflect.get(fields, 'documentId'), sha256: Reflect.get(fields, 'sha256') };
}
