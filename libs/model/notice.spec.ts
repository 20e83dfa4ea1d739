import { describe, expect, test } from '@jest/globals';
import { CaseStory, words } from './case.examples.js';
import type { ScopeItem } from './case.js';
import { DAY_MS } from './instant.js';
import type { Issuer, ReasonCode } from './vocabulary.js';

const card = { capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282', execution: 'DONE' } as const;

describe('a case opened by a notice', () => {
  test.each<[Issuer, number]>([
    ['LAKALA', 3],
    ['UNIONPAY', 2],
    ['AUTHORITY', 2],
  ])('of %s has priority %s: what others decide goes first', (issuer, priority) => {
    expect(new CaseStory({ issuer }).case.priority).toBe(priority);
  });

  test('is followed up for the usual time, for nothing was against the merchant before', () => {
    const story = new CaseStory().followUp();
    expect(story.case.repeatOffender).toBe(false);
    expect(story.case.deadlines.find(({ name }) => name === 'T_FOLLOWUP')?.budgetMs).toBe(90 * DAY_MS);
  });

  test('keeps the limit of a place where the notice sets one, and the case it applies again for', () => {
    const limited = new CaseStory({ restrictions: [{ ...card, limitFen: 0 }], linkedTo: 'case_0' }).case;
    expect([limited.scope[0]?.limitFen, limited.linkedTo]).toEqual([0, 'case_0']);
    const { case: plain } = new CaseStory();
    expect([plain.scope[0], plain.linkedTo]).toEqual([expect.not.objectContaining({ limitFen: undefined }), null]);
  });

  test('stops each capability of each place once, however often the notice names it', () => {
    const twice = new CaseStory({ restrictions: [card, card, { ...card, capability: 'ACCEPT_QR' }] });
    expect(twice.case.scope.map(({ itemId }) => itemId)).toEqual([
      'TERMINAL:47781282:ACCEPT_CARD',
      'TERMINAL:47781282:ACCEPT_QR',
    ]);
  });
});

describe('a place that both of two merged cases hold', () => {
  type Theirs = { readonly issuer?: Issuer; readonly reasonCodes: readonly ReasonCode[] };
  const merged = (story: CaseStory, theirs: Theirs) =>
    story.by('SYSTEM', 'CASE_MERGED', { sourceCaseId: 'case_2', restrictions: [card], ...theirs }).case.scope;
  const ours = { itemId: 'TERMINAL:47781282:ACCEPT_CARD', status: 'SUSPENDED' };

  test('is held for the reasons of both, each named once', () => {
    const reasonCodes = ['INACTIVITY', 'TRADING_VIOLATION'] as const;
    expect(merged(new CaseStory().requested(), { reasonCodes })).toMatchObject([
      { ...ours, reasons: ['TRADING_VIOLATION', 'INACTIVITY'] },
    ]);
  });

  test.each<[string, () => CaseStory, Issuer | undefined, Partial<ScopeItem>]>([
    [
      'ours and of the same issuer',
      () => new CaseStory().approved(),
      undefined,
      { decisionOwner: 'INSTITUTION', lifting: 'DECIDED' },
    ],
    [
      'ours and of another acquirer',
      () => new CaseStory().approved(),
      'UMS',
      { decisionOwner: 'INSTITUTION', lifting: 'DECIDED' },
    ],
    [
      'ours and UnionPay’s',
      () => new CaseStory().approved(),
      'UNIONPAY',
      { decisionOwner: 'UNIONPAY', lifting: 'NONE' },
    ],
    [
      'UnionPay’s and ours',
      () => new CaseStory({ issuer: 'UNIONPAY' }).approved(),
      'UMS',
      { decisionOwner: 'UNIONPAY', lifting: 'PROPOSED' },
    ],
    [
      'UnionPay’s and an authority’s',
      () => new CaseStory({ issuer: 'UNIONPAY' }).approved(),
      'AUTHORITY',
      { decisionOwner: 'UNIONPAY', lifting: 'PROPOSED' },
    ],
  ])('is decided by the other licensee where one of them is another’s: %s', (_, tell, issuer, held) => {
    const theirs = { reasonCodes: ['TRADING_VIOLATION'] as const, ...(issuer && { issuer }) };
    const [item] = merged(tell(), theirs);
    expect(item).toStrictEqual(expect.objectContaining({ ...ours, ...held }));
  });
});

describe('a place that was stopped before', () => {
  const qr = { ...card, capability: 'ACCEPT_QR' } as const;
  const amended = (story: CaseStory, restrictions: readonly (typeof card | typeof qr)[]) =>
    story
      .by('PARTNER', 'NOTICE_AMENDED', {
        content: words,
        contentHash: 'b'.repeat(64),
        reasonCodes: ['TRADING_VIOLATION'],
        restrictions,
      })
      .by('INTAKE', 'ACCEPT_AMENDMENT', {});
  const statuses = (story: CaseStory) => story.case.scope.map(({ status }) => status);

  test('is stopped again where an amended notice names it once more after one that did not', () => {
    const story = new CaseStory({ restrictions: [card, qr] }).requested();
    expect(statuses(amended(story, [card]))).toEqual(['SUSPENDED', 'RESTORED']);
    expect(statuses(amended(story, [card, qr]))).toEqual(['SUSPENDED', 'SUSPENDED']);
    expect(story.case.scope[1]).toMatchObject({ lifting: 'NONE' });
  });

  test('and works again stays so where an amended notice names it as before', () => {
    const story = new CaseStory({ restrictions: [card, qr] }).approved().by('OPS', 'START_REINSTATE', {});
    story.by('OPS', 'ITEM_RESTORED', { itemId: story.case.scope[1]!.itemId });
    expect(statuses(amended(story, [card, qr]))[1]).toBe('RESTORED');
  });

  test('has not worked again since where a merged case stops it', () => {
    const story = new CaseStory({ restrictions: [card, qr] }).approved().by('OPS', 'START_REINSTATE', {});
    story.by('OPS', 'ITEM_RESTORED', { itemId: story.case.scope[1]!.itemId });
    const theirs = { sourceCaseId: 'case_2', reasonCodes: ['TRADING_VIOLATION'] as const, restrictions: [qr] };
    expect(story.by('SYSTEM', 'CASE_MERGED', theirs).case.scope[1]).toMatchObject({
      status: 'SUSPENDED',
      restoredAt: null,
    });
  });
});
