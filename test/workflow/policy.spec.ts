import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { resolve } from 'node:path';
import { rulesForOpening, type FieldsOf } from '#model';
import { headOf } from '#audit';
import { replayHistories } from '#temporal';
import { policyOf } from '../../apps/cli/policy.js';
import { simulationWords } from '../../apps/cli/policy.print.js';
import { simulateRecorded } from '../../apps/cli/policy.simulate.js';
import { startEngine, type Engine, type EngineCase } from '../support/engine.js';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

/** A notice that opens at that instant of the real clock. */
function openedAt(now: string): Partial<FieldsOf<'NOTICE_INGESTED'>> {
  const { policy, policyHash, calendar, calendarHash } = rulesForOpening(now);
  const pins = { policyVersion: policy.version, policyHash, calendarVersion: calendar.version, calendarHash };
  return { reasonCodes: ['TRADING_VIOLATION'], ...pins };
}
const [IN_NOVEMBER, IN_DECEMBER] = ['2026-11-30T15:59:59.999Z', '2026-11-30T16:00:00.000Z'].map(openedAt);

const reviewDays = async (subject: EngineCase): Promise<number> => {
  const { deadlines } = (await subject.snapshot()).case;
  return deadlines.find(({ name }) => name === 'T_REVIEW')!.budgetMs / (9 * 3_600_000);
};
const papers = async (subject: EngineCase) => (await subject.snapshot()).case.materials.map(({ code }) => code);

/** The whole life is lived again, event for event. */
async function replays(subject: EngineCase): Promise<void> {
  const { head } = await subject.recorded();
  const histories = await subject.histories();
  const replayed = await replayHistories({
    caseId: subject.caseId,
    histories,
    bundlePath: resolve('dist/workflow-bundle.js'),
  });
  expect(replayed.deterministic).toBe(true);
  expect(headOf(replayed.runs.flatMap(({ events }) => events).at(-1)!)).toEqual(head);
}

describe('two policies on one worker', () => {
  test('each finish the case that opened under them', async () => {
    const [old, young] = [await engine.open(IN_NOVEMBER), await engine.open(IN_DECEMBER)];
    for (const subject of [old, young]) await subject.toReview();
    expect([await reviewDays(old), await reviewDays(young)]).toEqual([5, 4]);
    expect([(await papers(old)).includes('M26'), (await papers(young)).includes('M26')]).toEqual([false, true]);
    for (const subject of [old, young]) {
      await subject.toFollowUp();
      expect((await subject.done('LEAD', 'ADVANCE_CLOCK', { by: 'P200D' })).state).toBe('CLOSED_REINSTATED');
      await replays(subject);
    }
    const versions = async ({ caseId }: EngineCase) => [
      ...new Set((await engine.cases.eventsOf(caseId, 0, 1000)).map(({ event }) => event.policyVersion)),
    ];
    expect([await versions(old), await versions(young)]).toEqual([['2026-11'], ['2026-12']]);
  });

  test('hand a case over when two persons move it, and its clocks go on', async () => {
    const subject = await engine.open(IN_NOVEMBER);
    await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
    const move = { policyVersion: '2026-12' };
    expect(await subject.send('LEAD', 'MIGRATE_POLICY', move)).toBe('guard.migration');
    await subject.done('LEAD', 'ADVANCE_CLOCK', { to: '2027-01-04T02:00:00.000Z' });
    await subject.done('INTAKE', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] });
    const { deadlines } = (await subject.snapshot()).case;
    await subject.done('LEAD', 'MIGRATE_POLICY', move);
    await subject.done('COMPLIANCE', 'MIGRATE_POLICY', move);
    const moved = (await subject.snapshot()).case;
    expect(moved).toMatchObject({
      policyVersion: '2026-12',
      policyHash: IN_DECEMBER?.policyHash,
      state: 'MATERIALS_REQUESTED',
    });
    expect(moved.deadlines).toEqual(deadlines);
    expect(await subject.send('INTAKE', 'SUBMIT', {})).toBe('guard.materials-incomplete');
    const asked = moved.materials.filter(
      ({ requirement, status }) => requirement === 'REQUIRED' && status === 'REQUESTED',
    );
    expect(asked.map(({ code }) => code)).toContain('M26');
    for (const { code } of asked) {
      await subject.done('INTAKE', 'UPLOAD', {
        code,
        documentId: `doc_${code}`,
        sha256: 'd'.repeat(64),
        bytes: 9,
        mediaType: 'image/png',
      });
    }
    await subject.done('INTAKE', 'SUBMIT', {});
    const { events } = await subject.done('INTAKE', 'COMPLETE_OK', {});
    expect(events.map(({ event }) => event.policyVersion)).toEqual(['2026-12']);
    expect(await reviewDays(subject)).toBe(4);
    await replays(subject);
  });
});

test('recorded cases are folded through the other policy, and those that would have gone otherwise are named', async () => {
  const [old, young] = [await engine.open(IN_NOVEMBER), await engine.open(IN_DECEMBER)];
  for (const subject of [old, young]) {
    await subject.toReview();
    await subject.done('LEAD', 'ADVANCE_CLOCK', { by: 'P1D' });
    await subject.recorded();
  }
  const source = { databaseUrl: engine.database.url };
  const cases = [old.caseId, young.caseId, 'case_missing'];
  const simulation = await simulateRecorded(policyOf('2026-12'), { ...source, cases });
  expect(simulation).toMatchObject({ cases: 2, same: 1, otherwise: 1, why: { 'guard.materials-incomplete': 1 } });
  expect(simulation.items.map(({ caseId, openedUnder, otherwise }) => [caseId, openedUnder, otherwise?.type])).toEqual([
    [old.caseId, '2026-11', 'SUBMIT'],
    [young.caseId, '2026-12', undefined],
  ]);
  expect(simulation.unreadable).toEqual([{ caseId: 'case_missing', error: 'there is no such case in the record' }]);
  expect(simulationWords(simulation)[0]).toMatch(
    /^2026-12: 2 cases, \d+ acts decided again; 1 cases would have gone the same, 1 otherwise$/,
  );
  const all = await simulateRecorded(policyOf('2026-11'), source);
  expect(all.items.map(({ caseId }) => caseId)).toEqual(expect.arrayContaining([old.caseId, young.caseId]));
  expect(all.items.find(({ caseId }) => caseId === young.caseId)?.otherwise).toMatchObject({
    type: 'UPLOAD',
    why: { code: 'guard.material-unknown' },
  });
});
