import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { good } from '../support/case.driver.js';
import type { Answer } from '../support/http.js';
import { aNotice, type NoticeBody } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';
import { ownersDatabase, tracesOf } from '../support/stored.js';

const NOTHING = { requests: 0, cases: 0, events: 0, texts: 0, documents: 0, halves: 0 };

let people: People;
let database: DataSource;

beforeAll(async () => {
  [people, database] = await Promise.all([peopleOf(), ownersDatabase()]);
});
afterAll(() => database.destroy());

/** Sends a notice and gives the answer once nothing of it was found stored. */
async function leavesNothing(notice: NoticeBody): Promise<Answer> {
  const key = randomUUID();
  const answer = await people.intake.post('/api/v1/notices', notice, key);
  expect(await tracesOf(database, { key, noticeNo: String(notice.noticeNo) })).toEqual(NOTHING);
  return answer;
}

const terminal = { capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: '47781282' };
const payment = { rrn: '112309481203', at: '2026-11-22T14:03:11+08:00', amountFen: 1, maskedPan: '622848******1234' };

describe('a notice is refused, with where and why, and leaves nothing, when', () => {
  const cases: readonly [title: string, members: object, pointer: string, words: RegExp][] = [
    ['its merchant number is too short', { merchantNo: '82229007392000' }, '/merchantNo', /15 characters/],
    ['its merchant number has small letters', { merchantNo: '82229007392000a' }, '/merchantNo', /capital letters/],
    ['its merchant number begins with letters', { merchantNo: 'A22290073920001' }, '/merchantNo', /3 digits/],
    ['its reason is unknown', { reasonCodes: ['TRADING_VIOLATON'] }, '/reasonCodes/0', /TRADING_VIOLATON.*TRADING_VIOLATION/],
    ['it names no reason', { reasonCodes: [] }, '/reasonCodes', /at least one/],
    ['it names a reason twice', { reasonCodes: ['INACTIVITY', 'INACTIVITY'] }, '/reasonCodes/1', /twice/],
    ['its issuer is unknown', { issuer: 'VISA' }, '/issuer', /UNIONPAY/],
    ['it has no number', { noticeNo: '' }, '/noticeNo', /1 to 128/],
    ['its day does not exist', { noticeDate: '2026-02-30' }, '/noticeDate', /exists/],
    ['its instant has no offset', { effectiveAt: '2026-11-23T09:00:00' }, '/effectiveAt', /offset/],
    ['its institution has nine digits', { institutionCode: '482229000' }, '/institutionCode', /8 or 11/],
    ['its MCC has letters', { mcc: '73A2' }, '/mcc', /4 digits/],
    ['a terminal is not named', { restrictions: [{ ...terminal, terminalNo: undefined }] }, '/restrictions/0/terminalNo', /names its terminal/],
    ['a capability is unknown', { restrictions: [{ ...terminal, capability: 'FLY' }] }, '/restrictions/0/capability', /ACCEPT_CARD/],
    ['a restriction comes twice', { restrictions: [terminal, terminal] }, '/restrictions/1', /twice/],
    ['an amount is no whole number', { transactions: [{ ...payment, amountFen: 1.5 }] }, '/transactions/0/amountFen', /whole/],
    ['a window comes without maintenance', { window: { start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' } }, '/window', /MAINTENANCE/],
    ['a credit code has a wrong check character', { merchant: { creditCode: '91440305L0DPL4LQXA' } }, '/merchant/creditCode', /check character/],
    ['a phone number has letters', { merchant: { phone: '138-0000' } }, '/merchant/phone', /digits only/],
    ['it has a member nobody knows', { surprise: 1 }, '/surprise', /not a field.*noticeNo/],
  ]; // prettier-ignore

  test.each(cases)('%s', async (_, members, pointer, words) => {
    const notice = aNotice(members);
    const answer = await leavesNothing('noticeNo' in members ? { ...notice, noticeNo: '' } : notice);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body.errors?.find((error) => error.pointer === pointer)?.message).toMatch(words);
  });

  test('many things are wrong: all are said at once', async () => {
    const { body } = await leavesNothing(aNotice({ issuer: 'X', merchantNo: 'X', institutionCode: 'X' }));
    expect(body.errors?.map(({ pointer }) => pointer).toSorted()).toEqual([
      '/institutionCode',
      '/issuer',
      '/merchantNo',
    ]);
  });

  test('it has three megabytes', async () => {
    const answer = await leavesNothing(aNotice({ reasonText: 'x'.repeat(3_000_000) }));
    expect(answer).toMatchObject({
      status: 413,
      body: { code: 'body.too-large', detail: expect.stringContaining('2 MiB') },
    });
  });
});

describe('card data in a notice is refused and neither stored nor said again', () => {
  const PAN = '6228480402564890018';
  const cases: readonly [title: string, members: object][] = [
    ['in its reason', { reasonText: `卡号 ${PAN}` }],
    ['in a transaction', { transactions: [{ ...payment, maskedPan: PAN }] }],
    ['in a name', { merchant: { name: `商户 ${PAN.replace(/(.{4})/g, '$1 ')}` } }],
    ['as a security code', { cvn2: '123' }],
    ['as track data deep inside', { merchant: { track2: '6228480402564890018=2512' } }],
  ];
  test.each(cases)('%s', async (_, members) => {
    const notice = aNotice(members);
    const key = randomUUID();
    const answer = await people.intake.post('/api/v1/notices', notice, key);
    expect(answer).toMatchObject({ status: 422, body: { code: 'guard.card-data' } });
    expect(JSON.stringify(answer.body)).not.toContain('4890018');
    expect(await tracesOf(database, { noticeNo: notice.noticeNo })).toEqual(NOTHING);
    const kept = await database.query<unknown[]>(
      `SELECT 1 FROM request WHERE key = $1 AND (command::text LIKE '%4890018%' OR answer::text LIKE '%4890018%')`,
      [key],
    );
    expect(kept).toEqual([]);
  });

  test('but a settlement account is none, whatever its digits', async () => {
    const merchant = { settlementAccount: { no: PAN, bankCode: '102100099996' } };
    good(await people.intake.post('/api/v1/notices', aNotice({ merchant })));
  });
});

describe('a line of a letter', () => {
  test('sent again opens nothing; sent with other content amends its case', async () => {
    const notice = aNotice();
    const { caseId, seq } = good(await people.intake.post('/api/v1/notices', notice));
    const repeat = await people.intake2.post('/api/v1/notices', notice);
    expect(repeat).toMatchObject({ status: 200, body: { caseId, repeat: true } });
    const amended = await people.intake.post('/api/v1/notices', { ...notice, reasonText: '补充说明' });
    expect(amended).toMatchObject({ status: 200, body: { caseId, amendment: true } });
    const { items } = good(
      await people.intake.get<{ items: { type: string }[] }>(`/api/v1/cases/${caseId}/events?after=${seq}`),
    );
    expect(items.map(({ type }) => type)).toEqual(['NOTICE_AMENDED']);
  });

  test('sent ten times at once under ten keys opens one case', async () => {
    const notice = aNotice();
    const answers = await Promise.all(Array.from({ length: 10 }, () => people.intake.post('/api/v1/notices', notice)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
    expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(1);
  });

  test('of another merchant under the same number is another case', async () => {
    const notice = aNotice();
    const first = good(await people.intake.post('/api/v1/notices', notice));
    const second = good(await people.intake.post('/api/v1/notices', { ...notice, merchantNo: aNotice().merchantNo }));
    expect(second.caseId).not.toBe(first.caseId);
  });
});

test('a sandbox notice needs the sandbox right', async () => {
  const plain = await callerWith({ roles: ['INTAKE'], sandbox: false });
  const answer = await plain.post('/api/v1/notices', aNotice());
  expect(answer).toMatchObject({ status: 403, body: { code: 'auth.role' } });
});
