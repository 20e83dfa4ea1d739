import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, SOUND } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const opened = (members: object = {}): Promise<CaseDriver> => CaseDriver.open(people, aNotice(members));
const DAY_MS = 86_400_000;

describe('the clock of a sandbox case', () => {
  test('is moved by a length of time', async () => {
    const driver = await opened();
    const { now } = await driver.view();
    const moved = await driver.advance({ by: 'P5D' });
    expect(moved).toMatchObject({ caseId: driver.caseId, state: 'NOTICE_RECEIVED', seq: expect.any(Number) });
    const wentMs = Date.parse(moved.now) - Date.parse(now);
    expect(wentMs).toBeGreaterThanOrEqual(5 * DAY_MS);
    expect(wentMs).toBeLessThan(5 * DAY_MS + 60_000);
  });

  test('is moved to an instant, whatever its offset', async () => {
    const driver = await opened();
    const { now } = await driver.advance({ to: '2027-03-01T09:00:00+08:00' });
    expect(now >= '2027-03-01T01:00:00.000Z' && now < '2027-03-01T01:01:00.000Z').toBe(true);
  });

  test('stops at the nearest running deadline, which then has passed', async () => {
    const driver = await opened();
    const running = (await driver.view()).deadlines.filter(({ status }) => status === 'RUNNING');
    const [nearest] = running.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1));
    const { now } = await driver.advance({ toNextDeadline: true });
    expect(now.slice(0, 16)).toBe(nearest?.dueAt?.slice(0, 16));
    const events = await driver.events();
    expect(events.at(-1)).toMatchObject({ type: 'DEADLINE_PASSED', at: nearest?.dueAt });
  });

  test('answers when all that was due has happened and is recorded', async () => {
    const driver = await opened();
    await driver.askForPapers();
    const { seq, state } = await driver.advance({ by: 'P60D' });
    const recorded = await driver.view();
    expect([recorded.seq, recorded.state]).toEqual([seq, state]);
    expect(state).toBe('CLOSED_EXPIRED');
    expect(await driver.view('?source=workflow')).toMatchObject({ seq, state });
    expect(await driver.replay()).toMatchObject({ ...SOUND, comparedSeq: seq });
  });

  test('is turned by each of the staff alike', async () => {
    const driver = await opened();
    for (const user of ['intake', 'senior', 'ops', 'field'] as const) await driver.advance({ by: 'PT1M' }, user);
  });

  test.each([
    ['nothing', {}],
    ['two ways at once', { by: 'P1D', toNextDeadline: true }],
    ['no length of time', { by: 'tomorrow' }],
    ['no instant', { to: '2027-03-01' }],
    ['a refusal of itself', { toNextDeadline: false }],
  ])('takes %s for malformed', async (_, body) => {
    const driver = await opened();
    const answer = await people.lead.post(`${driver.path}/clock/advance`, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test('never goes back', async () => {
    const driver = await opened();
    const { seq } = await driver.view();
    const answer = await people.lead.post(`${driver.path}/clock/advance`, { to: '2020-01-01T00:00:00Z' });
    expect(answer.status).toBe(422);
    expect((await driver.view()).seq).toBe(seq);
  });

  test('may be sent years ahead in one call', async () => {
    const driver = await opened();
    await driver.approve();
    await driver.reinstate();
    expect(await driver.advance({ by: 'P3650D' })).toMatchObject({ state: 'CLOSED_REINSTATED' });
  });
});

test('a real case refuses to be moved', async () => {
  const driver = await opened({ sandbox: false });
  const answer = await people.lead.post(`${driver.path}/clock/advance`, { by: 'P1D' });
  expect(answer).toMatchObject({ status: 409, body: { code: 'sandbox.only' } });
});
