import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { pino } from 'pino';
import { RequestStore, WatchStore } from '#database';
import type { Command, Fact } from '#model';
import { buildIdOf, isSound } from '#temporal';
import { reconcileLoop } from '../../apps/worker/reconcile.loop.js';
import { settleLoop } from '../../apps/worker/settle.loop.js';
import { eventually } from '../support/case.driver.js';
import { startEngine, type Engine, type EngineCase } from '../support/engine.js';

const words = { textId: 'text_1', commitment: 'c'.repeat(64) };
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

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
  const firstRun = await subject.runId();
  expect(await subject.handle().describe()).toMatchObject({ status: { name: 'COMPLETED' } });
  expect(await runsOf(subject)).toEqual([[null, true]]);
  expect((await engine.runs.runsOf(subject.caseId))[0]?.buildId).toBe(
    await buildIdOf(resolve('dist/workflow-bundle.js')),
  );

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
  expect(isSound(await subject.verdictOn(await subject.histories()))).toBe(true);

  await engine.caseClient.end(subject.caseId, await subject.runId(), 'as if it had ended', Date.now() + 5_000);
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
