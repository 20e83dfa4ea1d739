import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { CommandAnswer } from '#contract';
import type { DocumentStorage, DocumentStore, StoredDocument } from '#database';
import type { Case, Command } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import type { CaseReader } from '../cases/case.reader.js';
import type { CommandOrder } from '../cases/command.order.js';
import type { CommandRunner } from '../cases/command.runner.js';
import { caseNotFound } from '../problem/problem.js';
import type { OnceRequest } from '../requests/once.js';
import { DocumentUploads } from './document.upload.js';
import { StandaloneScanner } from './scanner.js';

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const caller: CallerIdentity = {
  id: 'person:intake',
  name: 'intake',
  roles: ['INTAKE'],
  institutions: ['*'],
  sandbox: true,
};
const once: OnceRequest = { caller, key: 'key', route: 'POST /x', bodyHash: 'of nothing' };
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Uploads with everything around them written down in the order it happened. */
function around({ seen = true, storageAnswers = true, earlierId = undefined as string | undefined } = {}) {
  const happened: string[] = [];
  const kept: StoredDocument[] = [];
  const sent: { once: OnceRequest; order: CommandOrder }[] = [];
  const cases = { recorded: (id: string) => (seen ? Promise.resolve({}) : Promise.reject(caseNotFound(id))) };
  const documents = {
    add: (document: StoredDocument) => {
      happened.push('row');
      kept.push(document);
      return Promise.resolve();
    },
  };
  const storage = {
    put: () => {
      happened.push('bytes');
      return storageAnswers ? Promise.resolve('key-1') : Promise.reject(new Error('full'));
    },
  };
  const commands = {
    run: async (request: OnceRequest, order: CommandOrder) => {
      sent.push({ once: request, order });
      await order.also?.({} as EntityManager, {} as Case);
      happened.push('command');
      const values = { ...order.values, ...(earlierId && { documentId: earlierId }) };
      const said = { caseId: 'case_1', seq: 4, state: 'MATERIALS_REQUESTED' } as CommandAnswer;
      return order.answer?.(said, { type: 'UPLOAD', fields: values } as unknown as Command);
    },
  };
  const uploads = new DocumentUploads(
    cases as unknown as CaseReader,
    documents as unknown as DocumentStore,
    commands as unknown as CommandRunner,
    new StandaloneScanner(),
    storage as unknown as DocumentStorage,
  );
  const take = (bytes: Buffer, fields: Record<string, unknown> = {}) =>
    uploads.take(once, { caseId: 'case_1', code: 'M02', upload: { bytes, fields } });
  return { take, happened, kept, sent };
}

describe('a good file', () => {
  test('is kept and has its row before the case hears of it', async () => {
    const { take, happened, kept } = around();
    const answer = await take(PDF, { medium: 'PAPER' });
    expect(happened).toEqual(['bytes', 'row', 'command']);
    expect(answer).toMatchObject({
      status: 201,
      body: { documentId: kept[0]?.documentId, sha256: sha256Of(PDF), seq: 4, state: 'MATERIALS_REQUESTED' },
    });
    expect(kept).toMatchObject([
      {
        material: 'M02',
        mediaType: 'application/pdf',
        bytes: PDF.length,
        storageKey: 'key-1',
        medium: 'PAPER',
        uploadedBy: 'person:intake',
      },
    ]);
  });

  test('counts as on behalf of the merchant', async () => {
    const { take, sent } = around();
    await take(PDF);
    expect(sent[0]?.order).toMatchObject({
      type: 'UPLOAD',
      onBehalfOf: 'MERCHANT',
      values: { code: 'M02', bytes: PDF.length },
    });
  });

  test('sent again is answered with the document of the try that counted', async () => {
    const answer = await around({ earlierId: 'doc_first' }).take(PDF);
    expect(answer.body).toMatchObject({ documentId: 'doc_first' });
  });

  test('makes another request when a byte or a field differs, and the same when none does', async () => {
    const { take, sent } = around();
    await take(PDF);
    await take(PDF);
    await take(PDF, { medium: 'PAPER' });
    await take(Buffer.concat([PDF, Buffer.from('\n')]));
    const hashes = sent.map((one) => one.once.bodyHash);
    expect([hashes[0] === hashes[1], new Set(hashes).size]).toEqual([true, 3]);
  });
});

describe('nothing is kept of a file', () => {
  test.each([
    ['with malware', EICAR, 'guard.infected'],
    ['of another type', Buffer.from('<svg/>'), 'media.unsupported'],
  ])('%s, and the case does not hear of it', async (_, bytes, code) => {
    const { take, happened } = around();
    await expect(take(bytes)).rejects.toMatchObject({ code });
    expect(happened).toEqual([]);
  });

  test('for a case the caller does not see', async () => {
    const { take, happened } = around({ seen: false });
    await expect(take(PDF)).rejects.toMatchObject({ code: 'case.not-found' });
    expect(happened).toEqual([]);
  });

  test('that could not be stored', async () => {
    const { take, happened } = around({ storageAnswers: false });
    await expect(take(PDF)).rejects.toMatchObject({ code: 'dependency.unavailable' });
    expect(happened).toEqual(['bytes']);
  });
});
