import { describe, expect, test } from '@jest/globals';
import type { CaseEvent } from '#model';
import { PaperCase } from '../../test/support/paper-case.js';
import { decisionsOf } from './decisions.js';

const eventsOf = (story: PaperCase): readonly CaseEvent[] => story.chain.events.map(({ event }) => event);
const words = { textId: 'txt_1', commitment: 'c'.repeat(64) };

/** A case with a paper waived by two persons, then approved. */
function waived(): PaperCase {
  const story = new PaperCase('case_1');
  story.by('INTAKE', 'CONFIRM_NOTICE', {}).by('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] });
  const { code } = story.case.materials.find(
    ({ requirement, status }) => requirement === 'REQUIRED' && status === 'REQUESTED',
  )!;
  story.by('REVIEWER', 'WAIVE_MATERIAL', { code, reason: words });
  return story.by('SENIOR_REVIEWER', 'WAIVE_MATERIAL', { code, reason: words });
}

describe('the decisions of a case', () => {
  test('are its approval and its acts of two persons, each with who made and who checked it on which evidence', () => {
    expect(decisionsOf(eventsOf(new PaperCase('case_1').approved()))).toEqual([
      {
        caseId: 'case_1',
        seq: expect.any(Number),
        at: expect.any(String),
        command: 'APPROVE',
        maker: 'person:reviewer',
        checker: 'person:senior_reviewer',
        evidenceHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        fault: null,
      },
    ]);
    expect(decisionsOf(eventsOf(waived()))).toMatchObject([
      { command: 'WAIVE_MATERIAL', maker: 'person:reviewer', checker: 'person:senior_reviewer', fault: null },
    ]);
  });

  test('are told by the proposal they close, under whatever name they are recorded', () => {
    const story = new PaperCase('case_1', 'UNIONPAY').approved();
    const decision = { kind: 'APPROVED', refNo: 'UPR-1', receivedAt: story.case.lastEventAt } as const;
    story.by('INTAKE', 'RECORD_EXTERNAL', decision).by('REVIEWER', 'RECORD_EXTERNAL', decision);
    expect(story.case.state).toBe('APPROVED');
    expect(decisionsOf(eventsOf(story)).slice(1)).toMatchObject([
      { command: 'EXTERNAL_APPROVED', maker: 'person:intake', checker: 'person:reviewer', fault: null },
    ]);
  });

  test('are none where a proposal is declined', () => {
    const story = waived();
    const events = eventsOf(story);
    const last = events.at(-1)!;
    expect(decisionsOf([...events.slice(0, -1), { ...last, type: 'DECLINE' }])).toEqual([]);
  });

  test('lack their proof where one person did what takes two, with or without a proposal of their own', () => {
    const events = eventsOf(waived());
    const last = events.at(-1)!;
    const alone = { ...last, seq: last.seq - 1 };
    expect(decisionsOf([...events.slice(0, -2), alone])).toMatchObject([
      { command: 'WAIVE_MATERIAL', maker: null, fault: 'nobody proposed it' },
    ]);
    const same = { ...last, actor: { ...last.actor, id: 'person:reviewer' } };
    expect(decisionsOf([...events.slice(0, -1), same])).toMatchObject([
      { command: 'WAIVE_MATERIAL', fault: 'one person proposed and confirmed it' },
    ]);
  });
});
