import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, eventually, good, type CaseView } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People, type User } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const opened = (): Promise<CaseDriver> => CaseDriver.open(people, aNotice());

/** What must be the same wherever a case is read; the instant of reading is not. */
const standing = ({ seq, state, chainHead, evidenceHash, scope, materials }: CaseView) =>
  ({ seq, state, chainHead, evidenceHash, scope, materials }); // prettier-ignore

describe('a read after a command', () => {
  test('shows what the command did, without asking for it', async () => {
    const driver = await opened();
    const steps: readonly [User, string, object][] = [
      ['intake', 'CONFIRM_NOTICE', {}],
      ['intake', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }],
      ['reviewer', 'ADD_NOTE', { text: '一' }],
      ['lead', 'ESCALATE', { reason: '催办' }],
      ['intake', 'LOG_COMMUNICATION', { direction: 'OUT', channel: 'PHONE', party: 'MERCHANT', summary: '已告知' }],
    ];
    for (const [user, command, fields] of steps) {
      const { seq, state } = await driver.send(user, command, fields);
      expect(await driver.view()).toMatchObject({ seq, state, source: 'record' });
    }
  });

  test('agrees with the workflow', async () => {
    const driver = await opened();
    await driver.bringToReview();
    const [recorded, asked] = [await driver.view(), await driver.view('?source=workflow')];
    expect([recorded.source, asked.source]).toEqual(['record', 'workflow']);
    expect(standing(asked)).toEqual(standing(recorded));
  });

  test('that asks for a seq has it; for one that is not there yet it gives what there is within two seconds', async () => {
    const driver = await opened();
    const { seq } = await driver.send('reviewer', 'ADD_NOTE', { text: '一' });
    expect(await driver.view(`?minSeq=${seq}`)).toMatchObject({ seq });
    const startedMs = Date.now();
    expect((await driver.view(`?minSeq=${seq + 5}`)).seq).toBe(seq);
    expect(Date.now() - startedMs).toBeLessThan(2_000);
  });
});

describe('events', () => {
  test('are paged without a gap, and each holds the hash of the one before', async () => {
    const driver = await opened();
    await driver.bringToReview();
    const events = await driver.events(3);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      events.slice(0, -1).map(({ hash }) => hash),
    );
    expect(events).toEqual(await driver.events());
    const { chainHead, seq } = await driver.view();
    expect(events.at(-1)).toMatchObject({ seq, hash: chainHead });
  });

  test('after the last one are none', async () => {
    const driver = await opened();
    const { seq } = await driver.view();
    expect(await people.reviewer.get(`${driver.path}/events?after=${seq}`)).toMatchObject({
      status: 200,
      body: { items: [], nextAfter: null },
    });
  });

  test.each(['limit=0', 'limit=1001', 'limit=ten', 'after=-1', 'after=1e99', 'sort=seq', 'after=1&after=2'])(
    'are not asked for with %s',
    async (query) => {
      const driver = await opened();
      const answer = await people.reviewer.get(`${driver.path}/events?${query}`);
      expect(answer).toMatchObject({
        status: 400,
        body: { code: 'request.invalid', errors: [{ pointer: expect.any(String) }] },
      });
    },
  );

  test('hold no free word: those lie in the vault', async () => {
    const driver = await opened();
    await driver.send('reviewer', 'ADD_NOTE', { text: '这句话不入链' });
    expect(JSON.stringify(await driver.events())).not.toContain('这句话不入链');
  });
});

test('the timeline tells the past in both languages and what comes by itself', async () => {
  const driver = await opened();
  await driver.askForPapers();
  interface Timeline {
    readonly past: readonly { readonly seq: number; readonly text: { readonly zh: string; readonly en: string } }[];
    readonly forecast: readonly { readonly at: string; readonly what: { readonly zh: string; readonly en: string } }[];
  }
  const { past, forecast } = good(await people.reviewer.get<Timeline>(`${driver.path}/timeline`));
  expect(past.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  for (const { zh, en } of [...past.map(({ text }) => text), ...forecast.map(({ what }) => what)])
    expect([/\p{Script=Han}/u.test(zh), /^[\x20-\x7e’–-]+$/.test(en)]).toEqual([true, true]);
  const ahead = forecast.map(({ at }) => at);
  expect(ahead).toEqual(ahead.toSorted());
  expect(ahead.length).toBeGreaterThanOrEqual(4);
});

test('what a person may do differs by role and is what is let through', async () => {
  const driver = await opened();
  const offered = async (user: User) => (await driver.view('', user)).allowedActions.map(({ command }) => command);
  expect(await offered('intake')).toContain('CONFIRM_NOTICE');
  expect(await offered('reviewer')).not.toContain('CONFIRM_NOTICE');
  expect(await offered('auditor')).toEqual([]);
  await driver.send('intake', 'CONFIRM_NOTICE');
  expect(await offered('intake')).not.toContain('CONFIRM_NOTICE');
});

test('the record never runs ahead of the workflow nor stays behind it while commands pour in', async () => {
  const driver = await opened();
  const notes = Promise.all(Array.from({ length: 20 }, () => driver.send('reviewer', 'ADD_NOTE', { text: '一' })));
  const seen: number[] = [];
  for (let n = 0; n < 10; n += 1) seen.push((await driver.view()).seq);
  const top = Math.max(...(await notes).map(({ seq }) => seq));
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  await eventually(() => driver.view(), ({ seq }) => seq === top, 5_000); // prettier-ignore
});
