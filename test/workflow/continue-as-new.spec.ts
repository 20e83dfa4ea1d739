import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyChain, type ChainedEvent, type ChainRow } from '#audit';
import { isSound, runIdOf } from '#temporal';
import { eventually } from '../support/case.driver.js';
import { startEngine, type Engine } from '../support/engine.js';

/** By hand with CASE_COMMANDS=5000, and then with the cap of a case in earnest. */
const COMMANDS = Number(process.env['CASE_COMMANDS'] ?? 600);
const EVENT_CAP = process.env['CASE_COMMANDS'] ? 2000 : 100;
const CLIENTS = 5;
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
    const whole = await subject.verdictOn(histories);
    expect([isSound(whole), whole.comparedSeq, whole.problems]).toEqual([true, COMMANDS + 1, undefined]);
    expect((await subject.verdictOn(histories.toSpliced(2, 1))).matchesRecord).toBe(false);
    // Told of, not judged: a figure decides no test.
    if (process.env['CASE_COMMANDS'])
      console.log({ commands: COMMANDS, runs: runs.length, commandsMs, replayMs: whole.durationMs });
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
    const histories = await subject.histories();
    const verdict = await subject.verdictOn(histories);
    return { cap, sound: isSound(verdict), problems: verdict.problems, handedOver: histories.length > 1 };
  };
  // The tasks that refuse are numbered two further than what is kept: one of the caps lies between.
  for (const told of await Promise.all(gapless(16, 8).map(runsWithCap)))
    expect(told).toEqual({ cap: told.cap, sound: true, problems: undefined, handedOver: true });
});

test('a request is answered once although it is sent again in a later run', async () => {
  const subject = await engine.open();
  const requestId = `${subject.caseId}:again`;
  const firstRun = await subject.runId();
  await subject.send('INTAKE', 'CONFIRM_NOTICE', {}, { requestId });
  for (let note = 0; (await subject.runId()) === firstRun; note += 1)
    await subject.done('INTAKE', 'ADD_NOTE', { text: words });
  const { head } = await subject.snapshot();
  const again = await subject.send('INTAKE', 'CONFIRM_NOTICE', {}, { requestId });
  expect(again).toMatchObject({ state: 'NOTICE_CONFIRMED', seq: head.seq });
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
