import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { GENESIS, eventBytes, headOf, linkHash, verifyChain, type ChainRow, type ChainedEvent } from '#audit';
import { CaseStore, RecordConflict } from '#database';
import { canonical } from '#model';
import { CaseChain, INTAKE, aText } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let store: CaseStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = new CaseStore(database.app);
});
afterAll(() => database.drop());
afterEach(() =>
  database.owner.query('TRUNCATE case_event, case_view, case_deadline, case_material, communication, document'),
);

const head = (events: readonly ChainedEvent[]) => headOf(events.at(-1)!);
const chainOf = async (caseId: string): Promise<ChainRow[]> => {
  const rows: ChainRow[] = [];
  for await (const row of store.chainRows(caseId)) rows.push(row);
  return rows;
};

describe('writing events', () => {
  test('keeps the exact bytes, a whole chain and the fold of it', async () => {
    const chain = new CaseChain();
    chain.note(3);
    await expect(store.write(chain)).resolves.toEqual({ kind: 'written', head: head(chain.events) });
    const rows = await chainOf(chain.caseId);
    expect(verifyChain(rows)).toEqual({ ok: true, head: head(chain.events) });
    expect(rows.map(({ bytes }) => Buffer.from(bytes))).toEqual(
      chain.events.map(({ event }) => Buffer.from(eventBytes(event))),
    );
    const recorded = await store.caseOf(chain.caseId);
    expect(canonical(recorded?.case)).toBe(canonical(chain.case));
    expect(recorded?.head).toEqual(head(chain.events));
  });

  test('by another process shows to one that has read the case before', async () => {
    const chain = new CaseChain();
    const { caseId } = chain;
    await store.write(chain);
    const before = await store.caseOf(caseId);
    chain.note(2);
    await new CaseStore(database.app).write(chain);
    const after = await store.caseOf(caseId);
    expect(canonical(after?.case)).toBe(canonical(chain.case));
    expect(after?.head).toEqual(head(chain.events));
    expect(before?.case.seq).toBe(1);
    const again = await store.caseOf(caseId);
    expect({ ...again, readAt: after?.readAt }).toEqual(after);
  });

  test('twice leaves one row of each', async () => {
    const chain = new CaseChain();
    chain.note(2);
    await store.write(chain);
    await expect(store.write(chain)).resolves.toEqual({ kind: 'written', head: head(chain.events) });
    expect(await chainOf(chain.caseId)).toHaveLength(3);
  });

  test('answers the record’s own head when it is ahead of the batch', async () => {
    const chain = new CaseChain();
    chain.note(4);
    await store.write(chain);
    const { caseId, events } = chain;
    await expect(store.write({ caseId, events: events.slice(1, 3) })).resolves.toEqual({
      kind: 'written',
      head: head(events),
    });
  });

  test('adds what follows of a batch that overlaps', async () => {
    const chain = new CaseChain();
    chain.note(5);
    const { caseId, events } = chain;
    await store.write({ caseId, events: events.slice(0, 3) });
    await expect(store.write({ caseId, events: events.slice(1) })).resolves.toEqual({
      kind: 'written',
      head: head(events),
    });
    expect(verifyChain(await chainOf(caseId))).toEqual({ ok: true, head: head(events) });
  });

  test('nothing answers the head, the empty one before the first event', async () => {
    await expect(store.write({ caseId: 'case_none', events: [] })).resolves.toEqual({ kind: 'written', head: GENESIS });
  });

  test('over a gap changes nothing and says where the record ends', async () => {
    const chain = new CaseChain();
    chain.note(4);
    const { caseId, events } = chain;
    await store.write({ caseId, events: events.slice(0, 2) });
    let done = false;
    const also = () => Promise.resolve(void (done = true));
    const gap = await store.write({ caseId, events: events.slice(3) }, also);
    expect(gap).toEqual({ kind: 'gap', head: head(events.slice(0, 2)) });
    expect(done).toBe(false);
    expect(await chainOf(caseId)).toHaveLength(2);
    await expect(store.write({ caseId: 'case_2', events: [] }, also)).resolves.toMatchObject({ kind: 'written' });
    expect(done).toBe(true);
  });

  test('that follow the case as it was read needs no second look, and finds out who was quicker', async () => {
    const chain = new CaseChain();
    chain.note(3);
    const { caseId, events } = chain;
    await store.write({ caseId, events: events.slice(0, 2) });
    const held = await store.caseOf(caseId);
    const kept: number[] = [];
    const also = (seq: number) => () => Promise.resolve(void kept.push(seq));
    await Promise.all([
      store.write({ caseId, events: events.slice(2, 3) }, also(3), held),
      store.write({ caseId, events: events.slice(2, 3) }, also(3), held),
    ]);
    await expect(store.write({ caseId, events: events.slice(2) }, also(4), held)).resolves.toMatchObject({
      kind: 'written',
      head: head(events),
    });
    expect(verifyChain(await chainOf(caseId))).toEqual({ ok: true, head: head(events) });
    expect(canonical((await store.caseOf(caseId))?.case)).toBe(canonical(chain.case));
    expect(new Set(kept)).toEqual(new Set([3, 4]));
  });

  test('by many at once with overlapping batches leaves one whole chain', async () => {
    const chain = new CaseChain();
    chain.note(40);
    const { caseId, events } = chain;
    const batches = events.flatMap((_, n) => (n % 4 === 0 ? [events.slice(Math.max(0, n - 3), n + 8)] : []));
    for (let left = [...batches, ...batches]; left.length > 0;) {
      const results = await Promise.all(left.map((batch) => store.write({ caseId, events: batch })));
      left = left.filter((_, n) => results[n]?.kind === 'gap');
    }
    expect(verifyChain(await chainOf(caseId))).toEqual({ ok: true, head: head(events) });
    expect(canonical((await store.caseOf(caseId))?.case)).toBe(canonical(chain.case));
  });

  test('of a new case by many at once opens it once', async () => {
    for (let n = 0; n < 20; n++) {
      const chain = new CaseChain({ caseId: `case_new_${n}` });
      chain.note(2);
      const { caseId, events } = chain;
      const writers = Array.from({ length: 10 }, (_, m) =>
        store.write({ caseId, events: m % 2 ? events : events.slice(0, 1) }),
      );
      for (const { kind } of await Promise.all(writers)) expect(kind).toBe('written');
      expect(await chainOf(caseId)).toHaveLength(3);
    }
  });
});

describe('a conflict', () => {
  const conflict = async (batch: { caseId: string; events: readonly ChainedEvent[] }): Promise<RecordConflict> => {
    const failure: unknown = await store.write(batch).catch((error: unknown) => error);
    if (!(failure instanceof RecordConflict)) throw new Error(`no conflict: ${String(failure)}`);
    return failure;
  };

  test('names the first event the record holds otherwise', async () => {
    const [chain, other] = [new CaseChain(), new CaseChain()];
    chain.note(4);
    other.note(2);
    other.note(2, 'req_other');
    await store.write(chain);
    expect((await conflict(other)).seq).toBe(4);
    expect((await conflict({ caseId: chain.caseId, events: other.events.slice(0, 4) })).seq).toBe(4);
    expect(verifyChain(await chainOf(chain.caseId))).toEqual({ ok: true, head: head(chain.events) });
  });

  test('is found where the new events hang on another chain', async () => {
    const [chain, other] = [new CaseChain(), new CaseChain()];
    chain.note(1);
    other.note(3, 'req_other');
    await store.write(chain);
    expect((await conflict({ caseId: chain.caseId, events: other.events.slice(2) })).seq).toBe(3);
  });

  test('is found in a batch whose hashes are not those of its bytes', async () => {
    const chain = new CaseChain();
    chain.note(1);
    const [opening, note] = chain.events;
    const forged = { ...note!, event: { ...note!.event, requestId: 'req_forged' } };
    expect((await conflict({ caseId: chain.caseId, events: [opening!, forged] })).seq).toBe(2);
    const unhinged = { ...forged, previousHash: 'b'.repeat(64) };
    const hash = linkHash(unhinged.previousHash, eventBytes(unhinged.event));
    expect((await conflict({ caseId: chain.caseId, events: [opening!, { ...unhinged, hash }] })).seq).toBe(2);
    expect(await store.caseOf(chain.caseId)).toBeUndefined();
  });

  test('is found after the owner altered a row by hand', async () => {
    const chain = new CaseChain();
    chain.note(2);
    await store.write(chain);
    await database.owner.query(`UPDATE case_event SET bytes = bytes || '\\x20' WHERE seq = 2`);
    expect(verifyChain(await chainOf(chain.caseId))).toMatchObject({ ok: false, seq: 2 });
  });
});

describe('in the same transaction', () => {
  test('what happens besides is committed with the events', async () => {
    const chain = new CaseChain();
    await store.write(chain, async (manager) => {
      expect(await manager.query('SELECT last_seq FROM case_view WHERE case_id = $1', [chain.caseId])).toEqual([
        { last_seq: 1 },
      ]);
    });
    expect(await store.caseOf(chain.caseId)).toBeDefined();
  });

  test('a failure of it takes the events back', async () => {
    const chain = new CaseChain();
    await expect(store.write(chain, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await store.caseOf(chain.caseId)).toBeUndefined();
    expect(await chainOf(chain.caseId)).toEqual([]);
  });
});

test('the parts of a case follow its events', async () => {
  const chain = new CaseChain();
  chain.say({ type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE, requestId: 'req_2' });
  chain.say({ type: 'CLASSIFY', fields: { reasonCodes: ['TRADING_VIOLATION'] }, by: INTAKE, requestId: 'req_3' });
  await store.write(chain);
  const spoken = { direction: 'IN', channel: 'PHONE', party: 'MERCHANT', summary: aText('txt_call') } as const;
  chain.say({ type: 'LOG_COMMUNICATION', fields: spoken, by: INTAKE, requestId: 'req_4' });
  await store.write(chain);

  const { deadlines, materials, messages } = chain.case!;
  const rows = <T>(sql: string) => database.app.query<T[]>(sql);
  expect(await rows('SELECT name, status, due_at FROM case_deadline ORDER BY name')).toEqual(
    deadlines
      .map(({ name, status, dueAt }) => ({ name, status, due_at: dueAt && new Date(dueAt) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  expect(await rows('SELECT code, status, round FROM case_material ORDER BY code')).toEqual(
    materials.map(({ code, status, round }) => ({ code, status, round })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  );
  expect(await rows('SELECT template FROM communication WHERE template IS NOT NULL')).toHaveLength(messages.length);
  expect(
    await rows(
      `SELECT communication_id, direction, channel, party, text_id FROM communication WHERE channel IS NOT NULL`,
    ),
  ).toEqual([
    { communication_id: 'logged:4', direction: 'IN', channel: 'PHONE', party: 'MERCHANT', text_id: 'txt_call' },
  ]);
});

test('events are found by seq and by the request that caused them', async () => {
  const chain = new CaseChain();
  chain.note(2, 'req_a');
  chain.note(2, 'req_b');
  await store.write(chain);
  const { caseId, events } = chain;
  const page = await store.eventsOf(caseId, 1, 2);
  expect(page.map(({ event }) => event)).toEqual([events[1]!.event, events[2]!.event]);
  expect(page.map(({ hash, previousHash }) => [hash, previousHash])).toEqual([
    [events[1]!.hash, events[0]!.hash],
    [events[2]!.hash, events[1]!.hash],
  ]);
  expect(Date.parse(page[0]!.recordedAt)).toBeGreaterThan(0);
  expect((await store.eventsOfRequest(caseId, 'req_b')).map(({ event }) => event.seq)).toEqual([4, 5]);
  expect(await store.eventsOfRequest(caseId, 'req_c')).toEqual([]);
  expect(await store.eventsOfRequest('case_other', 'req_b')).toEqual([]);
});
