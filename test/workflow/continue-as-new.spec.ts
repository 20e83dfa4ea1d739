import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseWorkflowId } from '#contract';
import { RecordedChains } from '#replay';
import { isSound, replayHistories, verdictOf } from '#temporal';
import { startEngine, type Engine } from '../support/engine.js';

const words = { textId: 'text_1', commitment: 'c'.repeat(64) };
let engine: Engine;
beforeAll(async () => {
  engine = await startEngine({ eventCap: 60 });
});
afterAll(() => engine.stop());

const runOf = async (caseId: string) =>
  (await engine.client.workflow.getHandle(caseWorkflowId(caseId)).describe()).runId;

test('a case under constant commands changes runs at its cap, loses and doubles nothing, and replays as one life', async () => {
  const subject = await engine.open();
  const firstRun = await runOf(subject.caseId);
  const answers = [];
  for (let round = 0; round < 30; round += 1) {
    answers.push(
      ...(await Promise.all(Array.from({ length: 5 }, () => subject.send('INTAKE', 'ADD_NOTE', { text: words })))),
    );
  }
  const seqs = answers.map((answer) => (typeof answer === 'string' ? answer : answer.events[0]?.event.seq));
  expect([...seqs].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 150 }, (_, index) => index + 2));
  expect(await runOf(subject.caseId)).not.toBe(firstRun);
  await subject.until(({ unrecorded }) => unrecorded.length === 0);
  const recorded = await engine.cases.eventsOf(subject.caseId, 0, 1000);
  expect(recorded.map(({ event }) => event.seq)).toEqual(Array.from({ length: 151 }, (_, index) => index + 1));
  expect(new Set(recorded.map(({ event }) => event.requestId)).size).toBe(151);

  const { caseId } = subject;
  const histories = await subject.histories();
  expect(histories.length).toBeGreaterThan(5);
  const record = await new RecordedChains(engine.cases, engine.database.owner).of(caseId);
  const verdictOn = async (runs: typeof histories) =>
    verdictOf({
      caseId,
      histories: runs,
      record,
      replayed: await replayHistories({ caseId, histories: runs, bundlePath: resolve('dist/workflow-bundle.js') }),
    });
  const whole = await verdictOn(histories);
  expect([isSound(whole), whole.comparedSeq, whole.problems]).toEqual([true, 151, undefined]);
  expect((await verdictOn(histories.toSpliced(2, 1))).matchesRecord).toBe(false);
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

test('a closed case goes on in a small run that hears what comes late, and ends when its time is over', async () => {
  const subject = await engine.open();
  const firstRun = await runOf(subject.caseId);
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  await subject.done('INTAKE', 'WITHDRAW', { reason: words }).catch(() => undefined);
  await subject.until(({ case: { state } }) => state === 'CLOSED_WITHDRAWN');
  for (const end = Date.now() + 20_000; (await runOf(subject.caseId)) === firstRun;)
    if (Date.now() > end) throw new Error('no second run');
  const at = new Date().toISOString();
  await subject.fact({
    factId: 'sig_late',
    command: 'SUBMIT',
    fields: {},
    by: { id: 'partner:lakala', roles: ['PARTNER'] },
    occurredAt: at,
    acceptedAt: at,
  });
  await subject.until(({ head }) => head.seq === 4);
  const events = async () => (await engine.cases.eventsOf(subject.caseId, 0, 10)).map(({ event }) => event.type);
  expect(await subject.send('INTAKE', 'ADD_NOTE', { text: words })).toBe('case.closed');
  await subject.send('LEAD', 'ADVANCE_CLOCK', { by: 'P91D' });
  const ended = async () => (await subject.handle().describe()).status.name;
  for (const end = Date.now() + 20_000; (await ended()) !== 'COMPLETED';)
    if (Date.now() > end) throw new Error('the case did not end');
  expect(await events()).toEqual(['NOTICE_INGESTED', 'CONFIRM_NOTICE', 'WITHDRAW', 'LATE_FACT', 'CLOCK_ADVANCED']);
  expect(await subject.send('INTAKE', 'ADD_NOTE', { text: words })).toBe('gone');
  const runs = await engine.runs.runsOf(subject.caseId);
  expect(runs.map(({ previousRunId, endedAt }) => [previousRunId, endedAt !== null])).toEqual([
    [null, true],
    [firstRun, true],
  ]);
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
