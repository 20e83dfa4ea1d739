import { merchant, preDecision, recorders } from './2026-11.groups.js';
import type { Row } from './policy.js';

const toApprove = [
  'reasonsClassified',
  'itemsKnown',
  'fourEyes',
  'requiredAccepted',
  'recommendedToApprove',
  'recommendationCurrent',
  'evidenceNamed',
  'signedOffWhereHighRisk',
] as const;

/** Recommendation, decision, and the decision of another licensee. */
export const DECISION_ROWS: readonly Row[] = [
  {
    id: '26',
    from: ['UNDER_REVIEW'],
    command: 'RECOMMEND',
    by: ['REVIEWER', 'SENIOR_REVIEWER'],
    guards: ['evidenceNamed', 'acceptedToRecommend'],
    to: 'SAME',
    effects: ['recommend'],
  },
  { id: '27', from: ['UNDER_REVIEW'], command: 'RETURN_TO_FIRST', by: ['SENIOR_REVIEWER'], guards: [], to: 'SAME', effects: ['returnToFirst'] },
  {
    id: '31a',
    from: ['UNDER_REVIEW'],
    command: 'COMPLIANCE_SIGN_OFF',
    by: ['COMPLIANCE'],
    guards: ['recommendedToApprove', 'recommendationCurrent', 'evidenceNamed'],
    to: 'SAME',
    effects: ['signOff'],
  },
  {
    id: '28',
    from: ['UNDER_REVIEW'],
    command: 'APPROVE',
    by: ['SENIOR_REVIEWER'],
    when: ['othersDecide'],
    guards: toApprove,
    to: 'PENDING_EXTERNAL_DECISION',
    effects: ['approve', 'endReview', 'awaitOwner'],
  },
  {
    id: '31',
    from: ['UNDER_REVIEW'],
    command: 'APPROVE',
    by: ['SENIOR_REVIEWER'],
    guards: toApprove,
    to: 'APPROVED',
    effects: ['approve', 'endReview', 'armReinstate', 'tellApproved'],
  },
  { id: '32', from: ['UNDER_REVIEW'], command: 'REJECT', by: ['SENIOR_REVIEWER'], guards: [], to: 'REJECTED', effects: ['decided', 'endReview', 'openWindows'] },
  ...(
    [
      ['externalApproved', 'EXTERNAL_APPROVED', 'APPROVED', ['ownerApproved', 'armReinstate', 'tellApproved']],
      ['externalRejected', 'EXTERNAL_REJECTED', 'REJECTED', ['ownerRejected', 'openWindows']],
      ['externalSupplement', 'EXTERNAL_SUPPLEMENT', 'SUPPLEMENT_REQUIRED', ['ownerAsksMore']],
    ] as const
  ).flatMap(([when, event, to, effects]): readonly Row[] => [
    { id: '29', from: ['PENDING_EXTERNAL_DECISION'], command: 'RECORD_EXTERNAL', by: ['PARTNER', 'UNIONPAY'], when: [when], guards: [], to, event, effects },
    {
      id: '29',
      from: ['PENDING_EXTERNAL_DECISION'],
      command: 'RECORD_EXTERNAL',
      by: recorders,
      when: [when],
      twoPersons: [recorders, recorders],
      guards: [],
      to,
      event,
      effects,
    },
  ]),
  {
    id: '43',
    from: [...preDecision, 'REJECTED', 'APPEAL_REVIEW'],
    command: 'WITHDRAW',
    by: merchant,
    guards: [],
    to: 'CLOSED_WITHDRAWN',
    effects: ['tellWithdrawn', 'stopClocks', 'close'],
  },
];
