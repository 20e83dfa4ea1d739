import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CaseDriver } from '../support/case.driver.js';
import { send, type Answer } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { ownersDatabase, tracesOf } from '../support/stored.js';

let people: People;
let driver: CaseDriver;
let database: DataSource;

beforeAll(async () => {
  [people, database] = await Promise.all([peopleOf(), ownersDatabase()]);
  driver = await CaseDriver.open(people, aNotice());
});

afterAll(() => database.destroy());

/** Sends a body as it stands and gives the answer once nothing of it was found stored. */
async function leavesNothing(
  raw: string | Uint8Array<ArrayBuffer>,
  type = 'application/json',
  token = people.reviewer.token,
): Promise<Answer> {
  const key = randomUUID();
  const before = await tracesOf(database, { key, caseId: driver.caseId });
  const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'idempotency-key': key };
  const answer = await send(`${people.reviewer.url}${driver.path}/commands`, { method: 'POST', headers, body: raw });
  expect(await tracesOf(database, { key, caseId: driver.caseId })).toEqual({ ...before, requests: 0, halves: 0 });
  return answer;
}

const note = (text: string) => JSON.stringify({ command: 'ADD_NOTE', text });

describe('a command that is not well-formed is refused with where and why, and leaves nothing', () => {
  const cases: readonly [title: string, body: object, pointer: string, words: RegExp][] = [
    ['of no name', { text: '一' }, '/command', /missing.*ADD_NOTE/],
    ['of an unknown name', { command: 'APROVE' }, '/command', /not a known command.*APPROVE/],
    ['named like a member every object has', { command: 'constructor' }, '/command', /not a known command/],
    ['whose name is no text', { command: ['ADD_NOTE'] }, '/command', /not a known command/],
    ['without its field', { command: 'ADD_NOTE' }, '/text', /missing/],
    ['with a field too many', { command: 'ADD_NOTE', text: '一', txet: '二' }, '/txet', /not a field.*text/],
    ['with an empty text', { command: 'ADD_NOTE', text: '' }, '/text', /empty/],
    ['with a text too long', { command: 'ADD_NOTE', text: 'x'.repeat(20_001) }, '/text', /20000/],
    ['with a NUL in its text', { command: 'ADD_NOTE', text: 'a\u0000b' }, '/text', /NUL/],
    ['with a hash that is none', { command: 'RECOMMEND', opinion: 'APPROVE', reason: '一', evidenceHash: 'abc' }, '/evidenceHash', /SHA-256/],
    ['with an unknown opinion', { command: 'RECOMMEND', opinion: 'MAYBE', reason: '一', evidenceHash: '0'.repeat(64) }, '/opinion', /APPROVE/],
    ['with an unknown paper', { command: 'ACCEPT_MATERIAL', code: 'M99' }, '/code', /M01/],
    ['with a duration that is none', { command: 'EXTEND', deadline: 'T_MATERIALS', by: '5 days', reason: '一' }, '/by', /P5D/],
    ['expecting a seq below zero', { command: 'ADD_NOTE', text: '一', expectedSeq: -1 }, '/expectedSeq', /0 or more/],
    ['on behalf of somebody else', { command: 'ADD_NOTE', text: '一', onBehalfOf: 'UNIONPAY' }, '/onBehalfOf', /MERCHANT/],
    ['with an item that is wrong deep inside', { command: 'REQUEST_SUPPLEMENT', items: [{ code: 'M12' }] }, '/items/0/reason', /missing/],
  ]; // prettier-ignore

  test.each(cases)('%s', async (_, body, pointer, words) => {
    const answer = await leavesNothing(JSON.stringify(body));
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid', status: 400 } });
    const found = answer.body.errors?.find((error) => error.pointer === pointer);
    expect(found?.message).toMatch(words);
    expect(answer.body.detail).toContain(pointer);
  });
});

describe('a body that cannot be read is refused and leaves nothing', () => {
  const cases: readonly [title: string, body: string | Uint8Array<ArrayBuffer>, type: string, status: number, code: string][] = [
    ['malformed JSON', '{"command": "ADD_NOTE", ', 'application/json', 400, 'request.invalid'],
    ['an empty body', '', 'application/json', 400, 'request.invalid'],
    ['a list', '[]', 'application/json', 400, 'request.invalid'],
    ['null', 'null', 'application/json', 400, 'request.invalid'],
    ['a number beyond numbers', '{"command":"ADD_NOTE","text":"a","expectedSeq":1e999}', 'application/json', 400, 'request.invalid'],
    ['a member that changes every object', '{"command":"ADD_NOTE","text":"a","__proto__":{"x":1}}', 'application/json', 400, 'request.invalid'],
    ['broken UTF-8', Uint8Array.from([...Buffer.from('{"command":"ADD_NOTE","text":"'), 0xff, 0xfe, ...Buffer.from('"}')]), 'application/json', 400, 'request.invalid'],
    ['half a surrogate pair', '{"command":"ADD_NOTE","text":"\\ud83d"}', 'application/json', 400, 'request.invalid'],
    ['lists in lists without end', `{"command":"ADD_NOTE","text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'application/json', 400, 'request.invalid'],
    ['a form', 'command=ADD_NOTE&text=a', 'application/x-www-form-urlencoded', 415, 'media.unsupported'],
    ['plain text', note('a'), 'text/plain', 415, 'media.unsupported'],
    ['XML', '<command/>', 'application/xml', 415, 'media.unsupported'],
    ['three megabytes', note('x'.repeat(3_000_000)), 'application/json', 413, 'body.too-large'],
  ]; // prettier-ignore

  test.each(cases)('%s', async (_, body, type, status, code) => {
    const answer = await leavesNothing(body, type);
    expect(answer).toMatchObject({
      status,
      body: { code, status, detail: expect.any(String), title: expect.any(String) },
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.headers.get('x-request-id')).toBeTruthy();
  });
});

describe('card data in the free words of a command is refused and leaves no text', () => {
  test.each([
    '4111 1111 1111 1111',
    '卡号6228480402564890018。',
    '６２２８４８０４０２５６４８９００１８',
    'CVN2: 123',
  ])('%s', async (words) => {
    const key = randomUUID();
    const before = await tracesOf(database, { key, caseId: driver.caseId });
    const answer = await people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: `客户来电 ${words}` }, key);
    expect(answer).toMatchObject({ status: 422, body: { code: 'guard.card-data' } });
    expect(JSON.stringify(answer.body)).not.toContain('8900');
    expect(await tracesOf(database, { caseId: driver.caseId })).toEqual({ ...before, requests: 0, halves: 0 });
  });

  test('but not a settlement reference, a phone number or a masked card', async () => {
    await driver.send('reviewer', 'ADD_NOTE', { text: '卡 622848******1234,电话 13800000000,参考号 112309481203' });
  });
});

test.each([
  ['case_nope'],
  ['case_01JD0000000000000000000000'],
  ['%00'],
  ['..%2f..%2fme'],
  ["x' OR 1=1--"],
  ['x'.repeat(2_000)],
])('a case of the id %p is not found, whatever is asked of it', async (id) => {
  const path = `/api/v1/cases/${id.startsWith('%') || id.startsWith('.') ? id : encodeURIComponent(id)}`;
  for (const address of ['', '/events', '/timeline', '/clock'])
    expect(await people.reviewer.get(path + address)).toMatchObject({
      status: 404,
      body: { code: expect.stringMatching(/not-found$/) },
    });
  const command = await people.reviewer.post(`${path}/commands`, { command: 'ADD_NOTE', text: '一' });
  expect(command).toMatchObject({ status: 404, body: { code: expect.stringMatching(/not-found$/) } });
});
