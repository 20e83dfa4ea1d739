import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { sampleNotice } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { hashOf } from '#model';
import { CaseDriver } from '../support/case.driver.js';
import { PNG } from '../support/files.js';
import { answered, ask, partnerOf, tell } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;
let lakala: PartnerSimulator;
let allinpay: PartnerSimulator;

beforeAll(async () => {
  [people, lakala, allinpay] = await Promise.all([peopleOf(), partnerOf('lakala'), partnerOf('allinpay')]);
});

async function opened(reason = 'TRADING_VIOLATION') {
  const notice = sampleNotice('lakala', { notice: `LKL-${randomUUID()}`, reason });
  const { body } = await tell(lakala, notice);
  return { noticeNo: notice.noticeNo!, driver: new CaseDriver(people, body.caseId), caseId: body.caseId };
}

interface View {
  readonly caseId: string;
  readonly state: string;
  readonly requirements: readonly { readonly code: string; readonly dueAt: string | null }[];
  readonly restrictions: readonly { readonly itemId: string; readonly status: string }[];
  readonly waitsFor: readonly { readonly owner: string }[];
}
interface Told {
  readonly number: number;
  readonly type: string;
  readonly payload: unknown;
  readonly hash: string;
  readonly previousHash: string;
}

test('a partner sees the state, what is owed, what is restricted and whom the case waits for', async () => {
  const { driver, caseId, noticeNo } = await opened();
  await driver.askForPapers();
  const { status, body } = await ask<View>(lakala, `/partner/v1/cases/${caseId}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ caseId, state: 'MATERIALS_REQUESTED' });
  // Besides, we may have to look at the merchant's other open cases.
  expect(body.waitsFor[0]).toMatchObject({ owner: 'MERCHANT' });
  expect(body.requirements.map(({ code }) => code)).toContain('M02');
  expect(body.requirements.every(({ dueAt }) => dueAt !== null)).toBe(true);
  expect(body.restrictions).toMatchObject([{ itemId: 'TERMINAL:47781282:ACCEPT_CARD', status: 'SUSPENDED' }]);
  const found = await ask<{ items: View[] }>(lakala, `/partner/v1/cases?noticeNo=${noticeNo}`);
  expect(found.body.items).toEqual([{ ...body, now: expect.any(String) }]);
});

test('what staff write and who they are is nowhere in what a partner gets', async () => {
  const { driver, caseId } = await opened('ILLEGAL_OPERATION');
  await driver.askForPapers();
  await driver.handInPapers();
  await driver.send('intake', 'SUBMIT');
  await driver.send('reviewer', 'ADD_NOTE', { text: '内部备注-机密' });
  await driver.send('investigator', 'OPEN_INVESTIGATION', { reason: '疑似自刷-机密' });
  const answers = await Promise.all(
    ['', '/events'].map((part) => lakala.send(lakala.plain('GET', `/partner/v1/cases/${caseId}${part}`))),
  );
  const said = answers.map(({ body }) => body).join();
  expect(said).not.toMatch(
    /机密|person:|INVESTIGAT|investigat|evidenceHash|recommendation|score|priority|policyVersion/,
  );
  expect(said).toContain('UNDER_REVIEW');
});

test('its events come without a gap, each with the hash of the one before and a hash that is its own', async () => {
  const { driver, caseId } = await opened();
  await driver.approve();
  await driver.reinstate();
  const told: Told[] = [];
  for (let after: number | null = 0; after !== null;) {
    const path: string = `/partner/v1/cases/${caseId}/events?after=${after}&limit=2`;
    const { body } = await ask<{ items: Told[]; nextAfter: number | null }>(lakala, path);
    told.push(...body.items);
    after = body.nextAfter;
  }
  expect(told.map(({ number }) => number)).toEqual(told.map((_, index) => index + 1));
  expect(new Set(told.map(({ type }) => type))).toEqual(
    new Set(['CASE.STATE_CHANGED', 'REQUIREMENTS.CHANGED', 'DECISION.ISSUED', 'RESTRICTION.LIFT_ORDERED']),
  );
  told.forEach(({ hash, ...rest }, index) => {
    expect(rest.previousHash).toBe(told[index - 1]?.hash ?? '0'.repeat(64));
    expect(hashOf(rest)).toBe(hash);
  });
});

test('a paper the partner uploads counts as the merchant’s', async () => {
  const { driver, caseId } = await opened();
  await driver.askForPapers();
  const path = `/partner/v1/cases/${caseId}/materials/M02/documents`;
  const form = new FormData();
  form.set('file', new Blob([PNG.bytes], { type: PNG.type }), PNG.name);
  const request = new Request('http://nowhere', { method: 'POST', body: form });
  const bytes = Buffer.from(await request.arrayBuffer());
  const outgoing = lakala.signedBytes('POST', path, bytes, request.headers.get('content-type')!);
  const { status, body } = await answered<{ documentId: string; sha256: string }>(lakala, outgoing);
  expect(status).toBe(201);
  expect(body.sha256).toBe(createHash('sha256').update(PNG.bytes).digest('hex'));
  const material = (await driver.view()).materials.find(({ code }) => code === 'M02');
  expect(material).toMatchObject({ status: 'UPLOADED', documents: [{ documentId: body.documentId }] });
  const altered = { ...outgoing, body: Buffer.concat([bytes, Buffer.from('\r\n')]) };
  expect((await lakala.send(altered)).status).toBe(401);
});

test('a case of another partner’s merchant does not exist for it, wherever it is asked', async () => {
  const { caseId, noticeNo } = await opened();
  for (const path of [`/${caseId}`, `/${caseId}/events`]) {
    const { status, body } = await ask(allinpay, `/partner/v1/cases${path}`);
    expect([status, body.code]).toEqual([404, 'case.not-found']);
  }
  const { body } = await ask<{ items: unknown[] }>(allinpay, `/partner/v1/cases?noticeNo=${noticeNo}`);
  expect(body.items).toEqual([]);
});
