import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseStore, DocumentStore, type StoredDocument } from '#database';
import { CaseChain, INTAKE, aText } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let store: DocumentStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new DocumentStore(database.app);
});
afterAll(() => database.drop());

const aDocument = (documentId: string): StoredDocument => ({
  documentId,
  caseId: 'case_1',
  material: 'M03',
  sha256: 'e'.repeat(64),
  bytes: 1234,
  mediaType: 'application/pdf',
  uploadedBy: 'intake',
  medium: 'PAPER',
  receivedAt: '2026-11-23T01:00:00.000Z',
  validUntil: '2027-02-28',
  storageKey: `ee/${'e'.repeat(64)}`,
});

test('a document is found by its id and with its case', async () => {
  await store.add(aDocument('doc_1'));
  await store.add({ ...aDocument('doc_1'), bytes: 1 });
  await store.add({ ...aDocument('doc_2'), medium: null, receivedAt: null, validUntil: null });
  expect(await store.find('doc_1')).toMatchObject({ ...aDocument('doc_1'), state: 'STORED' });
  expect(await store.find('doc_3')).toBeUndefined();
  expect((await store.documentsOf('case_1')).map(({ documentId }) => documentId)).toEqual(['doc_1', 'doc_2']);
  expect(await store.documentsOf('case_2')).toEqual([]);
});

test('the event that names a document attaches it', async () => {
  await store.add({ ...aDocument('doc_9'), caseId: 'case_up' });
  await store.add({ ...aDocument('doc_8'), caseId: 'case_up' });
  const chain = new CaseChain({ caseId: 'case_up', noticeNo: 'UP-1' });
  const fields = {
    code: 'M03',
    documentId: 'doc_9',
    sha256: 'e'.repeat(64),
    bytes: 1234,
    mediaType: 'application/pdf',
  } as const;
  chain.say({ type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE, requestId: 'req_2' });
  chain.say({ type: 'CLASSIFY', fields: { reasonCodes: ['TRADING_VIOLATION'] }, by: INTAKE, requestId: 'req_3' });
  chain.say({ type: 'UPLOAD', fields, by: { ...INTAKE, onBehalfOf: 'MERCHANT' }, requestId: 'req_4' });
  chain.say({ type: 'ADD_NOTE', fields: { text: aText() }, by: INTAKE, requestId: 'req_5' });
  await new CaseStore(database.app).write(chain);
  expect((await store.find('doc_9'))?.state).toBe('ATTACHED');
  expect((await store.find('doc_8'))?.state).toBe('STORED');
});
