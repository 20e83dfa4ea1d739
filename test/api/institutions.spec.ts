import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, good } from '../support/case.driver.js';
import { PNG } from '../support/files.js';
import type { Caller } from '../support/http.js';
import { aNotice, sampleOf } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';

/** Of the sample the cases here are opened from. */
const THEIRS = '48211000';
const OURS = '48222900';

let people: People;
let driver: CaseDriver;
let stranger: Caller;
let noticeNo: string;

beforeAll(async () => {
  people = await peopleOf();
  const notice = aNotice();
  noticeNo = notice.noticeNo;
  driver = await CaseDriver.open(people, notice);
  await driver.askForPapers();
  const roles = [
    'INTAKE',
    'REVIEWER',
    'SENIOR_REVIEWER',
    'LEAD',
    'OPS',
    'COMPLIANCE',
    'AUDITOR',
    'ADMIN',
    'SETTLEMENT_OPS',
  ];
  stranger = await callerWith({ roles, institutions: [OURS] });
});

describe('to people of another institution a case', () => {
  test.each([
    '', '?source=workflow', '?minSeq=99', '/events', '/timeline', '/clock', '/impact',
  ])('is not there: GET /cases/{id}%s', async (rest) => {
    expect(await stranger.get(driver.path + rest)).toMatchObject({ status: 404, body: { code: 'case.not-found' } });
  }); // prettier-ignore

  test.each(['history', 'proof', 'state?seq=1', 'diff?from=1&to=2', 'bundle'])(
    'is not there: GET /audit/v1/cases/{id}/%s',
    async (rest) => {
      expect(await stranger.get(`/audit/v1/cases/${driver.caseId}/${rest}`)).toMatchObject({
        status: 404,
        body: { code: 'case.not-found' },
      });
    },
  );

  test('takes no command, no paper, no turn of its clock and no replay, and nothing of them is kept', async () => {
    const { seq } = await driver.view();
    const answers = await Promise.all([
      stranger.command(driver.caseId, 'ADD_NOTE', { text: '一' }),
      stranger.upload(driver.caseId, 'M03', PNG),
      stranger.post(`${driver.path}/clock/advance`, { by: 'P1D' }),
      stranger.post(`/audit/v1/cases/${driver.caseId}/replay`, {}),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { code: 'case.not-found' } });
    expect((await driver.view()).seq).toBe(seq);
  });

  test('answers like one that does not exist', async () => {
    const [foreign, none] = await Promise.all([
      stranger.get(driver.path),
      stranger.get('/api/v1/cases/case_01JD0000000000000000000000'),
    ]);
    const shape = (body: object): unknown => ({ ...body, detail: undefined, detailZh: undefined });
    expect(shape(foreign.body)).toEqual(shape(none.body));
  });

  test('is in no list', async () => {
    const listed = async (caller: Caller) =>
      good(await caller.get<{ items: { caseId: string }[] }>(`/api/v1/cases?sandbox=true&q=${noticeNo}`)).items;
    expect(await listed(stranger)).toEqual([]);
    expect((await listed(people.reviewer)).map(({ caseId }) => caseId)).toEqual([driver.caseId]);
  });

  test('cannot be opened, nor found out by sending its notice again', async () => {
    const fresh = await stranger.post('/api/v1/notices', aNotice());
    const again = await stranger.post('/api/v1/notices', { ...aNotice(), noticeNo, institutionCode: THEIRS });
    for (const answer of [fresh, again])
      expect(answer).toMatchObject({ status: 404, body: { code: 'case.not-found' } });
  });
});

test('a document of theirs is not there', async () => {
  const { documentId } = good(await people.intake.upload(driver.caseId, 'M08', PNG));
  const answer = await stranger.get(`/api/v1/documents/${documentId}`);
  expect(answer).toMatchObject({ status: 404, body: { code: 'document.not-found' } });
});

test('their refusals are in nobody else’s ledger', async () => {
  await driver.refused('senior', 'APPROVE', { evidenceHash: '0'.repeat(64) });
  const { items } = good(await stranger.get<{ items: { caseId: string | null }[] }>('/audit/v1/refusals?limit=200'));
  expect(items.map(({ caseId }) => caseId)).not.toContain(driver.caseId);
});

test('to people of the institution it is theirs', async () => {
  const theirs = await callerWith({ sub: `person:${randomUUID()}`, roles: ['REVIEWER'], institutions: [THEIRS] });
  expect(await theirs.get(driver.path)).toMatchObject({ status: 200, body: { institutionCode: THEIRS } });
  expect(await theirs.command(driver.caseId, 'ADD_NOTE', { text: '一' })).toMatchObject({ status: 200 });
});

test('a notice of the same number for another institution does not tell of the case there is', async () => {
  const ofOurs = { ...aNotice({}, sampleOf('LAKALA', 'QUALIFICATION_EXPIRED')), institutionCode: OURS };
  good(await people.intake.post('/api/v1/notices', ofOurs));
  const outsider = await callerWith({ roles: ['INTAKE'], institutions: [THEIRS] });
  const answer = await outsider.post('/api/v1/notices', { ...ofOurs, institutionCode: THEIRS });
  expect(answer).toMatchObject({ status: 404, body: { code: 'case.not-found' } });
});
