import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { verifyChain, type ChainRow } from '#audit';
import { caseWorkflowId } from '#contract';
import { CaseStore } from '#database';
import { CaseDriver, eventually, good, SOUND, type CaseView, type Verdict } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, stackOf, type People, type User } from '../support/people.js';
import { RestartableStack } from '../support/restartable.stack.js';
import { forEach, STAGES, type Stage } from '../support/stages.js';
import { ownersDatabase } from '../support/stored.js';

const CASES_A_STAGE = 5;
/** Two starts of a stack and fifty cases led half way through their lives. */
const PREPARED_WITHIN_MS = 400_000;
/** Every case is looked at at once after a start, and one that did not answer in time again a minute later. */
const FOUND_WITHIN_MS = 120_000;

/** What is known of a case before Temporal loses it. */
interface Lost {
  readonly driver: CaseDriver;
  readonly stage: Stage;
  readonly before: CaseView;
}

interface FrozenView extends CaseView {
  readonly frozen: { readonly cause: string; readonly proposal: { readonly by: string } | null } | null;
}
type ResumedVerdict = Verdict & { readonly resumedAt?: number; readonly unreplayed?: number };

let stack: RestartableStack;
let people: People;
const lost: Lost[] = [];

const frozenCases = async (): Promise<readonly { readonly caseId: string }[]> =>
  good(await people.lead.get<{ items: { caseId: string }[] }>('/api/v1/cases?frozen=true&sandbox=both&limit=200'))
    .items;
const frozenView = async ({ driver }: Lost): Promise<FrozenView> =>
  good(await people.lead.get<FrozenView>(driver.path));
/** Asked again under its own key while a busy machine does not answer in time. */
const resume = (user: User, { driver }: Lost) => {
  const key = randomUUID();
  const ask = () => people[user].post(`${driver.path}/resume`, {}, key);
  return eventually(ask, ({ status }) => status !== 503);
};
/** The last of a stage; the tests take different ones. */
const lostIn = (state: string): Lost => {
  const found = lost.findLast(({ stage }) => stage.state === state);
  if (!found) throw new Error(`no case was left in ${state}`);
  return found;
};

/** A run announces itself with its first batch for the record, up to 3 s after its first event. */
async function runsAreAnnounced(): Promise<void> {
  const database = await ownersDatabase(stack.home);
  await eventually(
    () => database.query<unknown[]>('SELECT run_id FROM case_run'),
    ({ length }) => length >= lost.length,
  );
  await database.destroy();
}

beforeAll(async () => {
  stack = await RestartableStack.start();
  people = await peopleOf(stack.home);
  const wanted = STAGES.flatMap((stage) => Array.from({ length: CASES_A_STAGE }, () => stage));
  await forEach(wanted, async (stage) => {
    const driver = await CaseDriver.open(people, aNotice());
    await stage.arrive(driver);
    lost.push({ driver, stage, before: await driver.view() });
  });
  await runsAreAnnounced();
  await stack.stop();
  await stack.loseTemporal();
  await stack.start();
}, PREPARED_WITHIN_MS);
afterAll(() => stack.discard());

describe('fifty open cases whose Temporal lost its data', () => {
  test('are where they were, and are all found and frozen', async () => {
    expect(lost.map(({ before, stage }) => before.state === stage.state)).not.toContain(false);
    expect(lost).toHaveLength(STAGES.length * CASES_A_STAGE);
    const frozen = await eventually(frozenCases, ({ length }) => length === lost.length, FOUND_WITHIN_MS);
    expect(frozen.map(({ caseId }) => caseId).toSorted()).toEqual(lost.map(({ driver }) => driver.caseId).toSorted());
    expect(await frozenView(lostIn('APPROVED'))).toMatchObject({ frozen: { cause: 'NO_RUN', proposal: null } });
  });

  test('take no commands, and say why', async () => {
    const { driver } = lostIn('NOTICE_RECEIVED');
    expect(await driver.refused('intake', 'CONFIRM_NOTICE')).toMatchObject({
      status: 409,
      code: 'case.frozen',
      cause: 'NO_RUN',
    });
    expect((await driver.view()).seq).toBe(1);
  });

  test('are not started again by one person alone, nor by two of one role, nor by others', async () => {
    const one = lostIn('UNDER_REVIEW');
    const { seq } = one.before;
    expect(await resume('reviewer', one)).toMatchObject({ status: 403 });
    const first = await resume('lead', one);
    expect(first).toMatchObject({ status: 200, body: { seq, events: [], frozen: { proposal: { as: ['LEAD'] } } } });
    expect(await resume('lead', one)).toMatchObject({ status: 422, body: { code: 'guard.four-eyes' } });
    expect(await frozenView(one)).toMatchObject({ seq, frozen: { proposal: { by: expect.any(String) } } });
  });

  test('are started again by two persons and go on with their next command, nothing lost and nothing doubled', async () => {
    await forEach(lost, async (one) => {
      good(await resume('lead', one).then((answer) => (answer.status === 422 ? { ...answer, status: 200 } : answer)));
      const resumed = good(await resume('compliance', one));
      expect(resumed).toMatchObject({
        seq: one.before.seq + 1,
        events: [{ seq: one.before.seq + 1, type: 'RESUMED' }],
      });
      await one.stage.goOn(one.driver);
    });
    expect(await frozenCases()).toEqual([]);
    await forEach(lost, async ({ driver, before }) => {
      const events = await driver.events();
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      expect(events[before.seq - 1]?.hash).toBe(before.chainHead);
      expect(events.slice(1).map(({ previousHash }) => previousHash)).toEqual(
        events.slice(0, -1).map(({ hash }) => hash),
      );
      const [first] = events.slice(before.seq);
      expect(first).toMatchObject({ type: 'RESUMED', payload: { fields: { proposedAs: 'LEAD', cause: 'NO_RUN' } } });
      expect(first?.actor).toMatchObject({ role: 'COMPLIANCE' });
      expect(first?.actor.id).not.toBe(first?.payload.fields['proposedBy']);
    });
  });

  test('are not asked for again in Temporal: their runs are known to be lost', async () => {
    const database = await ownersDatabase(stack.home);
    const lostRuns = () => database.query<unknown[]>('SELECT run_id FROM case_run WHERE lost_at IS NOT NULL');
    expect(await eventually(lostRuns, ({ length }) => length >= lost.length)).toHaveLength(lost.length);
    await database.destroy();
  });

  test('have one chain each, over the loss and on', async () => {
    const database = await ownersDatabase(stack.home);
    const cases = new CaseStore(database);
    for (const { driver } of lost) {
      const rows: ChainRow[] = [];
      for await (const row of cases.chainRows(driver.caseId)) rows.push(row);
      expect(verifyChain(rows)).toMatchObject({ ok: true, head: { seq: (await driver.view()).seq } });
    }
    await database.destroy();
  });

  test('replay from where they were started again, the record vouching for what came before', async () => {
    const one = STAGES.map(({ state }) => lostIn(state));
    await forEach(one, async ({ driver, before }) => {
      const verdict = (await driver.replay()) as ResumedVerdict;
      expect(verdict).toMatchObject({ ...SOUND, resumedAt: before.seq + 1, unreplayed: before.seq });
      expect(verdict.problems).toBeUndefined();
    });
  });

  test('live on to their end', async () => {
    const { driver } = lostIn('FOLLOW_UP');
    expect(await driver.advance({ toNextDeadline: true })).toMatchObject({ state: 'CLOSED_REINSTATED' });
    const verdict = await eventually(
      () => driver.replay(),
      ({ open }) => !open,
    );
    expect(verdict).toMatchObject({ ...SOUND, pendingSeqs: [] });
  });
});

test('a case that has its run is not started again', async () => {
  const { driver } = lostIn('APPROVED');
  const { seq } = await driver.view();
  for (const user of ['lead', 'compliance'] as const) {
    const refused = { status: 409, body: { code: 'case.not-frozen' } };
    expect(await people[user].post(`${driver.path}/resume`, {})).toMatchObject(refused);
  }
  expect((await driver.view()).seq).toBe(seq);
});

test('a case whose run has failed is frozen by the first command that meets it, and started again', async () => {
  const one = lostIn('SUBMITTED');
  const connection = await Connection.connect({ address: stackOf(stack.home).temporalAddress });
  await new Client({ connection }).workflow.getHandle(caseWorkflowId(one.driver.caseId)).terminate('by hand');
  await connection.close();
  const note = { text: '催办' };
  expect(await one.driver.refused('reviewer', 'ADD_NOTE', note)).toMatchObject({
    status: 503,
    code: 'dependency.unavailable',
  });
  expect(await one.driver.refused('reviewer', 'ADD_NOTE', note)).toMatchObject({ status: 409, code: 'case.frozen' });
  // In the other order than before: either role may be first.
  good(await resume('compliance', one));
  expect(good(await resume('lead', one))).toMatchObject({ events: [{ type: 'RESUMED' }] });
  expect((await one.driver.events()).at(-1)?.payload.fields).toMatchObject({
    proposedAs: 'COMPLIANCE',
    cause: 'RUN_ENDED',
  });
  await one.driver.send('reviewer', 'ADD_NOTE', note);
  const verdict = await eventually(
    () => one.driver.replay(),
    ({ runs }) => runs === 2,
  );
  expect(verdict).toMatchObject(SOUND);
});

test(
  'a case that an older copy of Temporal has brought back is frozen, and no other',
  async () => {
    const one = lostIn('NOTICE_CONFIRMED');
    const other = lostIn('MATERIALS_REQUESTED');
    await stack.stop();
    const putBack = await stack.copyTemporal();
    await stack.start();
    people = await peopleOf(stack.home);
    const driver = new CaseDriver(people, one.driver.caseId);
    for (const text of ['一', '二']) await driver.send('reviewer', 'ADD_NOTE', { text });
    const { seq } = await driver.view();
    await stack.stop();
    await putBack();
    await stack.start();
    people = await peopleOf(stack.home);
    const [frozen] = await eventually(frozenCases, ({ length }) => length > 0, FOUND_WITHIN_MS);
    expect(frozen).toMatchObject({ caseId: driver.caseId });
    const back = { ...one, driver: new CaseDriver(people, driver.caseId) };
    // It is asked, or it fails first, over what it was about to record: either way it is found.
    const cause = expect.stringMatching(/^RUN_(BEHIND|DIFFERS)$/);
    expect(await frozenView(back)).toMatchObject({ seq, frozen: { cause } });
    await new CaseDriver(people, other.driver.caseId).send('reviewer', 'ADD_NOTE', { text: '三' });
    good(await resume('lead', back));
    expect(good(await resume('compliance', back))).toMatchObject({ seq: seq + 1, events: [{ type: 'RESUMED' }] });
    await back.driver.send('reviewer', 'ADD_NOTE', { text: '四' });
    expect(await frozenCases()).toEqual([]);
    expect(await back.driver.replay()).toMatchObject({ ...SOUND, resumedAt: seq + 1 });
  },
  PREPARED_WITHIN_MS,
);

test('a record that does not prove itself starts no case', async () => {
  const one = { ...lostIn('ON_HOLD'), driver: new CaseDriver(people, lostIn('ON_HOLD').driver.caseId) };
  const database = await ownersDatabase(stack.home);
  await database.query(
    `UPDATE case_event SET bytes = overlay(bytes placing 'X' from 20) WHERE case_id = $1 AND seq = 2`,
    [one.driver.caseId],
  );
  await database.destroy();
  const connection = await Connection.connect({ address: stackOf(stack.home).temporalAddress });
  await new Client({ connection }).workflow.getHandle(caseWorkflowId(one.driver.caseId)).terminate('by hand');
  await connection.close();
  good(await resume('lead', one));
  expect(await resume('compliance', one)).toMatchObject({ status: 422, body: { code: 'guard.record-broken', seq: 2 } });
});
