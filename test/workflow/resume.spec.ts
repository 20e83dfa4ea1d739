import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CommandEnvelope } from '#contract';
import { WatchStore } from '#database';
import type { Command } from '#model';
import { standingOf } from '#temporal';
import { eventually } from '../support/case.driver.js';
import { startEngine, type Engine, type EngineCase } from '../support/engine.js';

let engine: Engine;
let watch: WatchStore;
beforeAll(async () => {
  engine = await startEngine();
  watch = new WatchStore(engine.database.owner);
});
afterAll(() => engine.stop());

const soon = (): number => Date.now() + 5_000;
const now = (): string => new Date().toISOString();
const resumeOf = (requestId: string): CommandEnvelope => {
  const fields = { proposedBy: 'person:lead', proposedAs: 'LEAD', proposedAt: now(), cause: 'RUN_ENDED' };
  const by = { id: 'person:compliance', roles: ['COMPLIANCE'] };
  return { command: { type: 'RESUME', fields, by, requestId } as Command, acceptedAt: now(), validUntil: now() };
};

/** Starts the case again from its record. */
async function resume({ caseId }: EngineCase, requestId = `${caseId}:resume`) {
  const held = await engine.cases.caseOf(caseId);
  if (!held) throw new Error(`nothing of ${caseId} is recorded`);
  const { head, case: current } = held;
  const carried = { case: current, head, unrecorded: [], ring: [] };
  const { institutionCode, sandbox } = current;
  return engine.caseClient.resume({ caseId, envelope: resumeOf(requestId), institutionCode, sandbox, carried }, soon());
}

const recorded = (subject: EngineCase) => subject.until(({ unrecorded }) => unrecorded.length === 0);

test('a run that was ended by force is followed by another that knows everything', async () => {
  const subject = await engine.open();
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  const before = await recorded(subject);
  const { runId } = await subject.handle().describe();
  await engine.caseClient.end(subject.caseId, runId, 'by hand', soon());
  expect(
    await standingOf(engine.client, engine.caseClient, { caseId: subject.caseId, head: before.head }, soon()),
  ).toEqual({ kind: 'RUN_ENDED' });
  const outcome = await resume(subject);
  expect(outcome).toMatchObject({
    kind: 'DONE',
    answer: { seq: 3, events: [{ previousHash: before.head.hash, event: { type: 'RESUMED' } }] },
  });
  await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] });
  await recorded(subject);
  const runs = await engine.runs.runsOf(subject.caseId);
  expect(runs.map(({ previousRunId }) => previousRunId)).toEqual([null, null]);
});

test('an open run is never given a second one beside it', async () => {
  const subject = await engine.open();
  await recorded(subject);
  const { runId } = await subject.handle().describe();
  const outcome = await resume(subject);
  expect(outcome).toMatchObject({ kind: 'DONE', answer: { events: [{ event: { type: 'NOTICE_INGESTED' } }] } });
  expect(await subject.runId()).toBe(runId);
});

test('started twice at once it begins once, and both are answered alike', async () => {
  const subject = await engine.open();
  await recorded(subject);
  await engine.caseClient.end(subject.caseId, await subject.runId(), 'by hand', soon());
  const outcomes = await Promise.all([resume(subject), resume(subject), resume(subject, 'another')]);
  const begun = outcomes.map((outcome) => (outcome.kind === 'DONE' ? outcome.answer.events[0]?.hash : outcome.kind));
  expect(new Set(begun).size).toBe(1);
  expect((await recorded(subject)).head.seq).toBe(2);
});

test('a run whose event the record refuses is frozen as differing, though it answers nobody', async () => {
  const subject = await engine.open();
  await recorded(subject);
  const { caseId } = subject;
  await engine.database.owner.query(`UPDATE case_event SET hash = sha256('x') WHERE case_id = $1`, [caseId]);
  await engine.database.owner.query(`UPDATE case_view SET last_hash = sha256('x') WHERE case_id = $1`, [caseId]);
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  const freeze = await eventually(
    () => watch.freezeOf(caseId),
    (found) => found !== undefined,
  );
  expect(freeze).toMatchObject({ cause: 'RUN_DIFFERS', head: { seq: 1 } });
  const look = () =>
    standingOf(engine.client, engine.caseClient, { caseId, head: freeze!.head }, Date.now() + 1_000).catch(
      () => undefined,
    );
  const standing = await eventually(look, (found) => found?.kind === 'RUN_DIFFERS');
  expect(standing).toEqual({ kind: 'RUN_DIFFERS', runId: await subject.runId() });
});
