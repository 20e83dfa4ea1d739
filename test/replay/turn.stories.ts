import type { EngineCase } from '../support/engine.js';
import { advance, appliedAndReinstated, both, factOf, reason, triaged, words, type Stories } from './story.js';

const DAY_MS = 86_400_000;
const hold = { authority: 'COURT-1', document: 'H-1', kind: 'FREEZE', ...reason };
const rejected = async (subject: EngineCase): Promise<void> => {
  await subject.toReview();
  await subject.done('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-7', remedy: words });
};

/** Lives that stand still, end early, are contested or begin anew. */
export const TURN_STORIES: Stories = {
  'expired-with-every-reminder': {
    tell: async (subject) => {
      await triaged(subject);
      await advance(subject, 'P40D');
      await subject.send('SENIOR_REVIEWER', 'REOPEN', reason);
    },
    ends: 'MATERIALS_REQUESTED',
  },
  reopened: {
    tell: async (subject) => {
      await triaged(subject);
      await subject.done('INTAKE', 'WITHDRAW', reason);
      await subject.done('SENIOR_REVIEWER', 'REOPEN', reason);
      await appliedAndReinstated(subject);
    },
    ends: 'CLOSED_REINSTATED',
  },
  'supplement-with-stopped-clock': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.done('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M12', ...reason }] });
      await advance(subject, 'P2D');
      await subject.upload('M12', 'doc_again');
      await subject.done('INTAKE', 'SUPPLEMENT_SUBMITTED', {});
      await advance(subject, 'P1D');
    },
    ends: 'UNDER_REVIEW',
  },
  'held-and-released': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.done('COMPLIANCE', 'HOLD', hold);
      await advance(subject, 'P30D');
      await subject.done('COMPLIANCE', 'RELEASE', { document: 'H-2' });
      await advance(subject, 'P1D');
    },
    ends: 'UNDER_REVIEW',
  },
  'hold-that-lapses': {
    tell: async (subject) => {
      await triaged(subject);
      const until = new Date(Date.parse((await subject.snapshot()).now) + 40 * DAY_MS).toISOString();
      await subject.done('COMPLIANCE', 'HOLD', { ...hold, until });
      await advance(subject, 'P41D');
      await both(subject, ['COMPLIANCE', 'COMPLIANCE'], 'RELEASE', { document: 'H-1' });
      await subject.apply();
    },
    ends: 'UNDER_REVIEW',
  },
  'appeal-upheld': {
    tell: async (subject) => {
      await rejected(subject);
      await subject.done('INTAKE', 'APPEAL', { grounds: words });
      const uphold = { ...reason, to: 'APPROVED' } as const;
      await both(subject, ['COMPLIANCE', 'SENIOR_REVIEWER'], 'APPEAL_UPHELD', uphold);
      await subject.done('OPS', 'START_REINSTATE', {});
    },
    ends: 'REINSTATING',
  },
  'appeal-denied': {
    tell: async (subject) => {
      await rejected(subject);
      await subject.done('INTAKE', 'APPEAL', { grounds: words });
      await subject.done('COMPLIANCE', 'APPEAL_DENIED', reason);
    },
    ends: 'CLOSED_REJECTED',
  },
  'rejected-and-resubmitted': {
    tell: async (subject) => {
      await rejected(subject);
      await advance(subject, 'P3D');
      await subject.done('INTAKE', 'RESUBMIT', {});
      await appliedAndReinstated(subject);
    },
    ends: 'CLOSED_REINSTATED',
  },
  'rejected-and-left': {
    tell: async (subject) => {
      await rejected(subject);
      await advance(subject, 'P45D');
      await factOf(subject, 'sig_late', 'APPEAL', { grounds: words });
      await subject.until(({ unrecorded }) => unrecorded.length === 0);
    },
    ends: 'CLOSED_REJECTED',
  },
  withdrawn: {
    tell: async (subject) => {
      await triaged(subject);
      await subject.done('INTAKE', 'WITHDRAW', reason);
      await factOf(subject, 'sig_late', 'SUBMIT', {});
      await subject.until(({ unrecorded }) => unrecorded.length === 0);
    },
    ends: 'CLOSED_WITHDRAWN',
  },
  'invalid-notice': {
    tell: async (subject) => {
      await subject.done('INTAKE', 'CONFIRM_NOTICE', {});
      await both(subject, ['INTAKE', 'INTAKE'], 'MARK_INVALID', reason);
    },
    ends: 'CLOSED_INVALID',
  },
  terminated: {
    tell: async (subject) => {
      await triaged(subject);
      await both(subject, ['SENIOR_REVIEWER', 'COMPLIANCE'], 'TERMINATE', reason);
    },
    ends: 'CLOSED_TERMINATED',
  },
  rectified: {
    tell: async (subject) => {
      await subject.toReview();
      await subject.done('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words], measures: ['R03'] });
      await subject.done('INTAKE', 'PLAN_SUBMITTED', { plan: words });
      await subject.done('REVIEWER', 'PLAN_ACCEPTED', {});
      await subject.upload('R03');
      await subject.done('INTAKE', 'RECTIFICATION_DONE', { evidence: words });
      await subject.done('FIELD_SERVICE', 'RECTIFICATION_VERIFIED', {});
      await advance(subject, 'P1D');
    },
    ends: 'UNDER_REVIEW',
  },
  'found-guilty-and-not-rectified': {
    notice: { reasonCodes: ['ILLEGAL_OPERATION'] },
    tell: async (subject) => {
      await triaged(subject);
      await subject.done('INVESTIGATOR', 'OPEN_INVESTIGATION', reason);
      const confirmed = { report: words, outcome: 'RECTIFICATION' } as const;
      await both(subject, ['INVESTIGATOR', 'COMPLIANCE'], 'INVESTIGATION_CONFIRMED', confirmed);
      await advance(subject, 'P60D');
      await subject.done('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'RULE-9', remedy: words });
    },
    ends: 'REJECTED',
  },
  'suspended-again': {
    tell: async (subject) => {
      await subject.toReview();
      await subject.toFollowUp();
      await subject.done('INVESTIGATOR', 'RE_SUSPEND', { reasonCodes: ['TRADING_VIOLATION'], ...reason });
      await advance(subject, 'P3D');
    },
    ends: 'MATERIALS_REQUESTED',
  },
};
