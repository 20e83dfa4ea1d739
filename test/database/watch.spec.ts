import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { headOf } from '#audit';
import { CaseStore, WatchStore } from '#database';
import { CaseChain } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let cases: CaseStore;
let watch: WatchStore;
beforeAll(async () => {
  database = await freshDatabase();
  cases = new CaseStore(database.app);
  watch = new WatchStore(database.app);
});
afterAll(() => database.drop());
afterEach(() => database.owner.query('TRUNCATE case_watch, case_view, case_event'));

const RUN = { runId: 'run_1', historyLength: 7 };
const LEAD = { by: 'person:lead', as: ['LEAD'], requestId: 'req_1' } as const;
const COMPLIANCE = { by: 'person:compliance', as: ['COMPLIANCE'], requestId: 'req_2' } as const;

let chain: CaseChain;
const record = () => cases.write({ caseId: chain.caseId, events: chain.events });
const head = () => headOf(chain.events.at(-1)!);
/** As if nothing had happened for a while. */
const quiet = () => database.owner.query(`UPDATE case_view SET updated_at = updated_at - interval '1 hour'`);
const dueIds = async (unseenMs = 60_000) => (await watch.due(unseenMs, 10)).map(({ caseId }) => caseId);

beforeEach(async () => {
  chain = new CaseChain();
  await record();
});

describe('a case is to be looked at', () => {
  test('when nobody has, and not while it is busy', async () => {
    expect(await dueIds()).toEqual([]);
    await quiet();
    expect(await watch.due(60_000, 10)).toEqual([{ caseId: chain.caseId, head: head(), frozen: null }]);
  });

  test('again after a while, with what was seen of its run', async () => {
    await quiet();
    await watch.inOrder(chain.caseId, { ...RUN, head: head() });
    expect(await dueIds()).toEqual([]);
    await database.owner.query(`UPDATE case_watch SET checked_at = checked_at - interval '2 minutes'`);
    expect(await watch.due(60_000, 10)).toEqual([
      { caseId: chain.caseId, head: head(), frozen: null, before: { ...RUN, head: head() } },
    ]);
    await watch.lookedAt(chain.caseId, head());
    expect(await dueIds()).toEqual([]);
  });

  test('no longer once it is closed, unless it is frozen', async () => {
    const words = { textId: 'txt_1', commitment: 'a'.repeat(64) };
    chain.say({
      type: 'WITHDRAW',
      fields: { reason: words },
      by: { id: 'intake', roles: ['INTAKE'] },
      requestId: 'req_w',
    });
    await record();
    await quiet();
    expect(await dueIds()).toEqual([]);
    await watch.freeze(chain.caseId, head(), 'NO_RUN');
    expect(await dueIds(0)).toEqual([chain.caseId]);
  });
});

describe('a frozen case', () => {
  test('is shown as frozen until its run is in order again', async () => {
    const freeze = await watch.freeze(chain.caseId, head(), 'NO_RUN');
    expect(freeze).toMatchObject({ cause: 'NO_RUN', head: head(), proposal: null });
    expect((await cases.caseOf(chain.caseId))?.frozen).toEqual(freeze);
    const listed = async (frozen: boolean) =>
      (await cases.list({ institutions: '*', frozen }, undefined, 10)).items.length;
    expect([await listed(true), await listed(false)]).toEqual([1, 0]);
    await watch.inOrder(chain.caseId, { ...RUN, head: head() });
    expect((await cases.caseOf(chain.caseId))?.frozen).toBeNull();
    expect([await listed(true), await listed(false)]).toEqual([0, 1]);
  });

  test('stays frozen since it was, whatever is found out later', async () => {
    const first = await watch.freeze(chain.caseId, head(), 'NO_RUN');
    expect(await watch.freeze(chain.caseId, head(), 'RUN_ENDED')).toMatchObject({
      since: first?.since,
      cause: 'RUN_ENDED',
    });
  });

  test('is none when the record has moved since it was looked at', async () => {
    const before = head();
    chain.note(1);
    await record();
    expect(await watch.freeze(chain.caseId, before, 'NO_RUN')).toBeUndefined();
    expect(await watch.freezeOf(chain.caseId)).toBeUndefined();
  });

  test('has one proposal: of two made at once the first stays', async () => {
    await watch.freeze(chain.caseId, head(), 'NO_RUN');
    const made = await Promise.all([LEAD, COMPLIANCE].map((one) => watch.propose(chain.caseId, head(), one)));
    expect(new Set(made.map((one) => one?.proposal.requestId)).size).toBe(1);
    await watch.freeze(chain.caseId, head(), 'NO_RUN');
    expect((await watch.freezeOf(chain.caseId))?.proposal).toEqual(made[0]?.proposal);
  });

  test('forgets a proposal made for another record, and when it runs again', async () => {
    await watch.freeze(chain.caseId, head(), 'NO_RUN');
    const before = head();
    await watch.propose(chain.caseId, before, LEAD);
    chain.note(1);
    await record();
    expect(await watch.freeze(chain.caseId, head(), 'NO_RUN')).toMatchObject({ proposal: null });
    expect(await watch.propose(chain.caseId, before, LEAD)).toBeUndefined();
    await watch.propose(chain.caseId, head(), COMPLIANCE);
    await watch.thaw(database.app, chain.caseId);
    expect(await watch.freezeOf(chain.caseId)).toBeUndefined();
    expect(await watch.freeze(chain.caseId, head(), 'NO_RUN')).toMatchObject({ proposal: null });
  });

  test('takes no proposal while it is not frozen', async () => {
    expect(await watch.propose(chain.caseId, head(), LEAD)).toBeUndefined();
  });
});
