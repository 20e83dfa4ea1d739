import { beforeAll, describe, expect, test } from '@jest/globals';
import { signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { EVENT_TYPES, type EventType, type PartnerSignal } from '#partner';
import { partnerOf, tell, type SignalBody } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';
import { PlainStory } from '../support/plain.story.js';

let people: People;
let lakala: PartnerSimulator;
let unionpay: PartnerSimulator;

beforeAll(async () => {
  [people, lakala, unionpay] = await Promise.all([peopleOf(), partnerOf('lakala'), partnerOf('unionpay')]);
});

interface Step {
  readonly type: EventType;
  /** What staff do before; and the payload, or the whole signal where it is a notice. */
  readonly before?: (story: PlainStory) => Promise<unknown>;
  readonly payload?: (story: PlainStory) => object;
  readonly signal?: (story: PlainStory) => Promise<PartnerSignal>;
  readonly becomes: Partial<SignalBody>;
}

const applied = (state: string): Partial<SignalBody> => ({ status: 'APPLIED', state });
const rejected = (code: string): Partial<SignalBody> => ({ status: 'REJECTED', code });
const terminal = () => ({ terminalNo: '47781282' });
const evidence = async ({ staff }: PlainStory) => ({ evidenceHash: (await staff.view()).evidenceHash });

/** Staff reject what is under review. */
async function rejectedBy(story: PlainStory): Promise<void> {
  await story.staff.send('reviewer', 'RECOMMEND', {
    opinion: 'REJECT',
    reason: '材料不足',
    ...(await evidence(story)),
  });
  await story.staff.send('senior', 'REJECT', { reasonCode: 'INCOMPLETE', remedy: '补充交易凭证' });
}
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const MAINTENANCE = () => ({ window: { start: inHours(-1), end: inHours(4) }, merchant: undefined });

/** The merchant's own acts, through its partner's app, from the notice to its withdrawal. */
const MERCHANTS: readonly Step[] = [
  { type: 'SUSPENSION.NOTICE', signal: (story) => story.notice('lakala'), becomes: applied('NOTICE_RECEIVED') },
  {
    type: 'SUSPENSION.AMENDED',
    signal: async (story) => ({
      ...(await story.notice('lakala', {}, { reasonText: '另有投诉' })),
      eventType: 'SUSPENSION.AMENDED',
    }),
    becomes: applied('NOTICE_RECEIVED'),
  },
  { type: 'RETRIEVAL.REQUESTED', becomes: rejected('kind.unsupported') },
  { type: 'MERCHANT.ACKNOWLEDGED', becomes: applied('NOTICE_RECEIVED') },
  { type: 'MERCHANT.COMPLAINED', payload: () => ({ text: '太慢' }), becomes: applied('NOTICE_RECEIVED') },
  {
    type: 'SETTLEMENT.VERIFY_RESULT',
    payload: () => ({ amountFen: 1, result: 'OK' }),
    becomes: applied('NOTICE_RECEIVED'),
  },
  {
    type: 'MERCHANT.EXTENSION_REQUESTED',
    before: async ({ staff }) => {
      await staff.send('intake', 'ACCEPT_AMENDMENT');
      await staff.askForPapers();
    },
    payload: () => ({ deadline: 'T_MATERIALS', by: 'P2D', reason: '出差' }),
    becomes: applied('MATERIALS_REQUESTED'),
  },
  {
    type: 'MATERIAL.SUBMITTED',
    before: (story) => story.upload('M02'),
    payload: ({ document }) => ({ code: 'M03', ...document }),
    becomes: applied('MATERIALS_REQUESTED'),
  },
  {
    type: 'MERCHANT.SUBMITTED',
    before: ({ staff }) => staff.handInPapers(),
    becomes: applied('SUBMITTED'),
  },
  {
    type: 'MERCHANT.SUPPLEMENTED',
    before: async ({ staff }) => {
      await staff.send('intake', 'COMPLETE_OK');
      await staff.send('reviewer', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M10', reason: '缺签字' }] });
      await staff.handInPapers();
    },
    becomes: applied('UNDER_REVIEW'),
  },
  {
    type: 'MERCHANT.PLAN_SUBMITTED',
    before: ({ staff }) => staff.send('reviewer', 'REQUIRE_RECTIFICATION', { findings: ['交易与经营范围不符'] }),
    payload: () => ({ plan: '整改方案' }),
    becomes: applied('RECTIFICATION'),
  },
  {
    type: 'MERCHANT.RECTIFIED',
    before: ({ staff }) => staff.send('reviewer', 'PLAN_ACCEPTED'),
    payload: () => ({ evidence: '照片' }),
    becomes: applied('RECTIFICATION'),
  },
  {
    type: 'MERCHANT.RESUBMITTED',
    before: async (story) => {
      await story.staff.send('field', 'RECTIFICATION_VERIFIED');
      await rejectedBy(story);
    },
    becomes: applied('MATERIALS_REQUESTED'),
  },
  { type: 'MERCHANT.WITHDRAWN', payload: () => ({ reason: '停业' }), becomes: applied('CLOSED_WITHDRAWN') },
];

const APPEALS: readonly Step[] = [
  { type: 'SUSPENSION.NOTICE', signal: (story) => story.notice('lakala'), becomes: applied('NOTICE_RECEIVED') },
  {
    type: 'MERCHANT.APPEALED',
    before: async (story) => {
      await story.staff.bringToReview();
      await rejectedBy(story);
    },
    payload: () => ({ grounds: '不属实' }),
    becomes: applied('APPEAL_REVIEW'),
  },
];

/** What the partner itself does and finds. */
const PARTNERS: readonly Step[] = [
  { type: 'SUSPENSION.NOTICE', signal: (story) => story.notice('lakala', { ordered: true }), becomes: applied('NOTICE_RECEIVED') },
  { type: 'SUSPENSION.STOPPED', payload: terminal, becomes: applied('NOTICE_RECEIVED') },
  {
    type: 'TERMINAL.REINSTATE_FAILED',
    before: async ({ staff }) => {
      await staff.approve();
      await staff.send('ops', 'START_REINSTATE');
    },
    payload: () => ({ ...terminal(), reason: '终端离线' }),
    becomes: applied('PARTIALLY_REINSTATED'),
  },
  {
    type: 'TERMINAL.REINSTATED',
    before: async ({ staff }) => {
      const [item] = (await staff.view()).scope;
      await staff.send('ops', 'RETRY_ITEM', { itemId: item?.itemId });
    },
    payload: terminal,
    becomes: applied('FOLLOW_UP'),
  },
  {
    type: 'RISK.REHIT',
    payload: () => ({ reasonCodes: ['TRADING_VIOLATION'] }),
    becomes: { status: 'APPLIED' },
  },
]; // prettier-ignore

/** What the network and authorities say. */
const NETWORKS: readonly Step[] = [
  { type: 'SUSPENSION.NOTICE', signal: (story) => story.notice('unionpay'), becomes: applied('NOTICE_RECEIVED') },
  {
    type: 'AUTHORITY.FREEZE',
    payload: () => ({ authority: 'PSB', document: 'D-1', kind: 'FREEZE', reason: '协查' }),
    becomes: applied('ON_HOLD'),
  },
  { type: 'AUTHORITY.RELEASE', payload: () => ({ document: 'D-1' }), becomes: applied('NOTICE_RECEIVED') },
  {
    type: 'REVIEW.DECISION',
    before: ({ staff }) => staff.approve(),
    payload: () => ({ kind: 'APPROVED' }),
    becomes: applied('APPROVED'),
  },
  {
    type: 'MERCHANT.REINSTATED',
    before: ({ staff }) => staff.send('ops', 'START_REINSTATE'),
    becomes: applied('FOLLOW_UP'),
  },
];

const REVOKED: readonly Step[] = [
  { type: 'SUSPENSION.NOTICE', signal: (story) => story.notice('unionpay'), becomes: applied('NOTICE_RECEIVED') },
  { type: 'SUSPENSION.REVOKED', becomes: applied('REINSTATING') },
];

/** A service that is away for a while. */
const WINDOWS: readonly Step[] = [
  {
    type: 'MAINTENANCE.SCHEDULED',
    signal: async (story) => ({
      ...(await story.notice('unionpay', { reason: 'MAINTENANCE' }, MAINTENANCE())),
      eventType: 'MAINTENANCE.SCHEDULED',
    }),
    becomes: applied('NOTICE_RECEIVED'),
  },
  {
    type: 'MAINTENANCE.EXTENDED',
    before: async ({ staff }) => {
      await staff.send('intake', 'CONFIRM_NOTICE');
      await staff.send('intake', 'CLASSIFY', { reasonCodes: ['MAINTENANCE'] });
    },
    payload: () => ({ end: inHours(6) }),
    becomes: applied('AWAITING_SERVICE'),
  },
  { type: 'MAINTENANCE.ENDED', becomes: { status: 'APPLIED' } },
];

const STORIES = [
  ['the merchant', () => lakala, MERCHANTS],
  ['an appeal', () => lakala, APPEALS],
  ['the partner', () => lakala, PARTNERS],
  ['the network', () => unionpay, NETWORKS],
  ['its issuer', () => unionpay, REVOKED],
  ['a service', () => unionpay, WINDOWS],
] as const;

describe.each(STORIES)('over the plain API, about %s,', (_, partner, steps) => {
  const story = new PlainStory(partner, () => people);

  test.each(steps.map((step) => [step.type, step] as const))('%s does what it says', async (type, step) => {
    await step.before?.(story);
    const signal = step.signal
      ? await step.signal(story)
      : signalOf(type, JSON.stringify(step.payload?.(story) ?? {}), { notice: story.noticeNo });
    const { status, body } = await tell(partner(), signal);
    expect([status, body]).toEqual([200, expect.objectContaining(step.becomes)]);
    story.caseId ||= body.caseId;
  });
});

test('every event type there is has its row', () => {
  const told = new Set(STORIES.flatMap(([, , steps]) => steps.map(({ type }) => type)));
  expect(EVENT_TYPES.filter((type) => !told.has(type))).toEqual([]);
});
