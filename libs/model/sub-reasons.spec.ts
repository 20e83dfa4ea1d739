import { describe, expect, test } from '@jest/globals';
import { CaseStory, words } from './case.examples.js';
import { reasonTold } from './reason-told.js';
import { POLICIES } from './policy/policies.js';
import { subReasonProblems } from './policy/check-sub-reasons.js';
import { without } from './policy/faulty.examples.js';
import { disclosureOf, subsUnder } from './sub-reasons.js';
import type { MerchantKind, ReasonCode, SubReason } from './vocabulary.js';

const policy = POLICIES['2026-11']!;
const triaged = (code: ReasonCode, subs: readonly SubReason[] = [], merchantKind: MerchantKind = 'ENTERPRISE') =>
  new CaseStory({ reasonCodes: [code], merchantKind })
    .by('INTAKE', 'CONFIRM_NOTICE', {})
    .by('INTAKE', 'CLASSIFY', { reasonCodes: [code], subs });
const required = (story: CaseStory) =>
  story.case.materials.filter(({ requirement }) => requirement === 'REQUIRED').map(({ code }) => code);

describe('what a sub-reason asks for', () => {
  test.each([
    ['QUALIFICATION_EXPIRED', [], ['M01', 'M03', 'M17']],
    ['QUALIFICATION_EXPIRED', ['LICENCE_EXPIRED'], ['M01', 'M03', 'M17']],
    ['QUALIFICATION_EXPIRED', ['LICENCE_REVOKED'], ['M01', 'M03', 'M12', 'M17']],
    ['QUALIFICATION_EXPIRED', ['LEGAL_ID_EXPIRED'], ['M01', 'M05', 'M17']],
    ['QUALIFICATION_EXPIRED', ['PERMIT_EXPIRED'], ['M01', 'M16', 'M17']],
    ['QUALIFICATION_EXPIRED', ['NOT_MEETING_REQUIREMENTS'], ['M01', 'M12', 'M13', 'M17']],
    ['SETTLEMENT_ACCOUNT_ABNORMAL', [], ['M01', 'M05', 'M06']],
    ['SETTLEMENT_ACCOUNT_ABNORMAL', ['ACCOUNT_WRONG'], ['M01', 'M05', 'M06', 'M07']],
    ['SETTLEMENT_ACCOUNT_ABNORMAL', ['ACCOUNT_CLOSED'], ['M01', 'M05', 'M06', 'M07']],
    ['SETTLEMENT_ACCOUNT_ABNORMAL', ['ACCOUNT_FROZEN'], ['M01', 'M05', 'M06', 'M21']],
    ['SETTLEMENT_ACCOUNT_ABNORMAL', ['DEBIT_FAILED'], ['M01', 'M05', 'M06', 'M12']],
    ['HARDWARE_DAMAGE', ['BROKEN'], ['M18', 'M19']],
    ['HARDWARE_DAMAGE', ['STOLEN'], ['M19', 'M20']],
    ['POLICY_CHANGE', ['TERMINAL_UPGRADE', 'PERMIT_NEEDED'], ['M01', 'M16', 'M18', 'M19', 'M24']],
  ] as const)('of %s, %j', (code, subs, papers) => {
    expect(required(triaged(code, subs))).toEqual(papers);
  });

  test('comes on top of the reason’s own papers', () => {
    const own = required(triaged('ILLEGAL_OPERATION'));
    expect(required(triaged('ILLEGAL_OPERATION', ['SKIMMING']))).toEqual([...own, 'M19', 'M27'].sort());
  });

  test('goes with it when the case is given other reasons', () => {
    const story = triaged('QUALIFICATION_EXPIRED', ['LEGAL_ID_EXPIRED']);
    const change = { reasonCodes: ['INACTIVITY'] as const, reason: words };
    story.by('REVIEWER', 'RECLASSIFY', change).by('SENIOR_REVIEWER', 'RECLASSIFY', change);
    expect([story.case.subs, required(story)]).toEqual([[], ['M01', 'M03', 'M05', 'M08', 'M12']]);
  });

  test('is set anew, with the facts, by a reviewer who knows better', () => {
    const story = triaged('SETTLEMENT_ACCOUNT_ABNORMAL', ['ACCOUNT_FROZEN']);
    story.by('REVIEWER', 'RECLASSIFY', {
      reasonCodes: ['SETTLEMENT_ACCOUNT_ABNORMAL'],
      reason: words,
      subs: ['ACCOUNT_WRONG'],
      facts: ['nameDiffers'],
    });
    expect(required(story)).toEqual(['M01', 'M03', 'M05', 'M06', 'M07']);
  });
});

test('a person without licence, seal and corporate account shows face, identity, photos and a card', () => {
  expect(required(triaged('QUALIFICATION_EXPIRED', [], 'MICRO_PERSON'))).toEqual(['M01', 'M05', 'M08', 'M17', 'M25']);
  expect(required(triaged('SETTLEMENT_ACCOUNT_ABNORMAL', [], 'MICRO_PERSON'))).toEqual(['M01', 'M05', 'M06', 'M25']);
});

describe('a sub-reason at triage', () => {
  const confirmed = (...reasonCodes: readonly ReasonCode[]) =>
    new CaseStory({ reasonCodes }).by('INTAKE', 'CONFIRM_NOTICE', {});

  test('belongs to one of the reasons', () => {
    expect(
      confirmed('INACTIVITY').refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'], subs: ['STOLEN'] }),
    ).toBe('guard.sub-unfit');
  });

  test('of a terminal tampered with, or of a place that moved, is not left to a technical fact', () => {
    const story = confirmed('SYSTEM_FAILURE');
    const alarm = { subs: ['TAMPER_ALARM'] as const };
    expect(story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['SYSTEM_FAILURE'], ...alarm })).toBe(
      'guard.sub-alone',
    );
    story.by('INTAKE', 'CLASSIFY', { reasonCodes: ['SYSTEM_FAILURE', 'ILLEGAL_OPERATION'], ...alarm });
    expect(story.case.state).toBe('MATERIALS_REQUESTED');
    expect(
      confirmed('NATURAL_DISASTER').refusalOf('INTAKE', 'CLASSIFY', {
        reasonCodes: ['NATURAL_DISASTER'],
        subs: ['RELOCATED'],
      }),
    ).toBe('guard.sub-alone');
  });

  test('of a class that the new policy no longer takes proposes to terminate', () => {
    expect(triaged('POLICY_CHANGE', ['CLASS_INELIGIBLE']).case.tasks).toMatchObject([
      { kind: 'TERMINATION_PROPOSAL', owner: 'COMPLIANCE', open: true },
    ]);
  });

  test('that is the shopper’s bank’s doing ends the case with advice', () => {
    const bank = { reasonCodes: ['OTHER'] as const, subs: ['ISSUER_SIDE_LIMIT'] as const };
    const story = confirmed('OTHER').by('INTAKE', 'CLASSIFY', bank);
    expect([story.case.state, story.case.messages.at(-1)?.template]).toEqual(['CLOSED_INVALID', 'NOT_SUSPENDED']);
  });
});

describe('what is told of a reason', () => {
  test.each([
    ['INACTIVITY', [], 'FULL'],
    ['TRADING_VIOLATION', [], 'NEUTRAL'],
    ['TRADING_VIOLATION', ['FICTITIOUS_TRADE'], 'NONE'],
    ['ILLEGAL_OPERATION', [], 'NONE'],
    ['ILLEGAL_OPERATION', ['TERMINAL_MOVED'], 'NEUTRAL'],
    ['ILLEGAL_OPERATION', ['TERMINAL_MOVED', 'CASH_OUT'], 'NONE'],
  ] as const)('%s, %j is told %s', (code, subs, level) => {
    expect(disclosureOf(triaged(code, subs).case, policy)).toBe(level);
  });

  test('is let out by compliance alone, and never more guarded than before', () => {
    const story = triaged('ILLEGAL_OPERATION');
    expect(story.refusalOf('LEAD', 'RELEASE_DISCLOSURE', { level: 'FULL', reason: words })).toBe('auth.role');
    expect(reasonTold(story.case, policy).zh).toBe('业务核查');
    story.by('COMPLIANCE', 'RELEASE_DISCLOSURE', { level: 'FULL', reason: words });
    expect(reasonTold(story.case, policy).zh).toBe('违规操作');
    const open = triaged('INACTIVITY').by('COMPLIANCE', 'RELEASE_DISCLOSURE', { level: 'NEUTRAL', reason: words });
    expect(disclosureOf(open.case, policy)).toBe('FULL');
  });
});

test('sub-reasons of other reasons say nothing any more', () => {
  expect(subsUnder(['INACTIVITY'], ['STOLEN', 'NO_TRADE_3_MONTHS', 'ISSUER_SIDE_LIMIT'], policy)).toEqual([
    'NO_TRADE_3_MONTHS',
  ]);
});

describe('the validator of sub-reasons', () => {
  const planted = (rule: object) =>
    ({ ...policy, subReasons: { ...policy.subReasons, STOLEN: rule } }) as typeof policy;

  test('finds nothing in the released ones', () => {
    expect(Object.values(POLICIES).flatMap(subReasonProblems)).toEqual([]);
  });

  test.each([
    [{ of: ['WHIM'] }, 'sub-reason STOLEN: unknown reason WHIM'],
    [{ of: [], materials: [{ code: 'M99', need: 'REQUIRED' }] }, 'sub-reason STOLEN: unknown paper M99'],
    [{ of: [], without: ['M98'] }, 'sub-reason STOLEN: unknown paper M98'],
    [{ of: [], facts: ['isTuesday'] }, 'sub-reason STOLEN: unknown fact isTuesday'],
    [{ of: [], disclosure: 'HINT' }, 'sub-reason STOLEN: unknown disclosure HINT'],
    [{ of: [], task: 'SING' }, 'sub-reason STOLEN: unknown task SING'],
    [{ of: [], besides: ['MAINTENANCE'] }, 'sub-reason STOLEN: has to stand beside MAINTENANCE, which is not reviewed'],
  ])('finds %j', (rule, problem) => {
    expect(subReasonProblems(planted(rule))).toEqual([problem]);
  });

  test('finds a missing one, one too many and one taken for given that is not the reason’s', () => {
    const rest = without(policy.subReasons, 'STOLEN') as object;
    const reasons = { ...policy.reasons, OTHER: { ...policy.reasons.OTHER, usualSub: 'BROKEN' as const } };
    const faulty = { ...policy, reasons, subReasons: { ...rest, WHIM: { of: [] } } as never };
    expect(subReasonProblems(faulty)).toEqual([
      'sub-reason STOLEN has no rule',
      'the sub-reasons: unknown sub-reason WHIM',
      'reason OTHER: BROKEN is no sub-reason of it',
    ]);
  });
});
