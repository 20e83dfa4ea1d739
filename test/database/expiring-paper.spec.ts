import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CaseStore, CommunicationStore, DocumentStore, ExpiringPaperStore } from '#database';
import { DAY_MS, beijingDay, fromMs, type FieldsOf, type MaterialCode } from '#model';
import { expiryLoop } from '../../apps/worker/expiry.loop.js';
import { messageLoop } from '../../apps/worker/message.loop.js';
import { CaseChain, INTAKE } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { MessageGateway } from '../support/message.gateway.js';

let database: FreshDatabase;
let papers: ExpiringPaperStore;
beforeAll(async () => {
  database = await freshDatabase();
  papers = new ExpiringPaperStore(database.app);
});
afterAll(() => database.drop());
afterEach(() =>
  database.owner.query('TRUNCATE case_view, case_event, case_deadline, case_material, communication, document'),
);

const inDays = (days: number): string => beijingDay(fromMs(Date.now() + days * DAY_MS));

/** A case of the merchant in which papers were asked for. */
async function asked(caseId: string, notice: Partial<FieldsOf<'NOTICE_INGESTED'>> = {}): Promise<void> {
  const chain = new CaseChain({ caseId, noticeNo: caseId, reasonCodes: ['INACTIVITY'], ...notice });
  const by = { by: INTAKE, requestId: 'req_2' };
  chain.say({ type: 'CONFIRM_NOTICE', fields: {}, ...by });
  chain.say({ type: 'CLASSIFY', fields: { reasonCodes: ['INACTIVITY'] }, ...by });
  await new CaseStore(database.app).write(chain);
  await database.owner.query('DELETE FROM communication');
}

/** A paper of the case with its last valid day; the newest of its item. */
async function filed(caseId: string, validUntil: string | null, material: MaterialCode = 'M03', status = 'ACCEPTED') {
  const documentId = `doc_${caseId}_${validUntil ?? 'undated'}`;
  await new DocumentStore(database.app).add({
    ...{ documentId, caseId, material, validUntil, sha256: 'a'.repeat(64), bytes: 9, mediaType: 'image/png' },
    ...{ uploadedBy: 'intake', medium: null, receivedAt: null, storageKey: 'aa' },
  });
  await database.owner.query(
    `UPDATE case_material SET status = $3, document_ids = document_ids || $4::text WHERE case_id = $1 AND code = $2`,
    [caseId, material, status, documentId],
  );
  return documentId;
}

const round = (delivery: 'AT_ONCE' | 'LATER' = 'AT_ONCE') => expiryLoop(papers, delivery).round();
const told = async (): Promise<string[]> => {
  const rows = await database.owner.query<{ id: string }[]>(
    'SELECT communication_id AS id FROM communication ORDER BY sent_at',
  );
  return rows.map(({ id }) => id);
};
const listed = async (within: number, institutions: readonly string[] | '*' = '*') =>
  (await papers.list({ institutions, within }, undefined, 50)).map(({ documentId }) => documentId);

describe('a merchant is told that a paper expires', () => {
  test('90, 30 and 7 days before, once each', async () => {
    await asked('case_1');
    const documentId = await filed('case_1', inDays(91));
    await round();
    expect(await told()).toEqual([]);
    for (const days of [90, 89, 31, 30, 8, 7, 0]) {
      await database.owner.query('UPDATE document SET valid_until = $1', [inDays(days)]);
      await Promise.all([round(), round()]);
    }
    expect(await told()).toEqual([90, 30, 7].map((days) => `expiry:${documentId}:${days}`));
    await database.owner.query('UPDATE document SET valid_until = $1', [inDays(-1)]);
    expect(await papers.due()).toEqual([]);
  });

  test('for the nearest day only where several have gone by', async () => {
    await asked('case_1');
    const documentId = await filed('case_1', inDays(5), 'M05');
    await round();
    await round();
    expect(await told()).toEqual([`expiry:${documentId}:7`]);
  });

  test('no more once a newer one of its kind is accepted, whose own day counts from then on', async () => {
    await asked('case_1');
    await filed('case_1', inDays(20));
    await asked('case_2');
    await filed('case_2', inDays(400), 'M03', 'UPLOADED');
    expect(await papers.due()).toHaveLength(1);
    await database.owner.query(
      `UPDATE case_material SET status = 'ACCEPTED' WHERE case_id = 'case_2' AND code = 'M03'`,
    );
    expect(await papers.due()).toEqual([]);
    const renewed = await filed('case_2', inDays(25));
    await round();
    expect(await told()).toEqual([`expiry:${renewed}:30`]);
  });

  test('unless it is none any more, or the case is for practice', async () => {
    await asked('case_1');
    await filed('case_1', inDays(20));
    await asked('case_practice', { sandbox: true, merchantNo: '822290073920002' });
    await filed('case_practice', inDays(20));
    await asked('case_last');
    await database.owner.query(
      `UPDATE case_view SET state = 'CLOSED_TERMINATED', opened_at = opened_at + interval '1 day'
       WHERE case_id = 'case_last'`,
    );
    expect(await papers.due()).toEqual([]);
  });

  test('by the gateway, whose proof of delivery no case hears of', async () => {
    await asked('case_1');
    const documentId = await filed('case_1', inDays(20));
    const gateway = await MessageGateway.listen();
    const client = { tell: () => Promise.reject(new Error('a case was told')) };
    const messages = new CommunicationStore(database.app);
    const deliver = messageLoop(gateway.url, messages, client as never);
    await round('LATER');
    await deliver.round();
    expect(gateway.taken.get(`expiry:${documentId}:30`)).toMatchObject({
      template: 'PAPER_EXPIRES',
      text: { zh: expect.stringContaining(inDays(20)) },
    });
    expect(await messages.undelivered()).toMatchObject([{ handedOver: true, byCase: false }]);
    gateway.deliveredAt = '2026-11-27T12:00:00.000Z';
    await deliver.round();
    gateway.close();
    expect(await messages.undelivered()).toEqual([]);
    expect(await papers.list({ institutions: '*', within: 90 }, undefined, 1)).toMatchObject([
      { documentId, told: [{ deliveredAt: gateway.deliveredAt }] },
    ]);
  });
});

test('papers that expire are listed by the day they do, page by page, of the institutions asked for', async () => {
  await asked('case_1');
  await asked('case_2', { merchantNo: '822290073920002' });
  await asked('case_foreign', { merchantNo: '821290073920003', institutionCode: '10200000' });
  const late = await filed('case_1', inDays(60));
  const soon = await filed('case_2', inDays(10), 'M05');
  const foreign = await filed('case_foreign', inDays(30));
  await filed('case_2', inDays(5), 'M08');
  expect(await listed(90)).toEqual([soon, foreign, late]);
  expect(await listed(59, ['48222900'])).toEqual([soon]);
  const [first] = await papers.list({ institutions: '*', within: 90 }, undefined, 1);
  expect(first).toMatchObject({ caseId: 'case_2', material: 'M05', validUntil: inDays(10), daysLeft: 10, told: [] });
  const rest = await papers.list({ institutions: '*', within: 90 }, first, 5);
  expect(rest.map(({ documentId }) => documentId)).toEqual([foreign, late]);
});
