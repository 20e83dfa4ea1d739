import { describe, expect, test } from '@jest/globals';
import { asker, CaseStory, words } from './case.examples.js';
import { DAY_MS, plusMs } from './instant.js';
import { evidenceHash } from './reading.js';

const evidence = (story: CaseStory) => ({ evidenceHash: evidenceHash(story.case) });
const two = {
  restrictions: [
    { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282', execution: 'DONE' },
    { capability: 'REFUND', level: 'TERMINAL', place: '47781282', execution: 'DONE' },
  ],
} as const;
const status = (story: CaseStory, name: string) =>
  story.case.deadlines.find((deadline) => deadline.name === name)?.status;
const release = (story: CaseStory) => {
  const fields = {
    scopeItemIds: [story.case.scope[0]!.itemId],
    until: plusMs(story.now, 2 * DAY_MS),
    reason: words,
  };
  return story.by('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', fields).by('COMPLIANCE', 'TEMPORARY_RELEASE', fields);
};

describe('an approval', () => {
  test('lifts nothing of the capabilities its conditions leave out', () => {
    const story = new CaseStory(two).recommended();
    story.by('SENIOR_REVIEWER', 'APPROVE', { conditions: { without: ['REFUND'] }, ...evidence(story) });
    expect(story.case.scope.map(({ lifting }) => lifting)).toEqual(['DECIDED', 'NONE']);
    story.by('OPS', 'START_REINSTATE', {}).by('OPS', 'ITEM_RESTORED', { itemId: story.case.scope[0]!.itemId });
    expect(story.case).toMatchObject({ state: 'FOLLOW_UP', scope: [{ status: 'RESTORED' }, { status: 'SUSPENDED' }] });
  });

  test('lifts the places it names, and no other', () => {
    const story = new CaseStory(two).recommended();
    const [, second] = story.case.scope;
    story.by('SENIOR_REVIEWER', 'APPROVE', { scopeItemIds: [second!.itemId], ...evidence(story) });
    expect(story.case.scope.map(({ lifting }) => lifting)).toEqual(['NONE', 'DECIDED']);
    expect(story.case.approval?.itemIds).toEqual([second!.itemId]);
  });

  test('waits until what was merged in without a definite reason is classified', () => {
    const merged = { sourceCaseId: 'case_2', reasonCodes: ['OTHER' as const] };
    const restrictions = [{ capability: 'WITHDRAW', level: 'MERCHANT', execution: 'DONE' }] as const;
    const story = new CaseStory({ reasonCodes: ['INACTIVITY'] }).recommended();
    story.by('SYSTEM', 'CASE_MERGED', { ...merged, restrictions });
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', evidence(story))).toBe('guard.reason-needed');
    story.by('REVIEWER', 'RECLASSIFY', { reasonCodes: ['INACTIVITY'], reason: words });
    expect(story.case).toMatchObject({ state: 'MATERIALS_REQUESTED', reasons: [{ code: 'INACTIVITY' }] });
  });

  test('of nothing is none', () => {
    const story = new CaseStory(two).recommended();
    const nothing = { conditions: { without: ['REFUND', 'ACCEPT_CARD'] as const }, ...evidence(story) };
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', nothing)).toBe('guard.nothing-approved');
    expect(story.refusalOf('SENIOR_REVIEWER', 'APPROVE', { scopeItemIds: [], ...evidence(story) })).toBe(
      'guard.nothing-approved',
    );
  });

  test('rests on the reports of the investigation: another report is other evidence', () => {
    const story = new CaseStory({ reasonCodes: ['ILLEGAL_OPERATION'] }).underReview();
    const before = evidence(story);
    story
      .by('INVESTIGATOR', 'OPEN_INVESTIGATION', { reason: words })
      .by('INVESTIGATOR', 'INVESTIGATION_CLEARED', { report: words, to: 'UNDER_REVIEW' });
    expect(story.case.reports).toEqual([words.commitment]);
    expect(evidence(story)).not.toEqual(before);
  });
});

describe('what was let go for a time', () => {
  const released = () => release(new CaseStory({ ...two, reasonCodes: ['INACTIVITY'] }).requested());

  test.each([
    ['the case is withdrawn', (story: CaseStory) => story.by('INTAKE', 'WITHDRAW', { reason: words })],
    [
      'the case turns to other reasons',
      (story: CaseStory) =>
        story.by('REVIEWER', 'RECLASSIFY', { reasonCodes: ['INACTIVITY', 'TERMINAL_MISMATCH'], reason: words }),
    ],
    [
      'an investigation begins',
      (story: CaseStory) =>
        story
          .uploadRequired()
          .by('INTAKE', 'SUBMIT', {})
          .by('INTAKE', 'COMPLETE_OK', {})
          .by('REVIEWER', 'OPEN_INVESTIGATION', { reason: words }),
    ],
  ])('is stopped again when %s', (_, happens) => {
    const story = happens(released());
    expect(story.case.scope[0]).toMatchObject({ status: 'SUSPENDED', until: null });
    expect(status(story, 'T_TEMPORARY')).toBe('VOID');
  });

  test('is let go for good with the decision, and no clock stops it any more', () => {
    const story = released().uploadRequired().by('INTAKE', 'SUBMIT', {}).by('INTAKE', 'COMPLETE_OK', {});
    story.acceptUploaded();
    story.by('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, ...evidence(story) });
    story.by('SENIOR_REVIEWER', 'APPROVE', evidence(story)).by('OPS', 'START_REINSTATE', {});
    expect(story.case.scope.map((item) => [item.status, item.until ?? null])).toEqual([
      ['RESTORE_REQUESTED', null],
      ['RESTORE_REQUESTED', null],
    ]);
    expect(story.until(plusMs(story.now, 3 * DAY_MS)).case.scope[0]?.status).toBe('RESTORE_REQUESTED');
  });

  test('is what was stopped, and nothing that works', () => {
    const story = new CaseStory({ ...two, reasonCodes: ['INACTIVITY'] }).requested();
    story.by('PARTNER', 'OUTSIDE_REINSTATED', { itemId: story.case.scope[1]!.itemId });
    expect(
      story.refusalOf('SENIOR_REVIEWER', 'TEMPORARY_RELEASE', {
        scopeItemIds: [story.case.scope[1]!.itemId],
        until: plusMs(story.now, DAY_MS),
        reason: words,
      }),
    ).toBe('guard.item-not-restorable');
  });
});

describe('an appeal', () => {
  const rejected = (story: CaseStory) => story.by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });

  test('is made once against a decision, and again against another one', () => {
    const story = rejected(new CaseStory().underReview()).by('LEAD', 'REASSIGN', { to: 'person:reviewer' });
    story.by('INTAKE', 'APPEAL', { grounds: words });
    expect(story.case.assignee).toBeNull();
    const uphold = { reason: words, to: 'UNDER_REVIEW' } as const;
    story
      .by(asker('SENIOR_REVIEWER', 'person:senior2'), 'APPEAL_UPHELD', uphold)
      .by('COMPLIANCE', 'APPEAL_UPHELD', uphold);
    expect(rejected(story).by('INTAKE', 'APPEAL', { grounds: words }).case.state).toBe('APPEAL_REVIEW');
  });
});

describe('a proposal', () => {
  test('is declined by whoever could have been one of the two', () => {
    const story = new CaseStory().requested().by('COMPLIANCE', 'TERMINATE', { reason: words });
    const decline = { command: 'TERMINATE', reason: words };
    expect(story.refusalOf('LEAD', 'DECLINE', decline)).toBe('auth.role');
    story.by('SENIOR_REVIEWER', 'DECLINE', decline);
    expect(story.case.proposals.every(({ open }) => !open)).toBe(true);
    expect(story.refusalOf('SENIOR_REVIEWER', 'DECLINE', decline)).toBe('guard.proposal-missing');
  });
});

describe('a rectification', () => {
  const required = () =>
    new CaseStory().underReview().by('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words], measures: ['R02'] });

  test('is due within the time one may take', () => {
    const story = new CaseStory().underReview();
    const due = (days: number) => ({ findings: [words], dueAt: plusMs(story.now, days * DAY_MS) });
    expect(story.refusalOf('REVIEWER', 'REQUIRE_RECTIFICATION', due(0))).toBe('guard.due-out-of-range');
    expect(story.refusalOf('REVIEWER', 'REQUIRE_RECTIFICATION', due(31))).toBe('guard.due-out-of-range');
    story.by('REVIEWER', 'REQUIRE_RECTIFICATION', due(30));
    expect(story.case.deadlines.find(({ name }) => name === 'T_RECTIFY')?.dueAt).toBe(due(30).dueAt);
  });

  test('is done when each measure has its evidence', () => {
    const story = required();
    expect(story.refusalOf('INTAKE', 'RECTIFICATION_DONE', { evidence: words })).toBe('guard.materials-incomplete');
    story.upload('R02').by('INTAKE', 'RECTIFICATION_DONE', { evidence: words });
    expect(story.case).toMatchObject({ rectification: { done: true }, reports: [words.commitment] });
  });

  test('settles what it was about and no other finding', () => {
    const story = new CaseStory()
      .underReview()
      .by('SETTLEMENT_OPS', 'VERIFY_ACCOUNT', { amountFen: 1, result: 'FAILED' });
    story
      .by('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words] })
      .by('INTAKE', 'RECTIFICATION_DONE', { evidence: words })
      .by('REVIEWER', 'RECTIFICATION_VERIFIED', {});
    const open = () => story.case.findings.filter((finding) => finding.open).map(({ findingId }) => findingId);
    expect(open()).toEqual(['account']);
    story.by('PARTNER', 'VERIFY_ACCOUNT', { amountFen: 1, result: 'OK' });
    expect(open()).toEqual([]);
    story.by('SETTLEMENT_OPS', 'DEBIT_RETRIED', { result: 'FAILED' });
    expect(open()).toEqual(['account']);
  });
});

describe('papers', () => {
  test('that are no longer valid are not accepted; a newer one is', () => {
    const story = new CaseStory().submitted().by('INTAKE', 'REQUEST_SUPPLEMENT', {
      items: [{ code: 'M03', reason: words }],
    });
    const paper = (documentId: string, validUntil: string) =>
      story.by('INTAKE', 'UPLOAD', {
        code: 'M03',
        documentId,
        sha256: 'e'.repeat(64),
        bytes: 9,
        mediaType: 'image/png',
        validUntil,
        receivedAt: '2026-11-20T02:00:00.000Z',
      });
    paper('doc_old', '2026-11-22').by('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
    expect(story.refusalOf('REVIEWER', 'ACCEPT_MATERIAL', { code: 'M03' })).toBe('guard.document-expired');
    expect(story.refusalOf('REVIEWER', 'ACCEPT_MATERIAL', { code: 'M03', documentIds: ['doc_old'] })).toBe(
      'guard.document-expired',
    );
    story.by('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M03', reason: words }] });
    paper('doc_new', '2026-11-23').by('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
    story.by('REVIEWER', 'ACCEPT_MATERIAL', { code: 'M03' });
    expect(story.case.materials.find(({ code }) => code === 'M03')?.status).toBe('ACCEPTED');
  });

  test('are frozen as they were handed in', () => {
    const story = new CaseStory().requested().uploadRequired();
    const asHandedIn = evidenceHash(story.case);
    story.by('INTAKE', 'SUBMIT', {});
    expect(story.case).toMatchObject({ submissions: 1, submittedHash: asHandedIn });
  });

  test('that a merchant needs more time for are a reviewer’s to wait for', () => {
    const story = new CaseStory().requested();
    const more = { deadline: 'T_MATERIALS', by: 'P5D', reason: words } as const;
    story.by('PARTNER', 'EXTEND', more);
    expect(story.case.tasks).toMatchObject([{ kind: 'CONSIDER_EXTENSION', owner: 'REVIEWER', open: true }]);
    expect(story.case.deadlines.find(({ name }) => name === 'T_MATERIALS')?.extensions).toBe(0);
    story.by('REVIEWER', 'EXTEND', more);
    expect(story.case.tasks).toMatchObject([{ open: false }]);
    expect(story.refusalOf('PARTNER', 'EXTEND', more)).toBe('guard.max-extensions');
  });
});
