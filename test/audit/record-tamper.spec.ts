import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { GENESIS, linkHash } from '#audit';
import { canonical, fold, hashOf, plusMs, type CaseEvent } from '#model';
import { bundleOf, stackKey, verify } from '../support/bundles.js';
import { CaseDriver, eventually } from '../support/case.driver.js';
import { aNotice, sampleOf } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { secondOpinion } from '../support/python.js';
import { ownersDatabase } from '../support/stored.js';

const TABLES = ['case_event', 'case_view', 'refusal', 'document'];

let people: People;
let owner: DataSource;
let key: string;
beforeAll(async () => {
  people = await peopleOf();
  owner = await ownersDatabase();
});
afterAll(() => owner.destroy());

interface Histories {
  readonly runs: readonly { readonly history: { readonly events: readonly { readonly eventType: string }[] } }[];
}

/** Waits until the workflow knows all it did to be recorded: what is taken away before that it would write again. */
const atRest = (caseId: string) =>
  eventually(
    () => people.auditor.get<Histories>(`/audit/v1/cases/${caseId}/history`),
    ({ body }) => {
      const types = (body.runs.at(-1)?.history.events ?? []).map(({ eventType }) => eventType);
      const last = (name: string) => types.lastIndexOf(`EVENT_TYPE_${name}`);
      const told = Math.max(last('WORKFLOW_EXECUTION_UPDATE_ACCEPTED'), last('WORKFLOW_EXECUTION_SIGNALED'));
      return last('ACTIVITY_TASK_COMPLETED') > told;
    },
  );

/** A decided case with a refusal, whose head the log has been shown. */
async function aDecidedCase(): Promise<CaseDriver> {
  const driver = await CaseDriver.open(people, aNotice({}, sampleOf('ALLINPAY', 'INACTIVITY')));
  await driver.approve();
  await driver.refused('reviewer', 'APPROVE', { evidenceHash: 'a'.repeat(64) });
  await atRest(driver.caseId);
  await bundleOf(people, driver.caseId);
  key ??= await stackKey(people);
  return driver;
}

/** The report on a case while its rows in the database are other ones; they are put back after it. */
async function reportWhile(caseId: string, alter: () => Promise<unknown>) {
  const copies = TABLES.map((table) => `${table}_of_${caseId.toLowerCase()}`);
  for (const [place, table] of TABLES.entries()) {
    await owner.query(`CREATE TABLE ${copies[place]} AS SELECT * FROM ${table} WHERE case_id = $1`, [caseId]);
  }
  try {
    await alter();
    const bundle = await bundleOf(people, caseId);
    return { report: await verify(bundle, key), second: (await secondOpinion([bundle], key))[0] };
  } finally {
    for (const [place, table] of TABLES.entries()) {
      await owner.query(`DELETE FROM ${table} WHERE case_id = $1`, [caseId]);
      await owner.query(`INSERT INTO ${table} SELECT * FROM ${copies[place]}`);
      await owner.query(`DROP TABLE ${copies[place]}`);
    }
  }
}

const eventsOf = async (caseId: string): Promise<CaseEvent[]> => {
  const rows = await owner.query<{ bytes: Buffer }[]>('SELECT bytes FROM case_event WHERE case_id = $1 ORDER BY seq', [
    caseId,
  ]);
  return rows.map(({ bytes }) => JSON.parse(bytes.toString()) as CaseEvent);
};

/** Puts other events in a case's place, as somebody would who owns the database and knows how a chain is made. */
async function rewrite(caseId: string, events: readonly CaseEvent[]): Promise<void> {
  await owner.query('DELETE FROM case_event WHERE case_id = $1 AND seq > $2', [caseId, events.length]);
  let previous = GENESIS.hash;
  for (const event of events) {
    const bytes = Buffer.from(canonical(event));
    const hash = linkHash(previous, bytes);
    await owner.query(
      `UPDATE case_event SET bytes = $3, hash = decode($4, 'hex'), previous_hash = decode($5, 'hex'), at = $6, actor_id = $7
       WHERE case_id = $1 AND seq = $2`,
      [caseId, event.seq, bytes, hash, previous, event.at, event.actor.id],
    );
    previous = hash;
  }
  const state = fold(events)!;
  await owner.query(
    `UPDATE case_view SET last_seq = $2, last_hash = decode($3, 'hex'), state = $4, folded = $5 WHERE case_id = $1`,
    [caseId, state.seq, previous, state.state, JSON.stringify(state)],
  );
}

describe('a record altered in the database', () => {
  test('is told from the one the log was shown, and it is said where', async () => {
    const { caseId } = await aDecidedCase();
    const events = await eventsOf(caseId);
    const approved = events.find(({ type }) => type === 'APPROVE')!;
    const actor = { ...approved.actor, id: 'person:somebody-else' };
    const { report, second } = await reportWhile(caseId, () =>
      rewrite(caseId, events.with(approved.seq - 1, { ...approved, actor })),
    );
    expect(report).toMatchObject({ ok: false, firstWrongSeq: approved.seq });
    expect(second).toMatchObject({ ok: false, firstWrongSeq: approved.seq });
  });

  test('cannot lose its tail', async () => {
    const { caseId } = await aDecidedCase();
    const events = await eventsOf(caseId);
    const { report, second } = await reportWhile(caseId, () => rewrite(caseId, events.slice(0, 6)));
    expect(report).toMatchObject({ ok: false, firstWrongSeq: 7 });
    expect(second).toMatchObject({ ok: false, firstWrongSeq: 7 });
  });

  test('cannot be back-dated', async () => {
    const { caseId } = await aDecidedCase();
    const events = await eventsOf(caseId);
    const back = events.map((event) => (event.seq < 4 ? event : { ...event, at: plusMs(event.at, -1) }));
    const { report } = await reportWhile(caseId, () => rewrite(caseId, back));
    expect(report).toMatchObject({ ok: false, firstWrongSeq: 4 });
  });

  test('cannot have one byte changed', async () => {
    const { caseId } = await aDecidedCase();
    const { report } = await reportWhile(caseId, () =>
      owner.query('UPDATE case_event SET bytes = set_byte(bytes, 20, 90) WHERE case_id = $1 AND seq = 3', [caseId]),
    );
    expect(report).toMatchObject({ ok: false, firstWrongSeq: 3 });
  });

  test('cannot lose an event in the middle', async () => {
    const { caseId } = await aDecidedCase();
    const { report } = await reportWhile(caseId, () =>
      owner.query('DELETE FROM case_event WHERE case_id = $1 AND seq = 5', [caseId]),
    );
    expect(report).toMatchObject({ ok: false, firstWrongSeq: 5 });
  });

  test('cannot have another paper under an event that brought one', async () => {
    const { caseId } = await aDecidedCase();
    const upload = (await eventsOf(caseId)).find(({ type }) => type === 'UPLOAD')!;
    const { documentId } = upload.payload.fields as { documentId: string };
    const { report } = await reportWhile(caseId, () =>
      owner.query(`UPDATE document SET sha256 = sha256('another paper') WHERE document_id = $1`, [documentId]),
    );
    expect(report).toMatchObject({ ok: false, firstWrongSeq: upload.seq });
  });

  test('cannot have a refusal told otherwise or lost', async () => {
    const driver = await aDecidedCase();
    const { seq } = await driver.view();
    const altered = await reportWhile(driver.caseId, () =>
      owner.query(`UPDATE refusal SET code = 'guard.retention' WHERE case_id = $1`, [driver.caseId]),
    );
    expect(altered.report).toMatchObject({ ok: false, firstWrongSeq: seq });
    const lost = await reportWhile(driver.caseId, () =>
      owner.query('DELETE FROM refusal WHERE case_id = $1', [driver.caseId]),
    );
    expect(lost.report).toMatchObject({ ok: false, firstWrongSeq: seq });
    expect(lost.second).toMatchObject({ ok: false, firstWrongSeq: seq });
  });

  test('verifies again when it is as it was', async () => {
    const { caseId } = await aDecidedCase();
    const before = hashOf(fold(await eventsOf(caseId)));
    await reportWhile(caseId, () => Promise.resolve());
    await expect(verify(await bundleOf(people, caseId), key)).resolves.toMatchObject({ ok: true, stateHash: before });
  });
});
