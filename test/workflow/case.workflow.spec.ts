import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyChain, type ChainRow } from '#audit';
import { startEngine, type Engine, type EngineCase } from '../support/engine.js';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

const recordedSeqs = async (caseId: string) =>
  (await engine.cases.eventsOf(caseId, 0, 1000)).map(({ event }) => event.seq);
const chainOf = async (caseId: string) => {
  const rows: ChainRow[] = [];
  for await (const row of engine.cases.chainRows(caseId)) rows.push(row);
  return verifyChain(rows);
};
const recorded = async (subject: EngineCase) => {
  const { head } = await subject.recorded();
  expect(await recordedSeqs(subject.caseId)).toEqual(Array.from({ length: head.seq }, (_, index) => index + 1));
  expect(await chainOf(subject.caseId)).toEqual({ ok: true, head });
};

describe('a case on the workflow', () => {
  test('lives from its notice to its closing on the sandbox clock, and the record holds every event', async () => {
    const subject = await engine.open();
    expect(subject.opened).toMatchObject({
      seq: 1,
      state: 'NOTICE_RECEIVED',
      events: [{ event: { type: 'NOTICE_INGESTED' } }],
    });
    await subject.toReview();
    await subject.toFollowUp();
    const answer = await subject.done('LEAD', 'ADVANCE_CLOCK', { by: 'P100D' });
    expect(answer.state).toBe('CLOSED_REINSTATED');
    await recorded(subject);
  });

  test('answers a refused command with its code and leaves no trace in the history', async () => {
    const subject = await engine.open();
    const before = (await subject.handle().describe()).historyLength;
    expect(await subject.send('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: 'f'.repeat(64) })).toBe(
      'transition.not-allowed',
    );
    expect(await subject.send('AUDITOR', 'CONFIRM_NOTICE', {})).toBe('auth.role');
    expect((await subject.snapshot()).head.seq).toBe(1);
    const updates =
      (await subject.handle().fetchHistory()).events?.filter(
        ({ workflowExecutionUpdateAcceptedEventAttributes }) => workflowExecutionUpdateAcceptedEventAttributes,
      ) ?? [];
    expect(updates.length).toBeLessThanOrEqual(1);
    expect((await subject.handle().describe()).historyLength - before).toBeLessThan(12);
  });

  test('does a command sent again with the same id once', async () => {
    const subject = await engine.open();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        subject.send('INTAKE', 'CONFIRM_NOTICE', {}, { requestId: `${subject.caseId}:same` }),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await subject.snapshot()).head.seq).toBe(2);
  });

  test('lets one of two different decisions win and refuses the other', async () => {
    const subject = await engine.open();
    const answers = await Promise.all([
      subject.send('INTAKE', 'CONFIRM_NOTICE', {}),
      subject.send('INTAKE', 'CONFIRM_NOTICE', {}, { id: 'person:intake2' }),
    ]);
    expect(answers.filter((answer) => answer === 'transition.not-allowed')).toHaveLength(1);
  });

  test('goes to the next deadline when asked, and what was due has happened before the answer', async () => {
    const subject = await engine.open();
    const dueAt = subject.opened.events[0]!.event.payload.changes.deadlines![0]!.dueAt!;
    const { now, events } = await subject.done('LEAD', 'ADVANCE_CLOCK', { toNextDeadline: true });
    expect(events.map(({ event }) => [event.type, event.at]).at(-1)).toEqual(['DEADLINE_PASSED', dueAt]);
    expect(now >= dueAt).toBe(true);
  });

  test('refuses to carry out late what its sender has given up', async () => {
    const subject = await engine.open();
    const late = { requestId: `${subject.caseId}:late` };
    const outcome = await subject.send(
      'INTAKE',
      'CONFIRM_NOTICE',
      {},
      { ...late, validUntil: new Date(Date.now() - 60_000).toISOString() },
    );
    expect(outcome).toBe('request.expired');
  });
});

describe('a fact', () => {
  const fact = (subject: EngineCase, factId: string, command: string, fields: object) => ({
    factId,
    command,
    fields,
    by: { id: 'partner:lakala', roles: ['PARTNER'] },
    occurredAt: subject.opened.now,
    acceptedAt: subject.opened.now,
  });

  test('that does not fit yet is parked and applied once the case has moved', async () => {
    const subject = await engine.open();
    await subject.fact(fact(subject, 'sig_1', 'SUBMIT', {}), 3);
    await subject.until(({ case: { parked } }) => parked.length === 1);
    await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
    expect((await subject.snapshot()).case.parked).toMatchObject([{ factId: 'sig_1', waiting: true }]);
    expect((await subject.snapshot()).head.seq).toBe(3);
    await recorded(subject);
  });

  test('that is no fact at all is kept as rejected and stops nothing', async () => {
    const subject = await engine.open();
    for (const raw of [
      null,
      7,
      'x',
      [],
      { factId: 'sig_2' },
      { factId: 'sig 3', command: '__proto__' },
      fact(subject, 'sig_4', 'NO_SUCH', {}),
    ])
      await subject.fact(raw);
    const { case: current } = await subject.until(({ head }) => head.seq >= 8);
    expect(current.state).toBe('NOTICE_RECEIVED');
    await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
    await recorded(subject);
  });
});

test('while the record is away commands are answered, and what happened is recorded when it is back', async () => {
  engine.recording = false;
  const subject = await engine.open();
  await subject.toReview();
  expect(await recordedSeqs(subject.caseId)).toEqual([]);
  engine.recording = true;
  await recorded(subject);
});

test('a record that holds another event stops the case instead of going on beside it', async () => {
  const subject = await engine.open();
  await recorded(subject);
  await engine.database.owner.query(`UPDATE case_event SET hash = sha256('x') WHERE case_id = $1`, [subject.caseId]);
  await engine.database.owner.query(`UPDATE case_view SET last_hash = sha256('x') WHERE case_id = $1`, [
    subject.caseId,
  ]);
  await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
  const attempts = async () => Number((await subject.handle().describe()).raw.pendingWorkflowTask?.attempt ?? 0);
  for (const end = Date.now() + 30_000; (await attempts()) < 2;)
    if (Date.now() > end) throw new Error('the case went on');
  expect(await recordedSeqs(subject.caseId)).toEqual([1]);
});
