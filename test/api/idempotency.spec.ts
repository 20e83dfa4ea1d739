import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, good } from '../support/case.driver.js';
import { holding, PDF, PNG } from '../support/files.js';
import { send, type Answer } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;
let driver: CaseDriver;

beforeAll(async () => {
  people = await peopleOf();
  driver = await CaseDriver.open(people, aNotice());
  await driver.askForPapers();
});

const REPLAYED = 'idempotency-replayed';
const tenTimes = (ask: () => Promise<Answer>): Promise<Answer[]> => Promise.all(Array.from({ length: 10 }, ask));

/** One answer is the first, nine are said again, and all are the same to the byte. */
function areOneAnswer(answers: readonly Answer[], status: number): void {
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([status]));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  const said = answers.map(({ headers }) => headers.get(REPLAYED));
  expect(said.filter((value) => value === null)).toHaveLength(1);
  expect(said.filter((value) => value === 'true')).toHaveLength(9);
}

describe('the same request sent ten times at once', () => {
  test('is one command with ten equal answers', async () => {
    const key = randomUUID();
    const before = (await driver.view()).seq;
    const answers = await tenTimes(() =>
      people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '已致电商户' }, key),
    );
    areOneAnswer(answers, 200);
    expect((await driver.view(`?minSeq=${before + 1}`)).seq).toBe(before + 1);
  });

  test('opens one case', async () => {
    const key = randomUUID();
    const notice = aNotice();
    const answers = await tenTimes(() => people.intake.post('/api/v1/notices', notice, key));
    areOneAnswer(answers, 201);
    const found = await people.intake.get<{ items: unknown[] }>(`/api/v1/cases?sandbox=true&q=${notice.noticeNo}`);
    expect(found.body.items).toHaveLength(1);
  });

  test('is one document', async () => {
    const key = randomUUID();
    areOneAnswer(await tenTimes(() => people.intake.upload(driver.caseId, 'M12', PNG, key)), 201);
    const { materials } = await driver.view();
    expect(materials.find(({ code }) => code === 'M12')?.documents).toHaveLength(1);
  });

  test('is one refusal', async () => {
    const key = randomUUID();
    const answers = await tenTimes(() => people.intake.command(driver.caseId, 'SUBMIT', {}, key));
    areOneAnswer(answers, 422);
    expect(answers[0]?.body.code).toBe('guard.materials-incomplete');
  });

  test('moves a sandbox clock once', async () => {
    const key = randomUUID();
    const { now } = await driver.view();
    const answers = await tenTimes(() => people.lead.post(`${driver.path}/clock/advance`, { by: 'PT1H' }, key));
    areOneAnswer(answers, 200);
    expect(Date.parse((await driver.view()).now) - Date.parse(now)).toBeLessThan(2 * 3_600_000);
  });
});

describe('a key', () => {
  test('that was used for another body is refused and nothing happens', async () => {
    const key = randomUUID();
    good(await people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '一' }, key));
    const { seq } = await driver.view();
    const other = await people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '二' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
    expect((await driver.view()).seq).toBe(seq);
  });

  test('that was used for another case is refused', async () => {
    const key = randomUUID();
    const second = await CaseDriver.open(people, aNotice());
    good(await people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '一' }, key));
    const other = await people.reviewer.command(second.caseId, 'ADD_NOTE', { text: '一' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
  });

  test('that was used for another file is refused', async () => {
    const key = randomUUID();
    good(await people.intake.upload(driver.caseId, 'M14', PNG, key));
    const other = await people.intake.upload(driver.caseId, 'M14', PDF, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } });
  });

  test('is a person’s own: two may choose the same', async () => {
    const key = randomUUID();
    const mine = await people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '一' }, key);
    const theirs = await people.reviewer2.command(driver.caseId, 'ADD_NOTE', { text: '一' }, key);
    expect([mine.status, theirs.status]).toEqual([200, 200]);
    expect(theirs.body.seq).toBe(mine.body.seq + 1);
  });

  test('that is missing is asked for', async () => {
    const headers = { authorization: `Bearer ${people.reviewer.token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify({ command: 'ADD_NOTE', text: '一' }) };
    const answer = await send(`${people.reviewer.url}${driver.path}/commands`, init);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'idempotency.missing', detail: expect.stringContaining('Idempotency-Key') },
    });
  });

  test.each([['x'.repeat(256)], ['two words'], ['中']])('that reads %p is refused', async (key) => {
    const answer = await people.reviewer.command(
      driver.caseId,
      'ADD_NOTE',
      { text: '一' },
      encodeURI(key) === key ? key : Buffer.from(key).toString('latin1'),
    );
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test('gives the same answer after the case has moved on', async () => {
    const key = randomUUID();
    const first = await people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '三' }, key);
    await driver.send('lead', 'ESCALATE', { reason: '催办' });
    const again = await people.reviewer.command(driver.caseId, 'ADD_NOTE', { text: '三' }, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get(REPLAYED)).toBe('true');
  });
});

test('a refused file is refused again in the same words', async () => {
  const key = randomUUID();
  const bad = holding(PNG, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const first = await people.intake.upload(driver.caseId, 'M11', bad, key);
  const again = await people.intake.upload(driver.caseId, 'M11', bad, key);
  expect([first.status, again.status]).toEqual([415, 415]);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get(REPLAYED)).toBe('true');
});
