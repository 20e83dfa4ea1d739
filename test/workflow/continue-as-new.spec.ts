import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { verifyChain, type ChainedEvent, type ChainRow } from '#audit';
import { caseWorkflowId } from '#contract';
import { RequestStore, WatchStore } from '#database';
import { RecordedChains } from '#replay';
import type { Command, Fact } from '#model';
import { buildIdOf, isSound, replayHistories, runIdOf, verdictOf } from '#temporal';
import { reconcileLoop } from '../../apps/worker/reconcile.loop.js';
import { settleLoop } from '../../apps/worker/settle.loop.js';
import { eventually } from '../support/case.driver.js';
import { startEngine, type Engine, type EngineCase } from '../support/engine.js';

/** By hand with CASE_COMMANDS=5000, and then with the cap of a case in earnest. */
const COMMANDS = Number(process.env['CASE_COMMANDS'] ?? 600);
const EVENT_CAP = process.env['CASE_COMMANDS'] ? 2000 : 100;
const CLIENTS = 5;
const bundlePath = resolve('dist/workflow-bundle.js');
const words = { textId: 'text_1', commitment: 'c'.repeat(64) };
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ eventCap: 60 });
});
afterAll(() => engine.stop());

const gapless = (first: number, length: number) => Array.from({ length }, (_, index) => index + first);
const recordedRows = async (caseId: string): Promise<readonly ChainRow[]> => {
  const rows: ChainRow[] = [];
  for await (const row of engine.cases.chainRows(caseId)) rows.push(row);
  return rows;
};
async function recordedEvents(caseId: string): Promise<readonly ChainedEvent[]> {
  const events: ChainedEvent[] = [];
  for (let left = true; left;) {
    const page = await engine.cases.eventsOf(caseId, events.length, 1000);
    events.push(...page);
    left = page.length > 0;
  }
  return events;
}

const runOf = async (caseId: string) =>
  (await engine.client.workflow.getHandle(caseWorkflowId(caseId)).describe()).runId;

test(
  'a case under constant commands changes runs at its cap and loses and doubles nothing',
  async () => {
    const subject = await engine.open({}, EVENT_CAP);
    const began = performance.now();
    const seqs: unknown[] = [];
    const client = async (): Promise<void> => {
      for (let sent = 0; sent < COMMANDS / CLIENTS; sent += 1) {
        const answer = await subject.send('INTAKE', 'ADD_NOTE', { text: words });
        seqs.push(typeof answer === 'string' ? answer : answer.events[0]?.event.seq);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const commandsMs = performance.now() - began;
    expect(seqs.toSorted((a, b) => Number(a) - Number(b))).toEqual(gapless(2, COMMANDS));

    const { head } = await subject.until(({ unrecorded }) => unrecorded.length === 0);
    expect(head.seq).toBe(COMMANDS + 1);
    const rows = await recordedRows(subject.caseId);
    expect(rows.map(({ seq }) => seq)).toEqual(gapless(1, COMMANDS + 1));
    expect(verifyChain(rows)).toEqual({ ok: true, head });
    const recorded = await recordedEvents(subject.caseId);
    expect(new Set(recorded.map(({ event }) => event.requestId)).size).toBe(COMMANDS + 1);

    const histories = await subject.histories();
    const runs = await eventually(
      () => engine.runs.runsOf(subject.caseId),
      ({ length }) => length >= histories.length,
    );
    expect(runs.map(({ runId }) => runId)).toEqual(histories.map(runIdOf));
    expect(runs.map(({ previousRunId }) => previousRunId)).toEqual([null, ...histories.slice(0, -1).map(runIdOf)]);
    expect(histories.length).toBeGreaterThan(3);
    const { caseId } = subject;
    const record = await new RecordedChains(engine.cases).of(caseId);
    const verdictOn = async (lived: typeof histories) => {
      const replayed = await replayHistories({ caseId, histories: lived, bundlePath });
      return { ...verdictOf({ caseId, histories: lived, record, replayed }), replayMs: replayed.durationMs };
    };
    const whole = await verdictOn(histories);
    expect([isSound(whole), whole.comparedSeq, whole.problems]).toEqual([true, COMMANDS + 1, undefined]);
    expect((await verdictOn(histories.toSpliced(2, 1))).matchesRecord).toBe(false);
    // Told of, not judged: a figure decides no test.
    if (process.env['CASE_COMMANDS'])
      console.log({ commands: COMMANDS, runs: runs.length, commandsMs, replayMs: whole.replayMs });
  },
  60_000 + COMMANDS * 200,
);

test('a refused command never hands a run over, for the history knows nothing of it', async () => {
  const runsWithCap = async (cap: number) => {
    const subject = await engine.open({}, cap);
    await sleep(1_000);
    for (let note = 0; note < 6; note += 1) {
      await subject.done('INTAKE', 'ADD_NOTE', { text: words });
      expect(await subject.send('AUDITOR', 'CONFIRM_NOTICE', {})).toBe('auth.role');
    }
    await subject.recorded();
    const [caseId, histories] = [subject.caseId, await subject.histories()];
    const record = await new RecordedChains(engine.cases).of(caseId);
    const replayed = await replayHistories({ caseId, histories, bundlePath });
    const verdict = verdictOf({ caseId, histories, record, replayed });
    return { cap, sound: isSound(verdict), problems: verdict.problems, handedOver: histories.length > 1 };
  };
  // The tasks that refuse are numbered two further than what is kept: one of the caps lies between.
  for (const told of await Promise.all(gapless(16, 8).map(runsWithCap)))
    expect(told).toEqual({ cap: told.cap, sound: true, problems: undefined, handedOver: true });
});

test('a request is answered once although it is sent again in a later run', async () => {
  const subject = await engine.open();
  const requestId = `${subject.caseId}:again`;
  const firstRun = await runOf(subject.caseId);
  await subject.send('INTAKE', 'CONFIRM_NOTICE', {}, { requestId });
  for (let note = 0; (await runOf(subject.caseId)) === firstRun; note += 1)
    await subject.done('INTAKE', 'ADD_NOTE', { text: words });
  const { head } = await subject.snapshot();
  const again = await subject.send('INTAKE', 'CONFIRM_NOTICE', {}, { requestId });
  expect(again).toMatchObject({ state: 'NOTICE_CONFIRMED', seq: head.seq });
});

const lateFact = (factId: string): Fact => {
  const at = new Date().toISOString();
  const by = { id: 'partner:lakala', roles: ['PARTNER'] } as const;
  return { factId, command: 'SUBMIT', fields: {}, by, occurredAt: at, acceptedAt: at };
};
async function withdrawn() {
  const subject = await engine.open();
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  await subject.done('INTAKE', 'WITHDRAW', { reason: words });
  return subject;
}
const eventTypes = async ({ caseId }: EngineCase) =>
  (await engine.cases.eventsOf(caseId, 0, 10)).map(({ event }) => event.type);
const runsOf = async ({ caseId }: EngineCase) =>
  (await engine.runs.runsOf(caseId)).map(({ previousRunId, endedAt }) => [previousRunId, endedAt !== null]);

/** Withdraws a case and lets nobody record it. */
function withdraw({ caseId }: EngineCase, requestId = `${caseId}:withdraw`) {
  const by = { id: 'person:intake', roles: ['INTAKE'] };
  const fields = { reason: words, onBehalfOf: 'MERCHANT' };
  const command = { type: 'WITHDRAW', fields, by, requestId } as Command;
  const [at, until] = [Date.now(), Date.now() + 60_000].map((ms) => new Date(ms).toISOString());
  return engine.caseClient.command(caseId, { command, acceptedAt: at!, validUntil: until! }, Date.now() + 5_000);
}

test('a case that has closed has no run, and goes on in another for what comes late, while it is heard', async () => {
  const subject = await withdrawn();
  const firstRun = await runOf(subject.caseId);
  expect(await subject.handle().describe()).toMatchObject({ status: { name: 'COMPLETED' } });
  expect(await runsOf(subject)).toEqual([[null, true]]);
  expect((await engine.runs.runsOf(subject.caseId))[0]?.buildId).toBe(await buildIdOf(bundlePath));

  expect(await subject.tell(lateFact('sig_late'))).toBe(true);
  await subject.until(({ head }) => head.seq === 4);
  expect(await subject.tell(lateFact('sig_late'))).toBe(true);
  expect(await subject.send('INTAKE', 'ADD_NOTE', { text: words })).toBe('case.closed');
  await subject.done('LEAD', 'ADVANCE_CLOCK', { by: 'P91D' });
  await subject.recorded();
  expect(await eventTypes(subject)).toEqual([
    'NOTICE_INGESTED',
    'CONFIRM_NOTICE',
    'WITHDRAW',
    'LATE_FACT',
    'CLOCK_ADVANCED',
  ]);
  expect(await runsOf(subject)).toEqual([
    [null, true],
    [firstRun, false],
  ]);
  const { caseId } = subject;
  const [record, histories] = [await new RecordedChains(engine.cases).of(caseId), await subject.histories()];
  const replayed = await replayHistories({ caseId, histories, bundlePath });
  expect(isSound(verdictOf({ caseId, histories, record, replayed }))).toBe(true);

  await engine.caseClient.end(caseId, await runOf(caseId), 'as if it had ended', Date.now() + 5_000);
  expect(await subject.send('INTAKE', 'ADD_NOTE', { text: words })).toBe('gone');
});

test('many words at once to a closed case are all heard, in one run', async () => {
  const subject = await withdrawn();
  const facts = Array.from({ length: 12 }, (_, index) => subject.tell(lateFact(`sig_${index}`)));
  const refused = Array.from({ length: 4 }, () => subject.send('INTAKE', 'ADD_NOTE', { text: words }));
  expect(new Set(await Promise.all([...facts, ...refused]))).toEqual(new Set([true, 'case.closed']));
  await subject.until(({ head }) => head.seq === 3 + facts.length);
  expect(await subject.histories()).toHaveLength(2);
});

test('a run that follows a closed case ends by itself, and leaves to the next what has happened', async () => {
  const subject = await withdrawn();
  expect(await subject.tell(lateFact('sig_1'))).toBe(true);
  const ended = async () => (await subject.handle().describe()).status.name;
  await eventually(ended, (status) => status === 'COMPLETED', 90_000);
  expect(await eventTypes(subject)).toEqual(['NOTICE_INGESTED', 'CONFIRM_NOTICE', 'WITHDRAW', 'LATE_FACT']);
  expect((await runsOf(subject)).map(([, isOver]) => isOver)).toEqual([true, true]);
  expect(await subject.send('LEAD', 'ADVANCE_CLOCK', { by: 'P91D' })).toMatchObject({ seq: 5 });
  expect(await subject.histories()).toHaveLength(3);
}, 120_000);

test('what a run left and nobody lived to record is recorded by the next one', async () => {
  const subject = await engine.open();
  await withdraw(subject);
  expect(await eventTypes(subject)).toEqual([]);
  expect(await subject.send('INTAKE', 'ADD_NOTE', { text: words })).toBe('case.closed');
  expect(await eventTypes(subject)).toEqual(['NOTICE_INGESTED', 'WITHDRAW']);
});

test('so that a command which closed its case is never taken for one that was not carried out', async () => {
  const subject = await engine.open();
  const { caseId } = subject;
  const { owner } = engine.database;
  const { cases, runs } = engine;
  const requests = new RequestStore(owner);
  const longAgo = new Date(Date.now() - 600_000).toISOString();
  const asked = { actorId: 'intake', key: 'key-of-the-dead', route: 'POST /commands', bodyHash: 'a'.repeat(64) };
  const plan = () => Promise.resolve({ caseId, validUntil: longAgo });
  const reservation = await requests.reserve(asked, plan);
  const { requestId } = 'request' in reservation ? reservation.request : { requestId: '' };
  await owner.query(`UPDATE request SET locked_until = now() - interval '10 minutes'`);
  await withdraw(subject, requestId);
  const watch = new WatchStore(owner);
  await settleLoop(owner, requests, { cases, runs, watch }, engine.client).round();
  expect(await eventTypes(subject)).toEqual(['NOTICE_INGESTED', 'WITHDRAW']);
  expect(await owner.query('SELECT state FROM request')).toEqual([{ state: 'RUNNING' }]);
});

test('and by the watch over open cases, where nobody speaks to it', async () => {
  const subject = await engine.open();
  const { caseId } = subject;
  const { cases, runs } = engine;
  const watch = new WatchStore(engine.database.owner);
  await cases.write({ caseId, events: subject.opened.events });
  await withdraw(subject);
  await engine.database.owner.query(`UPDATE case_view SET updated_at = now() - interval '1 minute'`);
  await reconcileLoop(engine.client, engine.caseClient, { cases, runs, watch }, pino({ level: 'silent' })).round();
  expect(await eventTypes(subject)).toEqual(['NOTICE_INGESTED', 'WITHDRAW']);
  expect(await runsOf(subject)).toEqual([[null, true]]);
  expect(await watch.freezeOf(caseId)).toBeUndefined();
});

test('carried state fits its bound with five hundred terminals', async () => {
  const restrictions = Array.from({ length: 500 }, (_, index) => ({
    capability: 'ACCEPT_CARD' as const,
    level: 'TERMINAL' as const,
    place: `T${String(index).padStart(7, '0')}`,
    execution: 'DONE' as const,
  }));
  const subject = await engine.open({ restrictions });
  await subject.toReview();
  await subject.toFollowUp();
  expect(JSON.stringify(await subject.snapshot()).length).toBeLessThan(256 * 1024);
});

test('the code decides the same when every task replays the whole history', async () => {
  const cacheless = await startEngine({ cached: 0 });
  try {
    const subject = await cacheless.open();
    await subject.toReview();
    await subject.toFollowUp();
    const { state } = await subject.done('LEAD', 'ADVANCE_CLOCK', { by: 'P100D' });
    expect(state).toBe('CLOSED_REINSTATED');
  } finally {
    await cacheless.stop();
  }
});
