import { describe, expect, test } from '@jest/globals';
import { accountChangedAgain, accountChangedAt } from './account-change.js';
import { CaseStory, MONDAY_10 } from './case.examples.js';
import type { Neighbour } from './case.js';
import type { AccountChange, Command } from './event.js';
import { DAY_MS, plusMs } from './instant.js';
import { CURRENT_RULES } from './policy/policies.js';
import type { ConditionFact, ReasonCode, SubReason } from './vocabulary.js';

const { policy } = CURRENT_RULES;
const ACCOUNT = { reasonCodes: ['SETTLEMENT_ACCOUNT_ABNORMAL'] } as const satisfies { reasonCodes: ReasonCode[] };
const daysAgo = (days: number): string => plusMs(MONDAY_10, -days * DAY_MS);

/** What triage may say. */
interface Triage {
  readonly reasonCodes?: readonly ReasonCode[];
  readonly subs?: readonly SubReason[];
  readonly facts?: readonly ConditionFact[];
}

/** A case that is sorted while another one changed the account. */
function sorted(triage: Triage, accountChange?: AccountChange): CaseStory {
  const story = new CaseStory(ACCOUNT).by('INTAKE', 'CONFIRM_NOTICE', {});
  const observed = { at: story.now, delivery: 'AT_ONCE', ...(accountChange && { accountChange }) } as const;
  const refused = story.refusalOf('INTAKE', 'CLASSIFY', { ...ACCOUNT, ...triage }, observed);
  if (refused) throw new Error(refused);
  return story;
}
const proposed = ({ case: { neighbours } }: CaseStory) => neighbours.map(({ propose }) => propose);
const before = (days: number): AccountChange => ({ caseId: 'case_0', at: daysAgo(days) });

describe('a second change of the settlement account', () => {
  test('within the follow-up of the first is put before the investigators, the first case named', () => {
    const { case: current } = sorted({ facts: ['accountChanges'] }, before(30));
    expect(current.neighbours).toEqual([{ caseId: 'case_0', propose: 'RISK_REVIEW' }]);
    expect(current.tasks).toMatchObject([{ kind: 'REVIEW_ACCOUNT_CHANGE', owner: 'INVESTIGATOR', open: true }]);
    expect(current.state).toBe('MATERIALS_REQUESTED');
  });

  test.each([
    ['a closed account, which is to be replaced', { subs: ['ACCOUNT_CLOSED'] }, before(1), ['RISK_REVIEW']],
    [
      'a reason beside it',
      { reasonCodes: ['TRADING_VIOLATION', 'SETTLEMENT_ACCOUNT_ABNORMAL'], subs: ['ACCOUNT_CLOSED'] },
      before(1),
      ['RISK_REVIEW'],
    ],
    ['the first longer ago', { facts: ['accountChanges'] }, before(30.01), []],
    ['nothing that changes now', { subs: ['ACCOUNT_FROZEN'] }, before(1), []],
    ['no first one', { facts: ['accountChanges'] }, undefined, []],
  ] as const)('with %s is judged as it should be', (_, triage, change, propose) => {
    expect(proposed(sorted(triage, change))).toEqual(propose);
  });

  test.each<[string, Neighbour, boolean]>([
    ['the first case is named for it already', { caseId: 'case_0', propose: 'RISK_REVIEW' }, false],
    ['the first case is named for something else', { caseId: 'case_0', propose: 'MERGE' }, true],
    ['another case is named for it', { caseId: 'case_9', propose: 'RISK_REVIEW' }, true],
  ])('is put before them once, also where %s', (_, neighbour, isNew) => {
    const { case: current, now } = sorted({ facts: ['accountChanges'] });
    const command = { observed: { at: now, accountChange: before(1) } } as Command;
    const changes = accountChangedAgain({ ...current, neighbours: [neighbour] }, {}, command, {
      now,
      rules: CURRENT_RULES,
    });
    const risk = { caseId: 'case_0', propose: 'RISK_REVIEW' };
    expect(changes.neighbours).toEqual(isNew ? [neighbour, risk] : undefined);
  });

  test('that comes out later is found then, and once', () => {
    const story = sorted({});
    const again = { ...ACCOUNT, reason: { textId: 'text_1', commitment: 'c'.repeat(64) }, facts: ['accountChanges'] };
    for (let time = 0; time < 2; time += 1) {
      const observed = { at: story.now, delivery: 'AT_ONCE', accountChange: before(2) } as const;
      expect(story.refusalOf('REVIEWER', 'RECLASSIFY', again as never, observed)).toBeUndefined();
    }
    expect(proposed(story)).toEqual(['RISK_REVIEW']);
    expect(story.case.tasks.map(({ kind }) => kind)).toEqual(['REVIEW_ACCOUNT_CHANGE']);
  });
});

test('a case has changed the account once its places work again, and where it was to be changed at all', () => {
  const story = new CaseStory({ ...ACCOUNT, issuer: 'ACQUIRER' });
  story.by('INTAKE', 'CONFIRM_NOTICE', {}).by('INTAKE', 'CLASSIFY', { ...ACCOUNT, facts: ['accountChanges'] });
  expect(accountChangedAt(story.case, policy)).toBeUndefined();
  const followed = new CaseStory({ ...ACCOUNT, issuer: 'ACQUIRER' }).followUp().case;
  expect(accountChangedAt(followed, policy)).toBeUndefined();
  const changed = { ...followed, facts: ['accountChanges'] as const };
  expect(accountChangedAt(changed, policy)).toBe(followed.scope[0]?.restoredAt);
  expect(accountChangedAt({ ...changed, reasons: [] }, policy)).toBeUndefined();
  const [place] = followed.scope;
  const scope = [3, 5, 4].map((days) => ({ ...place!, restoredAt: daysAgo(-days) }));
  expect(accountChangedAt({ ...changed, scope }, policy)).toBe(daysAgo(-5));
});
