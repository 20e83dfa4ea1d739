import { beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { formOf } from '#client';
import { DAY_MS, beijingDay, fromMs } from '#model';
import { CaseDriver } from '../support/case.driver.js';
import { PNG } from '../support/files.js';
import { answerFrom } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';

let people: People;
beforeAll(async () => {
  people = await peopleOf();
});

interface Page {
  readonly items: readonly { readonly documentId: string; readonly validUntil: string }[];
  readonly nextCursor: string | null;
}

const inDays = (days: number): string => beijingDay(fromMs(Date.now() + days * DAY_MS));

/** A real case whose merchant’s licence is accepted and valid for so many days. */
async function accepted(institutionCode: string, days: number): Promise<string> {
  const notice = aNotice({ reasonCodes: ['INACTIVITY'], sandbox: false, institutionCode });
  const driver = await CaseDriver.open(people, notice);
  await driver.askForPapers();
  const uploaded = await people.intake.client.POST('/api/v1/cases/{id}/materials/{code}/documents', {
    params: { path: { id: driver.caseId, code: 'M03' }, header: { 'Idempotency-Key': randomUUID() } },
    body: { file: new File([PNG.bytes], PNG.name, { type: PNG.type }), validUntil: inDays(days) },
    bodySerializer: formOf,
  });
  await driver.apply();
  await driver.send('reviewer', 'ACCEPT_MATERIAL', { code: 'M03' });
  return answerFrom(uploaded).body.documentId;
}

test('staff see which papers expire when, page by page, each of their own institutions', async () => {
  const institutionCode = String(10_000_000 + Math.floor(Math.random() * 80_000_000));
  const later = await accepted(institutionCode, 60);
  const sooner = await accepted(institutionCode, 20);
  const reader = await callerWith({ roles: ['REVIEWER'], institutions: [institutionCode] });
  const list = (query = '') => reader.get<Page>(`/api/v1/papers/expiring${query}`);
  const { items } = (await list()).body;
  expect(items.map(({ documentId, validUntil }) => [documentId, validUntil])).toEqual([
    [sooner, inDays(20)],
    [later, inDays(60)],
  ]);
  expect(items[0]).toMatchObject({ material: 'M03', materialText: { zh: '营业执照' }, daysLeft: 20 });
  expect((await list('?within=30')).body.items).toHaveLength(1);
  const first = (await list('?limit=1')).body;
  const second = (await list(`?limit=1&cursor=${first.nextCursor}`)).body;
  expect([first.items[0]?.documentId, second.items[0]?.documentId, second.nextCursor]).toEqual([sooner, later, null]);
  const stranger = await callerWith({ roles: ['REVIEWER'], institutions: ['99999999'] });
  expect((await stranger.get<Page>('/api/v1/papers/expiring')).body.items).toEqual([]);
  const read = await people.auditor.client.GET('/api/v1/papers/expiring', { params: { query: { within: 20 } } });
  expect(answerFrom<Page>(read).status).toBe(200);
});

test.each(['within=-1', 'within=soon', 'limit=0', 'cursor=WyJ4Il0', 'days=3'])(
  'a list of papers asked for with %s is refused',
  async (query) => {
    const answer = await people.reviewer.get(`/api/v1/papers/expiring?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  },
);
