import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from '../case.examples.js';
import type { CommandName } from '../commands.js';
import type { CaseEvent } from '../event.js';
import { POLICIES } from './policies.js';
import { commandOf, rowsOf } from './recorded-command.js';

const last = (story: CaseStory): CaseEvent => story.events.at(-1)!;
const commandsOf = (event: CaseEvent): readonly CommandName[] => [
  ...new Set(rowsOf(event).map(({ command }) => command)),
];
const external = (kind: 'REVOKED' | 'REINSTATED') => ({ kind, refNo: 'UP-9', receivedAt: '2026-11-23T02:00:00.000Z' });
const recordedByTwo = (kind: 'REVOKED' | 'REINSTATED') =>
  new CaseStory()
    .requested()
    .by('INTAKE', 'RECORD_EXTERNAL', external(kind))
    .by('REVIEWER', 'RECORD_EXTERNAL', external(kind));

describe('the command an event answered', () => {
  test('is read as it was sent, under the role it was done in', () => {
    const event = last(new CaseStory().underReview());
    expect(commandOf(event)).toStrictEqual({
      type: 'COMPLETE_OK',
      fields: {},
      by: { id: 'person:intake', roles: ['INTAKE'] },
      requestId: event.requestId,
      observed: event.payload.observed,
    });
  });

  test('says for whom it was sent, where that was the merchant', () => {
    const clerk = { ...asker('INTAKE'), onBehalfOf: 'MERCHANT' } as const;
    const story = new CaseStory().requested().uploadRequired().by(clerk, 'SUBMIT', {});
    expect(commandOf(last(story))?.by).toStrictEqual({
      id: 'person:intake',
      roles: ['INTAKE'],
      onBehalfOf: 'MERCHANT',
    });
  });

  test.each<[string, () => CaseStory, CommandName]>([
    [
      'a revocation the issuer sent',
      () => new CaseStory({ issuer: 'UNIONPAY' }).by('UNIONPAY', 'NOTICE_REVOKED', { issuer: 'UNIONPAY' }),
      'NOTICE_REVOKED',
    ],
    ['a revocation two persons put down', () => recordedByTwo('REVOKED'), 'RECORD_EXTERNAL'],
    [
      'a reinstatement by others a partner told of',
      () => new CaseStory().requested().by('PARTNER', 'OUTSIDE_REINSTATED', {}),
      'OUTSIDE_REINSTATED',
    ],
    ['a reinstatement by others two persons put down', () => recordedByTwo('REINSTATED'), 'RECORD_EXTERNAL'],
    [
      'another suspension after a hit',
      () => new CaseStory().followUp().by('PARTNER', 'RISK_REHIT', { reasonCodes: ['TRADING_VIOLATION'] }),
      'RISK_REHIT',
    ],
    [
      'another suspension by a person',
      () =>
        new CaseStory()
          .followUp()
          .by('INVESTIGATOR', 'RE_SUSPEND', { reasonCodes: ['TRADING_VIOLATION'], reason: words }),
      'RE_SUSPEND',
    ],
  ])('is told by its fields where events share a name: %s', (_, tell, command) => {
    expect(commandOf(last(tell()))?.type).toBe(command);
  });

  test('is none for what the engine noted by itself', () => {
    const story = new CaseStory();
    const event = last(story);
    expect(commandOf({ ...event, type: 'LATE_TIMER', payload: { ...event.payload, row: '4.4' } })).toBeUndefined();
  });

  test('is none where the fields are no command’s', () => {
    const event = last(recordedByTwo('REVOKED'));
    const fields = { refNo: 'UP-9' } as CaseEvent['payload']['fields'];
    expect(commandOf({ ...event, payload: { ...event.payload, fields } })).toBeUndefined();
  });
});

describe('the rows of an event', () => {
  test('are looked for in every policy where its own is not known', () => {
    const event = { ...last(new CaseStory().underReview()), policyVersion: '2031-01' };
    const found = rowsOf(event).map(({ id, command }) => `${id} ${command}`);
    expect(found).toEqual(Object.keys(POLICIES).map(() => '16 COMPLETE_OK'));
  });

  test('are those of its own policy alone where that is known', () => {
    expect(rowsOf(last(new CaseStory().underReview()))).toHaveLength(1);
  });

  test('of a proposal are those of the act that two persons do, and of no other with the same number', () => {
    const story = new CaseStory()
      .underReview()
      .by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
    story.by('INTAKE', 'APPEAL', { grounds: words });
    story.by({ id: 'person:other', roles: ['COMPLIANCE'] }, 'APPEAL_UPHELD', { reason: words, to: 'UNDER_REVIEW' });
    expect([last(story).type, commandsOf(last(story))]).toEqual(['APPEAL_UPHELD_PROPOSED', ['APPEAL_UPHELD']]);
    expect(commandsOf({ ...last(story), type: 'APPEAL_DENIED_PROPOSED' })).toEqual([]);
  });

  test('of a revocation proposed by a person are not those of a partner’s', () => {
    const event = last(new CaseStory().requested().by('INTAKE', 'RECORD_EXTERNAL', external('REVOKED')));
    expect([event.type, commandsOf(event)]).toEqual(['RECORD_EXTERNAL_PROPOSED', ['RECORD_EXTERNAL']]);
    const decision = new CaseStory({ issuer: 'UNIONPAY' }).approved();
    decision.by('INTAKE', 'RECORD_EXTERNAL', { ...external('REVOKED'), kind: 'APPROVED' });
    expect(rowsOf(last(decision)).every(({ twoPersons }) => twoPersons)).toBe(true);
  });

  test('of a proposed change of policy are not those of a change of calendar', () => {
    const event = last(new CaseStory());
    const proposed = (type: string) => commandsOf({ ...event, type, payload: { ...event.payload, row: '4.6' } });
    expect(proposed('MIGRATE_POLICY_PROPOSED')).toEqual(['MIGRATE_POLICY']);
    expect(proposed('CALENDAR_CHANGED_PROPOSED')).toEqual(['CALENDAR_CHANGED']);
  });
});
