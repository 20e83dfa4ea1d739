import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { CaseStore, DocumentStorage, DocumentStore } from '#database';
import type { CallerIdentity } from '../auth/caller.js';
import { DocumentDownloads } from './document.download.js';
import type { DocumentUploads } from './document.upload.js';
import { MaterialController } from './material.controller.js';

const BYTES = Buffer.from('%PDF-1.4\n%%EOF\n');
const row = {
  documentId: 'doc_1',
  caseId: 'case_1',
  sha256: createHash('sha256').update(BYTES).digest('hex'),
  storageKey: 'key-1',
  mediaType: 'application/pdf',
};
const reviewer = (institution: string): CallerIdentity => ({
  id: 'r',
  name: 'r',
  roles: ['REVIEWER'],
  institutions: [institution],
  sandbox: false,
});

const downloads = (stored: () => Promise<Uint8Array> = () => Promise.resolve(BYTES)) =>
  new DocumentDownloads(
    { find: (id: string) => Promise.resolve(id === 'doc_1' ? row : undefined) } as unknown as DocumentStore,
    { caseOf: () => Promise.resolve({ case: { institutionCode: '48222900' } }) } as unknown as CaseStore,
    { get: stored } as unknown as DocumentStorage,
  );

describe('a document', () => {
  test('is given to who sees its case, as a file and nothing else', async () => {
    const headers: Record<string, string> = {};
    const reply = {
      headers: (given: Record<string, string>) => Object.assign(headers, given),
    } as unknown as FastifyReply;
    const controller = new MaterialController({} as DocumentUploads, downloads());
    expect(await controller.download('doc_1', reviewer('48222900'), reply)).toEqual(BYTES);
    expect(headers).toMatchObject({
      'content-disposition': 'attachment; filename="doc_1.pdf"',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  test.each([
    ['of a case of another institution', 'doc_1', '11111111'],
    ['that does not exist', 'doc_2', '48222900'],
  ])('%s is not found', async (_, documentId, institution) => {
    await expect(downloads().of(documentId, reviewer(institution))).rejects.toMatchObject({
      code: 'document.not-found',
    });
  });

  test.each([
    ['altered', () => Promise.resolve(Buffer.from('other'))],
    ['lost', () => Promise.reject(new Error('gone'))],
  ])('whose bytes were %s is not given out', async (_, stored) => {
    await expect(downloads(stored).of('doc_1', reviewer('48222900'))).rejects.toMatchObject({
      code: 'dependency.unavailable',
    });
  });
});
