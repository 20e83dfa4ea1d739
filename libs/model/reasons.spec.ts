import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from './case.examples.js';
import { plusMs, DAY_MS } from './instant.js';
import { POLICIES } from './policy/policies.js';
import { effective, evidenceHash } from './reading.js';
import { REASONS, type ReasonCode } from './vocabulary.js';

const { reasons } = POLICIES['2026-11']!;
const ofTrack = (track: string): readonly ReasonCode[] => REASONS.filter((code) => reasons[code].track === track);
const evidence = (story: CaseStory) => ({ evidenceHash: evidenceHash(story.case) });
const restoreAll = (story: CaseStory) => {
  for (const { itemId, status } of story.case.scope)
    if (status === 'RESTORE_REQUESTED') story.by('OPS', 'ITEM_RESTORED', { itemId });
  return story;
};
const status = (story: CaseStory, name: string) =>
  story.case.deadlines.find((deadline) => deadline.name === name)?.status;

describe('a case on the review track', () => {
  test.each(ofTrack('REVIEW'))('%s is reviewed by two persons, reinstated and closed', (code) => {
    const story = new CaseStory({ reasonCodes: [code] }).underReview().acceptUploaded();
    story.by('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, ...evidence(story) });
    if (reasons[code].highRisk) {
      expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', evidence(story))).toBe('guard.sign-off-missing');
      story.by('COMPLIANCE', 'COMPLIANCE_SIGN_OFF', evidence(story));
    }
    story.by('SENIOR_REVIEWER', 'APPROVE', evidence(story)).by('OPS', 'START_REINSTATE', {});
    restoreAll(story).until(plusMs(story.now, 200 * DAY_MS));
    expect(story.case.state).toBe('CLOSED_REINSTATED');
  });
});

describe('a case on the service track', () => {
  test.each(ofTrack('SERVICE'))('%s goes on when its service is back, without any review', (code) => {
    const story = new CaseStory({ reasonCodes: [code] }).requested();
    expect(story.case.state).toBe('AWAITING_SERVICE');
    story.by('OPS', 'SERVICE_RESTORED', {});
    expect(story.case.state).toBe('REINSTATING');
    restoreAll(story).until(plusMs(story.now, 60 * DAY_MS));
    expect(story.case.state).toBe('CLOSED_REINSTATED');
  });

  test('an announced window that moves is waited for, and becomes a failure where nothing answers after its end', () => {
    const window = { start: '2026-11-24T15:00:00.000Z', end: '2026-11-24T21:00:00.000Z' };
    const story = new CaseStory({ reasonCodes: ['MAINTENANCE'], window }).requested();
    story.by('OPS', 'WINDOW_CHANGED', { end: '2026-11-25T01:00:00.000Z' });
    expect(story.refusalOf('OPS', 'WINDOW_CHANGED', { end: '2026-11-01T00:00:00.000Z' })).toBe('guard.window-passed');
    story.until('2026-11-25T01:30:00.000Z');
    expect([status(story, 'T_PROBE'), story.case.state]).toEqual(['RUNNING', 'AWAITING_SERVICE']);
    story.until('2026-11-25T02:00:00.000Z');
    expect(story.events.at(-1)?.type).toBe('PROBE_FAILED');
    expect(story.case.reasons).toEqual([{ code: 'SYSTEM_FAILURE', track: 'SERVICE' }]);
    expect(story.case).toMatchObject({ state: 'AWAITING_SERVICE', priority: 1 });
  });

  test('a disaster is looked after every seven days until the service is back', () => {
    const story = new CaseStory({ reasonCodes: ['NATURAL_DISASTER'] }).requested().until('2026-12-16T00:00:00.000Z');
    expect(story.events.filter(({ type }) => type === 'CHECK_IN_DUE')).toHaveLength(3);
    expect(status(story, 'T_SERVICE')).toBe('RUNNING');
  });

  test('a disaster stops the merchant’s clock of a review beside it until it is over', () => {
    const story = new CaseStory({ reasonCodes: ['INACTIVITY', 'NATURAL_DISASTER'] }).requested();
    expect(status(story, 'T_MATERIALS')).toBe('PAUSED');
    story.until('2027-03-01T02:00:00.000Z').by('OPS', 'SERVICE_RESTORED', {});
    expect(story.case.deadlines.find(({ name }) => name === 'T_MATERIALS')).toMatchObject({
      status: 'RUNNING',
      dueAt: '2027-03-08T02:00:00.000Z',
    });
  });

  test('a disaster that is over starts neither a clock of ours nor one the merchant was not told of', () => {
    const reasonCodes = ['INACTIVITY', 'NATURAL_DISASTER'] as const;
    const supplement = new CaseStory({ reasonCodes }).submitted().by('INTAKE', 'COMPLETE_OK', {});
    supplement.by('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M12', reason: words }] });
    supplement.by('OPS', 'SERVICE_RESTORED', {});
    expect([status(supplement, 'T_SUPPLEMENT'), status(supplement, 'T_REVIEW')]).toEqual(['RUNNING', 'PAUSED']);
    const untold = new CaseStory({ reasonCodes }).by('INTAKE', 'CONFIRM_NOTICE', {});
    untold.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes }, { at: untold.now, delivery: 'LATER' });
    expect(status(untold.by('OPS', 'SERVICE_RESTORED', {}), 'T_MATERIALS')).toBe('WAITING');
  });

  test('a real case goes on only when the probe has answered', () => {
    const story = new CaseStory({ reasonCodes: ['SYSTEM_FAILURE'], sandbox: false })
      .requested()
      .by('OPS', 'SERVICE_RESTORED', {});
    expect([story.case.state, status(story, 'T_PROBE')]).toEqual(['AWAITING_SERVICE', 'RUNNING']);
    story.by('SYSTEM', 'PROBE_OK', {});
    expect(story.case.state).toBe('REINSTATING');
  });
});

describe('several reasons', () => {
  test('hold an item until each of them is cleared', () => {
    const story = new CaseStory({ reasonCodes: ['INACTIVITY', 'SYSTEM_FAILURE'] }).approved();
    expect(story.refusalOf('OPS', 'START_REINSTATE', {})).toBe('guard.reason-holds');
    story.by('OPS', 'SERVICE_RESTORED', {}).by('OPS', 'START_REINSTATE', {});
    expect(restoreAll(story).case.state).toBe('FOLLOW_UP');
  });

  test('are replaced by two persons where a review reason goes, keeping what was accepted', () => {
    const story = new CaseStory({ reasonCodes: ['TRADING_VIOLATION'] })
      .underReview()
      .by('REVIEWER', 'ACCEPT_MATERIAL', { code: 'M03' });
    const change = { reasonCodes: ['INACTIVITY'] as const, reason: words };
    story.by('REVIEWER', 'RECLASSIFY', change);
    expect(story.events.at(-1)?.type).toBe('RECLASSIFY_PROPOSED');
    story.by('SENIOR_REVIEWER', 'RECLASSIFY', change);
    expect(story.case.state).toBe('MATERIALS_REQUESTED');
    expect(story.case.materials.find(({ code }) => code === 'M03')?.status).toBe('ACCEPTED');
    expect(story.case.materials.find(({ code }) => code === 'M14')?.requirement).toBe('OPTIONAL');
  });

  test('are added by one reviewer', () => {
    const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).underReview();
    story.by('REVIEWER', 'RECLASSIFY', { reasonCodes: ['INACTIVITY', 'TERMINAL_MISMATCH'], reason: words });
    expect(story.case.materials.map(({ code }) => code)).toEqual(expect.arrayContaining(['M18', 'M22']));
  });

  test('of the kind OTHER are made definite before anything is asked for', () => {
    const story = new CaseStory({ reasonCodes: ['OTHER'] }).by('INTAKE', 'CONFIRM_NOTICE', {});
    expect(story.refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['OTHER'] })).toBe('guard.reason-needed');
    story.by('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] });
    expect(story.case.state).toBe('MATERIALS_REQUESTED');
  });
});

describe('an authority’s stop', () => {
  test('of a freeze by notice is released into reinstatement', () => {
    const freeze = { issuer: 'AUTHORITY', reasonCodes: ['AUTHORITY_FREEZE'], documentNo: 'D-1' } as const;
    expect(
      new CaseStory({ ...freeze, documentNo: undefined })
        .by('INTAKE', 'CONFIRM_NOTICE', {})
        .refusalOf('INTAKE', 'CLASSIFY', { reasonCodes: ['AUTHORITY_FREEZE'] }),
    ).toBe('guard.document-missing');
    const story = new CaseStory(freeze).requested();
    expect(story.case.state).toBe('ON_HOLD');
    story.by('COMPLIANCE', 'RELEASE', { document: 'D-2' });
    expect(story.case.state).toBe('REINSTATING');
  });

  test('returns the case to exactly where it was, with the clocks it had left', () => {
    const story = new CaseStory().underReview().until('2026-11-24T02:00:00.000Z');
    story.by('COMPLIANCE', 'HOLD', {
      authority: 'COURT-1',
      document: 'H-1',
      kind: 'FREEZE',
      reason: words,
      until: '2027-01-31T02:00:00.000Z',
    });
    expect(story.case.deadlines.filter((deadline) => deadline.status === 'RUNNING').map(({ name }) => name)).toEqual([
      'T_HOLD_END',
    ]);
    story.until('2026-12-24T02:00:00.000Z').by('COMPLIANCE', 'RELEASE', { document: 'H-2' });
    expect(story.case.state).toBe('UNDER_REVIEW');
    expect(story.case.deadlines.find(({ name }) => name === 'T_REVIEW')?.dueAt).toBe('2026-12-30T02:00:00.000Z');
  });

  test('that lapses is ended by two of compliance, after two alarms', () => {
    const story = new CaseStory().underReview();
    story.by('COMPLIANCE', 'HOLD', {
      authority: 'COURT-1',
      document: 'H-1',
      kind: 'FREEZE',
      reason: words,
      until: '2027-01-31T02:00:00.000Z',
    });
    story.until('2027-02-01T02:00:00.000Z');
    expect(story.events.filter(({ type }) => type === 'DEADLINE_NEAR').map(({ at }) => at)).toEqual([
      '2027-01-16T02:00:00.000Z',
      '2027-01-28T02:00:00.000Z',
    ]);
    story.by('COMPLIANCE', 'RELEASE', { document: 'H-1' });
    expect(story.case.state).toBe('ON_HOLD');
    story.by(asker('COMPLIANCE', 'person:compliance2'), 'RELEASE', { document: 'H-1' });
    expect(story.case.state).toBe('UNDER_REVIEW');
  });
});

describe('an investigation', () => {
  test('stands before the review of a high-risk case, and is cleared into it', () => {
    const story = new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] })
      .submitted()
      .by('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words });
    expect(story.case).toMatchObject({ state: 'UNDER_INVESTIGATION', heldFen: 4980000 });
    story.by('INVESTIGATOR', 'INVESTIGATION_CLEARED', { report: words, to: 'UNDER_REVIEW' });
    expect([story.case.state, status(story, 'T_REVIEW')]).toEqual(['UNDER_REVIEW', 'RUNNING']);
  });

  test('of a case that is not high-risk begins only in review', () => {
    expect(new CaseStory().requested().refusalOf('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words })).toBe(
      'guard.not-high-risk',
    );
    expect(new CaseStory().underReview().by('REVIEWER', 'OPEN_INVESTIGATION', { reason: words }).case.state).toBe(
      'UNDER_INVESTIGATION',
    );
  });

  test('is never decided by time', () => {
    const story = new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] })
      .submitted()
      .by('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words });
    story.until('2027-03-01T00:00:00.000Z');
    expect([story.case.state, status(story, 'T_INVESTIGATE')]).toEqual(['UNDER_INVESTIGATION', 'PASSED']);
  });

  test.each([
    ['RECTIFICATION', 'RECTIFICATION'],
    ['REJECTED', 'REJECTED'],
    ['CLOSED_TERMINATED', 'CLOSED_TERMINATED'],
  ] as const)('confirmed by investigator and compliance leads to %s', (outcome, state) => {
    const story = new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] })
      .submitted()
      .by('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words });
    story
      .by('INVESTIGATOR', 'INVESTIGATION_CONFIRMED', { report: words, outcome })
      .by('COMPLIANCE', 'INVESTIGATION_CONFIRMED', { report: words, outcome });
    expect(story.case.state).toBe(state);
  });
});

describe('a rectification', () => {
  const required = () =>
    new CaseStory().underReview().by('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words], measures: ['R01'] });

  test('leads back to the review once it is verified', () => {
    const story = required()
      .by('INTAKE', 'PLAN_SUBMITTED', { plan: words })
      .by('REVIEWER', 'PLAN_RETURNED', { reason: words });
    expect(story.refusalOf('REVIEWER', 'PLAN_ACCEPTED', {})).toBe('guard.plan-missing');
    story.by('INTAKE', 'PLAN_SUBMITTED', { plan: words }).by('REVIEWER', 'PLAN_ACCEPTED', {});
    expect(story.refusalOf('FIELD_SERVICE', 'RECTIFICATION_VERIFIED', {})).toBe('guard.not-done');
    story
      .upload('R01')
      .by('INTAKE', 'RECTIFICATION_DONE', { evidence: words })
      .by('FIELD_SERVICE', 'RECTIFICATION_VERIFIED', {});
    expect([story.case.state, status(story, 'T_REVIEW')]).toEqual(['UNDER_REVIEW', 'RUNNING']);
    story.acceptUploaded();
    story
      .by('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, ...evidence(story) })
      .by('SENIOR_REVIEWER', 'APPROVE', evidence(story));
    expect(story.case.state).toBe('APPROVED');
  });

  test('that is not done in time comes back with a finding, and a person decides', () => {
    const story = required().until('2027-02-01T00:00:00.000Z');
    expect(story.case.state).toBe('UNDER_REVIEW');
    expect(story.case.findings.filter(({ open }) => open).map(({ findingId }) => findingId)).toContainEqual(
      expect.stringMatching(/^not-rectified/),
    );
  });
});

describe('after a rejection', () => {
  const rejected = () =>
    new CaseStory().underReview().by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });

  test('only what was rejected is handed in again, three times at most', () => {
    const story = new CaseStory()
      .underReview()
      .by('REVIEWER', 'REJECT_MATERIAL', { code: 'M10', errorCode: 'BLURRED', reason: words });
    for (const { code, status: judged } of story.case.materials)
      if (judged === 'UPLOADED') story.by('REVIEWER', 'ACCEPT_MATERIAL', { code });
    story.by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      story.by('INTAKE', 'RESUBMIT', {});
      if (attempt === 1)
        expect(
          story.case.materials.filter(({ status: asked }) => asked === 'REQUESTED').map(({ code }) => code),
        ).toEqual(['M10', 'M13', 'M23']);
      expect(story.case.materials.find(({ code }) => code === 'M10')?.round).toBe(2);
      story
        .uploadRequired()
        .by('INTAKE', 'SUBMIT', {})
        .by('INTAKE', 'COMPLETE_OK', {})
        .by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
    }
    expect(story.refusalOf('INTAKE', 'RESUBMIT', {})).toBe('guard.max-attempts');
  });

  test('one appeal is decided by two who took no part before', () => {
    const story = rejected().by('INTAKE', 'APPEAL', { grounds: words });
    const uphold = { reason: words, to: 'APPROVED' } as const;
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPEAL_UPHELD', uphold)).toBe('guard.took-part');
    story
      .by(asker('SENIOR_REVIEWER', 'person:senior2'), 'APPEAL_UPHELD', uphold)
      .by('COMPLIANCE', 'APPEAL_UPHELD', uphold);
    expect(story.case.state).toBe('APPROVED');
    expect(restoreAll(story.by('OPS', 'START_REINSTATE', {})).case.state).toBe('FOLLOW_UP');
  });

  test('an appeal against another licensee’s restriction only goes back to that licensee', () => {
    const story = new CaseStory({ issuer: 'UNIONPAY' })
      .underReview()
      .by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
    story.by('INTAKE', 'APPEAL', { grounds: words });
    const uphold = { reason: words, to: 'APPROVED' } as const;
    story
      .by(asker('SENIOR_REVIEWER', 'person:senior2'), 'APPEAL_UPHELD', uphold)
      .by('COMPLIANCE', 'APPEAL_UPHELD', uphold);
    expect(story.case.state).toBe('PENDING_EXTERNAL_DECISION');
  });

  test('a denied appeal closes the case', () => {
    const story = rejected()
      .by('INTAKE', 'APPEAL', { grounds: words })
      .by('COMPLIANCE', 'APPEAL_DENIED', { reason: words });
    expect(story.case.state).toBe('CLOSED_REJECTED');
    expect(story.by('SENIOR_REVIEWER', 'REOPEN', { reason: words }).case).toMatchObject({
      state: 'MATERIALS_REQUESTED',
      cycle: 2,
      closedAt: null,
    });
  });

  test('unused windows close the case, which is opened again within ninety days', () => {
    const story = rejected().until('2027-01-15T00:00:00.000Z');
    expect(story.case.state).toBe('CLOSED_REJECTED');
    expect(
      new CaseStory()
        .requested()
        .by('INTAKE', 'WITHDRAW', { reason: words })
        .until('2027-03-01T00:00:00.000Z')
        .refusalOf('SENIOR_REVIEWER', 'REOPEN', { reason: words }),
    ).toBe('guard.retention');
  });

  test('a withdrawn case under a freeze is not opened again: no paper would end it', () => {
    expect(
      new CaseStory({ issuer: 'AUTHORITY', reasonCodes: ['AUTHORITY_FREEZE'], documentNo: 'D-1' })
        .by('INTAKE', 'WITHDRAW', { reason: words })
        .refusalOf('SENIOR_REVIEWER', 'REOPEN', { reason: words }),
    ).toBe('guard.reason-holds');
  });
});

describe('places and money', () => {
  const ordered = {
    restrictions: [
      { capability: 'ACCEPT_CARD', level: 'MERCHANT', execution: 'ORDERED' },
      { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: 'T0000001', execution: 'DONE' },
    ],
  } as const;

  test('a stop that is ordered of us is confirmed with its own clock', () => {
    const story = new CaseStory(ordered);
    expect(status(story, 'T_STOP')).toBe('RUNNING');
    const [item] = story.case.scope;
    story.by('OPS', 'STOP_CONFIRMED', { itemId: item!.itemId, at: story.now });
    expect([story.case.scope[0]?.status, status(story, 'T_STOP')]).toEqual(['SUSPENDED', 'MET']);
  });

  test('a terminal restored while its merchant is stopped is recorded, not effective', () => {
    const story = new CaseStory(ordered).approved().by('OPS', 'START_REINSTATE', {});
    story.by('OPS', 'ITEM_RESTORED', { itemId: 'TERMINAL:T0000001:ACCEPT_CARD' });
    expect([story.case.state, effective(story.case).length]).toEqual(['PARTIALLY_REINSTATED', 0]);
    story.by('OPS', 'ITEM_RESTORED', { itemId: story.case.scope[0]!.itemId });
    expect([story.case.state, effective(story.case).length]).toEqual(['FOLLOW_UP', 2]);
  });

  test('a failed item is tried again, replaced by two persons, or dropped', () => {
    const story = new CaseStory(ordered).approved().by('OPS', 'START_REINSTATE', {});
    const [first, second] = story.case.scope.map(({ itemId }) => itemId) as [string, string];
    story.by('OPS', 'ITEM_FAILED', { itemId: second, reason: words }).by('OPS', 'RETRY_ITEM', { itemId: second });
    expect(story.case.state).toBe('REINSTATING');
    story.by('OPS', 'ITEM_FAILED', { itemId: second, reason: words });
    const replace = { itemId: second, newTerminalNo: 'T0000002', newSn: 'SN-1' };
    story.by('FIELD_SERVICE', 'REPLACE_TERMINAL', replace).by('OPS', 'REPLACE_TERMINAL', replace);
    expect(story.case.scope[1]).toMatchObject({ status: 'REPLACED', replacedBy: 'T0000002' });
    expect(story.case.scope[2]).toMatchObject({
      itemId: 'TERMINAL:T0000002:ACCEPT_CARD',
      status: 'RESTORE_REQUESTED',
      replaces: 'T0000001',
      serialNo: 'SN-1',
    });
    story
      .by('OPS', 'ITEM_FAILED', { itemId: first, reason: words })
      .by('OPS', 'DROP_ITEM', { itemId: first, reason: words });
    expect(story.case.state).toBe('REINSTATING');
    story.by('OPS', 'ITEM_RESTORED', { itemId: 'TERMINAL:T0000002:ACCEPT_CARD' });
    expect(story.case.state).toBe('FOLLOW_UP');
    expect(story.case.tasks).toMatchObject([{ kind: 'REBIND_TERMINAL', owner: 'FIELD_SERVICE', open: true }]);
  });

  test('held funds are released in part by two persons, and must add up', () => {
    const story = new CaseStory({
      reasonCodes: ['ILLEGAL_OPERATION'],
      restrictions: [{ capability: 'SETTLEMENT', level: 'MERCHANT', execution: 'DONE' }],
    });
    expect([story.case.heldFen, status(story, 'T_HOLD_LIMIT')]).toEqual([4980000, 'RUNNING']);
    expect(story.refusalOf('SETTLEMENT_OPS', 'RELEASE_FUNDS', { amountFen: 1, keepFen: 1, reason: words })).toBe(
      'guard.amounts',
    );
    const part = { amountFen: 4000000, keepFen: 980000, reason: words };
    story.by('SETTLEMENT_OPS', 'RELEASE_FUNDS', part).by('SENIOR_REVIEWER', 'RELEASE_FUNDS', part);
    expect(story.case.heldFen).toBe(980000);
  });

  test('a temporary release of our own ends by itself, once a cycle', () => {
    const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).requested();
    const release = { scopeItemIds: [story.case.scope[0]!.itemId], until: '2026-11-25T02:00:00.000Z', reason: words };
    expect(
      story.refusalOf('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', { ...release, until: '2026-12-25T02:00:00.000Z' }),
    ).toBe('guard.release-too-long');
    story.by('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', release).by('COMPLIANCE', 'TEMPORARY_RELEASE', release);
    expect(story.case.scope[0]?.status).toBe('RESTORED');
    story.until('2026-11-25T03:00:00.000Z');
    expect(story.case.scope[0]?.status).toBe('SUSPENDED');
    expect(
      story.refusalOf('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', { ...release, until: '2026-11-26T02:00:00.000Z' }),
    ).toBe('guard.release-again');
    expect(
      new CaseStory({ issuer: 'UNIONPAY' }).requested().refusalOf('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', {
        ...release,
        scopeItemIds: ['TERMINAL:47781282:ACCEPT_CARD'],
      }),
    ).toBe('guard.release-not-ours');
  });

  test('conditions are stepped after a checkpoint by two persons', () => {
    const story = new CaseStory().followUp();
    const step = { conditions: { perDayFen: 100, ramp: [60] } };
    expect(story.refusalOf('REVIEWER', 'STEP_CONDITION', step)).toBe('guard.checkpoint-missing');
    story.until('2026-12-01T02:00:00.000Z').by('REVIEWER', 'RECORD_CHECKPOINT', { metrics: { returns: '0' } });
    story.by('REVIEWER', 'STEP_CONDITION', step).by('SENIOR_REVIEWER', 'STEP_CONDITION', step);
    expect(story.case.approval?.conditions).toEqual(step.conditions);
  });

  test('an open finding keeps the follow-up from ending until it is settled', () => {
    const story = new CaseStory()
      .followUp()
      .until('2026-12-01T02:00:00.000Z')
      .by('REVIEWER', 'RECORD_CHECKPOINT', { metrics: { hits: '3' }, passed: false });
    story.until('2027-03-01T00:00:00.000Z');
    expect(story.case.state).toBe('FOLLOW_UP');
  });
});

describe('what the issuer and others say', () => {
  test('a revoked notice lifts everything without a decision of ours; another issuer’s word does not', () => {
    const story = new CaseStory({ issuer: 'UNIONPAY' }).underReview();
    expect(story.refusalOf('PARTNER', 'NOTICE_REVOKED', { issuer: 'LAKALA' })).toBe('guard.issuer-differs');
    story.by('UNIONPAY', 'NOTICE_REVOKED', { issuer: 'UNIONPAY' });
    expect(restoreAll(story).case.state).toBe('FOLLOW_UP');
  });

  test('an amended notice changes nothing until a person accepts it', () => {
    const story = new CaseStory().requested();
    const amended = {
      content: words,
      contentHash: 'b'.repeat(64),
      reasonCodes: ['TRADING_VIOLATION', 'INACTIVITY'] as const,
      restrictions: [{ capability: 'REFUND' as const, level: 'MERCHANT' as const, execution: 'DONE' as const }],
    };
    story.by('PARTNER', 'NOTICE_AMENDED', amended);
    expect(story.case.scope).toHaveLength(1);
    story.by('INTAKE', 'ACCEPT_AMENDMENT', {});
    expect(story.case.scope.map(({ status: held }) => held)).toEqual(['RESTORED', 'SUSPENDED']);
    expect(story.case.reasons).toHaveLength(2);
    expect(story.refusalOf('INTAKE', 'ACCEPT_AMENDMENT', {})).toBe('guard.amendment-missing');
  });

  test('what another has reinstated leads on when nothing is left, and is to be explained', () => {
    const story = new CaseStory()
      .requested()
      .by('PARTNER', 'OUTSIDE_REINSTATED', { itemId: 'TERMINAL:47781282:ACCEPT_CARD' });
    expect(story.case.state).toBe('FOLLOW_UP');
    expect(story.case.tasks).toMatchObject([{ kind: 'EXPLAIN_OUTSIDE_REINSTATEMENT', open: true }]);
  });

  test('a new hit in the follow-up stops the same case again, in another cycle', () => {
    const story = new CaseStory()
      .followUp()
      .by('INVESTIGATOR', 'RE_SUSPEND', { reasonCodes: ['ILLEGAL_OPERATION'], reason: words });
    expect(story.case).toMatchObject({ state: 'UNDER_INVESTIGATION', cycle: 2, repeatOffender: true });
    expect(story.case.scope[0]).toMatchObject({ status: 'RE_SUSPENDED', lifting: 'NONE' });
    expect(
      new CaseStory().followUp().by('PARTNER', 'RISK_REHIT', { reasonCodes: ['TRADING_VIOLATION'] }).case.state,
    ).toBe('MATERIALS_REQUESTED');
  });

  test('a case is merged only into another open one of the same merchant', () => {
    const story = new CaseStory();
    const into = { targetCaseId: 'case_2' };
    const seen = (open: boolean) => ({
      at: story.now,
      target: { caseId: 'case_2', open, merchantNo: story.case.merchantNo },
    });
    expect(story.refusalOf('INTAKE', 'MERGE_INTO', into, seen(false))).toBe('guard.target-unfit');
    expect(story.refusalOf('INTAKE', 'MERGE_INTO', into, seen(true))).toBeUndefined();
    expect(story.case).toMatchObject({ state: 'CLOSED_MERGED', mergedInto: 'case_2' });
  });

  test('a case is merged into a decided one only for what that was decided for', () => {
    const story = new CaseStory({ reasonCodes: ['INACTIVITY'] });
    const { merchantNo } = story.case;
    const refusal = (decidedFor: readonly ReasonCode[]) =>
      story.refusalOf(
        'INTAKE',
        'MERGE_INTO',
        { targetCaseId: 'case_2' },
        {
          at: story.now,
          target: { caseId: 'case_2', open: true, merchantNo, decidedFor },
        },
      );
    expect(refusal(['TRADING_VIOLATION'])).toBe('guard.target-decided');
    expect(refusal(['TRADING_VIOLATION', 'INACTIVITY'])).toBeUndefined();
  });

  test('a way around the restriction is not arranged, and one that is ends at reinstatement', () => {
    const story = new CaseStory().requested();
    expect(story.refusalOf('INTAKE', 'SET_ALTERNATIVE', { type: 'PERSONAL_QR' })).toBe('guard.alternative-forbidden');
    expect(story.refusalOf('INTAKE', 'SET_ALTERNATIVE', { type: 'OTHER_PSP_QR' })).toBe('guard.alternative-forbidden');
    const other = new CaseStory({ reasonCodes: ['INACTIVITY'] })
      .approved()
      .by('INTAKE', 'SET_ALTERNATIVE', { type: 'OTHER_PSP_QR' })
      .by('OPS', 'START_REINSTATE', {});
    expect(restoreAll(other).case.alternatives).toMatchObject([{ open: false }]);
  });

  test('a complaint has its own clock, ended by an answer', () => {
    const story = new CaseStory().requested().by('INTAKE', 'COMPLAINT', { text: words });
    expect(status(story, 'T_COMPLAINT')).toBe('RUNNING');
    story.by('INTAKE', 'LOG_COMMUNICATION', { direction: 'OUT', channel: 'PHONE', party: 'MERCHANT', summary: words });
    expect(status(story, 'T_COMPLAINT')).toBe('MET');
  });

  test('a case is terminated by compliance and a senior reviewer', () => {
    const story = new CaseStory()
      .requested()
      .by('COMPLIANCE', 'TERMINATE', { reason: words })
      .by('SENIOR_REVIEWER', 'TERMINATE', { reason: words });
    expect(story.case.state).toBe('CLOSED_TERMINATED');
    expect(story.case.tasks.map(({ kind }) => kind)).toEqual(['RECOVER_TERMINALS', 'PROPOSE_BLACKLIST']);
  });

  test('a micro merchant shows a person and a face check where others show a licence', () => {
    const codes = new CaseStory({ reasonCodes: ['INACTIVITY'], merchantKind: 'MICRO_PERSON' })
      .requested()
      .case.materials.map(({ code }) => code);
    expect(codes).toEqual(['M01', 'M05', 'M08', 'M12', 'M25']);
  });
});
