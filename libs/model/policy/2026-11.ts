import type { Policy } from './policy.js';
import { DEADLINES } from './2026-11.deadlines.js';
import { REASON_POLICIES } from './2026-11.reasons.js';
import { SUB_REASON_POLICIES } from './2026-11.sub-reasons.js';
import { TRANSITIONS } from './2026-11.transitions.js';

/** The rules in force for cases opened from November 2026. */
export const POLICY_2026_11: Policy = {
  version: '2026-11',
  calendarVersion: 'cn-2026.1',
  rulesRevision: 1,
  source:
    'Domain description §2 and §4: rules of the trade where a source is named there, defaults of the institution elsewhere',
  transitions: TRANSITIONS,
  reasons: REASON_POLICIES,
  subReasons: SUB_REASON_POLICIES,
  deadlines: DEADLINES,
  decisionOwners: {
    UNIONPAY: 'UNIONPAY',
    AUTHORITY: 'AUTHORITY',
    UMS: 'INSTITUTION',
    LAKALA: 'INSTITUTION',
    SHENGPAY: 'INSTITUTION',
    ALLINPAY: 'INSTITUTION',
    ACQUIRER: 'INSTITUTION',
  },
  // A person has no licence, no seal and no corporate account: identity, face, photos and a debit card of its own instead.
  substitutes: { MICRO_PERSON: { M02: ['M02', 'M25'], M03: ['M05', 'M25', 'M08'], M06: ['M06', 'M25'] } },
  makerCommands: [
    'NOTICE_INGESTED',
    'CONFIRM_NOTICE',
    'CLASSIFY',
    'UPLOAD',
    'SUBMIT',
    'COMPLETE_OK',
    'REQUEST_SUPPLEMENT',
    'SUPPLEMENT_SUBMITTED',
    'ACCEPT_MATERIAL',
    'REJECT_MATERIAL',
    'JUDGE_TRANSACTION',
    'RECOMMEND',
    'EXTEND',
    'OPEN_INVESTIGATION',
    'INVESTIGATION_CLEARED',
    'INVESTIGATION_CONFIRMED',
    'REQUIRE_RECTIFICATION',
    'RECTIFICATION_VERIFIED',
  ],
  maxSupplementRounds: 3,
  maxAttempts: 3,
  maxReleaseHours: 72,
  windowGrace: { n: 15, unit: 'M' },
  repeatFollowUpPercent: 150,
  neighbourDays: 30,
  noOtherAcquirerFor: ['TRADING_VIOLATION', 'ILLEGAL_OPERATION', 'AUTHORITY_FREEZE'],
  mandatoryFrom: null,
  afterlife: { days: 30, longDays: 90, longAfter: ['CLOSED_EXPIRED', 'CLOSED_REJECTED', 'CLOSED_WITHDRAWN'] },
};
